"""The kind of a workload, read from its values: each kind has a section that no other has."""

from collections.abc import Mapping
from typing import Any

from chartgen.models.kinds import Kind

_TOLD_BY: Mapping[str, Kind] = {
    "cronJob": "CronJob",
    "job": "Job",
    "podManagementPolicy": "StatefulSet",
    "updateStrategy": "DaemonSet",
}


def kind_of(values: Mapping[str, Any]) -> Kind:
    """The kind of the workload that has these values."""
    for section, kind in _TOLD_BY.items():
        if section in values:
            return kind
    return "Deployment"
