"""Further workloads of a service: what they inherit, what is their own."""

from typing import Any

import pytest

from chartgen import (
    Autoscaling,
    Component,
    ConfigFile,
    CronJob,
    Hook,
    Identity,
    Image,
    Job,
    Label,
    Overlay,
    Probes,
    ServiceAccount,
    StatefulSet,
    Toleration,
)
from tests.manifests.rendering import manifests_of

pytestmark = pytest.mark.helm

WORKER = Component(command=["/app/worker"])
MIGRATE = Component(kind="Job", command=["/app/migrate"], job=Job(hook=Hook()))
SELECTOR = {"app.kubernetes.io/name": "orders-api", "app.kubernetes.io/instance": "orders-api"}


def pod_of(found: dict[str, Any], workload: str) -> dict[str, Any]:
    template: dict[str, Any] = found[workload]["spec"]["template"]
    return template


def container_of(found: dict[str, Any], workload: str) -> dict[str, Any]:
    container: dict[str, Any] = pod_of(found, workload)["spec"]["containers"][0]
    return container


def test_a_component_has_a_name_a_selector_and_a_budget_of_its_own() -> None:
    found = manifests_of(components={"worker": WORKER})

    worker = found["Deployment orders-api-worker"]
    own = {**SELECTOR, "app.kubernetes.io/component": "worker"}
    assert worker["spec"]["selector"]["matchLabels"] == own
    assert pod_of(found, "Deployment orders-api-worker")["metadata"]["labels"] == own
    assert worker["metadata"]["labels"]["app.kubernetes.io/component"] == "worker"
    assert found["PodDisruptionBudget orders-api-worker"]["spec"]["selector"]["matchLabels"] == own
    assert found["Deployment orders-api"]["spec"]["selector"]["matchLabels"]["app.kubernetes.io/component"] == "main"
    assert container_of(found, "Deployment orders-api-worker")["name"] == "worker"


def test_a_component_inherits_image_environment_security_and_scheduling() -> None:
    found = manifests_of(
        env={"A": "b"},
        config={"C": "d"},
        config_files={"app.yaml": ConfigFile(content="x", mount_path="/etc/app.yaml")},
        tolerations=[Toleration(key="dedicated", operator="Exists")],
        labels={"cost-centre": Label(value="4711", pods=True)},
        components={"worker": WORKER},
    )

    main, worker = container_of(found, "Deployment orders-api"), container_of(found, "Deployment orders-api-worker")
    for shared in ("image", "env", "envFrom", "securityContext", "volumeMounts"):
        assert worker[shared] == main[shared]
    pod, main_pod = (pod_of(found, f"Deployment {name}") for name in ("orders-api-worker", "orders-api"))
    for shared in ("serviceAccountName", "securityContext", "tolerations", "volumes"):
        assert pod["spec"][shared] == main_pod["spec"][shared]
    assert pod["metadata"]["annotations"] == main_pod["metadata"]["annotations"]
    assert pod["metadata"]["labels"]["cost-centre"] == "4711"
    assert {key for key in found if key.startswith("ConfigMap ")} == {
        "ConfigMap orders-api-config",
        "ConfigMap orders-api-files",
    }


def test_a_component_inherits_no_copies_probes_or_ports() -> None:
    found = manifests_of(replicas=7, probes=Probes(liveness="/live"), components={"worker": WORKER})

    worker = container_of(found, "Deployment orders-api-worker")
    assert found["Deployment orders-api-worker"]["spec"]["replicas"] == 2
    assert worker.keys().isdisjoint({"ports", "readinessProbe", "livenessProbe", "startupProbe"})
    assert "Service orders-api-worker" not in found


def test_what_a_component_says_lies_above_what_it_inherits() -> None:
    found = manifests_of(
        env={"A": "main", "B": "main"},
        config={"LOG_LEVEL": "info", "X": "1"},
        components={
            "worker": Component(env={"A": "worker", "B": None}, config={"LOG_LEVEL": "debug"}, ports={"grpc": 9000})
        },
    )

    worker = container_of(found, "Deployment orders-api-worker")
    assert worker["env"] == [{"name": "A", "value": "worker"}]
    assert worker["envFrom"] == [{"configMapRef": {"name": "orders-api-worker-config"}}]
    assert found["ConfigMap orders-api-worker-config"]["data"] == {"LOG_LEVEL": "debug", "X": "1"}
    assert found["ConfigMap orders-api-config"]["data"] == {"LOG_LEVEL": "info", "X": "1"}
    assert found["Service orders-api-worker"]["spec"]["selector"]["app.kubernetes.io/component"] == "worker"


def test_a_component_can_take_back_all_that_it_would_inherit() -> None:
    found = manifests_of(
        config={"A": "b"}, env={"C": "d"}, components={"worker": Component(config={"A": None}, env={"C": None})}
    )

    assert container_of(found, "Deployment orders-api-worker").keys().isdisjoint({"env", "envFrom"})
    assert "annotations" not in pod_of(found, "Deployment orders-api-worker")["metadata"]


def test_the_main_workloads_overlay_reaches_components_and_their_own_lies_above() -> None:
    said: dict[str, Any] = {
        "config": {"LOG_LEVEL": "info"},
        "components": {"worker": WORKER, "quiet": Component(config={"LOG_LEVEL": "error"})},
        "environments": {
            "production": Overlay(config={"LOG_LEVEL": "warning"}, components={"worker": Component(replicas=9)})
        },
    }
    found = manifests_of("production", **said)

    assert found["Deployment orders-api-worker"]["spec"]["replicas"] == 9
    assert container_of(found, "Deployment orders-api-worker")["command"] == ["/app/worker"]
    assert found["ConfigMap orders-api-config"]["data"] == {"LOG_LEVEL": "warning"}
    assert found["ConfigMap orders-api-quiet-config"]["data"] == {"LOG_LEVEL": "error"}


def test_an_image_and_a_setting_of_the_deployment_reach_components_too() -> None:
    sets = ["image.tag=2.0.0", "env.A.value=set"]
    found = manifests_of(sets=sets, env={"A": "b"}, components={"worker": WORKER})

    worker = container_of(found, "Deployment orders-api-worker")
    assert (worker["image"], worker["env"][0]["value"]) == ("ghcr.io/acme/orders-api:2.0.0", "set")


def test_a_component_may_run_another_image() -> None:
    image = Image(repository="ghcr.io/acme/worker", tag="3.0.0", pull_secrets=["registry"])
    found = manifests_of(components={"worker": Component(image=image)})

    assert container_of(found, "Deployment orders-api-worker")["image"] == "ghcr.io/acme/worker:3.0.0"
    assert found["Deployment orders-api-worker"]["metadata"]["labels"]["app.kubernetes.io/version"] == "3.0.0"
    assert pod_of(found, "Deployment orders-api-worker")["spec"]["imagePullSecrets"] == [{"name": "registry"}]
    assert "imagePullSecrets" not in pod_of(found, "Deployment orders-api")["spec"]


def test_a_component_that_one_environment_lacks_is_only_in_the_others() -> None:
    said: dict[str, Any] = {
        "components": {"worker": WORKER, "mail": Component(args=["mail"])},
        "environments": {"staging": Overlay(components={"worker": None}), "production": Overlay()},
    }

    assert "Deployment orders-api-worker" not in manifests_of("staging", **said)
    assert "Deployment orders-api-worker" in manifests_of("production", **said)
    assert "Deployment orders-api-mail" in manifests_of("staging", **said)


def test_a_section_of_ones_own_in_one_environment_leaves_the_others_as_they_are() -> None:
    said: dict[str, Any] = {
        "config": {"A": "main"},
        "components": {"worker": WORKER},
        "environments": {
            "production": Overlay(components={"worker": Component(config={"B": "1"})}),
            "staging": Overlay(),
        },
    }

    assert manifests_of("staging", **said)["ConfigMap orders-api-worker-config"]["data"] == {"A": "main"}
    assert manifests_of("production", **said)["ConfigMap orders-api-worker-config"]["data"] == {"A": "main", "B": "1"}


def test_a_migration_has_its_configuration_and_account_before_the_release_is_there() -> None:
    found = manifests_of(
        config={"DATABASE": "orders"},
        config_files={"app.yaml": ConfigFile(content="x", mount_path="/etc/app.yaml")},
        service_account=ServiceAccount(annotations={"eks.amazonaws.com/role-arn": "arn:aws:iam::1:role/orders"}),
        components={"migrate": MIGRATE},
    )

    needed = {
        "Job orders-api-migrate": "0",
        "ConfigMap orders-api-migrate-config": "-10",
        "ConfigMap orders-api-migrate-files": "-10",
        "ServiceAccount orders-api-migrate": "-10",
    }
    hooks = {key: one["metadata"].get("annotations", {}) for key, one in found.items() if " " in key}
    assert {key: notes["helm.sh/hook-weight"] for key, notes in hooks.items() if "helm.sh/hook" in notes} == needed
    assert found["ConfigMap orders-api-migrate-config"]["data"] == {"DATABASE": "orders"}
    account = found["ServiceAccount orders-api-migrate"]["metadata"]["annotations"]
    assert account["eks.amazonaws.com/role-arn"] == "arn:aws:iam::1:role/orders"
    pod = pod_of(found, "Job orders-api-migrate")["spec"]
    assert pod["serviceAccountName"] == "orders-api-migrate"
    assert pod["containers"][0]["envFrom"] == [{"configMapRef": {"name": "orders-api-migrate-config"}}]
    assert {"name": "config-files", "configMap": {"name": "orders-api-migrate-files", "defaultMode": 420}} in pod[
        "volumes"
    ]


def test_a_setting_of_the_deployment_reaches_a_migration_too() -> None:
    found = manifests_of(sets=["config.A=set"], config={"A": "b"}, components={"migrate": MIGRATE})

    assert found["ConfigMap orders-api-migrate-config"]["data"] == {"A": "set"}


def test_a_migration_runs_as_an_account_that_is_there_already() -> None:
    found = manifests_of(service_account=ServiceAccount(create=False, name="existing"), components={"migrate": MIGRATE})

    assert pod_of(found, "Job orders-api-migrate")["spec"]["serviceAccountName"] == "existing"
    assert "ServiceAccount" not in found


def test_components_are_of_every_kind() -> None:
    found = manifests_of(
        components={
            "store": Component(kind="StatefulSet", stateful_set=StatefulSet()),
            "agent": Component(kind="DaemonSet"),
            "nightly": Component(kind="CronJob", cron_job=CronJob(schedule="@daily")),
            "once": Component(kind="Job"),
        }
    )

    names = {key.split(" ")[0]: one["metadata"]["name"] for key, one in found.items() if "orders-api-" in key}
    assert names.keys() >= {"StatefulSet", "DaemonSet", "CronJob", "Job"}
    assert found["StatefulSet"]["spec"]["serviceName"] == "orders-api-store-headless"
    assert names["CronJob"] == "orders-api-nightly"


def test_a_component_has_an_autoscaler_of_its_own() -> None:
    found = manifests_of(components={"worker": Component(autoscaling=Autoscaling(min_replicas=3))})

    target = found["HorizontalPodAutoscaler orders-api-worker"]["spec"]["scaleTargetRef"]
    assert target["name"] == "orders-api-worker"
    assert "replicas" not in found["Deployment orders-api-worker"]["spec"]
    assert found["Deployment orders-api"]["spec"]["replicas"] == 2


def test_a_component_that_runs_already_keeps_its_names_and_selector() -> None:
    identity = Identity(name="old-worker", selector={"app": "worker"}, container="app", objects={"ServiceAccount": "x"})
    found = manifests_of(config={"A": "b"}, components={"worker": Component(identity=identity, config={"C": "d"})})

    worker = found["Deployment old-worker"]
    assert worker["spec"]["selector"]["matchLabels"] == {"app": "worker"}
    assert container_of(found, "Deployment old-worker")["name"] == "app"
    assert "ConfigMap old-worker-config" in found
    assert found["Deployment orders-api"]["spec"]["selector"]["matchLabels"]["app.kubernetes.io/component"] == "main"


def test_a_long_name_is_cut_to_what_its_kind_takes() -> None:
    release = "a-release-with-a-name-of-fifty-three-characters-that-s"[:52]
    found = manifests_of(
        release=release,
        components={
            "nightly": Component(kind="CronJob", cron_job=CronJob(schedule="@daily")),
            "store": Component(kind="StatefulSet"),
        },
    )

    assert len(found["CronJob"]["metadata"]["name"]) <= 52
    assert len(found["StatefulSet"]["metadata"]["name"]) <= 52
    assert len(found["StatefulSet"]["spec"]["serviceName"]) <= 63
    assert found["StatefulSet"]["spec"]["serviceName"].endswith("-headless")
