"""What is put into documents: values that readers dispute, words of several syntaxes, and more than they can hold."""

from collections.abc import Callable, Sequence
from typing import Any


def _bomb(length: int) -> str:
    """Aliases of aliases: small to write, and ten to the power of its lines to hold."""
    lines = ["- &a0 [x]", *(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, min(length, 60)))]
    return "\n" + "\n".join(lines)


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
    "1", "65536", "2147483648", "9007199254740993", "99999999999999999999999999", "1.5", "-1.5", ".inf", "-.inf",
    ".nan", "nan", "inf", "12:30", "2026-01-31", "2026-01-31T10:00:00Z", "2026-13-45", "0000-00-00", '"\\0"',
    '"\\u2028"', '"\\ud800"', '"\\U0010FFFF"', '"\\U00110000"', '"\\x1b[31m"', '"\\x9b"', '"\\b\\b\\b"', '"a\\nb"',
    '"a\\r\\nb"', '"\\t"', "'", '"', "|", ">", "|+", ">-9", "%", "@", "`", "&a", "*a", "&a b", "!!str 1", "!!int x",
    "!!binary AAAA", "!!set {a}", "!!python/object/apply:os.system [id]", "!!python/name:os.system",
    "!!timestamp 2026-01-31", "!include /etc/passwd", "!!omap [a: 1]", "!<tag:yaml.org,2002:str> x", "<<", "=", "?",
    "-", "- -", "...", "---", "{a: b", "[a, b", "{a: 1, a: 2}", "[{a: 1}, [b]]", "{? [a] : b}", "{? {a: b} : c}",
    "{1: 2}", "{null: 1}", "{true: 1}", "{1.5: 1}", "{'': 1}", '{"": 1}', "{<<: {a: b}}", "{<<: *a}", "a: b: c",
    "a #b", "#", "/etc/passwd", "../../etc/passwd", "file:///etc/passwd", "/dev/zero", "//", ".", "..", "C:\\",
    "{{ .Values.x }}", '"{{ fail 1 }}"', '"{% raw %}"', "$(id)", "${HOME}", "%s%s%n", "{0}", "{value}", '"{name}"',
    '"{0.__class__}"', "__class__", "__proto__", "model_fields", "model_config", "self", "ä", "\u202e", "\u00a0",
    "\ufeff", "\ufffe", "\U0001f600", "e\u0301", "a" * 64, "a" * 254, "a.b", "a-", "-a", "A", "a/b", "a@b", "a:b",
    "100m", "1Ki", "-1Ki", "1e-9", "1e30Ei", "99999999999Ei", "1h30m", "-5s", "999999999h", "0s", "101%", "* * * * *",
    "99 99 99 99 99", "*/0 * * * *", "0.0.0.0/0", "::/0", "999.1.1.1/99", "sha256:" + "0" * 64,
    "https://user:password@example.com", "https://[::1", "http://\u2100", "(a+)+$", "[", "(?P<a>", "((((a*)*)*)*)*b",
    "\\", "name", "orders-api", "production", "main", "http", "environments", "components", "presets", "[acme]",
    "[acme, acme]", "[{name: acme, options: {}}]", "{name: acme}", "acme/acme", "replicas", "components.*.replicas",
    "*", "**", "*.*",
)  # fmt: skip
"""What a value or a key may be mistaken for."""

PLAIN: Sequence[Any] = (
    None, True, False, 0, 1, 2, -1, 3, 30, 443, 8080, 70_000, 1.5, 2**53 - 1, 1e300, "", "a", "http", "main", "yes",
    "100m", "1Gi", "10%", "30s", "1h", "* * * * *", "production", "orders-api", "10.0.0.0/8", "a.example.com", "/a",
    "/", "https://a.b/c", "A_B", "sha256:" + "0" * 64, "Always", "None", "TCP", "GET", "Exact", "*", "$(A)",
    "{{ x }}", "ä", " a ", "a\nb", "a" * 63, "a" * 300, [], {}, [[]], [{}], ["a"], [1], [None], {"a": "b"}, {"a": 1},
    {"a": None}, {"": ""}, {"a": {"a": {"a": {}}}}, [["a"]],
)  # fmt: skip
"""What YAML readers agree on."""

TOKENS = (
    *VALUES, "\n", "\n\n", "\t", " ", ":", ": ", "- ", "\n- ", ",", "{", "}", "[", "]", "&", "*", "!", "!!", "|", ">",
    "#", " #", "\\", "\0", "\x01", "\x1b[2J", "\x7f", "\x85", "\u2029", "\ud800", "\n---\n", "\n...\n",
    "\n%YAML 1.3\n---\n", "\n%TAG ! !!\n", "\n<<: {a: 1}\n", "\n<<: *a\n", "\nname: again\n", "\n  ? a\n  : b\n",
    "\n=: 1\n", '"""', "'''", "[[a]]\n", "\n[a]\n", "\na.b.c = 1\n", "a = 1979-05-27T07:32:00Z\n", "a = inf\n",
    "a = 0x1F\n", "\na = {b = 1}\na.c = 2\n",
)  # fmt: skip
