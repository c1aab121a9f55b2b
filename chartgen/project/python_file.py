"""Run a service.py or a preset and take the one variable that it is for. It is code, and runs as code."""

import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import CodeType
from typing import Any

from chartgen.errors import InvalidInput, Message, invalid
from chartgen.models.base import Mistake, Model, collecting_mistakes
from chartgen.project.lines import show

Variables = Sequence[tuple[str, type[Any]]]
"""What a file may be for: the name of a variable and the kind of its value, the likeliest first."""


def run(path: Path, variables: Variables, root: Path) -> tuple[Any, list[Mistake]]:
    """The value of the one variable that the file is for, and everything that was refused on the way.

    Raises InvalidInput where the file is missing, does not compile, raises, or does not define one of the variables.
    """
    code = _compile(path)
    namespace = {"__name__": path.stem, "__file__": str(path)}
    with collecting_mistakes() as mistakes, _importing_from(root, path.parent):
        try:
            exec(code, namespace)  # noqa: S102 - a service file is code and runs as code; docs/security.md
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever the author's code raises is told as such
            raise _raised(path, root, error) from None
    return _pick(path, namespace, variables), mistakes


def call(
    function: Callable[..., Any], options: Mapping[str, Any], path: Path, root: Path, kinds: tuple[type[Model], ...]
) -> tuple[Any, list[Mistake]]:
    """What a function of an author's file returns, and everything that was refused on the way.

    Raises InvalidInput where it raises, or returns something else.
    """
    with collecting_mistakes() as mistakes, _importing_from(root, path.parent):
        try:
            made = function(**options)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever the author's code raises is told as such
            raise _raised(path, root, error) from None
    if not isinstance(made, kinds):
        line = function.__code__.co_firstlineno
        raise invalid(show(path), f"returns a {type(made).__name__}", line=line, hint=f"return {kinds[0].__name__}(…)")
    return made, mistakes


def _compile(path: Path) -> CodeType:
    try:
        return compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    except FileNotFoundError:
        raise invalid(show(path), "there is no such file", hint="chartgen new NAME makes one") from None
    except OSError as error:
        raise invalid(show(path), f"can't be read: {error.strerror}") from None
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        raise invalid(show(path), f"is not Python: {getattr(error, 'msg', error)}", line=line) from None


@contextmanager
def _importing_from(*folders: Path) -> Iterator[None]:
    """Let the file import its neighbours, and forget them afterwards: two services may both have a ``common.py``."""
    before, path = set(sys.modules), list(sys.path)
    sys.path[:0] = [str(folder) for folder in dict.fromkeys(folders)]
    writes_bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.path[:], sys.dont_write_bytecode = path, writes_bytecode
        for name in set(sys.modules) - before:
            if _is_neighbour(sys.modules[name], folders[-1]):
                del sys.modules[name]


def _is_neighbour(module: Any, folder: Path) -> bool:
    file = Path(getattr(module, "__file__", None) or "/")
    return file.parent == folder and not module.__name__.startswith("chartgen")


def _raised(path: Path, root: Path, error: BaseException) -> InvalidInput:
    """At the innermost line that the author wrote: in the file itself, or in a helper of the project."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_authors(frame.filename, path, root)]
    where, line = (Path(frames[-1].filename), frames[-1].lineno or 0) if frames else (path, 0)
    return invalid(show(where), f"raised {type(error).__name__}: {error}", line=line)


def _is_authors(file: str, path: Path, root: Path) -> bool:
    if file == str(path):
        return True
    ours = Path(__file__).parents[1]
    return Path(file).is_relative_to(root) and not Path(file).is_relative_to(ours) and "site-packages" not in file


def _pick(path: Path, namespace: dict[str, Any], variables: Variables) -> Any:
    for variable, kind in variables:
        if isinstance(value := namespace.get(variable), kind):
            return value
    variable, kind, found = _meant(namespace, variables)
    value = namespace.get(variable)
    problem = f"defines no {variable!r}" if value is None else f"{variable!r} is a {type(value).__name__}"
    hint = f"name it: {variable} = {found}" if found else f"write {variable} = {kind.__name__}(name=…)"
    raise InvalidInput([Message(show(path), 0, "", problem, hint)])


def _meant(namespace: dict[str, Any], variables: Variables) -> tuple[str, type[Any], str | None]:
    """The variable that the author meant, its kind, and the name that its value has; the first where none has one."""
    for variable, kind in variables:
        for name, other in namespace.items():
            if isinstance(other, kind):
                return variable, kind, name
    return *variables[0], None
