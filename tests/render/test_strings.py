"""Texts that YAML, Go templates or Kubernetes could take for something else come through as they are."""

from pathlib import Path
from typing import Any

import pytest

from .helms import Helm
from .sample import changed, production, write_chart

pytestmark = pytest.mark.helm

TEXTS = [
    "", " ", "y", "n", "yes", "No", "on", "OFF", "true", "False", "null", "Null", "~", "nan", ".nan", ".inf", "-.inf",
    "0", "00", "010", "0777", "0o14", "0x1F", "0b101", "1_000", "1e3", "12e03", "1234e56", "1.10", ".5", "1.", "+1",
    "-0", "!",
    "1000000", "9007199254740993", "123456789012345678901234567890", "20250811", "2024-01-02", "12:30:45",
    "190:20:30",
    "<<", "=", "!!str x", "&a", "*a", "@x", "`x`", "%x", "|", ">", "|-", "- x", "? x", "# x", "a #b", "a: b", ":",
    "[a]", "{a}", "{}", "[]", "---", "...", "--- |\n", "a,b", "'", '"', "''", "it's", 'say "hi"', "\\", "\\n",
    "\\u0041",
    "\t", "\n", "\n\n", "a\n", "a\n\n", "a\n\n\n", "\na", "  a", "a  ", " a\n b\n", "a\n---\nb", "a\t\n\tb",
    "{{ .Values }}", "{{ fail }}", "{{- /* */ -}}", "}}", "{{", "${HOME}", "$HOME", "%s %d", "<a&b>", "</script>",
    "äöü", "ß", "日本語", "😀", "e\u0301", "\u00a0", "\u200b", "x" * 3000, "word " * 400, "\\x41", "\\U0001F600",
]  # fmt: skip
"""Every way that one text of a few characters has become another."""

KEYS = [
    "y",
    "n",
    "on",
    "off",
    "yes",
    "no",
    "true",
    "null",
    "010",
    "0x1F",
    "1e3",
    "1_000",
    "1.10",
    "12e03",
    "_",
    "-",
    "A",
]
"""Keys of ConfigMaps that YAML readers take for booleans, nulls and numbers."""


def test_variables_keep_every_text(helm: Helm, tmp_path: Path) -> None:
    env = {f"V{index}": {"value": text} for index, text in enumerate(TEXTS)}
    expanded = {f"W{index}": {"expand": text} for index, text in enumerate(TEXTS)}

    found = helm.manifests(write_chart(tmp_path, changed(production(), env=env | expanded)))

    [one] = found["Deployment/orders-api"]["spec"]["template"]["spec"]["containers"]
    got = {entry["name"]: entry["value"] for entry in one["env"]}
    assert got == {name: entry.get("value", entry.get("expand")) for name, entry in (env | expanded).items()}


@pytest.mark.parametrize("last", ["a\n\n", "\n", "---\n", "a"])
def test_config_maps_keep_every_key_and_text_also_at_the_end(helm: Helm, tmp_path: Path, last: str) -> None:
    config = {**{key: key for key in KEYS}, **{f"V{index}": text for index, text in enumerate(TEXTS)}, "zzz": last}
    files = {key: {"content": text, "mountPath": f"/etc/{key}"} for key, text in config.items()}

    found = helm.manifests(write_chart(tmp_path, changed(production(), config=config, configFiles=files)))

    assert found["ConfigMap/orders-api-config"]["data"] == config
    assert found["ConfigMap/orders-api-files"]["data"] == config
    mounts = found["Deployment/orders-api"]["spec"]["template"]["spec"]["containers"][0]["volumeMounts"]
    assert {mount["subPath"] for mount in mounts if "subPath" in mount} == set(config)


def test_annotations_keep_every_text(helm: Helm, tmp_path: Path) -> None:
    notes = {**{key: key for key in KEYS if key not in "_-"}, **{f"v{n}": text for n, text in enumerate(TEXTS)}}
    values = changed(production(), commonAnnotations=notes, podAnnotations=notes)

    found = helm.manifests(write_chart(tmp_path, values))

    assert found["Deployment/orders-api"]["metadata"]["annotations"] == notes
    pod = found["Deployment/orders-api"]["spec"]["template"]["metadata"]["annotations"]
    assert {key: value for key, value in pod.items() if not key.startswith("checksum/")} == notes


def test_labels_keep_every_value_that_is_one(helm: Helm, tmp_path: Path) -> None:
    looks = ["y", "on", "No", "true", "null", "010", "0x1F", "1e3", "1_000", "1.10", "12e03", "20250811", "1000000", ""]
    labels = {**{f"example.com/l{n}": text for n, text in enumerate(looks)}, "y": "y", "010": "n", "on": "off"}
    values = changed(production(), commonLabels=labels, podLabels=labels, nodeSelector=labels)

    found = helm.manifests(write_chart(tmp_path, values))

    deployment = found["Deployment/orders-api"]
    assert labels.items() <= deployment["metadata"]["labels"].items()
    assert labels.items() <= deployment["spec"]["template"]["metadata"]["labels"].items()
    assert deployment["spec"]["template"]["spec"]["nodeSelector"] == labels


def test_commands_keep_every_text_also_where_nothing_follows_them(helm: Helm, tmp_path: Path) -> None:
    def check(folder: str, **said: object) -> Any:
        bare = changed(production(), securityContext={}, volumes=[], volumeMounts=[], **said)
        found = helm.manifests(write_chart(tmp_path / folder, bare))
        [one] = found["Deployment/orders-api"]["spec"]["template"]["spec"]["containers"]
        return one

    hook = {"exec": {"command": ["/bin/sh", *TEXTS, "\n\n"]}}

    assert check("hook", lifecycle={"preStop": hook})["lifecycle"] == {"preStop": hook}
    assert check("probe", lifecycle={}, startupProbe=hook)["startupProbe"] == hook
    one = check("command", command=TEXTS, args=TEXTS, workingDir="/a b")
    assert (one["command"], one["args"], one["workingDir"]) == (TEXTS, TEXTS, "/a b")


def test_a_digest_and_a_checksum_are_never_numbers(helm: Helm, tmp_path: Path) -> None:
    values = changed(production(), image={**production()["image"], "tag": "1234e56", "digest": ""})

    found = helm.manifests(write_chart(tmp_path, values, app_version="010"))

    labels = found["Deployment/orders-api"]["metadata"]["labels"]
    assert labels["app.kubernetes.io/version"] == "1234e56"
