"""PyYAML's parser as a stream of events: libyaml where PyYAML was built with it, else ten times slower in Python."""

from collections.abc import Callable
from typing import Any

import yaml


def events(text: str) -> Callable[[], Any]:
    """A function that gives the next event at each call; it raises yaml.YAMLError where the text is no YAML."""
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    next_event: Callable[[], Any] = loader(text).get_event
    return next_event


def line_of(event: Any) -> int:
    """The line on which an event starts, from 1."""
    line: int = event.start_mark.line + 1
    return line
