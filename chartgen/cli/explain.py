"""chartgen explain: where a value comes from, what lost to it, and what it becomes."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from chartgen.cli.words import (
    As,
    Environment,
    Format,
    HelmPath,
    Quiet,
    Today,
    Verbose,
    Voice,
    day,
    refuse_unknown_environment,
    say,
)
from chartgen.errors import ToolError

if TYPE_CHECKING:
    from chartgen.explaining.explanation import Explanation, Field, Printed, Saying, Value
    from chartgen.helm import Engine

_MOST = 12
"""Fields of manifests that are listed; of more, the number is said."""


_WHOLE = 6
"""Fields that are explained in full; of more, those that no layer says have a line each."""


Service = Annotated[str, typer.Argument(metavar="SERVICE", help="Folder or path of the service.")]
Asked = Annotated[
    str,
    typer.Argument(
        metavar="FIELD",
        help="autoscaling.min_replicas (a field), autoscaling.minReplicas (a value) or Deployment/spec.replicas (of a "
        "manifest; Deployment/NAME/spec.replicas where there are several). Without it, all that is not default.",
        show_default=False,
    ),
]


def explain(
    service: Service,
    field: Asked = "",
    *,
    environment: Environment = "",
    form: As = Format.text,
    helm: HelmPath = None,
    today: Today = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say where a value comes from: file and line, what lost to it, and what it becomes."""
    from chartgen import pipeline  # noqa: PLC0415 - what a command needs is imported when it runs

    voice, project = Voice(quiet, verbose), pipeline.open_project(today=day(today))
    one = pipeline.plan(project, [service])[0]
    refuse_unknown_environment(one, environment)
    engine, missing = _engine(helm) if field else (None, "")
    if engine:
        voice.remark_engine(engine)
    answer = pipeline.explain(project, one, environment, field, engine, missing)
    say(json.dumps(asdict(answer), indent=2, ensure_ascii=False) if form is Format.json else _text(answer))


def _engine(helm: str | None) -> "tuple[Engine | None, str]":
    """A Helm, or how to get one; an executable that is asked for has to be there."""
    from chartgen.helm import find  # noqa: PLC0415 - see above

    try:
        return find(helm), ""
    except ToolError as error:
        if helm:
            raise
        return None, error.hint


def _text(answer: "Explanation") -> str:
    where = f" in {answer.environment}" if answer.environment else ", values.yaml"
    title = f"{answer.asked} ({answer.service}{where})" if answer.asked else f"{answer.service}{where}"
    body = _answer(answer) if answer.asked else _tree(answer.fields)
    return "\n".join([title, *body])


def _answer(answer: "Explanation") -> Iterator[str]:
    for one in answer.fields:
        yield from [_default(one)] if len(answer.fields) > _WHOLE and not one.said else ["", *_field(one)]
    if answer.deciding:
        yield from ("", "there because of" if answer.printed else "depends on")
        yield from (f"  {one.path}{_origin(one)}" for one in answer.deciding)
    if answer.values:
        yield from ("", "values")
        yield from (line for one in answer.values for line in _value(one))
    if answer.printed:
        yield from ("", "printed")
        yield from _printed(answer.printed, answer.library)
    if answer.decides:
        yield from ("", "decides if there is")
        yield from (f"  {one}" for one in _some(answer.decides))
    if answer.notes:
        yield ""
        yield from (f"note: {note}" for note in answer.notes)


def _field(one: "Field") -> Iterator[str]:
    yield f"{one.path} = {_short(one.value)}"
    if one.said:
        yield from (f"  {word:<8} {_saying(said)}" for word, said in zip(_words(one.said), one.said, strict=True))
    yield f"  default  {_short(one.default)}" + ("" if one.said else "  (no layer says it)")
    yield from (f"           {line}" for line in one.reason.splitlines())
    yield from (f"  lock     {lock}" for lock in one.locks)
    yield from (f"  waiver   {waiver}" for waiver in one.waivers)


def _default(one: "Field") -> str:
    return f"{one.path} = {_short(one.value)}  default"


def _words(said: "Sequence[Saying]") -> list[str]:
    return ["set by", *("over" for _ in said[1:])]


def _saying(said: "Saying") -> str:
    value = "takes it back" if said.value is None else _short(said.value)
    return f"{_place(said)}  {said.layer}: {value}"


def _place(said: "Saying") -> str:
    return f"{said.file}:{said.line}" if said.line else said.file


def _origin(one: "Field") -> str:
    value = "" if isinstance(one.value, dict) else f" = {_short(one.value)}"
    return f"{value}  {_place(one.said[0]) if one.said else 'default'}"


def _value(one: "Value") -> Iterator[str]:
    yield f"  {one.path} = {_short(one.value)}"
    if one.pinned:
        yield f"    set by {_saying(one.pinned)}"


def _printed(printed: "Sequence[Printed]", library: str) -> Iterator[str]:
    for one in printed[:_MOST]:
        yield f"  {one.object} {one.path} = {_short(one.value)}"
        line = f", {library}:{one.line} ({one.define})" if one.line else ""
        yield f"    {one.template}:1{line}"
    if len(printed) > _MOST:
        yield f"  {_more(printed)}"


def _some(many: "Sequence[str]") -> "Sequence[str]":
    return [*many[:_MOST], _more(many)] if len(many) > _MOST else many


def _more(many: "Sequence[object]") -> str:
    return f"and {len(many) - _MOST} more; --format json lists them"


def _tree(fields: "Sequence[Field]") -> Iterator[str]:
    """Each field below the section that it stands in, with its origin."""
    before: Sequence[str] = ()
    for one in fields:
        *around, name = (f"[{part}]" if isinstance(part, int) else part for part in one.parts)
        common = next((i for i, (a, b) in enumerate(zip(before, around, strict=False)) if a != b), None)
        start = min(len(before), len(around)) if common is None else common
        yield from (f"{'  ' * (start + depth)}{part}" for depth, part in enumerate(around[start:]))
        lost = "".join(
            f", over {said.layer}: {_short(said.value, 40)}" for said in one.said[1:] if said.value is not None
        )
        marks = (", locked" if one.locks else "") + (", waived" if one.waivers else "")
        text = f"{'  ' * len(around)}{name}: {_short(one.value)}"
        yield f"{text:<50}  {_place(one.said[0])}  {one.said[0].layer}{lost}{marks}"
        before = around


def _short(value: Any, most: int = 100) -> str:
    """A value on one line."""
    text = "not set" if value is None else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= most else f"{text[: most - 1]}…"
