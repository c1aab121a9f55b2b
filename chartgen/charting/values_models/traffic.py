"""The values of traffic inside the cluster: the Service and the connection test."""

from chartgen.charting.values_models.base import Section
from chartgen.models.types import PortName, Positive, UrlPath


class ConnectionTestValues(Section):
    """What `helm test` runs: a Job that asks the Service for a page."""

    image: str
    """An image with wget, by digest."""

    service_port: PortName
    path: UrlPath
    timeout_seconds: Positive
