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

ROOT = Path(__file__).parents[2]
INVALID = ROOT / "tests" / "invalid"
SERVICE = "name: orders-api\nimage: {repository: ghcr.io/acme/orders-api, tag: 1.4.2}\nreplicas: 2\n"
ASKING = f"{SERVICE}presets: [acme]\n"

PRESETS = (
    "name: acme\nversion: 1.2.0\ndescription: What all share.\nextends: [http-api]\nsettings:\n  replicas: 3\n"
    "  resources: {requests: {cpu: 100m, memory: 128Mi}}\n  env: {LOG_LEVEL: info}\noverlays:\n  production:\n"
    "    replicas: 4\n    autoscaling: {minReplicas: 3, maxReplicas: 9}\nrules:\n  CG401: error\nrequired: [owner]\n"
    "sizes:\n  small: {requests: {cpu: 50m, memory: 64Mi}}\n",
    "name: acme\nlocks:\n  - field: replicas\n    atLeast: 3\n    reason: two of three zones may be away\n"
    "  - {field: image.repository, matches: ^ghcr.io/, reason: ours, link: https://example.com/registries}\n"
    "  - {field: containers.*.security.privileged, equals: false, environments: [production], reason: no}\n",
)
CONFIGS = (
    'services = ["**/service.yaml"]\noutput = "chart"\npresets = ["http-api"]\npreset-folders = ["presets", "more"]\n'
    '[groups.web]\npaths = ["services/*"]\nlabels = {tier = "web"}\npresets = ["worker"]\n'
    '[preset-pins]\nhttp-api = "1.0.0"\n[environments.staging]\n[environments.production]\nextends = "staging"\n'
    '[kubernetes]\noldest = "1.31"\nnewest = "1.36"\n',
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
    return Mutant(name, _encoded(dice, text), {other: one for other, one in BESIDE.get(name, {}).items()})


SHARES = {"service.yaml": 70, "namespace.yaml": 5, "presets/acme.yaml": 17, "chartgen.toml": 8}
"""Of a hundred mutants, how many are such files."""

DEEPER = 0.4
"""How many are changed as data, and not as text: most of those get past the parser."""

BESIDE = {"presets/acme.yaml": {"service.yaml": ASKING}, "chartgen.toml": {"service.yaml": SERVICE}}


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
        at = dice.randrange(len(text) + 1)
        text = (
            text[:at]
            + chr(dice.choice((dice.randrange(0x100), dice.randrange(0xD800), 0xE000 + dice.randrange(0x1FFF))))
            + text[at + 1 :]
        )
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


def _bomb(length: int) -> str:
    """Aliases of aliases: small to write, and ten to the power of its lines to hold."""
    lines = ["- &a0 [x]", *(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, min(length, 60)))]
    return "\n" + "\n".join(lines)


MUTATIONS: Sequence[Mutation] = (
    _drop, _again, _again, _indent, _value, _value, _value, _key, _below, _splice, _token, _token, _characters, _cut,
    _ends, _large,
)  # fmt: skip

LARGE: Sequence[Callable[[int], str]] = (
    lambda length: "[" * length,
    lambda length: "[" * 60 + "]" * 60 + "," * length,
    lambda length: "{a: " * length,
    lambda length: "{" * length,
    lambda length: "- " * length,
    lambda length: "? " * length,
    lambda length: "".join("\n" + " " * n + "a:" for n in range(min(length, 1000))),
    lambda length: "x" * length,
    lambda length: '"' + "\\x41" * length + '"',
    lambda length: '"' + "\\" * length,
    lambda length: "'" * length,
    lambda length: "9" * length,
    lambda length: "-0x" + "f" * length,
    lambda length: "1" + ":59" * length,
    lambda length: "1." + "0" * length,
    lambda length: "1_" * length + "e" + "9" * length,
    lambda length: "2026-01-01 " + " " * length + "x",
    lambda length: "[" + "a, " * length + "]",
    lambda length: "{" + "".join(f"k{n}: {n}, " for n in range(length // 8)) + "}",
    lambda length: "".join(f"\nk{n}: {{}}" for n in range(length // 8)),
    lambda length: "".join(f"\n- {{name: a{n}, value: b}}" for n in range(length // 20)),
    lambda length: "\n".join("a: 1" for _ in range(length // 5)),
    lambda length: "{" + "<<: " * length,
    lambda length: "&a " * length,
    lambda length: "!" * length,
    lambda length: "!<" + "x" * length + "> y",
    lambda length: "#" * length,
    lambda length: "\n" * length,
    lambda length: "%YAML " + "1" * length + "\n---\n",
    lambda length: "%TAG ! tag:x,2000:" + "y" * length + "\n--- !z",
    lambda length: "|" + "\n   x" * (length // 5),
    lambda length: "|9" + "\n" + " " * length + "x",
    lambda length: ">-\n" + "\n".join(" " * n for n in range(min(length, 1400))),
    lambda length: "---\n" * length,
    lambda length: "a." * length + " = 1",
    lambda length: "[[" + "a." * (length // 2) + "b]]\n" * 3,
    lambda length: "".join(f"[t{n}]\n" for n in range(length // 6)),
    lambda length: "'''" + "\n" * length,
    _bomb,
    lambda length: "\n  a: &a {b: *a}\n  c: *a" + "\n  d: *a" * (length // 10),
)

VALUES = (
    "null", "~", "", "{}", "[]", "yes", "NO", "on", "true", "010", "0x10", "0o17", "1e3", "1e999", "-1", "-0", "0",
    "1", "65536", "2147483648", "9007199254740993", "99999999999999999999999999", "1.5", "-1.5", ".inf", "-.inf", ".nan",
    "nan", "inf", "12:30", "2026-01-31", "2026-01-31T10:00:00Z", "2026-13-45", "0000-00-00", '"\\0"', '"\\u2028"',
    '"\\ud800"', '"\\U0010FFFF"', '"\\U00110000"', '"\\x1b[31m"', '"\\x9b"', '"\\b\\b\\b"', '"a\\nb"', '"a\\r\\nb"', '"\\t"',
    "'", '"', "|", ">", "|+", ">-9", "%", "@", "`", "&a", "*a", "&a b", "!!str 1", "!!int x", "!!binary AAAA", "!!set {a}",
    "!!python/object/apply:os.system [id]", "!!python/name:os.system", "!!timestamp 2026-01-31", "!include /etc/passwd",
    "!!omap [a: 1]", "!<tag:yaml.org,2002:str> x", "<<", "=", "?", "-", "- -", "...", "---", "{a: b", "[a, b", "{a: 1, a: 2}",
    "[{a: 1}, [b]]", "{? [a] : b}", "{? {a: b} : c}", "{1: 2}", "{null: 1}", "{true: 1}", "{1.5: 1}", "{'': 1}", '{"": 1}',
    "{<<: {a: b}}", "{<<: *a}", "a: b: c", "a #b", "#", "/etc/passwd", "../../etc/passwd", "file:///etc/passwd",
    "/dev/zero", "//", ".", "..", "C:\\", "{{ .Values.x }}", '"{{ fail 1 }}"', '"{% raw %}"', "$(id)", "${HOME}", "%s%s%n",
    "{0}", "{value}", '"{name}"', '"{0.__class__}"', "__class__", "__proto__", "model_fields", "model_config", "self",
    "ä", "\u202e", "\u00a0", "\ufeff", "\ufffe", "\U0001f600", "e\u0301", "a" * 64, "a" * 254, "a.b", "a-", "-a", "A", "a/b",
    "a@b", "a:b", "100m", "1Ki", "-1Ki", "1e-9", "1e30Ei", "99999999999Ei", "1h30m", "-5s", "999999999h", "0s", "101%",
    "* * * * *", "99 99 99 99 99", "*/0 * * * *", "0.0.0.0/0", "::/0", "999.1.1.1/99", "sha256:" + "0" * 64,
    "https://user:password@example.com", "https://[::1", "http://\u2100", "(a+)+$", "[", "(?P<a>", "((((a*)*)*)*)*b", "\\",
    "name", "orders-api", "production", "main", "http", "environments", "components", "presets", "[acme]", "[acme, acme]",
    "[{name: acme, options: {}}]", "{name: acme}", "acme/acme", "replicas", "components.*.replicas", "*", "**", "*.*",
)  # fmt: skip
"""What a value or a key may be mistaken for."""

PLAIN: Sequence[Any] = (
    None, True, False, 0, 1, 2, -1, 3, 30, 443, 8080, 70_000, 1.5, 2**53 - 1, 1e300, "", "a", "http", "main", "yes", "100m", "1Gi",
    "10%", "30s", "1h", "* * * * *", "production", "orders-api", "10.0.0.0/8", "a.example.com", "/a", "/", "https://a.b/c", "A_B",
    "sha256:" + "0" * 64, "Always", "None", "TCP", "GET", "Exact", "*", "$(A)", "{{ x }}", "ä", " a ", "a\nb", "a" * 63, "a" * 300,
    [], {}, [[]], [{}], ["a"], [1], [None], {"a": "b"}, {"a": 1}, {"a": None}, {"": ""}, {"a": {"a": {"a": {}}}}, [["a"]],
)  # fmt: skip
"""What YAML readers agree on."""

TOKENS = (
    *VALUES, "\n", "\n\n", "\t", " ", ":", ": ", "- ", "\n- ", ",", "{", "}", "[", "]", "&", "*", "!", "!!", "|", ">", "#",
    " #", "\\", "\0", "\x01", "\x1b[2J", "\x7f", "\x85", "\u2029", "\ud800", "\n---\n", "\n...\n", "\n%YAML 1.3\n---\n",
    "\n%TAG ! !!\n", "\n<<: {a: 1}\n", "\n<<: *a\n", "\nname: again\n", "\n  ? a\n  : b\n", "\n=: 1\n", '"""', "'''", "[[a]]\n",
    "\n[a]\n", "\na.b.c = 1\n", "a = 1979-05-27T07:32:00Z\n", "a = inf\n", "a = 0x1F\n", "\na = {b = 1}\na.c = 2\n",
)  # fmt: skip
