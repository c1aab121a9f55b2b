"""Grafana dashboards: JSON that fits into one ConfigMap."""

import json
from collections.abc import Iterator

from chartgen.layering.problem import Problem
from chartgen.layering.rules.configuration import MAX_BYTES
from chartgen.models.config_maps import ConfigEntry
from chartgen.models.service import Spec
from chartgen.project.shapes import FieldPath


def dashboard_is_json(spec: Spec) -> Iterator[Problem]:
    """A dashboard is a JSON object, as Grafana exports it."""
    for name, one in spec.dashboards.items():
        yield from _problems(("dashboards", name), one)


def dashboards_fit_an_object(spec: Spec) -> Iterator[Problem]:
    """They lie in one ConfigMap."""
    size = sum(len(name) + len(".json") + len((one.content or "").encode()) for name, one in spec.dashboards.items())
    if size > MAX_BYTES:
        yield Problem(("dashboards",), f"hold {size} bytes; a ConfigMap takes {MAX_BYTES} (1 MiB)")


def _problems(path: FieldPath, one: ConfigEntry) -> Iterator[Problem]:
    if one.file is not None:
        yield Problem((*path, "file"), "was not read; a service that is built in memory says content")
    elif one.content is None:
        yield Problem(path, "needs the text of a dashboard: content, or file without binary")
    elif problem := _json_problem(one.content):
        yield Problem(path, problem, "export the dashboard from Grafana as JSON")


def _json_problem(text: str) -> str:
    try:
        data = json.loads(text, parse_constant=_refuse)
    except RecursionError:
        return "is nested too deeply"
    except json.JSONDecodeError as error:
        return f"is no JSON: {error.msg} in line {error.lineno}, column {error.colno}"
    except ValueError as error:
        return f"is no JSON: {error}"
    return "" if isinstance(data, dict) else "is no dashboard: its JSON is no object"


def _refuse(constant: str) -> None:
    msg = f"{constant} is no number of JSON"
    raise ValueError(msg)
