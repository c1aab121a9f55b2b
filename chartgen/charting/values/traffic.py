"""Traffic inside the cluster: the Service and the connection test."""

from collections.abc import Mapping
from typing import Any

from chartgen.charting.values.container import Values
from chartgen.layering.facts import main_port
from chartgen.models.service import Spec


def connection_test(spec: Spec) -> Values | None:
    """What ``helm test`` asks."""
    test = spec.connection_test
    if test is None or not spec.ports:
        return None
    return {
        "image": test.image,
        "servicePort": test.port or main_port(spec),
        "path": test.path,
        "timeoutSeconds": test.timeout_seconds,
    }


def present(entries: Mapping[str, Any]) -> Values:
    """A map without the entries that were taken back."""
    return {key: value for key, value in entries.items() if value is not None}
