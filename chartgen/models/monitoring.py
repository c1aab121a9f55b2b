"""How Prometheus finds the pods, by the objects of the Prometheus operator, and what Grafana shows of them."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.types import (
    URL,
    KeyText,
    LabelKey,
    LabelValue,
    MetricLabel,
    MetricName,
    Name,
    PortName,
    Positive,
    PrometheusTime,
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

    ca: SecretKey | None = None
    """The key of a Secret that holds the certificates of whom is trusted; by default the system's."""

    certificate: SecretKey | None = None
    """The key of a Secret that holds the certificate which Prometheus shows; beside ``private_key``."""

    private_key: SecretKey | None = None
    """The key of a Secret that holds the certificate's private key."""

    unverified_because: Annotated[Text, Field(min_length=1)] | None = None
    """Why the certificate is not verified at all (``insecureSkipVerify``), for the reader of the service file."""


class ScrapeLogin(Model):
    """A user and password, each the key of a Secret."""

    username: SecretKey = MUST
    """Where the user's name is."""

    password: SecretKey = MUST
    """Where the password is."""


class Scrape(Model):
    """A page of metrics."""

    rivals = (frozenset({"bearer_token", "basic_auth"}),)

    port: PortName | None = None
    """The port by name, of the workload or of a sidecar; by default the one named as this entry, else ``metrics``,
    else ``http``, else the first."""

    path: UrlPath = "/metrics"
    """Where the metrics are."""

    interval: PrometheusTime | None = None
    """The time between two scrapes, as ``30s``; by default the Prometheus' own."""

    scrape_timeout: PrometheusTime | None = None
    """The time that an answer may take, no longer than the interval; by default the Prometheus' own."""

    scheme: Literal["http", "https"] = "http"
    """What is spoken."""

    tls: ScrapeTls | None = None
    """How the certificate is judged; with ``https`` only."""

    bearer_token: SecretKey | None = None
    """The key of an existing Secret whose value is sent as the bearer token."""

    basic_auth: ScrapeLogin | None = None
    """The user and password that are sent."""

    params: Mapping[KeyText, Sequence[Text]] = {}
    """Parameters of the request, as ``{"module": ["http_2xx"]}``."""

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

    namespace: Name | None = None
    """The namespace that the monitor lies in, where a Prometheus looks for monitors in its own alone; by default the
    release's. It names the release's as that of the pods."""

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


Expression = Annotated[Text, Field(min_length=1)]
"""PromQL. ``$(workload)``, ``$(pods)`` and the like become the release's own names (see ``PrometheusRules``)."""

Url = Annotated[str, Field(pattern=URL, max_length=2048)]
"""A URL of a page for people."""


class Alert(Model):
    """An alert of the author's own."""

    expr: Expression = MUST
    """PromQL that yields something while all is not well; ``$(pods)`` and the like become the release's own names."""

    lasting: PrometheusTime = "5m"
    """How long that must last before somebody is told (``for``)."""

    keep_firing_for: PrometheusTime | None = None
    """How long the alert stays after all is well again, so that it does not flap."""

    severity: LabelValue = "warning"
    """The label by which Alertmanager routes: ``critical`` wakes somebody, ``warning`` waits for the morning."""

    summary: Text = ""
    """What is wrong, in a line; ``{{ $labels.pod }}`` is filled in by Prometheus."""

    description: Text = ""
    """What it means and what to look at."""

    runbook_url: Url | None = None
    """The page that says what to do."""

    labels: Mapping[MetricLabel, Text | None] = {}
    """Further labels of the alert."""

    annotations: Mapping[MetricLabel, Text | None] = {}
    """Further texts of the alert."""


class Recording(Model):
    """A query whose answer is kept under a name of its own."""

    expr: Expression = MUST
    """PromQL; ``$(pods)`` and the like become the release's own names."""

    metric: MetricName | None = None
    """The metric that is written (``record``); by default the entry's name."""

    labels: Mapping[MetricLabel, Text | None] = {}
    """Labels that the answer gets."""


class ReadyAlert(Model):
    """What every alert that comes with chartgen lets the author say."""

    lasting: PrometheusTime = "15m"
    """How long it must last before somebody is told (``for``): shorter troubles pass by themselves."""

    severity: LabelValue = "warning"
    """The label by which Alertmanager routes."""

    runbook_url: Url | None = None
    """The page that says what to do."""


class CrashLooping(ReadyAlert):
    """A container crashes again and again: Kubernetes restarts it ever later, and traffic goes to fewer copies.

    Source: https://runbooks.prometheus-operator.dev/runbooks/kubernetes/kubepodcrashlooping/
    """

    severity: LabelValue = "critical"
    """The label by which Alertmanager routes; by default it wakes somebody."""


class PodsNotReady(ReadyAlert):
    """A pod does not get ready: it takes no traffic, and a rollout waits for it.

    Source: https://runbooks.prometheus-operator.dev/runbooks/kubernetes/kubepodnotready/
    """


class CpuThrottled(ReadyAlert):
    """A container is held back by its CPU limit, which shows as slow answers long before the CPU looks busy.

    Source: https://runbooks.prometheus-operator.dev/runbooks/kubernetes/cputhrottlinghigh/
    """

    percent: Annotated[int, Field(ge=1, le=100)] = 25
    """The share of the scheduler's periods in which the container was held back."""


class MemoryNearLimit(ReadyAlert):
    """A container is about to be killed for its memory: at its limit the kernel ends it without a word."""

    percent: Annotated[int, Field(ge=1, le=100)] = 90
    """The share of the memory limit that is in use."""


class AutoscalerAtMaximum(ReadyAlert):
    """The autoscaler can add no more copies: the next load meets what is there. Printed where there is an autoscaler.

    Source: https://runbooks.prometheus-operator.dev/runbooks/kubernetes/kubehpamaxedout/
    """


class BudgetWithoutRoom(ReadyAlert):
    """No copy may be evicted, so that draining its node would wait for ever. Printed where there is a budget.

    Source: https://kubernetes.io/docs/tasks/run-application/configure-pdb/
    """

    lasting: PrometheusTime = "1h"
    """How long it must last before somebody is told: a rollout takes the room for a while too."""


class JobFailed(ReadyAlert):
    """A Job failed for good, after its retries: what it should have done is not done. For Jobs and CronJobs.

    Source: https://runbooks.prometheus-operator.dev/runbooks/kubernetes/kubejobfailed/
    """

    lasting: PrometheusTime = "1m"
    """How long it must last before somebody is told: a failed Job does not recover."""


class PrometheusRules(Model):
    """Alerts and recorded queries of a workload, as a PrometheusRule.

    In expressions and texts, ``$(workload)`` is the name of the Deployment, StatefulSet, DaemonSet or CronJob,
    ``$(pods)`` a pattern of its pods' names, ``$(jobs)`` of its Jobs', ``$(namespace)`` the release's namespace,
    ``$(service)``, ``$(autoscaler)`` and ``$(budget)`` the names of those objects:
    ``up{namespace="$(namespace)", pod=~"$(pods)"} == 0``. The alerts that come with chartgen ask the metrics of
    kube-state-metrics and of the kubelet.
    Source: https://prometheus-operator.dev/docs/developer/alerting/
    """

    alerts: Mapping[MetricLabel, Alert | None] = {}
    """The author's own alerts, by name: ``OrdersAreSlow``."""

    recordings: Mapping[MetricName, Recording | None] = {}
    """Queries whose answers are kept, by name: ``orders:request_seconds:p99``."""

    crash_looping: CrashLooping | None = None
    """Tell of containers that crash again and again."""

    pods_not_ready: PodsNotReady | None = None
    """Tell of pods that do not get ready."""

    cpu_throttled: CpuThrottled | None = None
    """Tell of containers that their CPU limit holds back."""

    memory_near_limit: MemoryNearLimit | None = None
    """Tell of containers that are about to be killed for their memory."""

    autoscaler_at_maximum: AutoscalerAtMaximum | None = None
    """Tell where the autoscaler can add no more."""

    budget_without_room: BudgetWithoutRoom | None = None
    """Tell where no copy may be evicted."""

    job_failed: JobFailed | None = None
    """Tell of Jobs that failed for good."""

    interval: PrometheusTime | None = None
    """The time between two evaluations; by default the Prometheus' own."""

    labels: Mapping[LabelKey, LabelValue | None] = {}
    """Labels of the PrometheusRule beside the platform's and the service's."""
