"""ConfigMaps: their data comes through unchanged, and their data alone rolls the pods."""

from pathlib import Path
from typing import Any

import pytest

from .helms import Helm
from .sample import Values, changed, production, write_chart
from .table import everything

pytestmark = pytest.mark.helm


def pod_annotations(helm: Helm, folder: Path, values: Values, **chart: str) -> Any:
    found = helm.manifests(write_chart(folder, values, **chart))  # type: ignore[arg-type]
    return found["Deployment/orders-api"]["spec"]["template"]["metadata"].get("annotations", {})


def test_config_is_a_config_map_of_texts(helm: Helm, tmp_path: Path) -> None:
    found = helm.manifests(write_chart(tmp_path, production()))

    assert found["ConfigMap/orders-api-config"]["data"] == production()["config"]


def test_files_keep_every_line_break_at_their_end(helm: Helm, tmp_path: Path) -> None:
    found = helm.manifests(write_chart(tmp_path, everything()))

    assert found["ConfigMap/orders-api-files"]["data"] == {"app.yaml": "a: 1\nb: |\n  two\n\n\n", "on": "\n"}


def test_a_changed_value_rolls_the_pods(helm: Helm, tmp_path: Path) -> None:
    before = pod_annotations(helm, tmp_path / "before", production())
    after = pod_annotations(helm, tmp_path / "after", changed(production(), config={"LOG_LEVEL": "debug"}))

    assert before["checksum/config"] != after["checksum/config"]


def test_a_changed_file_rolls_the_pods(one_helm: Helm, tmp_path: Path) -> None:
    files = {"app.yaml": {"content": "a: 2\n", "mountPath": "/etc/app/app.yaml"}}

    before = pod_annotations(one_helm, tmp_path / "before", everything())
    after = pod_annotations(one_helm, tmp_path / "after", changed(everything(), configFiles=files))

    assert before["checksum/config-files"] != after["checksum/config-files"]
    assert before["checksum/config"] == after["checksum/config"]


def test_labels_and_versions_of_a_config_map_roll_nothing(one_helm: Helm, tmp_path: Path) -> None:
    relabelled = changed(everything(), commonLabels={"owner": "team-other"}, commonAnnotations={"a": "b"})

    before = pod_annotations(one_helm, tmp_path / "before", everything())
    after = pod_annotations(one_helm, tmp_path / "after", relabelled, version="9.9.9", app_version="9")

    assert before == after


def test_pods_without_a_config_map_have_no_checksum(helm: Helm, tmp_path: Path) -> None:
    assert pod_annotations(helm, tmp_path, changed(production(), config=None)) == {}
    assert pod_annotations(helm, tmp_path, changed(production(), config={})) == {}
