"""The strings under fields, read from the source when first asked: documentation, schema and comments in one."""

import ast
import inspect
import sys
from functools import cache

from pydantic import BaseModel


def field_doc(model: type[BaseModel], field: str) -> str:
    """The string under a field, looked up along the MRO, since a redeclared field keeps its description."""
    for base in model.__mro__:
        if found := _docs(base.__module__).get(base.__qualname__, {}).get(field):
            return found
    return ""


@cache
def _docs(module: str) -> dict[str, dict[str, str]]:
    source = sys.modules.get(module)
    if source is None or not getattr(source, "__file__", None) or module == "builtins":
        return {}
    try:
        tree = ast.parse(inspect.getsource(source))
    except (OSError, TypeError):
        return {}
    return {node.name: _fields(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _fields(node: ast.ClassDef) -> dict[str, str]:
    docs: dict[str, str] = {}
    for field, text in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and _is_text(text):
            docs[field.target.id] = inspect.cleandoc(text.value.value)  # type: ignore[attr-defined]
    return docs


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
