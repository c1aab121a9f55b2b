"""chartgen wait: until a release is rolled out; if it is not, why, and what to type."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from chartgen.cli.cluster import Context, Kubeconfig, Namespace, find
from chartgen.cli.render import Release, Service
from chartgen.cli.words import Environment, Quiet, Voice, print_problem, say
from chartgen.errors import invalid

if TYPE_CHECKING:
    from chartgen.running import Result

NOT_ROLLED_OUT = 1

Timeout = Annotated[
    str, typer.Option("--timeout", metavar="TIME", help="How long to wait, as kubectl takes it: 90s, 5m, 1h30m.")
]

_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_PART = re.compile(r"(\d+(?:\.\d+)?)(ms|h|m|s)")


def wait(
    service: Service,
    *,
    environment: Environment = "",
    timeout: Timeout = "5m",
    release: Release = "",
    namespace: Namespace = "",
    context: Context = "",
    kubeconfig: Kubeconfig = None,
    quiet: Quiet = False,
) -> None:
    """Wait until a release is rolled out, as kubectl rollout status judges it.

    Every workload of the service is waited for. Exit status 1 where one failed or the time is over, with the reason.
    """
    from chartgen import running  # noqa: PLC0415 - what a command needs is imported when it runs
    from chartgen.cluster.connection import Where  # noqa: PLC0415

    seconds, voice, where = seconds_of(timeout), Voice(quiet, verbose=False), Where(kubeconfig, context, namespace)
    client, meant = find(service, environment, release, where)
    result = running.wait_for(client, meant, where, seconds, voice.say)
    if result.outcome.state != "done":
        _explain(result, meant.name, timeout)
        raise typer.Exit(NOT_ROLLED_OUT)
    voice.say(f"{meant.name} is rolled out")


def seconds_of(text: str) -> float:
    """A duration as Go writes it; raises InvalidInput for what is none."""
    parts = _PART.findall(text)
    if not parts or "".join(number + unit for number, unit in parts) != text:
        raise invalid("--timeout", f"{text!r} is not a length of time", hint="--timeout 5m, or 90s, or 1h30m")
    return sum(float(number) * _UNITS[unit] for number, unit in parts)


def _explain(result: "Result", release: str, timeout: str) -> None:
    over = f"is not rolled out after {timeout}" if result.outcome.state == "timeout" else "was not rolled out"
    waiting = [f"{who}: {one.text}" for who, one in result.outcome.verdicts.items() if one.state != "done"]
    print_problem("error", f"{release} {over}: {'; '.join(waiting)}")
    for why in result.why:
        say(f"{why.workload}: {why.reason.text}{f' (pod {why.reason.pod})' if why.reason.pod else ''}", err=True)
        for line in why.log:
            say(f"    {_harmless(line)}", err=True)
    for step in result.steps:
        say(f"hint: {step}", err=True)


def _harmless(line: str) -> str:
    """A container's line, without what would steer the terminal."""
    return "".join(one if one.isprintable() or one == "\t" else "\N{REPLACEMENT CHARACTER}" for one in line)
