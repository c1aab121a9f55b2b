"""Which line of the library chart prints a leaf: each line leaves its number as a comment in what it prints.

A comment goes where the line's own text goes, through every ``include`` and ``nindent``, and changes no data. A line
that prints many by ``toYaml`` leaves it above them. A line that prints a part of a text, and no key and no item of a
list, leaves none: the line that prints the whole text is the one to look at.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from chartgen import yamlio
from chartgen.explaining.described import Root
from chartgen.explaining.rendering import LIBRARY, Leaf, Templates, leaves_of, manifests_of
from chartgen.helm import RenderFailed

_COMMENT = re.compile(r"# @(\d+)")
_BLOCK = re.compile(r"^(\s*(?:- |\{\{ end \}\})?(?:[^\s{}#][^{}]*|\{\{ [^{}]* \}\}):|\s*-) ?(\{\{- .*)$")
_SCALAR = re.compile(r"^\s*(?:- )?(?:[^\s{}#][^{}]*|\{\{ [^{}]* \}\}):(?: .*)?$|^\s*- \S.*$")
_DUMP = re.compile(r"^(\s*\{\{-?) (?!\$|if |with |range |else )([^{}]*\btoYaml\b[^{}]*\}\})$")
_PRINTED = re.compile(r'(append \$\w+ \(printf )"([^"]*:(?: ?%s)?)"')
_APPENDED = re.compile(r"(append \$\w+ )\((toYaml [^()]*)\)")
_DEFINE = re.compile(r'^\{\{-? define "([^"]+)"')


def lines_of(templates: Templates, root: Root, template: str) -> dict[Leaf, tuple[int, str]]:
    """The line of the library that prints each leaf of a template, and the line's define.

    Nothing where the comments change what is printed.
    """
    library = templates.files[LIBRARY]
    try:
        plain = templates.texts(root, [template])[template]
        text, defines = templates.texts(root, [template], _commented(library))[template], _defines(library)
        if leaves_of(template, text).keys() != leaves_of(template, plain).keys():
            return {}
    except (ValueError, RenderFailed):
        return {}
    return {leaf: (line, defines[line]) for leaf, line in _numbers(template, text)}


def _numbers(template: str, text: str) -> Iterator[tuple[Leaf, int]]:
    """The number that counts for each leaf: the first on its own line, else the last one above."""
    above = _above(text)
    for (kind, number, _), places in zip(manifests_of(text), yamlio.places(text), strict=True):
        for path, line in places.items():
            if above[line]:
                yield Leaf(template, kind, number, path), above[line]


def _above(text: str) -> Mapping[int, int]:
    """The number that counts for each line of what is printed: its own, else that of what it stands inside of."""
    found: dict[int, int] = {}
    around: list[tuple[int, int]] = []
    dumped = 0
    for number, line in enumerate(text.split("\n"), 1):
        comments = [int(one) for one in _COMMENT.findall(line)]
        if not line.split("#")[0].strip():
            dumped = comments[0] if comments else dumped
            continue
        depth = _depth(line)
        around = [(other, one) for other, one in around if other < depth]
        if dumped:
            around.append((depth - 1, dumped))
        own = comments[0] if comments else 0
        found[number] = own or (around[-1][1] if around else 0)
        around += [(depth, comments[-1])] if comments else []
        dumped = 0
    return found


def _depth(line: str) -> int:
    """How far a line stands inside, in half steps: an item is inside of the key on whose column it starts."""
    column = len(line) - len(line.lstrip(" "))
    return 4 * column + (2 if line.lstrip(" ").startswith("- ") else 0)


@cache
def _commented(library: str) -> str:
    """The library, whose lines leave their numbers."""
    lines, inside = [], False
    for number, line in enumerate(library.split("\n"), 1):
        inside = line.startswith("{{/*") or inside
        lines.append(line if inside else _with_comment(line, f" # @{number}"))
        inside = inside and not line.endswith("*/}}")
    return "\n".join(lines)


def _with_comment(line: str, comment: str) -> str:
    if found := _BLOCK.match(line):
        return f"{found[1]}{comment}{found[2]}"
    if found := _DUMP.match(line):
        before, behind = ('"\\n#', '"') if "nindent" in line else ('"#', '\\n"')
        return f"{found[1]} {before}{comment[2:]}{behind} }}}}{{{{ {found[2]}"
    if _APPENDED.search(line):
        return _APPENDED.sub(rf'\1(printf "#{comment[2:]}\\n%s" (\2))', line)
    if _PRINTED.search(line):
        return _PRINTED.sub(lambda found: f'{found[1]}"{_in_format(found[2], comment)}"', line)
    if _SCALAR.match(line) and not line.endswith("-}}") and "nindent" not in line:
        return line + comment
    return line


def _in_format(text: str, comment: str) -> str:
    """A format that prints lines, each with the comment."""
    return "\\n".join(
        f"{line.removesuffix('%s')}{comment}%s" if line.endswith(":%s") else f"{line}{comment}"
        for line in text.split("\\n")
    )


@cache
def _defines(library: str) -> Mapping[int, str]:
    """The define that each line belongs to."""
    found, name = {}, ""
    for number, line in enumerate(library.split("\n"), 1):
        if opened := _DEFINE.match(line):
            name = opened[1]
        found[number] = name
    return found
