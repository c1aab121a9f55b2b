"""What should run of a release, read from the charts of the examples."""

from pathlib import Path

import pytest

from chartgen.charting.delta import applied, delta
from chartgen.cluster.release import Expected, Release, read_release, workloads_of

EXAMPLES = Path(__file__).parents[2] / "examples"
IMAGE = {"repository": "acme/a", "tag": "1", "digest": ""}


@pytest.mark.parametrize(
    ("example", "kinds"),
    [
        ("orders-api", ["Deployment main"]),
        ("ledger", ["StatefulSet main"]),
        ("node-agent", ["DaemonSet main"]),
        ("nightly-report", ["CronJob main"]),
    ],
)
def test_the_kinds_of_the_examples(example: str, kinds: list[str]) -> None:
    release = read_release(EXAMPLES / example / "chart", "production", "a")

    assert [f"{one.kind} {one.component}" for one in release.workloads] == kinds


def test_the_environment_says_the_image() -> None:
    chart = EXAMPLES / "orders-api" / "chart"

    [plain], [pinned] = (read_release(chart, name, "a").workloads for name in ("", "production"))
    assert plain.image == "ghcr.io/acme/orders-api:1.4.2"
    assert pinned.image.startswith("ghcr.io/acme/orders-api:1.4.2@sha256:")


def test_hooks_and_what_keda_starts_are_no_part_of_a_rollout() -> None:
    components = {
        "migrate": {"job": {}, "hook": {"events": ["pre-upgrade"]}},
        "import": {"job": {}, "scaledJob": {"maxReplicaCount": 3}},
        "gone": None,
        "worker": {},
        "nightly": {"cronJob": {}, "image": {**IMAGE, "repository": "acme/b"}},
    }

    assert [*workloads_of({"image": IMAGE, "components": components})] == [
        Expected("Deployment", "main", "acme/a:1"),
        Expected("Deployment", "worker", "acme/a:1"),
        Expected("CronJob", "nightly", "acme/b:1"),
    ]


def test_a_label_is_cut_as_the_chart_cuts_it() -> None:
    assert Release("a", "orders", "1.0.0+build.5", ()).label == "orders-1.0.0_build.5"
    assert Release("a", f"{'a' * 56}", "1.0.0-rc", ()).label == f"{'a' * 56}-1.0.0"


def test_a_delta_is_undone_by_its_way_back() -> None:
    base = {"a": 1, "b": {"c": [1], "d": "x"}, "e": {}}
    full = {"a": 2, "b": {"c": []}, "f": {"g": {"h": 1}}}

    assert applied(base, delta(base, full)) == full
