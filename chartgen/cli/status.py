"""chartgen status: what runs of a release, and whether it is healthy."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from chartgen.cli.cluster import Context, Kubeconfig, Namespace, find
from chartgen.cli.render import Release, Service
from chartgen.cli.words import Environment, Format, print_problem, say
from chartgen.errors import ChartgenError

if TYPE_CHECKING:
    from chartgen.cluster.picture import Picture, Workload

UNHEALTHY = 1


Watch = Annotated[bool, typer.Option("--watch", "-w", help="Look again every two seconds, until Ctrl-C.")]
AsFormat = Annotated[Format, typer.Option("--format", help="text, or json for programs.")]


def status(
    service: Service,
    *,
    environment: Environment = "",
    release: Release = "",
    namespace: Namespace = "",
    context: Context = "",
    kubeconfig: Kubeconfig = None,
    watch: Watch = False,
    output: AsFormat = Format.text,
) -> None:
    """Show what runs of a release: workloads, pods, autoscaler, budget, and what went wrong.

    Exit status 1 where something is not ready, has more than 5 restarts, or a budget has no room.
    """
    from chartgen import running  # noqa: PLC0415 - what a command needs is imported when it runs
    from chartgen.cluster.advice import Place, elsewhere  # noqa: PLC0415
    from chartgen.cluster.connection import Where  # noqa: PLC0415

    client, meant = find(service, environment, release, Where(kubeconfig, context, namespace))
    if not watch:
        seen = running.look(client, meant)
        say(text_of(seen, output), nl=False)
        if output is Format.text and not any(one.name for one in seen.workloads):
            where = Where(kubeconfig, context)
            say(f"hint: {elsewhere(Place(seen.release, seen.namespace, where))}", err=True)
        raise typer.Exit(UNHEALTHY if seen.unhealthy else 0)
    shown = ""
    for one in running.watch(client, meant):
        if isinstance(one, ChartgenError):
            print_problem("error", f"{one}; trying again")
        elif (text := text_of(one, output)) != shown:
            _show(shown := text)


def text_of(seen: "Picture", output: Format) -> str:
    """The whole page, or one line of JSON."""
    if output is Format.json:
        return json.dumps({**asdict(seen), "healthy": not seen.unhealthy}) + "\n"
    return _page(seen)


def _show(text: str) -> None:
    """On a terminal in the place of what was there before, elsewhere below it."""
    say(("\x1b[H\x1b[2J" if sys.stdout.isatty() else "") + text, nl=False)


def _page(seen: "Picture") -> str:
    from chartgen.cluster.picture import age_of  # noqa: PLC0415 - see above

    parts = [f"{seen.release} in {seen.namespace}: {'not healthy' if seen.unhealthy else 'healthy'}\n"]
    parts += [_table(("WORKLOAD", "READY", "STATE", "IMAGE", "CHART"), [_row(one) for one in seen.workloads])]
    pods = [
        (pod.name, pod.ready, pod.phase, str(pod.restarts), age_of(pod.age), pod.node or "-")
        for one in seen.workloads
        for pod in one.pods
    ]
    parts += [_table(("POD", "READY", "PHASE", "RESTARTS", "AGE", "NODE"), pods)]
    parts += [_table(("AUTOSCALER", "COPIES", "RANGE", "METRICS"), _autoscalers(seen.workloads))]
    parts += [_table(("BUDGET", "MAY GO", "HEALTHY", "NEEDED"), _budgets(seen.workloads))]
    events = [(age_of(one.age), f"{one.times}x", one.reason, one.about, one.text) for one in seen.events]
    parts += [_table(("LAST", "TIMES", "WARNING", "ABOUT", "WHAT"), events)]
    parts += [_lines("Not as the chart on disk:", seen.differences), _lines("Not healthy:", seen.unhealthy)]
    return "\n".join(part for part in parts if part)


def _row(one: "Workload") -> tuple[str, ...]:
    called = f"{one.kind} {one.name}" if one.name else f"{one.kind} ({one.component})"
    ready = f"{one.ready}/{one.wanted}" if one.wanted else "-"
    return called, ready, one.text, ", ".join(one.images) or "-", one.chart or "-"


def _autoscalers(workloads: "Iterable[Workload]") -> list[tuple[str, ...]]:
    return [
        (
            each.name,
            f"{each.now} of {each.wanted}",
            f"{each.least} to {each.most}",
            each.problem or ", ".join(each.metrics),
        )
        for one in workloads
        for each in one.autoscalers
    ]


def _budgets(workloads: "Iterable[Workload]") -> list[tuple[str, ...]]:
    return [
        (each.name, str(each.allowed), f"{each.healthy} of {each.expected}", str(each.needed))
        for one in workloads
        for each in one.budgets
    ]


def _lines(title: str, lines: Iterable[str]) -> str:
    many = [f"  {line}\n" for line in lines]
    return f"{title}\n{''.join(many)}" if many else ""


def _table(titles: tuple[str, ...], rows: "Iterable[tuple[str, ...]]") -> str:
    """Columns as kubectl sets them; nothing where there are no rows. A pipe gets whole lines, a terminal its width."""
    from io import StringIO  # noqa: PLC0415 - see above

    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    many = [tuple(Text(_harmless(cell)) for cell in row) for row in rows]
    if not many:
        return ""
    table = Table(*titles, box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="")
    for row in many:
        table.add_row(*row)
    file = StringIO()
    width = Console().width if sys.stdout.isatty() else 10_000
    Console(file=file, width=width, no_color=True, highlight=False, markup=False).print(table)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def _harmless(cell: str) -> str:
    """Text of a cluster, without what would steer the terminal."""
    return "".join(one if one.isprintable() else " " for one in cell)
