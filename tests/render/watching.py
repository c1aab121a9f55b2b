"""Toggles of what watches a workload: monitors, rules, dashboards, tests, and the policies that let tests in."""

from collections.abc import Mapping
from typing import Any

from .kinds import component, cron_job, daemon_set, job, stateful_set
from .sample import Values, changed, minimal, network_policy

IMAGE = "docker.io/library/busybox@sha256:" + "0" * 64


def endpoint(port: str, **changes: Any) -> Values:
    return {
        "port": port,
        "path": "/metrics",
        "scheme": "http",
        "interval": "",
        "scrapeTimeout": "",
        "honorLabels": False,
        "relabelings": [],
        "metricRelabelings": [],
        **changes,
    }


def pod_monitor(**changes: Any) -> Values:
    return {
        "enabled": True,
        "labels": {},
        "jobLabel": "",
        "podTargetLabels": [],
        "endpoints": {"metrics": endpoint("metrics"), "tls": endpoint("tls", tlsConfig={"insecureSkipVerify": True})},
        **changes,
    }


_KEY = {"name": "scrape", "key": "a"}
_TLS = {"insecureSkipVerify": True, "serverName": "a", "ca": _KEY, "cert": _KEY, "keySecret": _KEY}


def monitor_with_everything() -> Values:
    rule = {"action": "replace", "sourceLabels": ["a"], "regex": "(.*)", "targetLabel": "b", "replacement": "$1"}
    whole = endpoint(
        "http",
        scheme="https",
        interval="30s",
        scrapeTimeout="10s",
        tlsConfig=_TLS,
        basicAuth={"username": _KEY, "password": {"own": "scrape", "key": "b"}},
        params={"module": ["x"]},
        authorization={"type": "Bearer", "credentials": {"name": "scrape", "key": "token"}},
        relabelings=[rule],
        metricRelabelings=[{"action": "drop", "sourceLabels": ["__name__"], "regex": "go_.*"}],
    )
    return pod_monitor(
        namespace="monitoring",
        labels={"release": "kube-prometheus-stack"},
        jobLabel="app.kubernetes.io/name",
        podTargetLabels=["team"],
        sampleLimit=5000,
        endpoints={"whole": whole, "metrics": endpoint("metrics")},
    )


def rules(**changes: Any) -> Values:
    alert = {"expr": 'up{pod=~"$(pods)"} == 0', "for": "5m", "keepFiringFor": "", "labels": {}, "annotations": {}}
    told = {"summary": "$(workload) in $(namespace)"}
    return {
        "enabled": True,
        "labels": {},
        "interval": "",
        "recordings": {},
        "alerts": {"Down": alert, "Slow": {**alert, "keepFiringFor": "10m", "labels": {"a": "b"}, "annotations": told}},
        **changes,
    }


def test_of(**changes: Any) -> Values:
    return {"image": IMAGE, "command": ["true"], "env": {}, "memory": "64Mi", "timeoutSeconds": 60, **changes}


test_of.__test__ = False  # type: ignore[attr-defined]


def of_watching(full: Values, long: str) -> Mapping[str, tuple[str, Values]]:
    """Rows by what is special about them."""
    recordings = {
        "plain": {"record": "a:b", "expr": "vector(1)", "labels": {}},
        "labelled": {"record": "a:c", "expr": "vector(1)", "labels": {"quantile": "0.5"}},
    }
    watched = changed(
        full,
        serviceMonitor={**monitor_with_everything(), "targetLabels": ["owner"]},
        podMonitor=pod_monitor(),
        prometheusRule=rules(recordings=recordings, interval="1m", labels={"release": "kube-prometheus-stack"}),
        dashboards={
            "labels": {"grafana_dashboard": "1"},
            "annotations": {"grafana_folder": "Orders"},
            "files": {"orders.json": "{}"},
        },
        tests={
            "page": test_of(http={"servicePort": "http", "path": "/", "status": 200}, command=[]),
            "check": test_of(env={"A": {"value": "b"}}),
        },
    )
    ports = {"containerPorts": {"http": {"containerPort": 3000, "protocol": "TCP"}}}
    by_kind = {
        "store": stateful_set(**ports),
        "agent": daemon_set(**ports),
        "migrate": job(),
        "nightly": cron_job(),
    }
    held = {"networkPolicy": network_policy(ingress=[]), "prometheusRule": rules()}
    components = {name: component(changed(values, **held)) for name, values in by_kind.items()}
    off = {"enabled": False}
    return {
        "watched": ("shop", watched),
        "watched under a long name": (long, watched),
        "watched little": (
            "shop",
            changed(
                minimal(),
                service=full["service"],
                serviceMonitor={**pod_monitor(), "targetLabels": []},
                podMonitor=monitor_with_everything(),
                prometheusRule=rules(),
                dashboards={"labels": {}, "annotations": {}, "files": {"orders.json": "{}"}},
                tests={"check": test_of()},
            ),
        ),
        "watched no more": (
            "shop",
            changed(
                watched,
                serviceMonitor={**watched["serviceMonitor"], **off},
                podMonitor={**watched["podMonitor"], **off},
                prometheusRule={**watched["prometheusRule"], **off},
                connectionTest=None,
            ),
        ),
        "watched components": ("shop", changed(watched, components=components)),
    }
