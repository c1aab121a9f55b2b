"""Write data as YAML that every reader understands alike, Helm first of all: block style, two spaces, with comments.

Text is plain only where an allow-list says so, a ``|`` block where it is clean lines of Latin text, else double-quoted.
No ``---``, no anchors, LF, a newline at the end.
"""

from collections.abc import Mapping
from typing import Any

from chartgen.yamlio.leaves import key_text, leaf
from chartgen.yamlio.text import CONTROL

Path = tuple[str, ...]


def write(data: Mapping[str, Any], comments: Mapping[Path, str] | None = None, header: str = "") -> str:
    """YAML with the header on top and each comment above the key that its path leads to.

    Raises ValueError for what Helm would change (control characters, integers beyond 2^53, infinities, keys over 1000
    characters) and TypeError for what is no data. What is in a list has no comments.
    """
    page = _Page(comments or {})
    page.comment(header, "")
    apart = bool(header)
    for key, value in data.items():
        stands_out = (key,) in page.comments or _is_block(value)
        if page.lines and (apart or stands_out):
            page.lines.append("")
        page.entry(value, (key,), "")
        apart = stands_out
    return "\n".join(page.lines if data else [*page.lines, "{}"]) + "\n"


class _Page:
    def __init__(self, comments: Mapping[Path, str]) -> None:
        self.comments = comments
        self.lines: list[str] = []

    def entry(self, value: Any, path: Path, indent: str) -> None:
        """A mapping's key and value; of the path, all but the last part only leads to comments."""
        if path in self.comments:
            self.comment(self.comments[path], indent)
        key = key_text(path[-1])
        if _is_block(value):
            self.lines.append(f"{indent}{key}:")
            self.block(value, path, indent + "  ")
        else:
            self.lines.append(f"{indent}{key}: {leaf(value, indent)}")

    def block(self, value: Any, path: Path, indent: str) -> None:
        """What stands below a key."""
        if isinstance(value, Mapping):
            for key, child in value.items():
                self.entry(child, (*path, key), indent)
        else:
            for index, item in enumerate(value):
                self.item(item, (*path, f"[{index}]"), indent)

    def item(self, item: Any, path: Path, indent: str) -> None:
        """A list's item: its first line stands behind the dash, the others below it."""
        if not _is_block(item):
            self.lines.append(f"{indent}- {leaf(item, indent)}")
            return
        first = len(self.lines)
        self.block(item, path, indent + "  ")
        self.lines[first] = f"{indent}- {self.lines[first][len(indent) + 2 :]}"

    def comment(self, text: str, indent: str) -> None:
        """A comment, line by line."""
        if found := CONTROL.search(text):
            raise ValueError(f"a comment holds the control character U+{ord(found.group()):04X}")
        if text:
            self.lines.extend(f"{indent}# {line}".rstrip() for line in text.rstrip("\n").split("\n"))


def _is_block(value: Any) -> bool:
    return bool(value) and isinstance(value, dict | list | tuple | Mapping)
