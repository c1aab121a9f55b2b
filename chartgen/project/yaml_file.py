"""Read a data-only file into a model. It is data: nothing in it is executed, included or looked up."""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from chartgen import yamlio
from chartgen.errors import Message, invalid
from chartgen.models.base import Model
from chartgen.project.lines import YamlSource, show
from chartgen.project.mistakes import MAX_MESSAGES, messages_of_data
from chartgen.yamlio.text import MAX_BYTES

M = TypeVar("M", bound=Model)

MOST_VALUES = 100_000
"""What a chart may grow to: each environment has all values anew, and in it each component what it inherits."""


def load(path: Path, kind: type[M]) -> tuple[M, YamlSource, list[Message]]:
    """The model, the lines of its keys, and what was refused and left out of it.

    Raises InvalidInput where the file can't be read as YAML at all.
    """
    document = yamlio.read(_text(path), show(path))
    source = YamlSource(show(path), kind, document.lines)
    if not isinstance(document.data, dict):
        raise invalid(source.file, "must be a mapping of fields", hint="start with: name: orders-api")
    _refuse_what_grows(document.data, source)
    model, messages = _validated(document.data, kind, source)
    return model, source, messages


def _refuse_what_grows(data: dict[str, Any], source: YamlSource) -> None:
    """Raises InvalidInput where a small file says a chart that takes minutes."""
    environments, components = (len(said) if isinstance(said := data.get(key), dict) else 0 for key in _MULTIPLIED)
    if len(source.lines) * (1 + environments) * (1 + components) > MOST_VALUES:
        text = f"says {len(source.lines)} values for {environments} environments and {components} components"
        raise invalid(source.file, f"{text}, which is too much for one chart", hint="make several services of it")


_MULTIPLIED = ("environments", "components")


def _validated(data: dict[str, Any], kind: type[M], source: YamlSource) -> tuple[M, list[Message]]:
    try:
        return kind.model_validate(data, by_alias=True, by_name=False), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        wrong = {detail["loc"][0] for detail in details if detail["loc"]}
        rest = {key: value for key, value in data.items() if key not in wrong}
        model = kind.model_validate(rest, by_alias=True, by_name=False)
        return model, list(messages_of_data(kind, details[:MAX_MESSAGES], source))


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(MAX_BYTES + 1)  # what is longer is refused by its length
    except FileNotFoundError:
        raise invalid(show(path), "there is no such file", hint="chartgen new NAME makes one") from None
    except UnicodeDecodeError as error:
        raise invalid(show(path), f"is not UTF-8 at byte {error.start}") from None
    except OSError as error:
        raise invalid(show(path), f"can't be read: {error.strerror}") from None
