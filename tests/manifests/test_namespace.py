"""A namespace for a team: what its chart makes, sentence by sentence."""

import json
from typing import Any

import pytest

from chartgen import (
    Access,
    Amounts,
    Cidr,
    ClaimLimits,
    ContainerLimits,
    DefaultDeny,
    Grant,
    LimitRange,
    Namespace,
    NamespaceOverlay,
    Peer,
    Platform,
    PodLimits,
    PodSecurity,
    PriorityClass,
    Quota,
)
from chartgen.helm import RenderFailed
from tests.manifests.namespaces import files_of, manifests_of

pytestmark = pytest.mark.helm

LEVEL = "pod-security.kubernetes.io"
DNS = Peer(namespace="kube-system", labels={"k8s-app": "kube-dns"})
DNS_PORTS = [{"port": 53, "protocol": "UDP"}, {"port": 53, "protocol": "TCP"}]


def quota(**said: Any) -> dict[str, Any]:
    found: dict[str, Any] = manifests_of(quotas={"compute": Quota(**said)})["ResourceQuota payments-compute"]["spec"]
    return found


def limits(**said: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = manifests_of(limit_range=LimitRange(**said))["LimitRange payments"]["spec"]["limits"]
    return found


def policy(**said: Any) -> dict[str, Any]:
    found: dict[str, Any] = manifests_of(**said)["NetworkPolicy payments-default-deny"]["spec"]
    return found


def test_a_name_is_enough_for_a_restricted_namespace_that_refuses_traffic() -> None:
    found = manifests_of()

    assert sorted(name for name in found if " " in name) == [
        "Namespace payments",
        "NetworkPolicy payments-default-deny",
    ]
    labels = found["Namespace"]["metadata"]["labels"]
    assert [labels[f"{LEVEL}/{mode}"] for mode in ("enforce", "audit", "warn")] == ["restricted"] * 3
    assert {labels[f"{LEVEL}/{mode}-version"] for mode in ("enforce", "audit", "warn")} == {"latest"}


def test_the_level_of_pod_security_may_be_lower_and_its_warning_higher() -> None:
    security = PodSecurity(enforce="baseline", warn="restricted", version="v1.34")
    labels = manifests_of(pod_security=security)["Namespace"]["metadata"]["labels"]

    assert [labels[f"{LEVEL}/{mode}"] for mode in ("enforce", "audit", "warn")] == [
        "baseline",
        "baseline",
        "restricted",
    ]
    assert labels[f"{LEVEL}/enforce-version"] == "v1.34"


def test_labels_and_annotations_are_the_namespaces_and_the_owner_is_on_every_object() -> None:
    found = manifests_of(
        labels={"environment": "production"}, annotations={"example.com/a": "b"}, owner="team-payments"
    )

    metadata = found["Namespace"]["metadata"]
    assert (metadata["labels"]["environment"], metadata["annotations"]["example.com/a"]) == ("production", "b")
    assert "environment" not in found["NetworkPolicy"]["metadata"]["labels"]
    assert {one["metadata"]["labels"]["owner"] for one in found.values()} == {"team-payments"}


def test_text_arrives_unchanged() -> None:
    notes = {"example.com/a": "on", "example.com/b": "010", "example.com/c": "a: b # c\n\n", "example.com/d": "'\""}

    assert manifests_of(annotations=notes, keep=False)["Namespace"]["metadata"]["annotations"] == notes


def test_an_uninstall_keeps_the_namespace_unless_it_says_otherwise() -> None:
    assert manifests_of()["Namespace"]["metadata"]["annotations"] == {"helm.sh/resource-policy": "keep"}
    assert "annotations" not in manifests_of(keep=False)["Namespace"]["metadata"]


def test_everything_lies_in_the_namespace_wherever_the_release_lives() -> None:
    access = {"developers": Access(groups=["a"], role="edit", grants=[Grant("pods", verbs=["delete"])])}
    limit_range = LimitRange(claim=ClaimLimits(max="1Gi"))
    found = manifests_of(namespace="payments-prod", quotas={"a": Quota(pods=1)}, limit_range=limit_range, access=access)

    namespaced = [one for name, one in found.items() if " " in name and not name.startswith("Namespace ")]
    assert {one["metadata"]["namespace"] for one in namespaced} == {"payments-prod"}
    assert "Namespace payments-prod" in found


def test_a_namespace_that_somebody_else_makes_is_not_printed() -> None:
    assert "Namespace" not in manifests_of(create=False)
    assert "Namespace" not in manifests_of(sets=["namespace.create=false"])
    assert "NetworkPolicy" in manifests_of(create=False)


def test_a_quota_bounds_what_all_pods_have_together() -> None:
    hard = quota(cpu="10", memory="20Gi", cpu_limit="20", memory_limit="40Gi", pods=50)["hard"]

    assert hard == {
        "limits.cpu": "20",
        "limits.memory": "40Gi",
        "pods": "50",
        "requests.cpu": "10",
        "requests.memory": "20Gi",
    }


def test_a_quota_counts_objects_and_storage() -> None:
    hard = quota(
        storage="1Ti",
        storage_classes={"fast": "100Gi"},
        ephemeral_storage="10Gi",
        ephemeral_storage_limit="20Gi",
        services=10,
        load_balancers=0,
        node_ports=0,
        config_maps=100,
        secrets=200,
        claims=20,
        objects={"jobs.batch": 20},
    )["hard"]

    assert hard == {
        "configmaps": "100",
        "count/jobs.batch": "20",
        "fast.storageclass.storage.k8s.io/requests.storage": "100Gi",
        "limits.ephemeral-storage": "20Gi",
        "persistentvolumeclaims": "20",
        "requests.ephemeral-storage": "10Gi",
        "requests.storage": "1Ti",
        "secrets": "200",
        "services": "10",
        "services.loadbalancers": "0",
        "services.nodeports": "0",
    }


def test_a_quota_may_be_for_some_pods_only() -> None:
    spec = quota(pods=5, scopes=["NotTerminating"], priority_classes=["payments"])

    assert spec["scopes"] == ["NotTerminating"]
    expression = {"scopeName": "PriorityClass", "operator": "In", "values": ["payments"]}
    assert spec["scopeSelector"] == {"matchExpressions": [expression]}


def test_a_quota_takes_numbers_from_the_command_line() -> None:
    found = manifests_of(quotas={"a": Quota(pods=1)}, sets=["resourceQuotas.a.hard.pods=1000000"])

    assert found["ResourceQuota"]["spec"]["hard"] == {"pods": "1000000"}


def test_defaults_that_the_api_server_fills_in_are_written_out() -> None:
    (container,) = limits(container=ContainerLimits(min=Amounts(cpu="10m"), max=Amounts(cpu="1", memory="1Gi")))

    assert container["default"] == {"cpu": "1", "memory": "1Gi"}
    assert container["defaultRequest"] == {"cpu": "1", "memory": "1Gi"}
    assert (container["min"], container["max"]) == ({"cpu": "10m"}, {"cpu": "1", "memory": "1Gi"})


def test_stated_defaults_stay() -> None:
    (container,) = limits(
        container=ContainerLimits(
            default=Amounts(cpu="500m", ephemeral_storage="1Gi"), default_request=Amounts(cpu="100m")
        )
    )

    assert container == {
        "type": "Container",
        "default": {"cpu": "500m", "ephemeral-storage": "1Gi"},
        "defaultRequest": {"cpu": "100m", "ephemeral-storage": "1Gi"},
    }


def test_pods_and_claims_have_bounds() -> None:
    assert limits(pod=PodLimits(max=Amounts(cpu="4")), claim=ClaimLimits(min="1Gi", max="100Gi")) == [
        {"type": "Pod", "max": {"cpu": "4"}},
        {"type": "PersistentVolumeClaim", "min": {"storage": "1Gi"}, "max": {"storage": "100Gi"}},
    ]


def test_pods_may_ask_for_names_and_nothing_else() -> None:
    assert policy() == {
        "podSelector": {},
        "policyTypes": ["Ingress", "Egress"],
        "egress": [{"ports": DNS_PORTS}],
    }


def test_the_platforms_facts_enter_the_policy() -> None:
    found = policy(platform=Platform(dns=DNS, monitoring=Peer(namespace="monitoring"), identity=Peer("auth", port=443)))

    assert found["ingress"] == [
        {"from": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "monitoring"}}}]}
    ]
    assert found["egress"][0]["to"][0]["podSelector"] == {"matchLabels": {"k8s-app": "kube-dns"}}
    assert found["egress"][1]["ports"] == [{"port": 443, "protocol": "TCP"}]


def test_a_policy_may_open_what_every_pod_needs() -> None:
    found = policy(default_deny=DefaultDeny(ingress=[Peer(namespace="edge")], egress=[Cidr("10.0.0.0/8")], within=True))

    assert [list(rule["from"][0]) for rule in found["ingress"]] == [["podSelector"], ["namespaceSelector"]]
    assert [rule.get("to") for rule in found["egress"]] == [
        None,
        [{"podSelector": {}}],
        [{"ipBlock": {"cidr": "10.0.0.0/8"}}],
    ]


def test_a_direction_may_stay_open_and_the_policy_away() -> None:
    assert policy(default_deny=DefaultDeny(egress=None)) == {"podSelector": {}, "policyTypes": ["Ingress"]}
    assert policy(default_deny=DefaultDeny(ingress=None))["policyTypes"] == ["Egress"]
    assert "NetworkPolicy" not in manifests_of(default_deny=None)
    assert "NetworkPolicy" not in manifests_of(sets=["networkPolicy.enabled=false"])


def test_a_priority_class_has_the_name_that_services_ask_for() -> None:
    found = manifests_of(
        priority_classes={
            "payments": PriorityClass(value=1000, description="What takes money."),
            "batch": PriorityClass(value=-10, preemption_policy="Never", global_default=True),
        }
    )

    first, second = found["PriorityClass payments"], found["PriorityClass batch"]
    assert (first["value"], first["preemptionPolicy"], first["globalDefault"]) == (1000, "PreemptLowerPriority", False)
    assert first["description"] == "What takes money."
    assert (second["value"], second["preemptionPolicy"], second["globalDefault"]) == (-10, "Never", True)
    assert "namespace" not in first["metadata"]


def test_access_is_a_binding_whose_name_says_the_role() -> None:
    developers = Access(
        groups=["oidc:payments"], users=["jane@example.com"], service_accounts=["bot", "argocd/deployer"]
    )
    found = manifests_of(access={"developers": Access(**{**developers.model_dump(exclude_unset=True), "role": "edit"})})

    binding = found["RoleBinding payments-developers-edit"]
    assert binding["roleRef"] == {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "edit"}
    assert binding["subjects"] == [
        {"kind": "Group", "apiGroup": "rbac.authorization.k8s.io", "name": "oidc:payments"},
        {"kind": "User", "apiGroup": "rbac.authorization.k8s.io", "name": "jane@example.com"},
        {"kind": "ServiceAccount", "name": "bot", "namespace": "payments"},
        {"kind": "ServiceAccount", "name": "deployer", "namespace": "argocd"},
    ]


def test_access_by_grants_has_a_role_of_its_own() -> None:
    found = manifests_of(access={"developers": Access(groups=["a"], grants=[Grant("pods/exec", verbs=["create"])])})

    rule = {"apiGroups": [""], "resources": ["pods/exec"], "verbs": ["create"]}
    assert found["Role payments-developers"]["rules"] == [rule]
    assert found["RoleBinding payments-developers"]["roleRef"]["kind"] == "Role"


def test_an_environment_says_what_differs_and_may_lack_what_others_have() -> None:
    said: dict[str, Any] = {
        "quotas": {"compute": Quota(cpu="10")},
        "environments": {
            "staging": NamespaceOverlay(namespace="payments-staging", quotas={"compute": None}, default_deny=None),
            "production": NamespaceOverlay(
                quotas={"compute": Quota(cpu="40")},
                limit_range=LimitRange(claim=ClaimLimits(max="1Ti")),
                priority_classes={"payments": PriorityClass(value=1)},
                access={"developers": Access(groups=["a"], role="view")},
            ),
        },
    }
    staging, production = manifests_of("staging", **said), manifests_of("production", **said)

    assert sorted(name for name in staging if " " in name) == ["Namespace payments-staging"]
    assert production["ResourceQuota"]["spec"]["hard"] == {"requests.cpu": "40"}
    assert {"LimitRange", "PriorityClass", "RoleBinding", "NetworkPolicy"} <= production.keys()


def test_what_no_environment_uses_is_refused_by_the_schema() -> None:
    with pytest.raises(RenderFailed, match="priorityClasses"):
        manifests_of(sets=["priorityClasses.a.value=1"])


def test_a_priority_that_is_kubernetes_own_is_refused_by_the_schema() -> None:
    with pytest.raises(RenderFailed, match="value"):
        manifests_of(priority_classes={"a": PriorityClass(value=1)}, sets=["priorityClasses.a.value=2000000000"])


def test_the_ledger_knows_every_object_and_what_of_a_priority_can_not_change() -> None:
    said: dict[str, Any] = {
        "quotas": {"compute": Quota(cpu="10")},
        "limit_range": LimitRange(claim=ClaimLimits(max="1Ti")),
        "priority_classes": {"payments": PriorityClass(value=7)},
        "access": {"developers": Access(groups=["a"], role="view", grants=[Grant("pods", verbs=["delete"])])},
    }
    ledger = json.loads(files_of(Namespace(name="payments", **said))[".chartgen.json"])["objects"]

    names = {f"{one['kind']} {one['name']}".replace("<fullname>", "payments") for one in ledger}
    assert names == {name for name in manifests_of(**said) if " " in name}
    fixed = {"": {"value": 7, "preemptionPolicy": "PreemptLowerPriority"}}
    assert {"kind": "PriorityClass", "name": "payments", "fixed": fixed} in ledger


def test_the_chart_says_how_to_install_it_where_the_release_can_live() -> None:
    files = files_of(
        Namespace(name="payments", description="Takes money.", environments={"production": NamespaceOverlay()})
    )

    install = "helm install payments . -f values-production.yaml --namespace platform --create-namespace"
    assert install in files["README.md"]
    assert "| `namespace.keep` | `true` |" in files["README.md"]
    assert "appVersion" not in files["Chart.yaml"]
