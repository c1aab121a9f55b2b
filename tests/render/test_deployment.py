"""The workload: what its values become, and that no zero, no false and no digit is lost on the way."""

from pathlib import Path
from typing import Any

import pytest

from .helms import Helm, in_order, of_kind
from .sample import DIGEST, Values, autoscaling, changed, minimal, production, write_chart
from .table import everything

pytestmark = pytest.mark.helm


def deployment(helm: Helm, folder: Path, values: Values, *arguments: str, release: str = "orders-api") -> Any:
    found = helm.manifests(write_chart(folder, values), release=release, arguments=arguments)
    [one] = [manifest for manifest in found.values() if manifest["kind"] == "Deployment"]
    return one["spec"]


def container(helm: Helm, folder: Path, values: Values) -> Any:
    [one] = deployment(helm, folder, values)["template"]["spec"]["containers"]
    return one


def test_fields_stand_in_the_order_of_a_careful_hand(one_helm: Helm, tmp_path: Path) -> None:
    spec = in_order(of_kind(one_helm.texts(write_chart(tmp_path, production())), "Deployment"))["spec"]

    assert list(spec) == ["revisionHistoryLimit", "strategy", "selector", "template"]
    assert list(spec["template"]["spec"]) == [
        "serviceAccountName", "automountServiceAccountToken", "enableServiceLinks", "terminationGracePeriodSeconds",
        "securityContext", "affinity", "topologySpreadConstraints", "containers", "volumes",
    ]  # fmt: skip
    assert list(spec["template"]["spec"]["containers"][0]) == [
        "name", "image", "imagePullPolicy", "ports", "envFrom", "env", "resources", "readinessProbe", "livenessProbe",
        "startupProbe", "lifecycle", "securityContext", "volumeMounts",
    ]  # fmt: skip


def test_an_autoscaler_owns_the_number_of_copies(helm: Helm, tmp_path: Path) -> None:
    off = {**autoscaling(), "enabled": False}

    assert "replicas" not in deployment(helm, tmp_path / "on", production())
    assert deployment(helm, tmp_path / "off", changed(production(), autoscaling=off))["replicas"] == 2


def test_no_copies_at_all_is_a_number_like_any_other(helm: Helm, tmp_path: Path) -> None:
    assert deployment(helm, tmp_path, changed(minimal(), replicaCount=0))["replicas"] == 0


def test_switching_the_autoscaler_off_brings_the_replicas_back(tmp_path: Path, helm_process: Helm) -> None:
    spec = deployment(helm_process, tmp_path, production(), "--set", "autoscaling.enabled=false,replicaCount=7")

    assert spec["replicas"] == 7


@pytest.mark.parametrize("kept", [0, 1, "25%", "0%"])
def test_numbers_stay_numbers_and_percentages_texts(helm: Helm, tmp_path: Path, kept: int | str) -> None:
    strategy = {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": "100%", "maxUnavailable": kept}}
    budget = {"enabled": True, "maxUnavailable": kept, "unhealthyPodEvictionPolicy": "AlwaysAllow"}
    chart = write_chart(tmp_path, changed(minimal(), strategy=strategy, podDisruptionBudget=budget))

    found = helm.manifests(chart)

    update = found["Deployment/orders-api"]["spec"]["strategy"]["rollingUpdate"]
    assert update == {"maxSurge": "100%", "maxUnavailable": kept}
    assert found["PodDisruptionBudget/orders-api"]["spec"]["maxUnavailable"] == kept


def test_recreate_has_no_rolling_update(helm: Helm, tmp_path: Path) -> None:
    assert deployment(helm, tmp_path, changed(minimal(), strategy={"type": "Recreate"}))["strategy"] == {
        "type": "Recreate"
    }


def test_large_numbers_keep_their_digits(helm: Helm, tmp_path: Path) -> None:
    large = 2_147_483_647
    values = changed(
        everything(),
        replicaCount=1_000_000,
        autoscaling={**autoscaling(), "enabled": False},
        minReadySeconds=1_000_000,
        progressDeadlineSeconds=large,
        terminationGracePeriodSeconds=large,
        podSecurityContext={"runAsUser": large, "fsGroup": 1_000_000, "supplementalGroups": [1_000_000]},
        securityContext={"runAsUser": large},
        resources={"requests": {"cpu": 1_000_000}, "limits": {"memory": large}},
        livenessProbe={"tcpSocket": {"port": 65535}, "periodSeconds": 1_000_000},
        lifecycle={"preStop": {"sleep": {"seconds": 1_000_000}}},
        tolerations=[{"operator": "Exists", "tolerationSeconds": 1_000_000}],
    )

    text = of_kind(helm.texts(write_chart(tmp_path, values)), "Deployment")

    assert "e+" not in text
    assert text.count(str(large)) == 5
    assert text.count("1000000\n") == 8


def test_zero_and_false_are_printed(helm: Helm, tmp_path: Path) -> None:
    pod = deployment(helm, tmp_path, everything())["template"]["spec"]
    [one] = pod["containers"]

    assert deployment(helm, tmp_path, everything())["minReadySeconds"] == 0
    assert one["readinessProbe"]["initialDelaySeconds"] == 0
    assert one["volumeMounts"][2] == {"name": "data", "mountPath": "/data", "readOnly": False}
    assert pod["tolerations"][0]["tolerationSeconds"] == 0
    assert {"name": "EMPTY", "value": ""} in one["env"]


def test_variables_that_refer_to_others_come_last(helm: Helm, tmp_path: Path) -> None:
    env = container(helm, tmp_path, everything())["env"]

    assert [one["name"] for one in env] == ["B_HOST", "CPUS", "C_PORT", "EMPTY", "POD", "A_URL"]
    assert env[-1] == {"name": "A_URL", "value": "http://$(B_HOST):$(C_PORT)/"}


def test_the_charts_own_config_map_comes_first_so_that_later_ones_win(helm: Helm, tmp_path: Path) -> None:
    assert container(helm, tmp_path, everything())["envFrom"] == [
        {"configMapRef": {"name": "orders-api-config"}},
        {"prefix": "DB_", "secretRef": {"name": "orders-db", "optional": True}},
        {"configMapRef": {"name": "x"}},
    ]


@pytest.mark.parametrize(
    ("tag", "digest", "image"),
    [
        ("1.4.2", "", "ghcr.io/acme/orders-api:1.4.2"),
        ("", DIGEST, f"ghcr.io/acme/orders-api@{DIGEST}"),
        ("1.4.2", DIGEST, f"ghcr.io/acme/orders-api:1.4.2@{DIGEST}"),
        ("1.10", "", "ghcr.io/acme/orders-api:1.10"),
    ],
)
def test_an_image_is_pulled_by_digest_where_there_is_one(
    helm: Helm, tmp_path: Path, tag: str, digest: str, image: str
) -> None:
    values = changed(minimal(), image={**minimal()["image"], "tag": tag, "digest": digest})

    assert container(helm, tmp_path, values)["image"] == image


def test_resources_keep_their_order_and_take_numbers_from_set(tmp_path: Path, helm_process: Helm) -> None:
    chart = write_chart(tmp_path, production())

    text = of_kind(helm_process.texts(chart, arguments=["--set", "resources.limits.cpu=2"]), "Deployment")

    resources = in_order(text)["spec"]["template"]["spec"]["containers"][0]["resources"]
    assert list(resources) == ["requests", "limits"]
    assert list(resources["requests"]) == ["cpu", "memory", "ephemeral-storage"]
    assert resources["limits"] == {"cpu": 2, "memory": "1Gi", "ephemeral-storage": "1Gi"}


def test_every_kind_of_probe_and_hook_is_printed_whole(helm: Helm, tmp_path: Path) -> None:
    one = container(helm, tmp_path, everything())

    assert one["readinessProbe"] == {
        "httpGet": {
            "path": "/ready",
            "port": 3000,
            "scheme": "HTTPS",
            "httpHeaders": [{"name": "Host", "value": "orders"}],
        },
        "initialDelaySeconds": 0,
        "successThreshold": 2,
    }
    assert one["livenessProbe"] == {"tcpSocket": {"port": "http"}, "periodSeconds": 20}
    assert one["startupProbe"] == {"grpc": {"port": 3000, "service": "orders"}, "failureThreshold": 24}
    assert one["lifecycle"]["postStart"] == {"exec": {"command": ["/bin/warm", "\n\n"]}}


def test_files_of_the_config_map_are_mounted_one_by_one_and_read_only(helm: Helm, tmp_path: Path) -> None:
    pod = deployment(helm, tmp_path, everything())["template"]["spec"]

    assert pod["containers"][0]["volumeMounts"][-2:] == [
        {"name": "config-files", "mountPath": "/etc/app/app.yaml", "subPath": "app.yaml", "readOnly": True},
        {"name": "config-files", "mountPath": "/etc/app/on", "subPath": "on", "readOnly": True},
    ]
    assert pod["volumes"][-1] == {
        "name": "config-files",
        "configMap": {"name": "orders-api-files", "defaultMode": 420},
    }


def test_copies_keep_apart_and_own_affinity_stays(helm: Helm, tmp_path: Path) -> None:
    hard = deployment(helm, tmp_path / "hard", everything())["template"]["spec"]
    soft = deployment(helm, tmp_path / "soft", production())["template"]["spec"]

    assert list(hard["affinity"]) == ["nodeAffinity", "podAntiAffinity"]
    assert list(hard["affinity"]["podAntiAffinity"]) == ["requiredDuringSchedulingIgnoredDuringExecution"]
    assert hard["topologySpreadConstraints"][0]["whenUnsatisfiable"] == "DoNotSchedule"
    assert list(soft["affinity"]["podAntiAffinity"]) == ["preferredDuringSchedulingIgnoredDuringExecution"]
    assert soft["topologySpreadConstraints"][0]["whenUnsatisfiable"] == "ScheduleAnyway"


def test_pods_run_as_the_account_that_is_stated(helm: Helm, tmp_path: Path) -> None:
    def account(folder: str, **said: Any) -> Any:
        values = changed(minimal(), serviceAccount={"annotations": {}, "automount": True, **said})
        return deployment(helm, tmp_path / folder, values)["template"]["spec"]

    assert account("own", create=True, name="")["serviceAccountName"] == "orders-api"
    assert account("named", create=True, name="shop")["serviceAccountName"] == "shop"
    assert account("existing", create=False, name="shop")["serviceAccountName"] == "shop"
    assert account("none", create=False, name="")["serviceAccountName"] == "default"
    assert account("token", create=True, name="")["automountServiceAccountToken"] is True
