"""chartgen presets: what can be named, what each says, who extends whom, what a move changes, waivers, a package."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chartgen.cli.words import As, Format, HelmPath, Today, day, say, shown
from chartgen.errors import invalid

if TYPE_CHECKING:
    from chartgen.catalog import Described, Entry, LockEntry

app = typer.Typer(help="What presets there are, what they say, and which waivers end when.", no_args_is_help=True)


class GraphFormat(StrEnum):
    """How the graph is written."""

    text = "text"
    dot = "dot"
    json = "json"


GraphAs = Annotated[GraphFormat, typer.Option("--format", help="A tree, Graphviz, or for programs.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The preset's name, as http-api or chartgen/http-api.")]
From = Annotated[str, typer.Argument(metavar="FROM", help="The preset that the service has.")]
To = Annotated[str, typer.Argument(metavar="TO", help="The preset that it would have in its place.")]
Service = Annotated[str, typer.Argument(metavar="SERVICE", help="Folder or path of the service.")]
Package = Annotated[str, typer.Argument(metavar="NAME", help="The package's name, as acme-presets.")]


@app.command("list")
def list_presets(*, form: As = Format.text) -> None:
    """List the presets that the project can name: its own, those of packages, those that ship."""
    from chartgen import catalog, pipeline  # noqa: PLC0415 - what a command needs is imported when it runs

    found = catalog.entries(pipeline.open_project())
    if form is Format.json:
        say(_json([asdict(one) for one in found]))
        return
    say(_table([(one.name, one.version, _line(one)) for one in found]))


@app.command()
def show(name: Name, *, form: As = Format.text) -> None:
    """Show a preset: its settings, locks and reasons, and who extends it."""
    from chartgen import catalog, pipeline  # noqa: PLC0415 - see above

    found = catalog.described(pipeline.open_project(), name)
    say(_json(asdict(found)) if form is Format.json else "\n".join(_described(found)))


@app.command()
def graph(*, form: GraphAs = GraphFormat.text) -> None:
    """Draw who extends whom; below each preset stand those that it extends."""
    from chartgen import catalog, pipeline  # noqa: PLC0415 - see above

    found = catalog.entries(pipeline.open_project())
    edges = [(one.name, below) for one in found for below in one.extends]
    if form is GraphFormat.json:
        say(_json({"presets": [one.name for one in found], "extends": edges}))
    elif form is GraphFormat.dot:
        nodes = [f'  "{one.name}";' for one in found]
        arrows = [f'  "{above}" -> "{below}";' for above, below in edges]
        say("\n".join(["digraph presets {", *nodes, *arrows, "}"]))
    else:
        lower = {below for _, below in edges}
        say("\n".join(line for one in found if one.name not in lower for line in _tree(one.name, edges)))


@app.command()
def diff(before: From, after: To, service: Service, *, helm: HelmPath = None, today: Today = None) -> None:
    """Show what moving a service from one preset to another changes in its manifests; nothing is written."""
    from chartgen import pipeline  # noqa: PLC0415 - see above
    from chartgen.helm import find  # noqa: PLC0415

    project = pipeline.open_project(today=day(today))
    say(pipeline.preset_diff(project, service, before, after, find(helm)), nl=False)


@app.command()
def waivers(*, form: As = Format.text, today: Today = None) -> None:
    """List the waivers of all services, with the days that are left."""
    from chartgen import catalog, pipeline  # noqa: PLC0415 - see above

    found = catalog.waivers(pipeline.open_project(today=day(today)))
    if form is Format.json:
        say(_json([asdict(one) for one in found]))
        return
    rows = [
        (_left(one.days_left), one.until, one.service, one.waives, one.environment or "all", one.owner, one.reason)
        for one in found
    ]
    say(_table(rows) if rows else "no waivers")


@app.command()
def new(name: Package) -> None:
    """Start a package of presets: pyproject, entry point, a preset, tests, a page."""
    from chartgen import pipeline, preset_package  # noqa: PLC0415 - see above

    files = preset_package.files(name)
    folder = Path.cwd() / name
    if folder.exists():
        raise invalid(shown(folder), "is there already", hint="choose another name")
    pipeline.new_package(folder, files)
    say(f"{shown(folder)}: {len(files)} files\nNext: pip install -e {name}, then pytest {name}")


def _described(one: "Described") -> Iterator[str]:
    from chartgen import yamlio  # noqa: PLC0415 - see above

    yield f"{one.entry.name} {one.entry.version}  {one.entry.file}"
    yield from filter(None, [one.entry.description, one.entry.deprecated and f"deprecated: {one.entry.deprecated}"])
    for title, names in (("extends", one.entry.extends), ("extended by", one.extended_by), ("options", one.options)):
        yield from [f"{title}: {', '.join(names)}"] if names else []
    for title, data in (("settings", one.settings), ("environments", one.environments), ("also", one.rest)):
        if data:
            yield from ("", title, *(f"  {line}".rstrip() for line in yamlio.write(data).splitlines()))
    if one.locks:
        yield from ("", "locks", *(line for lock in one.locks for line in _lock(lock)))


def _lock(one: "LockEntry") -> Iterator[str]:
    where = f" in {', '.join(one.environments)}" if one.environments else ""
    yield f"  {one.field}: {one.demand}{where}"
    notes = [
        one.link,
        "" if one.waivable else "can't be waived",
        "" if one.in_schema else "kept by chartgen, not by Helm",
    ]
    yield f"    {'; '.join([one.reason, *filter(None, notes)])} ({one.line})"


def _line(one: "Entry") -> str:
    if one.problem:
        return f"can't be loaded: {one.problem}"
    if one.needed:
        return f"needs options: {', '.join(one.needed)}"
    return f"{one.description} (deprecated: {one.deprecated})" if one.deprecated else one.description


def _tree(name: str, edges: Sequence[tuple[str, str]], depth: int = 0) -> Iterator[str]:
    yield f"{'  ' * depth}{name}"
    for above, below in edges:
        if above == name:
            yield from _tree(below, edges, depth + 1)


def _left(days: int) -> str:
    if days < 0:
        return "ended"
    return "last day" if days == 0 else f"{days} day{'s' if days > 1 else ''} left"


def _table(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _json(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False)
