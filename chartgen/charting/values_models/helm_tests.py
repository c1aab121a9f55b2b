"""The values of what ``helm test`` runs beside the connection test."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.charting.values_models.container import EnvEntry, QuantityValue
from chartgen.models.types import EnvName, PortName, Positive, UrlPath


class HttpCheckValues(Section):
    """A page of the Service, and the status that its answer must have."""

    service_port: PortName
    path: UrlPath
    status: Annotated[int, Field(ge=100, le=599)]


class HelmTestValues(Section):
    """A Job that `helm test` runs: it checks a page, or runs a command."""

    image: str
    """An image by digest; for http one that has sh, wget and awk."""

    http: HttpCheckValues = OPTIONAL
    command: Sequence[str]
    """Run where there is no http."""

    env: Mapping[EnvName, EnvEntry]
    memory: QuantityValue
    """Reserved, and the limit."""

    timeout_seconds: Positive
