"""Which Helm to use: the one that is named, else the embedded one, else the one on the PATH."""

import shutil

from chartgen.errors import ToolError
from chartgen.helm.embedded import Embedded
from chartgen.helm.engine import Engine
from chartgen.helm.process import Process

_HINT = "pip install 'chartgen[helm]'"


def find(helm: str | None = None) -> Engine:
    """The Helm for this run; ``helm`` is the name or path of an executable.

    Raises ToolError where there is none, or one that is too old.
    """
    if helm:
        return Process(_executable(helm))
    try:
        return Embedded()
    except ImportError:
        reason = ""
    except Exception as error:  # noqa: BLE001 - a library built for another machine raises what it likes
        reason = f": the embedded one can't be loaded ({error})"
    if path := shutil.which("helm"):
        return Process(path)
    raise ToolError(f"there is no Helm to render with{reason}", hint=_HINT)


def _executable(helm: str) -> str:
    if path := shutil.which(helm):
        return path
    raise ToolError(f"{helm}: no such executable", hint=f"--helm /path/to/helm, or without --helm: {_HINT}")
