"""What no text or number may be, in or out, and which words are never plain."""

import re

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Control characters but tab and newline, both Unicode line ends, byte order marks, non-characters, lone surrogates:
where one of them is left, Helm's toYaml swallows its own error and prints nothing (models.types refuses the same)."""

MAX_BYTES = 1_000_000
"""What a file that people write has at most."""

MAX_INTEGER = 2**53 - 1
"""The largest integer that survives Helm, which reads every number of a values file as a float64."""

WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""What some reader takes for a boolean or for nothing, in lower, upper or mixed case."""
