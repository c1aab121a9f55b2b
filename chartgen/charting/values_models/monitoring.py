"""The values that watch the pods: monitors of the Prometheus operator."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.charting.values_models.container import KeySelector
from chartgen.models.types import (
    ConfigKey,
    LabelKey,
    LabelValue,
    MetricLabel,
    MetricName,
    Name,
    PortName,
    Positive,
    UrlPath,
)

DurationValue = Annotated[str, Field(pattern=r"^([0-9]+(y|w|d|h|m|s|ms))*$")]


class RelabelingValues(Section):
    """A rule by which Prometheus rewrites labels."""

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
    ]
    source_labels: Sequence[MetricLabel] = OPTIONAL
    separator: str = OPTIONAL
    regex: str = OPTIONAL
    target_label: str = OPTIONAL
    replacement: str = OPTIONAL
    modulus: Positive = OPTIONAL


class ScrapeTlsValues(Section):
    """How the certificate is judged."""

    server_name: str = OPTIONAL
    insecure_skip_verify: bool
    ca: KeySelector = OPTIONAL
    cert: KeySelector = OPTIONAL
    key_secret: KeySelector = OPTIONAL


class AuthorizationValues(Section):
    """What Prometheus says of itself."""

    type: Literal["Bearer"]
    credentials: KeySelector


class BasicAuthValues(Section):
    """A user and password, each the key of a Secret."""

    username: KeySelector
    password: KeySelector


class EndpointValues(Section):
    """A page of metrics."""

    port: PortName
    path: UrlPath
    scheme: Literal["http", "https"]
    interval: DurationValue
    scrape_timeout: DurationValue
    honor_labels: bool
    tls_config: ScrapeTlsValues = OPTIONAL
    authorization: AuthorizationValues = OPTIONAL
    basic_auth: BasicAuthValues = OPTIONAL
    params: Mapping[str, Sequence[str]] = OPTIONAL
    relabelings: Sequence[RelabelingValues]
    metric_relabelings: Sequence[RelabelingValues]


class PodMonitorValues(Section):
    """What the Prometheus operator scrapes, pod by pod."""

    enabled: bool
    """false where the cluster has no Prometheus operator."""

    labels: Mapping[LabelKey, LabelValue]
    """Labels by which a Prometheus selects its monitors."""

    namespace: Name = OPTIONAL
    """The namespace that the monitor lies in; by default the release's."""

    job_label: str
    """The label whose value becomes job; empty for the operator's default."""

    pod_target_labels: Sequence[LabelKey]
    """Labels of the pods that the metrics get."""

    sample_limit: Positive = OPTIONAL
    """Samples of a scrape above which all of it is refused."""

    endpoints: Mapping[Name, EndpointValues]
    """Pages of metrics by name; an empty interval or scrapeTimeout is the Prometheus' own."""


class ServiceMonitorValues(PodMonitorValues):
    """What the Prometheus operator scrapes, by way of the Service."""

    target_labels: Sequence[LabelKey]
    """Labels of the Service that the metrics get."""


class RecordingValues(Section):
    """A query whose answer is kept."""

    record: MetricName
    expr: str
    labels: Mapping[MetricLabel, str]


class AlertValues(Section):
    """An alert."""

    expr: str
    for_: Annotated[DurationValue, Field(alias="for")]
    keep_firing_for: DurationValue
    labels: Mapping[MetricLabel, str]
    annotations: Mapping[MetricLabel, str]


class PrometheusRuleValues(Section):
    """Alerts and recorded queries for the Prometheus operator."""

    enabled: bool
    """false where the cluster has no Prometheus operator."""

    labels: Mapping[LabelKey, LabelValue]
    """Labels by which a Prometheus selects its rules."""

    interval: DurationValue
    """The time between two evaluations; empty for the Prometheus' own."""

    recordings: Mapping[MetricName, RecordingValues]
    """Queries whose answers are kept."""

    alerts: Mapping[MetricLabel, AlertValues]
    """Alerts by name; $(workload), $(pods), $(jobs), $(namespace), $(service), $(autoscaler) and $(budget) become the
    release's own names."""


class DashboardsValues(Section):
    """Grafana dashboards, in one ConfigMap that Grafana's sidecar loads."""

    labels: Mapping[LabelKey, LabelValue]
    """Labels by which the sidecar finds it."""

    annotations: Mapping[LabelKey, str]
    files: Annotated[Mapping[ConfigKey, str], Field(min_length=1)]
    """JSON by file name."""
