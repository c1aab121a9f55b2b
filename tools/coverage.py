"""Writes docs/coverage.md: which of the fields that applications write chartgen has: ``python -m tools.coverage``."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tools.reach import Row, rows, share

DOC = Path(__file__).parents[1] / "docs" / "coverage.md"

COMMON = 3
"""Applications from which on a field is one that chartgen should have."""

HEAD = """# Coverage of what applications write

How many of 83 public applications on Kubernetes write a field, and how chartgen reaches it. A field is *typed* where a
field of a model reaches it, *refused* where it has none for a reason, *raw* where only `pod_extra`, `container_extra`,
`patches` or `manifests` bring it. The page is made from rendered manifests (`just gen`): each field that the services
in `tests/coverage/` say is taken away or changed, and what is different in the manifests then is what it reaches. Of
several fields that reach one the most specific stands here, with the names that a service gives as `<name>`.

Lists are `[]`, keys that an author chooses are `{}`. *Pod* is the pod template of any workload. Shares are weighted by
applications. `tools/fields.csv` has the counts, of a random half of the applications.
"""


def page(found: Sequence[Row]) -> str:
    """The whole page."""
    often = [row for row in found if row.field.applications >= COMMON]
    kinds = list(dict.fromkeys(row.field.kind for row in found))
    typed = [kind for kind in kinds if any(row.how == "typed" for row in found if row.field.kind == kind)]
    parts = [
        HEAD,
        _shares(found, often),
        _table(
            ("Kind", "Fields", "Applications", "Typed", "Refused", "Only raw", "Not reached"), _of_kinds(found, kinds)
        ),
        *(_section(kind, [row for row in found if row.field.kind == kind]) for kind in typed),
        _others([row for row in found if row.field.kind not in typed]),
    ]
    return "\n".join(parts)


def _shares(found: Sequence[Row], often: Sequence[Row]) -> str:
    rows = [_share_row(f"Written by {COMMON} or more applications", often), _share_row("All", found)]
    return "## Shares\n\n" + _table(("Fields", "Number", "Typed", "Refused", "Only raw", "Not reached"), rows)


def _share_row(title: str, found: Sequence[Row]) -> list[str]:
    return [title, str(len(found)), *_percentages(found)]


def _percentages(found: Sequence[Row]) -> list[str]:
    return [f"{share(found, how):.1%}" for how in ("typed", "refused", "raw", "")]


def _of_kinds(found: Sequence[Row], kinds: Sequence[str]) -> Iterator[list[str]]:
    for kind in kinds:
        mine = [row for row in found if row.field.kind == kind]
        most = max(row.field.applications for row in mine)
        yield [f"`{kind}`", str(len(mine)), str(most), *_percentages(mine)]


def _section(kind: str, found: Sequence[Row]) -> str:
    return f"## {kind}\n\n" + _table(("Field", "Applications", "Reached by"), map(_line, found))


def _line(row: Row) -> list[str]:
    by = {"typed": f"`{row.by}`", "refused": f"refused: {row.by}", "raw": f"only raw: `{row.by}`", "": "not reached"}
    return [f"`{row.field.path}`", str(row.field.applications), by[row.how]]


def _others(found: Sequence[Row]) -> str:
    """Kinds without a typed field, where each field would say the same."""
    kinds = dict.fromkeys(row.field.kind for row in found)
    rows = [_other(kind, [row for row in found if row.field.kind == kind]) for kind in kinds]
    return "## Kinds without typed fields\n\n" + _table(("Kind", "Fields", "Reached by"), rows)


def _other(kind: str, found: Sequence[Row]) -> list[str]:
    ways = dict.fromkeys(_line(row)[2] for row in found)
    return [f"`{kind}`", str(len(found)), "; ".join(ways)]


def _table(head: Sequence[str], rows: Iterable[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in (list(head), *rows)]
    return "\n".join([lines[0], "| " + " | ".join("---" for _ in head) + " |", *lines[1:], ""])


if __name__ == "__main__":
    DOC.write_text(page(rows()), encoding="utf-8")
