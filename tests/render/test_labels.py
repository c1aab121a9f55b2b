"""Labels and annotations: which objects carry which, and that they are always valid."""

import re
from pathlib import Path
from typing import Any

import pytest

from .helms import Helm, in_order, of_kind
from .sample import changed, minimal, production, write_chart
from .table import everything

pytestmark = pytest.mark.helm

VALUE = re.compile(r"([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?")


def labels(found: dict[str, Any], kind: str = "ServiceAccount") -> dict[str, str]:
    [manifest] = [one for one in found.values() if one["kind"] == kind]
    stated: dict[str, str] = manifest["metadata"]["labels"]
    return stated


def test_every_object_carries_the_same_labels_in_the_same_order(helm: Helm, tmp_path: Path) -> None:
    texts = helm.texts(write_chart(tmp_path, production()))

    expected = {
        "helm.sh/chart": "orders-api-0.1.0",
        "app.kubernetes.io/name": "orders-api",
        "app.kubernetes.io/instance": "orders-api",
        "app.kubernetes.io/component": "main",
        "app.kubernetes.io/version": "1.4.2",
        "app.kubernetes.io/managed-by": "Helm",
        "owner": "team-orders",
    }
    stated = [list(in_order(text)["metadata"]["labels"].items()) for text in texts]
    assert stated == [list(expected.items())] * len(texts)


@pytest.mark.parametrize(
    ("tag", "app_version", "label"),
    [
        ("2.0.0", "1.4.2", "2.0.0"),
        ("", "1.4.2", "1.4.2"),
        ("", "1.4.2+build.7", "1.4.2_build.7"),
        ("", "release 7 (final)", "release_7_final"),
        ("", "ünïcödé", "n_c_d"),
        ("", "1" * 62 + ".22", "1" * 62),
        ("_x_", "", "x"),
        ("1.10", "", "1.10"),
        ("1234e56", "", "1234e56"),
        ("", "", None),
        ("", "()", None),
    ],
)
def test_the_version_is_the_tag_else_the_app_version(
    helm: Helm, tmp_path: Path, tag: str, app_version: str, label: str | None
) -> None:
    values = changed(minimal(), image={**minimal()["image"], "tag": tag})

    found = helm.manifests(write_chart(tmp_path, values, app_version=app_version))

    assert labels(found).get("app.kubernetes.io/version") == label


@pytest.mark.parametrize(
    "version", ["1.0.0+build.7", "1.0.0-rc.1+a-b", "1.0.0-" + "x" * 80, "1.0.0-x" + "." + "9" * 70]
)
def test_the_chart_label_is_valid_whatever_the_version(one_helm: Helm, tmp_path: Path, version: str) -> None:
    found = one_helm.manifests(write_chart(tmp_path, minimal(), version=version, name="orders-" * 5 + "api"))

    assert VALUE.fullmatch(labels(found)["helm.sh/chart"])


def test_pods_carry_nothing_that_changes_with_the_chart(helm: Helm, tmp_path: Path) -> None:
    text = of_kind(helm.texts(write_chart(tmp_path, everything()), release="shop"), "Deployment")

    metadata = in_order(text)["spec"]["template"]["metadata"]
    assert list(metadata["labels"]) == [
        "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component", "cost-centre",
    ]  # fmt: skip
    assert sorted(metadata["annotations"]) == ["checksum/config", "checksum/config-files", "prometheus.io/scrape"]


def test_an_object_of_its_own_mind_overrules_a_common_annotation(helm: Helm, tmp_path: Path) -> None:
    found = helm.manifests(write_chart(tmp_path, everything()), release="shop")

    assert found["Service/shop-orders-api"]["metadata"]["annotations"] == {"example.com/contact": "edge@example.com"}
    assert found["Deployment/shop-orders-api"]["metadata"]["annotations"] == {
        "example.com/contact": "orders@example.com"
    }


def test_selectors_are_the_same_everywhere(one_helm: Helm, tmp_path: Path) -> None:
    found = one_helm.manifests(write_chart(tmp_path, everything()), release="shop")
    name = "shop-orders-api"
    deployment = found[f"Deployment/{name}"]["spec"]
    pod = deployment["template"]["spec"]

    selectors = [
        found[f"Service/{name}"]["spec"]["selector"],
        found[f"PodDisruptionBudget/{name}"]["spec"]["selector"]["matchLabels"],
        found[f"NetworkPolicy/{name}"]["spec"]["podSelector"]["matchLabels"],
        pod["topologySpreadConstraints"][0]["labelSelector"]["matchLabels"],
        pod["affinity"]["podAntiAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"][0]["labelSelector"][
            "matchLabels"
        ],
    ]

    assert selectors == [deployment["selector"]["matchLabels"]] * len(selectors)
