"""Names: valid, short enough, never two alike, and the same wherever an object is referred to."""

import re
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from .helms import Helm
from .sample import changed, write_chart
from .table import everything

pytestmark = pytest.mark.helm

LABEL = re.compile(r"[a-z]([-a-z0-9]{0,61}[a-z0-9])?")
SUBDOMAIN = re.compile(r"[a-z0-9]([-a-z0-9]{0,251}[a-z0-9])?")
OF_ROLES = re.compile(r"[a-z0-9]([-a-z0-9:]{0,251}[a-z0-9])?")
LIMITS = {
    "Service": LABEL,
    "Deployment": LABEL,
    "Job": LABEL,
    **dict.fromkeys(("Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"), OF_ROLES),
}

RELEASE = "a" * 53
CHART = "c" + "b" * 62


def objects(found: dict[str, Any]) -> dict[str, str]:
    return dict(one.split("/") for one in found)


def test_a_release_named_like_its_chart_names_everything_once(helm: Helm, tmp_path: Path) -> None:
    found = helm.manifests(write_chart(tmp_path, everything()), release="orders-api")

    assert objects(found)["Deployment"] == "orders-api"
    assert "ConfigMap/orders-api-config" in found
    assert "ConfigMap/orders-api-files" in found
    assert "Ingress/orders-api-admin-ui" in found


def test_another_release_has_both_names(helm: Helm, tmp_path: Path) -> None:
    found = helm.manifests(write_chart(tmp_path, everything()), release="pr-7")

    assert set(found) >= {"Deployment/pr-7-orders-api", "ServiceAccount/pr-7-orders-api"}


def test_two_releases_have_no_name_in_common(one_helm: Helm, tmp_path: Path) -> None:
    chart = write_chart(tmp_path, everything())

    first, second = (set(one_helm.manifests(chart, release=name)) for name in ("pr-7", "pr-8"))

    assert first.isdisjoint(second)


def test_dots_of_a_release_become_dashes(helm: Helm, tmp_path: Path) -> None:
    found = helm.manifests(write_chart(tmp_path, everything()), release="v1.2.shop")

    assert "Service/v1-2-shop-orders-api" in found
    assert found["Service/v1-2-shop-orders-api"]["spec"]["selector"]["app.kubernetes.io/instance"] == "v1.2.shop"
    assert not [name for name in found if "." in name]


@pytest.mark.parametrize("release", [RELEASE, "a" * 50 + ".b", "a-" * 26 + "a", "x"])
@pytest.mark.parametrize("chart_name", [CHART, "c" + "-b" * 31, "orders-api"])
def test_the_longest_names_are_cut_to_what_kubernetes_takes(
    one_helm: Helm, tmp_path: Path, release: str, chart_name: str
) -> None:
    found = one_helm.manifests(write_chart(tmp_path, everything(), name=chart_name), release=release)

    for kind, name in (one.split("/") for one in found):
        assert LIMITS.get(kind, SUBDOMAIN).fullmatch(name), f"{kind} {name}"


def test_a_cut_name_keeps_its_suffix_and_gets_six_digits(helm: Helm, tmp_path: Path) -> None:
    full = f"{RELEASE}-{CHART}"
    digits = sha256(full.encode()).hexdigest()[:6]

    found = objects(helm.manifests(write_chart(tmp_path, everything(), name=CHART), release=RELEASE))

    assert found["Service"] == f"{full[:56]}-{digits}"
    assert found["Job"] == f"{full[:40]}-{digits}-test-connection"
    assert found["HorizontalPodAutoscaler"] == full


def test_where_the_suffix_alone_is_too_long_the_whole_is_cut(helm: Helm, tmp_path: Path) -> None:
    each = {"type": "ClusterIP", "headless": True, "annotations": {}, "ports": {}}
    names = ["each" * 15 + end for end in ("xyz", "xyy")]
    values = changed(everything(), services=dict.fromkeys(names, each))

    found = {one.partition("/")[2] for one in helm.manifests(write_chart(tmp_path, values)) if "Service/" in one}

    wholes = [f"orders-api-{name}" for name in names]
    assert found == {"orders-api", *(f"{whole[:56]}-{sha256(whole.encode()).hexdigest()[:6]}" for whole in wholes)}


def test_cut_names_that_begin_alike_stay_apart(one_helm: Helm, tmp_path: Path) -> None:
    names = ["c" + "b" * 60 + end for end in ("xy", "xz", "yy")]
    charts = [write_chart(tmp_path / name, everything(), name=name) for name in names]

    rendered = [set(one_helm.manifests(chart, release=RELEASE)) for chart in charts]

    assert all(one.isdisjoint(other) for one, other in combinations(rendered, 2))


def test_every_reference_names_an_object_of_the_chart(one_helm: Helm, tmp_path: Path) -> None:
    found = one_helm.manifests(write_chart(tmp_path, everything(), name=CHART), release=RELEASE)
    name = objects(found)
    pod = found[f"Deployment/{name['Deployment']}"]["spec"]["template"]["spec"]
    [container] = pod["containers"]
    by_kind = {one["kind"]: one for one in found.values()}

    assert pod["serviceAccountName"] == name["ServiceAccount"]
    assert "ConfigMap/" + container["envFrom"][0]["configMapRef"]["name"] in found
    assert "ConfigMap/" + pod["volumes"][-1]["configMap"]["name"] in found
    assert by_kind["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]["name"] == name["Deployment"]
    assert by_kind["HTTPRoute"]["spec"]["rules"][0]["backendRefs"][0]["name"] == name["Service"]
    path = by_kind["Ingress"]["spec"]["rules"][0]["http"]["paths"][0]
    assert path["backend"]["service"]["name"] == name["Service"]
    assert f"http://{name['Service']}:80/" in by_kind["Job"]["spec"]["template"]["spec"]["containers"][0]["command"][-1]


def test_certificates_of_two_ingresses_are_two(one_helm: Helm, tmp_path: Path) -> None:
    found = one_helm.manifests(write_chart(tmp_path, everything()), release="shop")

    ingresses = [one["spec"] for one in found.values() if one["kind"] == "Ingress"]
    secrets = [tls["secretName"] for spec in ingresses for tls in spec.get("tls", [])]
    assert sorted(secrets) == ["shop-orders-api-admin-ui-tls", "shop-orders-api-tls"]


def test_fullname_override_replaces_both_names(helm: Helm, tmp_path: Path) -> None:
    values = changed(everything(), fullnameOverride="orders")

    found = helm.manifests(write_chart(tmp_path, values), release="shop")

    assert set(found) >= {"Deployment/orders", "ConfigMap/orders-config", "Ingress/orders-admin-ui"}


def test_what_already_runs_keeps_its_names_and_selector(helm: Helm, tmp_path: Path) -> None:
    selector = {"app": "orders", "release": "shop"}
    identity = {"selector": selector, "container": "app", "objects": {"Service": "orders-svc", "ConfigMap": "env"}}

    found = helm.manifests(write_chart(tmp_path, changed(everything(), identity=identity)), release="shop")

    deployment = found["Deployment/shop-orders-api"]["spec"]
    assert deployment["selector"]["matchLabels"] == selector
    assert deployment["template"]["metadata"]["labels"] == {**selector, "cost-centre": "4711"}
    assert deployment["template"]["spec"]["containers"][0]["name"] == "app"
    assert found["Service/orders-svc"]["spec"]["selector"] == selector
    assert {"ConfigMap/env", "ConfigMap/shop-orders-api-files"} <= set(found)


@pytest.mark.parametrize("release", ["1e3", "on", "null", "0x1f", "010", "true", "y", "12e03"])
def test_a_release_whose_name_looks_like_something_else_stays_a_text(helm: Helm, tmp_path: Path, release: str) -> None:
    found = helm.manifests(write_chart(tmp_path, everything(), name="svc"), release=release)

    labels = {
        "app.kubernetes.io/name": "svc",
        "app.kubernetes.io/instance": release,
        "app.kubernetes.io/component": "main",
    }
    deployment = found[f"Deployment/{release}-svc"]["spec"]
    anti_affinity = deployment["template"]["spec"]["affinity"]["podAntiAffinity"]
    assert deployment["selector"]["matchLabels"] == labels
    [term] = anti_affinity["requiredDuringSchedulingIgnoredDuringExecution"]
    assert term["labelSelector"]["matchLabels"] == labels
