"""Compare a chart in memory with the disk and its ledger: what changes, what was edited by hand, what stays."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from chartgen.charting.ledger import FILE_NAME, Ledger, UnreadableLedger, digest, from_json
from chartgen.disk.chart import Change, Chart, shown
from chartgen.disk.exchange import standing
from chartgen.disk.guard import refuse_obstacles, refuse_place
from chartgen.disk.held import Held, beside, read
from chartgen.disk.tree import Tree, look
from chartgen.errors import InvalidInput, StaleChart, invalid

_AGAIN = "somebody changes the chart just now: run the same command again"

_HELMS = "Chart.lock"
"""What ``helm dependency update`` writes too; nobody writes it by hand."""


@dataclass(frozen=True)
class Plan:
    """One chart's way to the disk."""

    chart: Chart
    tree: Tree
    """What stands there now."""

    known: Mapping[str, str]
    """The old ledger: the digest of every file that chartgen wrote."""

    changes: list[Change]

    @property
    def edited(self) -> list[Change]:
        """What only ``force`` overwrites."""
        return [change for change in self.changes if change.kind == "edited"]

    @property
    def kept(self) -> set[str]:
        """Files that go over into the new chart as they are: unchanged and foreign ones."""
        return self.tree.files.keys() - {change.path for change in self.changes}


def compare(chart: Chart) -> list[Change]:
    """What ``write`` would change, in the order of the chart's files; empty when fresh.

    Raises InvalidInput where the place can't hold the chart, StaleChart where its ledger can't be read.
    """
    return plan(chart).changes


def plan(chart: Chart, *, force: bool = False) -> Plan:
    """What is to be done; with ``force``, an unreadable ledger counts as none."""
    refuse_place(chart)
    with _standing(chart) as held:
        tree = look(held, chart.folder)
        refuse_obstacles(chart, tree)
        known = _known(chart.folder, held, tree, force=force)
        return Plan(chart, tree, known or {}, list(_changes(chart, held, tree, known)))


def ledger_of(chart: Chart) -> Ledger | None:
    """The ledger of the chart that stands in a chart's place; None where there is none, or one that nobody can read."""
    try:
        with _standing(chart) as held:
            return from_json(read(held.path(FILE_NAME)).decode())
    except (UnreadableLedger, UnicodeDecodeError, InvalidInput):
        return None


def refuse_links(chart: Chart) -> None:
    """Refuse to read what stands in a chart's place where a link in it may lead elsewhere."""
    refuse_place(chart)
    with _standing(chart) as held:
        look(held, chart.folder)


@contextmanager
def _standing(chart: Chart) -> Iterator[Held]:
    """The chart's folder, to be read; the system's refusal becomes a message."""
    with beside(chart) as place, Held(standing(place)) as held:
        try:
            yield held
        except OSError as error:
            name = shown(chart.folder / held.below(str(error.filename or "")))
            hint = f"chmod u+r {name}, or run as its owner" if isinstance(error, PermissionError) else _AGAIN
            raise invalid(name, f"can't be read: {error.strerror}", hint=hint) from None


def _known(folder: Path, held: Held, tree: Tree, *, force: bool) -> Mapping[str, str] | None:
    """The old ledger's files; None where it is unreadable and that is forgiven."""
    if FILE_NAME not in tree.files:
        return {}
    try:
        return from_json(read(held.path(FILE_NAME)).decode()).files
    except (UnreadableLedger, UnicodeDecodeError) as error:
        if force:
            return None
        reason = error if isinstance(error, UnreadableLedger) else "is not UTF-8"
        hint = "rebuild the chart; what was edited by hand is kept in a backup: chartgen generate --force"
        raise StaleChart(f"{shown(folder / FILE_NAME)}: {reason}", hint=hint) from None


def _changes(chart: Chart, held: Held, tree: Tree, known: Mapping[str, str] | None) -> Iterator[Change]:
    for path, after in chart.files.items():
        before = read(held.path(path)) if path in tree.files else None
        if path in tree.executable:
            yield Change(path, "edited", (before or b"").decode(errors="replace"), after, executable=True)
        elif before == after.encode():
            continue
        elif path == FILE_NAME:
            yield _ledger_change(before, after, readable=known is not None)
        else:
            yield _change(path, before, after, (known or {}).get(path))
    for path, written in (known or {}).items():
        if path in tree.files and path not in chart.files:
            yield _change(path, read(held.path(path)), None, written)


def _change(path: str, before: bytes | None, after: str | None, written: str | None) -> Change:
    text = None if before is None else before.decode(errors="replace")
    by_hand = path != _HELMS
    if before is None:
        return Change(path, "edited" if written and by_hand else "added", None, after)
    if digest(before) != written and by_hand:
        return Change(path, "edited", text, after)
    return Change(path, "removed" if after is None else "changed", text, after)


def _ledger_change(before: bytes | None, after: str, *, readable: bool) -> Change:
    if before is None:
        return Change(FILE_NAME, "added", None, after)
    return Change(FILE_NAME, "changed" if readable else "edited", before.decode(errors="replace"), after)
