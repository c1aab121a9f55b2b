"""Read a service's YAML: its data and the line of every value, or every reason why it is refused.

Nothing is expanded or executed, and size, depth and number of values are bounded: the file may come from anyone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from yaml import YAMLError

from chartgen.errors import InvalidInput
from chartgen.yamlio.builder import Builder
from chartgen.yamlio.problems import MAX_MESSAGES, NO_CONTROL, Path, Problems, Stop
from chartgen.yamlio.syntax import in_words, line_of_error
from chartgen.yamlio.text import CONTROL, MAX_BYTES


@dataclass(frozen=True)
class Document:
    """What a file says, and where."""

    data: Any
    """Mappings, lists, text, whole numbers, decimals, booleans and None."""

    lines: Mapping[Path, int]
    """The line of each key and each list item, from 1, by the keys and indexes that lead there; ``()`` is the whole."""


def read(text: str, file: str) -> Document:
    """The one document of a file; raises InvalidInput with every problem that can be found at once."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    problems = Problems(file)
    document = None
    if _is_readable(text, problems):
        document = _built(text, problems)
    if document is None or problems.messages:
        raise InvalidInput(problems.messages)
    return document


def _is_readable(text: str, problems: Problems) -> bool:
    if len(text) > MAX_BYTES or len(text.encode(errors="replace")) > MAX_BYTES:
        problems.add(0, (), "is larger than 1 MB", "a service is a few hundred lines; keep other data elsewhere")
        return False
    for found in islice(CONTROL.finditer(text), MAX_MESSAGES):
        line = text.count("\n", 0, found.start()) + 1
        problems.add(line, (), f"holds the control character U+{ord(found.group()):04X}", NO_CONTROL)
    return not problems.messages


def _built(text: str, problems: Problems) -> Document | None:
    builder = Builder(text, problems)
    try:
        return Document(builder.document(), builder.lines)
    except YAMLError as error:
        problems.add(line_of_error(error, text), (), *in_words(error, text))
    except Stop:
        pass
    return None
