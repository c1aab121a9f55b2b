"""What the Prometheus operator and Grafana are told of a service."""

from typing import Any

import pytest

from chartgen import Component, Monitor, Platform, Port, Relabeling, Scrape, ScrapeTls, SecretKey, Sidecar
from tests.manifests.rendering import IMAGE, manifests_of


def endpoint_of(scrape: Scrape, **said: Any) -> dict[str, Any]:
    found = manifests_of(monitor=Monitor(endpoints={"metrics": scrape}), **said)["ServiceMonitor"]
    endpoint: dict[str, Any] = found["spec"]["endpoints"][0]
    return endpoint


def test_a_monitor_without_words_scrapes_the_metrics_port_of_the_service() -> None:
    found = manifests_of(monitor=Monitor(), ports={"http": 3000, "metrics": 9090})
    monitor, service = found["ServiceMonitor"], found["Service"]

    endpoint = monitor["spec"]["endpoints"][0]
    assert {key: endpoint[key] for key in ("port", "path", "scheme", "honorLabels")} == {
        "port": "metrics",
        "path": "/metrics",
        "scheme": "http",
        "honorLabels": False,
    }
    assert not {"interval", "scrapeTimeout"} & endpoint.keys()
    selector = monitor["spec"]["selector"]["matchLabels"]
    assert selector.items() <= service["metadata"]["labels"].items()


def test_without_a_metrics_port_it_is_http_and_without_that_the_first() -> None:
    for ports, port in (({"grpc": 9000, "http": 3000}, "http"), ({"grpc": 9000, "admin": 3000}, "grpc")):
        found = manifests_of(monitor=Monitor(), ports=ports)["ServiceMonitor"]

        assert found["spec"]["endpoints"][0]["port"] == port


def test_a_stateful_set_is_scraped_by_one_of_its_two_services() -> None:
    found = manifests_of(kind="StatefulSet", monitor=Monitor())
    keep = found["ServiceMonitor"]["spec"]["endpoints"][0]["relabelings"][0]

    assert keep == {"action": "keep", "sourceLabels": ["__meta_kubernetes_service_name"], "regex": "orders-api"}
    assert {"Service orders-api", "Service orders-api-headless"} <= found.keys()


def test_the_platform_says_by_which_labels_monitors_are_selected() -> None:
    platform = Platform(prometheus_labels={"release": "kube-prometheus-stack", "tenant": "a"})
    labels = manifests_of(platform=platform, monitor=Monitor(labels={"tenant": None, "shard": "1"}))["ServiceMonitor"][
        "metadata"
    ]["labels"]

    assert labels["release"] == "kube-prometheus-stack"
    assert labels["shard"] == "1"
    assert "tenant" not in labels
    assert labels["app.kubernetes.io/name"] == "orders-api"


def test_every_field_of_a_scrape_is_printed() -> None:
    drop = Relabeling(action="drop", source_labels=["__name__"], regex="go_.*")
    rename = Relabeling(source_labels=["a", "b"], separator="/", regex="(.+)", target_label="ab", replacement="$1")
    share = Relabeling(action="hashmod", source_labels=["a"], modulus=4, target_label="share")
    endpoint = endpoint_of(
        Scrape(
            port="http",
            path="/federate",
            interval="1m30s",
            scrape_timeout="20s",
            scheme="https",
            tls=ScrapeTls(server_name="orders", unverified_because="the sidecar signs it itself"),
            bearer_token=SecretKey(secret="scrape", key="token"),
            honor_labels=True,
            relabelings=[rename, share],
            metric_relabelings=[drop],
        )
    )

    assert endpoint.pop("relabelings")[1:] == [
        {
            "action": "replace",
            "sourceLabels": ["a", "b"],
            "separator": "/",
            "regex": "(.+)",
            "targetLabel": "ab",
            "replacement": "$1",
        },
        {"action": "hashmod", "sourceLabels": ["a"], "modulus": 4, "targetLabel": "share"},
    ]
    assert endpoint == {
        "port": "http",
        "path": "/federate",
        "scheme": "https",
        "interval": "1m30s",
        "scrapeTimeout": "20s",
        "honorLabels": True,
        "tlsConfig": {"serverName": "orders", "insecureSkipVerify": True},
        "authorization": {"type": "Bearer", "credentials": {"name": "scrape", "key": "token"}},
        "metricRelabelings": [{"action": "drop", "sourceLabels": ["__name__"], "regex": "go_.*"}],
    }


def test_a_certificate_is_verified_unless_there_is_a_reason() -> None:
    endpoint = endpoint_of(Scrape(scheme="https", tls=ScrapeTls(server_name="orders")))

    assert endpoint["tlsConfig"] == {"serverName": "orders", "insecureSkipVerify": False}


def test_a_monitor_has_labels_limits_and_several_pages() -> None:
    monitor = Monitor(
        endpoints={"metrics": Scrape(), "probe": Scrape(port="http", path="/probe")},
        job_label="app.kubernetes.io/name",
        target_labels=["owner"],
        pod_target_labels=["app.kubernetes.io/version"],
        sample_limit=10000,
    )
    spec = manifests_of(monitor=monitor, ports={"http": 3000, "metrics": 9090})["ServiceMonitor"]["spec"]

    assert [(one["port"], one["path"]) for one in spec["endpoints"]] == [("metrics", "/metrics"), ("http", "/probe")]
    assert (spec["jobLabel"], spec["targetLabels"]) == ("app.kubernetes.io/name", ["owner"])
    assert (spec["podTargetLabels"], spec["sampleLimit"]) == (["app.kubernetes.io/version"], 10000)


def test_a_sidecars_port_is_scraped_pod_by_pod() -> None:
    exporter = Sidecar(image=IMAGE, ports={"metrics": Port(port=9187)})
    found = manifests_of(monitor=Monitor(), sidecars={"exporter": exporter})

    spec = found["PodMonitor"]["spec"]
    assert spec["podMetricsEndpoints"][0]["port"] == "metrics"
    assert spec["selector"] == found["Deployment"]["spec"]["selector"]
    assert "ServiceMonitor" not in found


@pytest.mark.parametrize("kind", ["ServiceMonitor", "PodMonitor"])
def test_each_component_has_a_monitor_of_its_own(kind: Any) -> None:
    worker = Component(ports={"metrics": 9090}, monitor=Monitor(kind=kind))
    found = manifests_of(components={"worker": worker}, platform=Platform(prometheus_labels={"release": "kps"}))

    monitor = found[f"{kind} orders-api-worker"]
    assert monitor["spec"]["selector"]["matchLabels"]["app.kubernetes.io/component"] == "worker"
    assert monitor["metadata"]["labels"]["release"] == "kps"


def test_a_cluster_without_the_operator_switches_a_monitor_off() -> None:
    assert "ServiceMonitor" not in manifests_of(monitor=Monitor(), sets=["serviceMonitor.enabled=false"])
