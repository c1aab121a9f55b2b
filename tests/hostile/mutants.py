"""Real documents with a few things done to them: whatever a hand, an editor or an attacker may put into a file.

A mutant is made from its number alone, so that a find can be made again: ``mutant(number)``.
"""

import random
import runpy
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from tests.hostile.document import written
from tests.hostile.vocabulary import LARGE, PLAIN, TOKENS, VALUES

ROOT = Path(__file__).parents[2]
INVALID = ROOT / "tests" / "invalid"
SERVICE = "name: orders-api\nimage: {repository: ghcr.io/acme/orders-api, tag: 1.4.2}\nreplicas: 2\n"
ASKING = f"{SERVICE}owner: shop\nports: {{http: 8080}}\npresets: [acme]\n"

PRESETS = (
    """\
name: acme
version: 1.2.0
description: What all share.
extends: [http-api]
replicas: 3
resources: {cpu: 100m, memory: 128Mi}
env: {LOG_LEVEL: info}
environments:
  production:
    replicas: 4
    autoscaling: {minReplicas: 3, maxReplicas: 9}
rules:
  CG401: error
required: [owner]
registries: [ghcr.io/acme]
sizes:
  small: {cpu: 50m, memory: 64Mi}
deprecated: write http-api
""",
    """\
name: acme
locks:
  - field: replicas
    atLeast: 2
    reason: two of three zones may be away
  - {field: image.repository, matches: ^ghcr.io/, reason: ours, link: https://example.com/registries}
  - {field: "*.securityContext.privileged", equals: false, environments: [production], reason: nobody}
  - {field: ports.*.port, oneOf: [8080, 9090], reason: known, waivable: false}
  - {field: host, absent: true, reason: nobody}
""",
)
CONFIGS = (
    """\
services = ["**/service.yaml"]
output = "chart"
presets = ["http-api"]
preset-folders = ["presets", "more"]
[groups.web]
paths = ["services/*"]
labels = {tier = "web"}
presets = ["worker"]
[preset-pins]
other = "1.0.0"
[environments.staging]
[environments.production]
extends = "staging"
[kubernetes]
oldest = "1.31"
newest = "1.36"
""",
)

Mutation = Callable[[random.Random, str], str]


@dataclass(frozen=True)
class Mutant:
    """A file of a project, and the files beside it that lead to it."""

    name: str
    data: bytes
    others: Mapping[str, str]


def mutant(number: int) -> Mutant:
    """The mutant of that number, and of no other run or machine."""
    dice = random.Random(number)  # noqa: S311 - no secret
    name = dice.choices(list(SHARES), list(SHARES.values()))[0]
    text = dice.choice(seeds()[name])
    if name.endswith(".yaml") and dice.random() < DEEPER:
        text = _as_data_changed(dice, text)
    else:
        for _ in range(dice.choice((1, 1, 1, 2, 3, 5, 8))):
            text = dice.choice(MUTATIONS)(dice, text)
    return Mutant(name, _encoded(dice, text), BESIDE.get(name, {}))


SHARES = {"service.yaml": 70, "namespace.yaml": 5, "presets/acme.yaml": 17, "chartgen.toml": 8}
"""Of a hundred mutants, how many are such files."""

DEEPER = 0.4
"""How many are changed as data, and not as text: most of those get past the parser."""

BESIDE = {"presets/acme.yaml": {"service.yaml": ASKING}, "chartgen.toml": {"orders-api/service.yaml": SERVICE}}


@cache
def seeds() -> Mapping[str, Sequence[str]]:
    """The documents that mutants start from, by the file that they are."""
    wrong = sorted(INVALID.glob("*.yaml"))
    said = [_as_data(path) for path in sorted([*ROOT.glob("examples/*/service.py"), *ROOT.glob("tests/coverage/*.py")])]
    return {
        "service.yaml": [
            (ROOT / "examples/orders-api-yaml/service.yaml").read_text(encoding="utf-8"),
            *(path.read_text(encoding="utf-8") for path in wrong if not path.name.startswith("namespace-")),
            *filter(None, said),
        ],
        "namespace.yaml": [
            _as_data(ROOT / "examples/payments-namespace/namespace.py"),
            *(path.read_text(encoding="utf-8") for path in wrong if path.name.startswith("namespace-")),
        ],
        "presets/acme.yaml": [
            *PRESETS,
            *(path.read_text(encoding="utf-8") for path in sorted(INVALID.glob("*/presets/*.yaml"))),
        ],
        "chartgen.toml": [*CONFIGS, (ROOT / "examples/chartgen.toml").read_text(encoding="utf-8")],
    }


def _as_data(path: Path) -> str:
    """What a service file in Python says, as YAML; nothing for a file without a service."""
    variables = runpy.run_path(str(path))
    model = variables.get("service") or variables.get("namespace")
    if not isinstance(model, BaseModel):
        return ""
    return written(model.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False))[0]


def _as_data_changed(dice: random.Random, text: str) -> str:
    """The document with other values, keys and parts of other documents, and still YAML."""
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError:
        return text
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        if isinstance(data, dict) and (places := list(_places(data))):
            _change(dice, *dice.choice(places))
    return written(data)[0] if isinstance(data, dict) else text


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Each mapping or list with each of its keys or indexes."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield data, key
        if isinstance(value, (dict, list)):
            yield from _places(value)


def _change(dice: random.Random, around: Any, key: Any) -> None:
    kind = dice.randrange(6)
    if kind == 0:
        del around[key]
    elif kind == 1 and isinstance(around, dict):
        around[dice.choice([*parts(), *VALUES])] = around.pop(key)
    elif kind == 2 and isinstance(around, list):
        around += [around[key]] * dice.choice((1, 1, 130))
    elif kind < 4:
        around[key] = deepcopy(dice.choice(PLAIN))
    elif isinstance(around, dict):
        other = dice.choice(list(parts()))
        around[other] = deepcopy(dice.choice(parts()[other]))
    else:
        around[key] = deepcopy(dice.choice(dice.choice(list(parts().values()))))


@cache
def parts() -> Mapping[str, Sequence[Any]]:
    """What stands under a key anywhere in the documents."""
    found: dict[str, list[Any]] = {}
    for text in [*seeds()["service.yaml"], *seeds()["namespace.yaml"], *PRESETS]:
        with suppress(yaml.YAMLError):
            data = yaml.safe_load(text)
            for around, key in _places(data) if isinstance(data, dict) else ():
                found.setdefault(str(key), []).append(around[key])
    return found


def _drop(dice: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    start = dice.randrange(len(lines) + 1)
    return "".join(lines[:start] + lines[start + dice.randrange(1, 4) :])


def _again(dice: random.Random, text: str) -> str:
    """A few lines once more, somewhere."""
    lines = text.splitlines(keepends=True)
    start, at = dice.randrange(len(lines) + 1), dice.randrange(len(lines) + 1)
    return "".join(lines[:at] + lines[start : start + dice.randrange(1, 6)] + lines[at:])


def _indent(dice: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = dice.randrange(len(lines))
    by = dice.choice(("  ", "    ", "\t", "- ", " ", "? "))
    lines[at] = dice.choice((by + lines[at], lines[at].removeprefix("  "), lines[at].lstrip()))
    return "".join(lines)


def _value(dice: random.Random, text: str) -> str:
    """Something else behind a colon, an equals sign or a dash."""
    return _on_a_line(dice, text, lambda key, mark, _: f"{key}{mark} {dice.choice(VALUES)}")


def _key(dice: random.Random, text: str) -> str:
    """Something else before it."""
    return _on_a_line(dice, text, lambda key, mark, old: f"{_margin(key)}{dice.choice(VALUES)}{mark}{old}")


def _below(dice: random.Random, text: str) -> str:
    """A whole document as a value, or in a list."""
    other = dice.choice(seeds()[dice.choice(list(SHARES))])
    inside = "".join(f"    {line}" for line in other.splitlines(keepends=True))
    return _on_a_line(dice, text, lambda key, mark, _: f"{key}{mark}\n{inside}")


def _splice(dice: random.Random, text: str) -> str:
    """The head of one and the tail of another."""
    other = dice.choice(seeds()[dice.choice(list(SHARES))])
    return text[: dice.randrange(len(text) + 1)] + other[dice.randrange(len(other) + 1) :]


def _token(dice: random.Random, text: str) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(TOKENS) + text[at + dice.choice((0, 0, 1, 5)) :]


def _characters(dice: random.Random, text: str) -> str:
    for _ in range(dice.randrange(1, 9)):
        at, first = dice.randrange(len(text) + 1), dice.choice((0, 0x80, 0x2000, 0xE000, 0xFE00, 0x1F600))
        text = text[:at] + chr(first + dice.randrange(0x100)) + text[at + 1 :]
    return text


def _cut(dice: random.Random, text: str) -> str:
    return text[: dice.randrange(len(text) + 1)]


def _ends(dice: random.Random, text: str) -> str:
    return text.replace("\n", dice.choice(("\r\n", "\r", "\n\n", "\x85", "\u2028", "\n\r", "\x0b", " \n", "")))


def _large(dice: random.Random, text: str) -> str:
    """Now and then something that a reader may choke on."""
    if dice.random() > 0.2:
        return _token(dice, text)
    length = int(10 ** dice.uniform(2, 6.1))
    made = dice.choice(LARGE)(length)[: int(1.2e6)]
    return _on_a_line(dice, text, lambda key, mark, _: f"{key}{mark} {made}") if dice.random() < 0.8 else made


def _on_a_line(dice: random.Random, text: str, change: Callable[[str, str, str], str]) -> str:
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    mark = next((one for one in (":", "=", "-") if one in lines[at]), ":")
    key, _, old = lines[at].partition(mark)
    lines[at] = change(key, mark, old)
    return "\n".join(lines)


def _margin(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _encoded(dice: random.Random, text: str) -> bytes:
    if dice.random() < 0.9:
        return text.encode(errors="surrogatepass")
    data = text.encode(
        dice.choice(("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp037", "utf-7")), "replace"
    )
    at = dice.randrange(len(data) + 1)
    return dice.choice((data, data[:at] + bytes([dice.randrange(256)]) + data[at:], data[:at]))


MUTATIONS: Sequence[Mutation] = (
    _drop, _again, _again, _indent, _value, _value, _value, _key, _below, _splice, _token, _token, _characters, _cut,
    _ends, _large,
)  # fmt: skip
