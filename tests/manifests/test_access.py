"""Who the pods are to the API server and the cloud, and what they may do there."""

from typing import Any

import pytest

from chartgen import Binding, Component, Grant, Hook, Job, Overlay, ServiceAccount
from tests.manifests.rendering import files_of, manifests_of, pod_of

pytestmark = pytest.mark.helm

READ_SECRET = Grant("secrets", names=["orders-db"], verbs=["get"])
LEADER = Grant("leases", verbs=["get", "create", "update"])
MIGRATE = Component(kind="Job", job=Job(hook=Hook()))


def rules_of(*grants: Grant, kind: str = "Role") -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = manifests_of(grants=grants)[kind]["rules"]
    return rules


def test_a_grant_is_a_rule_of_a_role_that_the_account_has() -> None:
    found = manifests_of(grants=[READ_SECRET])

    rule = {"apiGroups": [""], "resources": ["secrets"], "resourceNames": ["orders-db"], "verbs": ["get"]}
    assert found["Role orders-api"]["rules"] == [rule]
    binding = found["RoleBinding orders-api"]
    assert binding["roleRef"] == {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "orders-api"}
    assert binding["subjects"] == [{"kind": "ServiceAccount", "name": "orders-api", "namespace": "default"}]


def test_kubernetes_own_resources_find_their_api_group() -> None:
    found = rules_of(
        Grant("deployments", verbs=["get"]),
        Grant("pods/log", verbs=["get"]),
        Grant("certificates", api_group="cert-manager.io", verbs=["get"]),
    )

    assert [rule["apiGroups"] for rule in found] == [["apps"], [""], ["cert-manager.io"]]
    assert found[1]["resources"] == ["pods/log"]


def test_a_grant_in_the_cluster_is_of_a_cluster_role_that_no_other_release_has() -> None:
    grants = [Grant("nodes", verbs=["get", "list"], cluster=True), Grant("/metrics", verbs=["get"], cluster=True)]
    found = manifests_of(grants=grants)

    assert found["ClusterRole orders-api:default"]["rules"] == [
        {"apiGroups": [""], "resources": ["nodes"], "verbs": ["get", "list"]},
        {"nonResourceURLs": ["/metrics"], "verbs": ["get"]},
    ]
    binding = found["ClusterRoleBinding orders-api:default"]
    assert (binding["roleRef"]["kind"], binding["roleRef"]["name"]) == ("ClusterRole", "orders-api:default")
    assert "Role" not in found


def test_a_grant_in_another_namespace_is_made_there_for_the_account_here() -> None:
    found = manifests_of(grants=[Grant("pods", verbs=["list"], namespace="batch")])

    assert found["Role orders-api:default"]["metadata"]["namespace"] == "batch"
    binding = found["RoleBinding orders-api:default"]
    assert binding["metadata"]["namespace"] == "batch"
    assert binding["subjects"][0]["namespace"] == "default"


def test_an_existing_role_is_bound_under_a_name_that_says_which() -> None:
    bindings = [
        Binding("view"),
        Binding("reader", kind="Role", namespace="batch"),
        Binding("system:auth-delegator", cluster=True),
    ]
    found = manifests_of(bindings=bindings)

    assert found["RoleBinding orders-api-view"]["roleRef"]["kind"] == "ClusterRole"
    there = found["RoleBinding orders-api-role-reader:default"]
    assert (there["metadata"]["namespace"], there["roleRef"]["kind"]) == ("batch", "Role")
    everywhere = found["ClusterRoleBinding orders-api-system:auth-delegator:default"]
    assert everywhere["roleRef"]["name"] == "system:auth-delegator"


@pytest.mark.parametrize("said", [{"grants": [LEADER]}, {"bindings": [Binding("view")]}])
def test_the_token_is_mounted_where_something_is_granted(said: dict[str, Any]) -> None:
    assert pod_of(**said)["automountServiceAccountToken"] is True
    assert pod_of()["automountServiceAccountToken"] is False


def test_the_token_is_mounted_or_not_where_the_account_says_so() -> None:
    account = ServiceAccount(automount_token=False)

    assert pod_of(grants=[LEADER], service_account=account)["automountServiceAccountToken"] is False
    assert pod_of(service_account=ServiceAccount(automount_token=True))["automountServiceAccountToken"] is True


def test_an_account_is_known_to_the_clouds() -> None:
    client = "4f6d2b1c-0a3e-4b7d-9c58-1e2f3a4b5c6d"
    account = ServiceAccount(
        aws_role_arn="arn:aws:iam::123456789012:role/orders-api",
        gcp_service_account="orders-api@acme.iam.gserviceaccount.com",
        azure_client_id=client,
        pull_secrets=["registry"],
    )
    found = manifests_of(service_account=account)

    assert found["ServiceAccount"]["metadata"]["annotations"] == {
        "azure.workload.identity/client-id": client,
        "eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/orders-api",
        "iam.gke.io/gcp-service-account": "orders-api@acme.iam.gserviceaccount.com",
    }
    assert found["ServiceAccount"]["imagePullSecrets"] == [{"name": "registry"}]
    assert found["Deployment"]["spec"]["template"]["metadata"]["labels"]["azure.workload.identity/use"] == "true"


def test_a_component_shares_account_and_grants() -> None:
    found = manifests_of(grants=[LEADER], components={"worker": Component()})

    worker = found["Deployment orders-api-worker"]["spec"]["template"]["spec"]
    assert (worker["serviceAccountName"], worker["automountServiceAccountToken"]) == ("orders-api", True)
    assert [name for name in found if name.startswith("Role ")] == ["Role orders-api"]


def test_a_component_with_grants_of_its_own_has_an_account_of_its_own() -> None:
    found = manifests_of(
        service_account=ServiceAccount(name="orders"), components={"worker": Component(grants=[LEADER])}
    )

    worker = found["Deployment orders-api-worker"]["spec"]["template"]["spec"]
    assert (worker["serviceAccountName"], worker["automountServiceAccountToken"]) == ("orders-api-worker", True)
    assert found["RoleBinding orders-api-worker"]["subjects"][0]["name"] == "orders-api-worker"
    main = found["Deployment orders-api"]["spec"]["template"]["spec"]
    assert (main["serviceAccountName"], main["automountServiceAccountToken"]) == ("orders", False)


def test_a_component_that_has_grants_in_one_environment_keeps_its_account_in_all() -> None:
    said: dict[str, Any] = {
        "grants": [READ_SECRET],
        "components": {"worker": Component()},
        "environments": {"production": Overlay(components={"worker": Component(grants=[LEADER])})},
    }
    base, production = manifests_of(**said), manifests_of("production", **said)

    assert base["Role orders-api-worker"]["rules"] == base["Role orders-api"]["rules"]
    assert production["Role orders-api-worker"]["rules"][0]["resources"] == ["leases"]


def test_what_a_hook_may_do_is_granted_by_hooks_before_it() -> None:
    found = manifests_of(grants=[READ_SECRET], components={"migrate": MIGRATE})

    for kind in ("ServiceAccount", "Role", "RoleBinding"):
        annotations = found[f"{kind} orders-api-migrate"]["metadata"]["annotations"]
        assert annotations["helm.sh/hook"] == "pre-install,pre-upgrade"
        assert annotations["helm.sh/hook-weight"] == "-10"
    assert "annotations" not in found["Role orders-api"]["metadata"]
    assert found["Job orders-api-migrate"]["spec"]["template"]["spec"]["serviceAccountName"] == "orders-api-migrate"


def test_an_environment_may_grant_what_others_do_not() -> None:
    environments = {"production": Overlay(grants=[LEADER]), "staging": Overlay()}

    assert "Role" not in manifests_of(environments=environments)
    assert "Role" not in manifests_of("staging", environments=environments)
    production = manifests_of("production", environments=environments)
    assert production["Role"]["rules"][0]["resources"] == ["leases"]
    assert production["ServiceAccount"]["automountServiceAccountToken"] is True


def test_roles_can_be_left_to_somebody_else() -> None:
    assert "Role" not in manifests_of(grants=[LEADER], sets=["rbac.create=false"])


def test_the_ledger_knows_every_role_and_binding() -> None:
    import json

    from chartgen import Image, Service

    grants = [LEADER, Grant("pods", verbs=["list"], namespace="batch"), Grant("nodes", verbs=["get"], cluster=True)]
    bindings = [Binding("view"), Binding("edit", namespace="batch"), Binding("view", cluster=True)]
    said: dict[str, Any] = {"grants": grants, "bindings": bindings}
    service = Service(name="orders-api", image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"), **said)
    found = manifests_of(**said)

    ledger = json.loads(files_of(service)[".chartgen.json"])["objects"]
    names = {
        f"{one['kind']} {one['name']}".replace("<fullname>", "orders-api").replace("<namespace>", "default")
        for one in ledger
        if "Role" in one["kind"]
    }
    assert names == {name for name in found if "Role" in name and " " in name}
