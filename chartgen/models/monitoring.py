"""How Prometheus finds the pods, by the objects of the Prometheus operator, and what Grafana shows of them."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import Model
from chartgen.models.types import (
    Duration,
    LabelKey,
    LabelValue,
    MetricLabel,
    Name,
    PortName,
    Positive,
    Text,
    UrlPath,
)
from chartgen.models.variables import SecretKey


class Relabeling(Model):
    """A rule by which Prometheus rewrites labels, or keeps and drops what carries them.

    Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
    """

    action: Literal[
        "replace",
        "keep",
        "drop",
        "keepequal",
        "dropequal",
        "hashmod",
        "labelmap",
        "labeldrop",
        "labelkeep",
        "lowercase",
        "uppercase",
    ] = "replace"
    """What is done where ``regex`` matches."""

    source_labels: Sequence[MetricLabel] = ()
    """Labels whose values are joined by ``separator`` and matched; ``__name__`` is the metric's name."""

    separator: Text | None = None
    """What joins them; Prometheus' default is a semicolon."""

    regex: Text | None = None
    """An anchored RE2 expression; Prometheus' default is ``(.*)``."""

    target_label: Text | None = None
    """The label that is written."""

    replacement: Text | None = None
    """The value that is written; Prometheus' default is ``$1``, what the first group matched."""

    modulus: Positive | None = None
    """For ``hashmod``: the number of shares."""


class ScrapeTls(Model):
    """How the certificate of what is scraped is judged."""

    server_name: Text | None = None
    """The name that the certificate must have; by default the address that is asked."""

    unverified_because: Annotated[Text, Field(min_length=1)] | None = None
    """Why the certificate is not verified at all (``insecureSkipVerify``), for the reader of the service file."""


class Scrape(Model):
    """A page of metrics."""

    port: PortName | None = None
    """The port by name, of the workload or of a sidecar; by default the one named as this entry, else ``metrics``,
    else ``http``, else the first."""

    path: UrlPath = "/metrics"
    """Where the metrics are."""

    interval: Duration | None = None
    """The time between two scrapes, as ``30s``; by default the Prometheus' own."""

    scrape_timeout: Duration | None = None
    """The time that an answer may take, no longer than the interval; by default the Prometheus' own."""

    scheme: Literal["http", "https"] = "http"
    """What is spoken."""

    tls: ScrapeTls | None = None
    """How the certificate is judged; with ``https`` only."""

    bearer_token: SecretKey | None = None
    """The key of an existing Secret whose value is sent as the bearer token."""

    honor_labels: bool = False
    """Keep labels of the page that Prometheus sets too, as a push gateway needs it."""

    relabelings: Sequence[Relabeling] = ()
    """Rules for the targets, asked before the scrape."""

    metric_relabelings: Sequence[Relabeling] = ()
    """Rules for the metrics, asked after the scrape: drop here what costs too much."""


class Monitor(Model):
    """What the Prometheus operator scrapes: ``Monitor()`` for ``/metrics`` on the port ``metrics``, else ``http``.

    The labels by which a Prometheus selects its monitors are a fact of the platform (``prometheus_labels``).
    Source: https://prometheus-operator.dev/docs/developer/getting-started/
    """

    kind: Literal["ServiceMonitor", "PodMonitor"] | None = None
    """By default a ServiceMonitor, and a PodMonitor where a port is a sidecar's, which has no Service."""

    endpoints: Mapping[Name, Scrape | None] = {}
    """Pages of metrics by name; none stated is one, with every default."""

    labels: Mapping[LabelKey, LabelValue | None] = {}
    """Labels of the monitor beside the platform's and the service's."""

    job_label: LabelKey | None = None
    """The label of the Service, or of the pods, whose value becomes ``job``; by default the Service's name, or the
    monitor's namespace and name."""

    target_labels: Sequence[LabelKey] = ()
    """Labels of the Service that the metrics get; with a ServiceMonitor only."""

    pod_target_labels: Sequence[LabelKey] = ()
    """Labels of the pods that the metrics get."""

    sample_limit: Positive | None = None
    """Samples of a scrape above which all of it is refused; none for no limit."""
