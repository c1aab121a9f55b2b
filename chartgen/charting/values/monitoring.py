"""What watches the pods: monitors of the Prometheus operator, dashboards of Grafana."""

from chartgen.charting.values.container import Values, secret_key, stated
from chartgen.charting.values.traffic import present
from chartgen.layering.facts import monitor_kind, scrapes
from chartgen.models.monitoring import Monitor, Relabeling, Scrape, ScrapeLogin, ScrapeTls
from chartgen.models.networking import Platform
from chartgen.models.service import Spec, WorkloadSpec


def monitors(workload: WorkloadSpec, platform: Platform) -> Values:
    """The section of the monitor's kind; none where nothing is watched."""
    own = workload.monitor
    if own is None:
        return {}
    if monitor_kind(workload, own) == "PodMonitor":
        return {"podMonitor": _monitor(workload, own, platform)}
    return {"serviceMonitor": {**_monitor(workload, own, platform), "targetLabels": list(own.target_labels)}}


def dashboards(spec: Spec) -> Values | None:
    """Grafana dashboards in one ConfigMap."""
    if not spec.dashboards:
        return None
    return {
        "labels": dict(sorted(present(spec.platform.dashboard_labels).items())),
        "annotations": dict(sorted(present(spec.platform.dashboard_annotations).items())),
        "files": {f"{name}.json": one.content or "" for name, one in sorted(spec.dashboards.items())},
    }


def _monitor(workload: WorkloadSpec, own: Monitor, platform: Platform) -> Values:
    labels = dict(sorted(present({**platform.prometheus_labels, **own.labels}).items()))
    sections = {
        "enabled": True,
        "labels": labels,
        "namespace": own.namespace,
        "jobLabel": own.job_label or "",
        "podTargetLabels": list(own.pod_target_labels),
        "sampleLimit": own.sample_limit,
        "endpoints": {name: _endpoint(port or "", scrape) for name, port, scrape in scrapes(workload, own)},
    }
    return present(sections)


def _endpoint(port: str, scrape: Scrape) -> Values:
    endpoint = {
        "port": port,
        "path": scrape.path,
        "scheme": scrape.scheme,
        "interval": scrape.interval or "",
        "scrapeTimeout": scrape.scrape_timeout or "",
        "honorLabels": scrape.honor_labels,
        "tlsConfig": _tls(scrape.tls) if scrape.tls else None,
        "authorization": _bearer(scrape),
        "basicAuth": _login(scrape.basic_auth) if scrape.basic_auth else None,
        "params": {name: list(values) for name, values in sorted(scrape.params.items())} or None,
        "relabelings": [_relabeling(one) for one in scrape.relabelings],
        "metricRelabelings": [_relabeling(one) for one in scrape.metric_relabelings],
    }
    return present(endpoint)


def _tls(tls: ScrapeTls) -> Values:
    return stated(
        {
            "serverName": tls.server_name,
            "insecureSkipVerify": tls.unverified_because is not None,
            "ca": tls.ca and secret_key(tls.ca),
            "cert": tls.certificate and secret_key(tls.certificate),
            "keySecret": tls.private_key and secret_key(tls.private_key),
        }
    )


def _login(own: ScrapeLogin) -> Values:
    return {"username": secret_key(own.username), "password": secret_key(own.password)}


def _bearer(scrape: Scrape) -> Values | None:
    token = scrape.bearer_token
    return {"type": "Bearer", "credentials": secret_key(token)} if token else None


def _relabeling(one: Relabeling) -> Values:
    return stated(
        {
            "action": one.action,
            "sourceLabels": list(one.source_labels),
            "separator": one.separator,
            "regex": one.regex,
            "targetLabel": one.target_label,
            "replacement": one.replacement,
            "modulus": one.modulus,
        }
    )
