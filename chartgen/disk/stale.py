"""Say which files were edited by hand, and what generating would lose."""

from collections.abc import Iterable, Iterator

from chartgen.disk.chart import Change, shown
from chartgen.disk.plan import Plan
from chartgen.errors import StaleChart

_HINT = "move the edits into the service file; or overwrite them, a backup is kept: chartgen generate --force"
_MAX_LINES = 200


def refuse_edited(plans: Iterable[Plan]) -> None:
    """Refuse where a file is not as chartgen left it."""
    if found := [text for plan in plans for text in _edited(plan)]:
        raise StaleChart("\n".join(found), hint=_HINT)


def _edited(plan: Plan) -> Iterator[str]:
    for change in plan.edited:
        yield f"{shown(plan.chart.folder / change.path)}: {_reason(plan, change)}"
        if change.before is not None:
            yield from _cut(change.diff(shown(plan.chart.folder)).splitlines())


def _reason(plan: Plan, change: Change) -> str:
    if change.before is not None and change.path not in plan.known:
        return "is not chartgen's, and stands where a generated file belongs"
    if change.after is None:
        return "was edited by hand, and is generated no more"
    return f"was {change.by_hand} by hand"


def _cut(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _MAX_LINES else [*lines[:_MAX_LINES], f"… and {len(lines) - _MAX_LINES} more lines"]
