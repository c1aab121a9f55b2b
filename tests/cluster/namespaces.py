"""A namespace for each test, and what a namespace may hold."""

from collections.abc import Mapping
from itertools import count
from typing import Final

from tests.cluster.api import Api

RESTRICTED: Final = {f"pod-security.kubernetes.io/{mode}": "restricted" for mode in ("enforce", "warn", "audit")}
"""Labels by which a namespace takes no pod that may do more than the strictest level allows."""

EXCEPTIONS: Final = {"node-agent"}
"""Examples that ask for more, and say why."""

_numbers = count(1)


def make_namespace(api: Api, labels: Mapping[str, str] = {}) -> str:
    """The name of a new one."""
    name = f"test-{next(_numbers)}"
    api.create({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name, "labels": dict(labels)}})
    return name


def level(example: str) -> Mapping[str, str]:
    """The labels of the namespace that an example can live in."""
    return {} if example in EXCEPTIONS else RESTRICTED
