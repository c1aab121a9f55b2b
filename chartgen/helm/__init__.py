"""The only door to Helm: an engine renders and lints a chart folder, in this process or in one of its own."""

from chartgen.helm.choice import find
from chartgen.helm.embedded import Embedded
from chartgen.helm.engine import Engine, RenderFailed
from chartgen.helm.process import Process

__all__ = ["Embedded", "Engine", "Process", "RenderFailed", "find"]
