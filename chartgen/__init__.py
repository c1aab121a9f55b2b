"""Helm charts from typed Python: everything that an author of services and presets needs.

The models are imported when one of them is first used, so that the command line starts without pydantic.
"""

from importlib import import_module

TYPE_CHECKING = False  # true for type checkers, without the 10 ms of importing typing
if TYPE_CHECKING:
    from chartgen.models import *  # noqa: F403 - one list of names, in chartgen.models
else:
    # Hidden from type checkers, which would take any name for one that it gives.
    def __getattr__(name):  # noqa: ANN001, ANN202
        models = import_module("chartgen.models")
        if name == "__all__":
            return models.__all__
        if name not in models.__all__:
            msg = f"module 'chartgen' has no attribute {name!r}"
            raise AttributeError(msg)
        return getattr(models, name)
