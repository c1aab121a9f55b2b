"""Layers built in a test, without a file."""

from chartgen.layering.layers import Layer
from chartgen.models.base import Model
from chartgen.models.service import Service
from chartgen.project.lines import PythonSource


def layer(model: Model) -> Layer:
    """A layer that says what the model says; a service's own fields are left out as the loader does."""
    own = {"presets", "environments", "waivers", "extends"}
    title = "service" if isinstance(model, Service) else "layer"
    return Layer(title, model, PythonSource("service.py", model), without=frozenset(own))
