"""chartgen presets: list, show, graph, diff, waivers, new."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

PRESET = """
from chartgen import *
@takes_options
def preset(*, copies: int = 3) -> Preset:
    return Preset(
        name="acme", version="1.2.0", description="Acme's.", extends=["http-api"], replicas=copies,
        deprecated="use acme-2",
        environments={"production": Overlay(replicas=4)}, required=["owner"],
        locks=[
            Lock("replicas", at_least=2, environments=["production"], reason="one may go", waivable=False),
            Lock("shutdown.longest_request_seconds", at_most=60, reason="nobody waits"),
        ],
    )
"""
SERVICE = """
from chartgen import *
service = Service(
    name="orders", presets=["http-api"], image=Image(repository="ghcr.io/acme/orders", tag="latest"),
    environments={"production": Overlay()},
    waivers=[
        Waiver(rule="CG401", reason="moves soon", owner="team-orders", until="2027-01-31"),
        Waiver(rule="CG401", reason="long ago", owner="team-orders", until="2026-12-31", environment="production"),
    ],
)
"""

SHOWN = """\
project/acme 1.2.0  presets/acme.py
Acme's.
deprecated: use acme-2
extends: chartgen/http-api
options: copies: int = 3

settings
  replicas: 3

environments
  production:
    replicas: 4

also
  required:
    - owner

locks
  replicas: at least 2 in production
    one may go; can't be waived (presets/acme.py:10)
  shutdown.longest_request_seconds: at most 60
    nobody waits; kept by chartgen, not by Helm (presets/acme.py:11)
"""


@pytest.fixture
def shop(project: Path) -> Path:
    (project / "presets").mkdir()
    (project / "presets" / "acme.py").write_text(PRESET)
    (project / "presets" / "broken.yaml").write_text("name: broken\nreplica: 3\n")
    (project / "orders").mkdir()
    (project / "orders" / "service.py").write_text(SERVICE)
    return project


def test_list_has_every_source_and_a_broken_preset_stops_nothing(shop: Path, run: Run) -> None:
    status, output, messages = run("presets", "list")

    assert (status, messages) == (0, "")
    lines = {line.split()[0]: line for line in output.splitlines()}
    assert "chartgen/restricted" in lines
    assert lines["project/acme"].split() == ["project/acme", "1.2.0", "Acme's.", "(deprecated:", "use", "acme-2)"]
    assert "can't be loaded: presets/broken.yaml:2: replica: no such field" in lines["project/broken"]


def test_list_tells_which_options_a_preset_needs(shop: Path, run: Run) -> None:
    (shop / "presets" / "api.py").write_text(
        "from chartgen import Preset, takes_options\n\n@takes_options\n"
        'def preset(*, topic: str, lag: int = 50) -> Preset:\n    return Preset(name="api")\n'
    )

    lines = {line.split()[0]: line for line in run("presets", "list")[1].splitlines()}
    assert lines["project/api"].split(maxsplit=1)[1] == "needs options: topic: str"


def test_namespaces_presets_are_shown_too(shop: Path, run: Run) -> None:
    (shop / "presets" / "team.py").write_text(
        'from chartgen import NamespacePreset\n\npreset = NamespacePreset(name="team", version="1.0.0", keep=False)\n'
    )

    status, output, messages = run("presets", "show", "team")
    assert (status, messages) == (0, "")
    assert "settings\n  keep: false\n" in output
    assert "project/team " in run("presets", "list")[1]


def test_list_for_programs(shop: Path, run: Run) -> None:
    found = {one["name"]: one for one in json.loads(run("presets", "list", "--format", "json")[1])}

    assert found["project/acme"]["extends"] == ["chartgen/http-api"]
    assert found["project/acme"]["file"] == "presets/acme.py"


def test_show_tells_settings_locks_reasons_and_who_extends_it(shop: Path, run: Run) -> None:
    status, output, messages = run("presets", "show", "acme")

    assert (status, messages) == (0, "")
    assert output == SHOWN
    assert "extended by: project/acme\n" in run("presets", "show", "http-api")[1]


def test_show_for_programs(shop: Path, run: Run) -> None:
    found = json.loads(run("presets", "show", "acme", "--format", "json")[1])

    assert [lock["in_schema"] for lock in found["locks"]] == [True, False]
    assert found["digest"].startswith("sha256:")


def test_show_of_an_unknown_preset_says_what_there_is(shop: Path, run: Run) -> None:
    text = "error: chartgen presets: there is no preset 'acmee'\nhint: did you mean 'acme'?\n"
    assert run("presets", "show", "acmee") == (2, "", text)


def test_graph_is_a_tree_a_drawing_and_data(shop: Path, run: Run) -> None:
    assert "project/acme\n  chartgen/http-api\n" in run("presets", "graph")[1]
    assert '  "project/acme" -> "chartgen/http-api";\n' in run("presets", "graph", "--format", "dot")[1]
    found = json.loads(run("presets", "graph", "--format", "json")[1])
    assert ["project/acme", "chartgen/http-api"] in found["extends"]


def test_diff_shows_what_a_move_changes_and_writes_nothing(shop: Path, run: Run) -> None:
    status, output, messages = run("presets", "diff", "http-api", "static-site", "orders")

    assert (status, messages) == (0, "")
    assert output.startswith("--- production with http-api\n+++ production with static-site\n")
    assert "-  replicas: 3\n+  replicas: 2\n" in output
    assert not (shop / "orders" / "chart").exists()
    assert run("presets", "diff", "http-api", "http-api", "orders") == (0, "", "")


def test_diff_is_of_a_preset_that_the_service_names(shop: Path, run: Run) -> None:
    status, _, messages = run("presets", "diff", "worker", "http-api", "orders")

    assert status == 2
    assert messages.startswith("error: orders/service.py: presets: names no preset 'worker'\nhint: it names http-api;")


def test_diff_to_a_preset_that_the_service_cannot_have_says_why(shop: Path, run: Run) -> None:
    status, _, messages = run("presets", "diff", "http-api", "acme", "orders")

    assert status == 2
    assert "owner: must be stated" in messages


def test_waivers_are_listed_with_the_days_that_are_left(shop: Path, run: Run) -> None:
    status, output, _ = run("presets", "waivers", "--today", "2027-01-01")

    assert status == 0
    assert [line.split("  ")[0] for line in output.splitlines()] == ["ended", "30 days left"]
    assert "production" in output.splitlines()[0]
    assert run("presets", "waivers", "--today", "2027-01-30")[1].splitlines()[1].startswith("1 day left  ")
    assert run("presets", "waivers", "--today", "2027-01-31")[1].splitlines()[1].startswith("last day  ")
    found = json.loads(run("presets", "waivers", "--format", "json", "--today", "2027-01-01")[1])
    assert [one["days_left"] for one in found] == [-1, 30]
    assert [one["line"] for one in found] == ["orders/service.py:8", "orders/service.py:7"]


def test_no_waivers_are_told(shop: Path, run: Run) -> None:
    (shop / "orders" / "service.py").write_text(SERVICE.partition("    waivers=")[0] + ")\n")

    assert run("presets", "waivers") == (0, "no waivers\n", "")
    assert run("presets", "waivers", "--format", "json") == (0, "[]\n", "")


@pytest.mark.parametrize("name", ["Acme", "../acme", "acme_presets", "chartgen-presets", "project"])
def test_a_packages_wrong_name_leaves_nothing_behind(project: Path, run: Run, name: str) -> None:
    assert run("presets", "new", name)[0] == 2
    assert list(project.iterdir()) == []


def test_a_package_that_is_there_is_left_alone(project: Path, run: Run) -> None:
    (project / "acme-presets").mkdir()

    assert run("presets", "new", "acme-presets")[::2] == (
        2,
        "error: acme-presets: is there already\nhint: choose another name\n",
    )
