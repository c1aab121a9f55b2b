"""Say in a user's words what the YAML parser stumbled over."""

from yaml import MarkedYAMLError, YAMLError


def line_of_error(error: YAMLError, text: str) -> int:
    """The line, from 1, and the last one for what is missing at the end; 0 where the parser does not know it."""
    mark = (error.problem_mark or error.context_mark) if isinstance(error, MarkedYAMLError) else None
    return min(mark.line, text.rstrip("\n").count("\n")) + 1 if mark else 0


def in_words(error: YAMLError, text: str) -> tuple[str, str]:
    """What is wrong, and what to write instead."""
    if _is_indented_by_tab(text, line_of_error(error, text)):
        return "is indented with a tab", "indent with spaces"
    said = str(error.problem or error.context) if isinstance(error, MarkedYAMLError) else str(error)
    for words, wrong, hint in _KNOWN:
        if words in said:
            return wrong, hint
    return f"is not YAML: {said.splitlines()[0]}", "check the indentation, the quotes and the brackets above"


_KNOWN = (
    ("cannot start any token", "a text starts with a character that YAML reserves", "put the text in double quotes"),
    (
        "mapping values are not allowed",
        "a ':' is not expected here",
        "write key: value, or quote text with a colon",
    ),
    ("expected ':'", "a key has no ':' after it", "write key: value"),
    ("end of stream", "the file ends inside quotes or brackets", "close them"),
    ("document indicator", "a document ends inside quotes", "close them"),
    ("unknown escape character", "a backslash escapes nothing in double quotes", "write \\\\ for a backslash"),
    ("undefined tag handle", "a tag is used", "remove it; put text in double quotes"),
    ("expected key", "is indented differently from the lines above", "align it with its neighbours"),
    ("expected <document start>", "stands outside of what is above", "align it with its neighbours"),
    ("expected ',' or", "brackets or braces are not closed", "close them, and put commas between the items"),
    ("expected '-'", "is no item of the list above", "start it with '- ', or align it with the keys"),
)


def _is_indented_by_tab(text: str, number: int) -> bool:
    if not number:
        return False
    line = text.split("\n", number)[number - 1]
    return "\t" in line[: len(line) - len(line.lstrip())]
