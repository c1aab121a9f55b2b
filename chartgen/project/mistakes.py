"""What pydantic refused, in our words: one message a problem, at the author's line, with "did you mean"."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from chartgen.errors import Message
from chartgen.models import (
    access,
    account,
    dependencies,
    metrics,
    namespace,
    placement,
    schedule,
    triggers,
    types,
    variables,
)
from chartgen.models.base import MUST, Mistake
from chartgen.project.lines import Line, call_line, spell
from chartgen.project.patterns import IN_PLACE
from chartgen.project.shapes import FieldPath, Key, Step, find_field, walk

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from chartgen.project.lines import YamlSource

MAX_MESSAGES = 100
"""What is told of a data-only file: who reads that many begins anew anyway."""

_KINDS = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "string_type": "text",
    "bool_type": "true or false",
    "mapping_type": "a mapping",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "list_type": "a list",
    "sequence_type": "a list",
    "sequence_str": "a list",
    "tuple_type": "a list",
}

_SENTENCES = {
    "greater_than_equal": "must be at least {ge}, not {value}",
    "less_than_equal": "must be at most {le}, not {value}",
    "string_too_long": "is longer than {max_length} characters",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
    "too_long": "has more than {max_length} entries",
    "value_error": "{error}",
    "missing": "is missing",
}

_PATTERNS = {
    **IN_PLACE,
    types.DNS_LABEL: "lower-case letters, digits and dashes, with a letter first",
    types.QUANTITY: "a quantity such as 250m, 1 or 512Mi",
    types.DIGEST: "sha256: and 64 hexadecimal digits",
    types.TAG: "an image tag: letters, digits, '.', '_' and '-', 128 characters at most",
    types.LABEL_KEY: "a label key such as example.com/team",
    types.LABEL_VALUE: "a label value: letters, digits, '-', '_' and '.', alphanumeric at both ends",
    types.OBJECT_NAME: "an object's name: lower-case letters, digits, dashes and dots",
    types.OBJECT_KEY: "an object of the chart such as Deployment or Ingress/admin",
    types.ENVIRONMENT_NAME: "lower-case letters, digits and dashes, since it is part of a file's name",
    types.ENV_NAME: "letters, digits and underscores, with no digit first",
    types.CONFIG_KEY: "letters, digits, dashes, underscores and dots, not two dots first",
    types.PORT_NAME: "lower-case letters, digits and single dashes, with a letter among them",
    types.PERCENTAGE: "a percentage such as 25%",
    types.REPOSITORY: "a repository such as ghcr.io/acme/orders-api, without tag or digest",
    types.HOST: "a host name in lower case, such as orders.example.com",
    types.URL_PATH: "a path that starts with /",
    types.ABSOLUTE_PATH: "an absolute path without a colon",
    types.CIDR: "a block of addresses such as 10.0.0.0/8",
    types.HEADER_NAME: "a header's name such as X-Probe",
    types.SEMVER: "a SemVer version such as 1.4.2",
    types.PRESET_NAME: "a preset's name such as http-api or acme/http-api",
    types.RULE: "a rule's number such as CG401",
    types.BASE64: "base64 with padding, on one line",
    types.PROJECT_PATH: "a file beside this one or below its folder, such as config/nginx.conf",
    types.DURATION: "a span of time such as 30s, 15m or 1h",
    placement.DEVICE: "a device such as nvidia.com/gpu",
    triggers.NUMBER: 'a number as text, such as "100" or "0.5"',
    triggers.SCALER: "a scaler's name such as azure-queue",
    triggers.PARAMETER: "a parameter's name such as queueName",
    triggers.ADDRESS: "an address such as redis:6379",
    triggers.SERVER: "a URL without user and password, such as http://prometheus:9090",
    metrics.API_METRIC: "a metric's name such as http_requests_per_second",
    metrics.API_VERSION: "an API such as networking.k8s.io/v1",
    metrics.KIND: "a kind such as Ingress",
    types.PROMETHEUS_TIME: "a time such as 30s, 5m or 1h30m, the largest unit first",
    types.PINNED_IMAGE: "an image by digest such as docker.io/library/busybox@sha256:…",
    types.URL: "a URL such as https://runbooks.example.com/orders",
    types.METRIC_NAME: "a metric's name: letters, digits, underscores and colons, with no digit first",
    variables.PREFIX: "letters, digits and underscores, with no digit first, or nothing",
    types.DAY: "a day such as 2027-01-31",
    namespace.COUNTED: "a resource such as pods or deployments.apps",
    namespace.ACCOUNT: "a ServiceAccount such as deployer, or argocd/deployer of another namespace",
    namespace.POD_SECURITY_VERSION: "latest, or a version of Kubernetes such as v1.34",
    access.RESOURCE: "a resource in the plural, such as secrets or pods/log, or a path such as /metrics",
    access.API_GROUP: "an API group such as apps or cert-manager.io",
    access.ROLE_NAME: "a role's name such as view or system:auth-delegator",
    account.AWS_ROLE: "the ARN of a role, such as arn:aws:iam::123456789012:role/orders-api",
    account.GCP_ACCOUNT: "an IAM service account such as orders-api@acme.iam.gserviceaccount.com",
    account.UUID: "a client id such as 00000000-0000-0000-0000-000000000000",
    dependencies.CHART: "a chart's name such as postgresql",
    dependencies.VERSION_RANGE: "a SemVer version such as 1.4.2, or a range such as ^1.4.0 or >=1.4.0 <2.0.0",
    dependencies.REPOSITORY_URL: "https://…, oci://… or file://…, such as https://charts.example.com",
    dependencies.TAG_NAME: "a tag: letters, digits, '-' and '_', with a letter first",
    schedule.CRON: "a schedule such as 30 2 * * *",
    schedule.TIME_ZONE: "a time zone such as Europe/Berlin",
}


def messages_of(mistakes: Iterable[Mistake], file: str) -> Iterator[Message]:
    """The mistakes of a Python file."""
    for mistake in mistakes:

        def line(path: FieldPath, mistake: Mistake = mistake) -> Line:
            return call_line(mistake.call, path, file, mistake.model.positional)

        yield from _messages(mistake.model, mistake.errors, line, python=True)


def messages_of_data(model: type[BaseModel], errors: "list[ErrorDetails]", source: "YamlSource") -> Iterator[Message]:
    """The mistakes of a data-only file."""
    yield from _messages(model, errors, source.line_of_keys, python=False)


def messages_of_toml(model: type[BaseModel], errors: "list[ErrorDetails]", file: str) -> Iterator[Message]:
    """The mistakes of chartgen.toml, which names no lines."""
    yield from _messages(model, errors, lambda _: Line(file, 0), python=False)


def messages_of_options(
    model: type[BaseModel], errors: "list[ErrorDetails]", line: Any, around: str
) -> Iterator[Message]:
    """The mistakes of a preset's options."""
    for one in _messages(model, errors, line, python=True):
        yield Message(one.file, one.line, f"{around}.{one.path}", one.text.replace("field", "option"), one.hint)


def expectation(error: "ErrorDetails") -> str:
    """What a value must be, as a sentence without a subject."""
    expected = _expected(error)
    return f"must be {expected}" if expected else _sentence(error)


def suggestion(word: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """``did you mean …`` where something close is known."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else otherwise


def _messages(model: type[BaseModel], errors: "list[ErrorDetails]", line: Any, *, python: bool) -> Iterator[Message]:
    located = [(_located(model, error), error) for error in errors]
    for (names, shown), group in groupby(located, key=lambda pair: _key(pair[0], python=python)):
        details = [error for _, error in group]
        where = line(names if python else shown)
        text, hint = _words(model, names, details, python=python)
        yield Message(where.file, where.number, spell(shown), text, hint)


def _key(steps: Sequence[Step], *, python: bool) -> tuple[FieldPath, FieldPath]:
    names = tuple(step.name for step in steps)
    return names, names if python else tuple(step.alias for step in steps)


def _located(model: type[BaseModel], error: "ErrorDetails") -> list[Step]:
    """The part of pydantic's location that the author knows: tags and branches of unions are left out."""
    loc = error["loc"]
    if error["type"] == "extra_forbidden":  # the last part is what the author wrote, whatever it looks like
        return [*_known(model, loc[:-1]), Step(loc[-1], loc[-1], ())]
    return _known(model, loc)


def _known(model: type[BaseModel], loc: FieldPath) -> list[Step]:
    return list(walk(model, tuple(part for part in loc if part not in ("[peer]", "[cidr]", "[project]", "[key]"))))


def _words(model: type[BaseModel], names: FieldPath, details: "list[ErrorDetails]", *, python: bool) -> tuple[str, str]:
    details = _telling(details)
    first = details[0]
    if first["type"] == "extra_forbidden":
        return "no such field", _did_you_mean(model, names, python=python)
    if "[key]" in first["loc"] and (wanted := _expected(first)):
        return f"{first['input']!r} is no good name: must be {wanted}", ""
    expected = list(dict.fromkeys(phrase for detail in details if (phrase := _expected(detail))))
    if expected:
        return f"must be {' or '.join(expected)}, not {_shown(first['input'])}", _fix(first)
    return _sentence(first), ""


def _telling(details: "list[ErrorDetails]") -> "list[ErrorDetails]":
    """Where a value is of a type that fits and only breaks a limit, not that it is of none of the other types."""
    return [one for one in details if not _expected(one)] or details


def _did_you_mean(model: type[BaseModel], names: FieldPath, *, python: bool) -> str:
    steps = list(walk(model, names[:-1]))
    owners = steps[-1].models if steps else (model,)
    known = [name if python else (info.alias or name) for owner in owners for name, info in owner.model_fields.items()]
    if names[-1] in known:
        return next((found for owner in owners if (found := _goes_with(owner, names[-1], python=python))), "")
    return suggestion(str(names[-1]), known, otherwise=f"the fields here are {', '.join(sorted(known))}")


def _goes_with(owner: type[BaseModel], name: Key, *, python: bool) -> str:
    """A field of another form of the same thing: what that form needs."""
    if not find_field(owner, name):
        return ""
    fields = owner.model_fields.items()
    must = [(field, info) for field, info in fields if info.default is MUST or info.is_required()]
    needed = [field if python else info.alias or field for field, info in must]
    return f"it goes with {' and '.join(map(repr, needed))}" if needed else ""


def _expected(error: "ErrorDetails") -> str:
    """A noun phrase for what belongs here; "" where a sentence says it better."""
    context = error.get("ctx", {})
    if error["type"] == "string_pattern_mismatch":
        return _PATTERNS.get(context["pattern"], f"text that matches {context['pattern']}")
    if error["type"] == "literal_error":
        return f"one of {context['expected']}" if " or " in context["expected"] else str(context["expected"])
    return _KINDS.get(error["type"], "")


def _sentence(error: "ErrorDetails") -> str:
    kind = error["type"]
    if isinstance(error["input"], str) and kind in ("too_long", "too_short"):
        kind = f"string_{kind}"  # a limit that is asked after a validator of ours speaks of any sequence
    template = _SENTENCES.get(kind)
    if template:
        return template.format(**error.get("ctx", {}), value=_shown(error["input"]))
    return error["msg"][:1].lower() + error["msg"][1:]


def _shown(value: Any) -> str:
    if value is None:
        return "None"
    if isinstance(value, BaseModel):
        return type(value).__name__
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _fix(error: "ErrorDetails") -> str:
    value = error["input"]
    if error["type"] == "string_type" and isinstance(value, (int, float, bool)):
        return f'write it as text: "{value}"'
    if error["type"] in ("int_type", "bool_type") and isinstance(value, str):
        return "write it without quotes" if value.lower() in ("true", "false") or value.isdigit() else ""
    if error["type"] == "literal_error" and isinstance(value, str):
        return suggestion(value, error.get("ctx", {})["expected"].replace("'", "").replace(" or ", ", ").split(", "))
    return ""
