"""What the Prometheus operator and Grafana are told of a service."""

import re
from typing import Any

import pytest

from chartgen import (
    Alert,
    AutoscalerAtMaximum,
    Autoscaling,
    BudgetWithoutRoom,
    Component,
    CpuThrottled,
    CrashLooping,
    CronJob,
    Hook,
    Job,
    JobFailed,
    MemoryNearLimit,
    Monitor,
    Platform,
    PodsNotReady,
    Port,
    PrometheusRules,
    Recording,
    Relabeling,
    Scrape,
    ScrapeLogin,
    ScrapeTls,
    SealedSecret,
    SecretKey,
    Sidecar,
)
from chartgen.layering.rules.alerts import unclosed
from tests.manifests.rendering import IMAGE, manifests_of
from tests.manifests.test_configuration import SEALED


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


READY = PrometheusRules(
    crash_looping=CrashLooping(runbook_url="https://runbooks.example.com/crash"),
    pods_not_ready=PodsNotReady(lasting="10m"),
    cpu_throttled=CpuThrottled(percent=50),
    memory_near_limit=MemoryNearLimit(severity="critical"),
    autoscaler_at_maximum=AutoscalerAtMaximum(),
    budget_without_room=BudgetWithoutRoom(),
    job_failed=JobFailed(),
)


def rules_of(rules: PrometheusRules, which: str = "orders-api", **said: Any) -> dict[str, dict[str, Any]]:
    groups = manifests_of(prometheus_rules=rules, **said)[f"PrometheusRule {which}"]["spec"]["groups"]
    return {rule.get("alert") or rule["record"]: rule for group in groups for rule in group["rules"]}


def test_alerts_that_come_with_chartgen_are_made_where_they_are_named_and_have_an_object() -> None:
    assert set(rules_of(READY, autoscaling=Autoscaling())) == {
        "CrashLooping",
        "PodsNotReady",
        "CpuThrottled",
        "MemoryNearLimit",
        "AutoscalerAtMaximum",
        "BudgetWithoutRoom",
    }
    assert set(rules_of(READY, replicas=1)) == {"CrashLooping", "PodsNotReady", "CpuThrottled", "MemoryNearLimit"}
    assert set(rules_of(PrometheusRules(cpu_throttled=CpuThrottled()))) == {"CpuThrottled"}


def test_an_alert_names_the_releases_own_objects() -> None:
    rules = rules_of(READY, autoscaling=Autoscaling())

    pods = 'pod=~"orders-api-[bcdfghjklmnpqrstvwxz2456789]{6,10}-[bcdfghjklmnpqrstvwxz2456789]{5}"'
    assert pods in rules["CrashLooping"]["expr"]
    assert 'namespace="default"' in rules["CrashLooping"]["expr"]
    assert 'horizontalpodautoscaler="orders-api"' in rules["AutoscalerAtMaximum"]["expr"]
    assert rules["AutoscalerAtMaximum"]["annotations"]["summary"].startswith("orders-api has all the copies")
    assert rules["CrashLooping"]["labels"] == {"severity": "critical", "workload": "orders-api"}
    assert not any("$(" in str(rule) for rule in rules.values())


def test_thresholds_times_and_severities_are_the_authors() -> None:
    rules = rules_of(READY)

    assert rules["CpuThrottled"]["expr"].endswith(" > 0.5")
    assert rules["PodsNotReady"]["for"] == "10m"
    assert rules["MemoryNearLimit"]["labels"]["severity"] == "critical"
    assert rules["CrashLooping"]["annotations"]["runbook_url"] == "https://runbooks.example.com/crash"


@pytest.mark.parametrize(
    ("kind", "pods", "others"),
    [
        ("Deployment", ["orders-api-5d9f8c7b6d-x2x4z"], ["orders-api-db-5d9f8c7b6d-x2x4z", "orders-api-db-x2x4z"]),
        ("StatefulSet", ["orders-api-0", "orders-api-12"], ["orders-api-db-0", "orders-api-x2x4z"]),
        ("DaemonSet", ["orders-api-x2x4z"], ["orders-api-db-x2x4z"]),
        ("Job", ["orders-api-0a1b2c-x2x4z", "orders-api-x2x4z"], ["orders-api-worker-x2x4z"]),
        ("CronJob", ["orders-api-29412345-x2x4z", "orders-api-29412345-3-x2x4z"], ["orders-api-migrate-x2x4z"]),
    ],
)
def test_an_alert_finds_the_pods_of_a_kind_and_no_others(kind: Any, pods: list[str], others: list[str]) -> None:
    cron: dict[str, Any] = {"cron_job": CronJob(schedule="30 2 * * *")} if kind == "CronJob" else {}
    ports: dict[str, Any] = {"ports": {}} if kind in ("Job", "CronJob") else {}
    rules = PrometheusRules(alerts={"Any": Alert(expr='up{pod=~"$(pods)"}')})
    expr = rules_of(rules, kind=kind, **cron, **ports)["Any"]["expr"]
    pattern = expr.removeprefix('up{pod=~"').removesuffix('"}')

    assert [name for name in [*pods, *others] if re.fullmatch(pattern, name)] == pods


def test_a_failed_job_is_told_of_by_its_name() -> None:
    rules = PrometheusRules(job_failed=JobFailed(), pods_not_ready=PodsNotReady())
    components = {
        "nightly": Component(kind="CronJob", cron_job=CronJob(schedule="30 2 * * *"), prometheus_rules=rules),
        "migrate": Component(kind="Job", job=Job(hook=Hook()), prometheus_rules=rules),
    }
    nightly = rules_of(PrometheusRules(), "orders-api-nightly", components=components)
    migrate = rules_of(PrometheusRules(), "orders-api-migrate", components=components)

    assert 'job_name=~"orders-api-nightly-[0-9]+"' in nightly["JobFailed"]["expr"]
    assert 'job_name=~"orders-api-migrate(-[0-9a-f]{6})?"' in migrate["JobFailed"]["expr"]
    assert set(nightly) == {"JobFailed"}


def test_what_tells_of_a_hook_is_no_hook_itself() -> None:
    migrate = Component(kind="Job", job=Job(hook=Hook()), prometheus_rules=PrometheusRules(job_failed=JobFailed()))
    found = manifests_of(components={"migrate": migrate}, annotations={"example.com/contact": "x"})

    assert found["PrometheusRule"]["metadata"]["annotations"] == {"example.com/contact": "x"}


def test_texts_of_an_alert_arrive_unchanged() -> None:
    text = '{{ $labels.pod }} of {{ $value | humanizePercentage }}: "50%" \\ `x`\nand so on'
    alert = Alert(
        expr='rate(orders_total{code=~"5..", path!~"/a\\\\.b"}[5m]) > 0\n  and on () vector(1)',
        lasting="0s",
        keep_firing_for="10m",
        severity="page",
        summary=text,
        description=text,
        labels={"team": "{{ $labels.team }}"},
        annotations={"dashboard": "https://grafana.example.com/d/x?var-pod={{ $labels.pod }}"},
    )
    rule = rules_of(PrometheusRules(alerts={"OrdersFail": alert}))["OrdersFail"]

    assert rule == {
        "alert": "OrdersFail",
        "expr": alert.expr,
        "for": "0s",
        "keep_firing_for": "10m",
        "labels": {"severity": "page", "team": "{{ $labels.team }}"},
        "annotations": {"summary": text, "description": text, **alert.annotations},
    }


def test_queries_are_recorded_under_their_own_names() -> None:
    recordings = {
        "orders:rate": Recording(expr='sum(rate(orders_total{service="$(service)"}[5m]))'),
        "median": Recording(metric="orders:seconds", expr="vector(1)", labels={"quantile": "0.5"}),
    }
    rules = PrometheusRules(recordings=recordings, interval="1m", labels={"role": "alert-rules"})
    found = manifests_of(prometheus_rules=rules, platform=Platform(prometheus_labels={"release": "kps"}))
    group = found["PrometheusRule"]["spec"]["groups"][0]

    assert (group["name"], group["interval"]) == ("orders-api", "1m")
    assert group["rules"] == [
        {"record": "orders:seconds", "expr": "vector(1)", "labels": {"quantile": "0.5"}},
        {"record": "orders:rate", "expr": 'sum(rate(orders_total{service="orders-api"}[5m]))'},
    ]
    labels = found["PrometheusRule"]["metadata"]["labels"]
    assert (labels["release"], labels["role"]) == ("kps", "alert-rules")


def test_rules_that_hold_nothing_make_no_object() -> None:
    assert "PrometheusRule" not in manifests_of(prometheus_rules=PrometheusRules())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("sum(rate(a[5m]))", ""),
        ('a{b="(["} # ( \n', ""),
        ("a{b='\\'('}", ""),
        ("a{b=`\\`}", ""),
        ("sum(a", "has a '(' that is never closed"),
        ("sum(a])", "has a ']' that closes nothing"),
        ("a)", "has a ')' that closes nothing"),
        ('a{b="}', 'has a quote " that is never closed'),
    ],
)
def test_brackets_and_quotes_of_an_expression_are_closed(text: str, problem: str) -> None:
    assert unclosed(text) == problem


def test_dashboards_lie_in_a_config_map_that_grafana_finds() -> None:
    text = '{"title": "Orders", "panels": [{"legend": "{{pod}} {{ $value }} $__rate_interval"}]}\n'
    found = manifests_of(dashboards={"orders": text, "queue": "{}", "old": None})
    config_map = found["ConfigMap orders-api-dashboards"]

    assert config_map["metadata"]["labels"]["grafana_dashboard"] == "1"
    assert config_map["data"] == {"orders.json": text, "queue.json": "{}"}


def test_the_platform_says_how_grafana_finds_dashboards() -> None:
    platform = Platform(
        dashboard_labels={"grafana_dashboard": None, "dashboards": "orders"},
        dashboard_annotations={"grafana_folder": "Orders"},
    )
    metadata = manifests_of(dashboards={"orders": "{}"}, platform=platform)["ConfigMap"]["metadata"]

    assert metadata["labels"]["dashboards"] == "orders"
    assert "grafana_dashboard" not in metadata["labels"]
    assert metadata["annotations"] == {"grafana_folder": "Orders"}


def test_a_token_may_be_of_a_secret_of_the_chart() -> None:
    secrets = {"scrape": SealedSecret(encrypted_data={"token": SEALED}, scope="namespace-wide")}
    scrape = Scrape(bearer_token=SecretKey(own="scrape", key="token"))
    endpoint = endpoint_of(scrape, sealed_secrets=secrets)

    assert endpoint["authorization"]["credentials"] == {"name": "orders-api-scrape", "key": "token"}


@pytest.mark.parametrize("kind", ["ServiceMonitor", "PodMonitor"])
def test_a_monitor_beside_its_prometheus_names_the_namespace_of_the_pods(kind: Any) -> None:
    one = manifests_of(monitor=Monitor(kind=kind, namespace="monitoring"))[kind]

    assert one["metadata"]["namespace"] == "monitoring"
    assert one["spec"]["namespaceSelector"] == {"matchNames": ["default"]}
    assert "namespaceSelector" not in manifests_of(monitor=Monitor(kind=kind))[kind]["spec"]


def test_a_scrape_with_a_user_a_certificate_and_parameters() -> None:
    key = SecretKey(secret="scrape", key="a")
    tls = ScrapeTls(server_name="orders", ca=key, certificate=key, private_key=SecretKey(secret="scrape", key="b"))
    login = ScrapeLogin(username=key, password=key)
    endpoint = endpoint_of(Scrape(scheme="https", tls=tls, basic_auth=login, params={"module": ["orders"]}))

    ref = {"name": "scrape", "key": "a"}
    assert endpoint["tlsConfig"] == {
        "serverName": "orders",
        "insecureSkipVerify": False,
        "ca": {"secret": ref},
        "cert": {"secret": ref},
        "keySecret": {"name": "scrape", "key": "b"},
    }
    assert endpoint["basicAuth"] == {"username": ref, "password": ref}
    assert endpoint["params"] == {"module": ["orders"]}
