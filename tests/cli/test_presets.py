"""What the command line says of presets: which moved, whose charts change, which are deprecated."""

from pathlib import Path

import pytest

from tests.conftest import Run

SERVICE = """
from chartgen import *
service = Service(
    name="{name}", presets=[{presets}], ports={{"http": 3000}},
    image=Image(repository="ghcr.io/acme/{name}", tag="{tag}"), waivers=[{waivers}],
)
"""


def service(name: str, presets: str, tag: str = "1.4.2", waivers: str = "") -> str:
    return SERVICE.format(name=name, presets=presets, tag=tag, waivers=waivers)


@pytest.fixture
def shop(project: Path, run: Run) -> Path:
    """Three services, two of which have the preset acme; one by way of another preset."""
    write_preset(project)
    (project / "presets" / "team.yaml").write_text("name: team\nextends: [acme]\n")
    for name, presets in {"cart": '"acme"', "orders": '"team"', "users": ""}.items():
        (project / name).mkdir()
        (project / name / "service.py").write_text(service(name, presets))
    assert run("generate")[0] == 0
    return project


def write_preset(project: Path, version: str = "1.2.0", copies: int = 3, more: str = "") -> None:
    (project / "presets").mkdir(exist_ok=True)
    text = f'from chartgen import *\npreset = Preset(name="acme", version="{version}", replicas={copies}, {more})\n'
    (project / "presets" / "acme.py").write_text(text)


def test_a_preset_that_moves_changes_the_charts_that_have_it_and_no_others(shop: Path, run: Run) -> None:
    write_preset(shop, "1.3.0", 4)

    status, output, messages = run("generate")
    assert (status, messages) == (0, "")
    assert output.splitlines() == [
        f"{name}/chart: README.md, values.yaml, .chartgen.json (the preset moved: acme 1.2.0 → 1.3.0)"
        for name in ("cart", "orders")
    ]


@pytest.mark.helm
def test_check_says_which_preset_moved(shop: Path, run: Run) -> None:
    write_preset(shop, "1.3.0")

    status, _, messages = run("check")
    assert status == 3
    assert messages.splitlines()[0] == "stale: cart/chart: .chartgen.json (the preset moved: acme 1.2.0 → 1.3.0)"


def test_a_preset_that_changes_under_its_version_is_told_too(shop: Path, run: Run) -> None:
    write_preset(shop, copies=4)

    status, _, messages = run("generate", "--check", "cart")
    assert status == 3
    assert "(the preset acme says something else, and is still 1.2.0)" in messages


def test_presets_that_come_and_go_are_told(shop: Path, run: Run) -> None:
    (shop / "chartgen.toml").write_text('presets = ["base"]\n')
    (shop / "presets" / "base.yaml").write_text("name: base\n")
    (shop / "cart" / "service.py").write_text(service("cart", ""))

    _, output, _ = run("generate", "cart")
    assert output.endswith("(the preset base 0.1.0 came in; the preset acme 1.2.0 went)\n")


def test_a_lock_that_is_added_changes_the_schema_and_nothing_that_is_deployed(shop: Path, run: Run) -> None:
    write_preset(shop, more='locks=[Lock("replicas", at_least=2, reason="one may go")]')

    _, output, _ = run("generate", "cart")
    assert output.startswith("cart/chart: values.schema.json, .chartgen.json (")


def test_a_deprecated_preset_is_told_by_generate_and_found_by_check(shop: Path, run: Run) -> None:
    write_preset(shop, more='deprecated="use acme-2"')

    status, _, messages = run("generate", "cart", "users")
    text = "cart/service.py:4: presets: lead to 'acme', which is deprecated: use acme-2"
    assert (status, messages) == (0, f"warning: {text}\n")


@pytest.mark.helm
def test_a_deprecation_is_a_finding_that_a_preset_or_a_waiver_lifts(shop: Path, run: Run) -> None:
    write_preset(shop, more='deprecated="use acme-2"')
    run("generate")
    assert run("check", "cart")[::2] == (
        1,
        "CG101: cart/service.py:4: presets: lead to 'acme', which is deprecated: use acme-2\n",
    )

    write_preset(shop, more='deprecated="use acme-2", rules={"CG101": "off"}')
    run("generate")
    assert run("check", "cart")[0] == 0


def test_an_error_of_a_rule_is_lifted_by_a_waiver_until_its_day(shop: Path, run: Run) -> None:
    write_preset(shop, more='rules={"CG401": "error"}')
    waiver = 'Waiver(rule="CG401", reason="x", owner="x", until="2027-01-31")'
    (shop / "cart" / "service.py").write_text(service("cart", '"acme"', "latest", waiver))

    assert run("generate", "cart", "--today", "2027-01-31")[0] == 0
    status, _, messages = run("generate", "cart", "--today", "2027-02-01")
    assert status == 2
    assert "(CG401)" in messages
    assert "its waiver ended on 2027-01-31" in messages


def test_a_group_of_services_has_presets_of_its_own(shop: Path, run: Run) -> None:
    (shop / "chartgen.toml").write_text('[groups.back]\npaths = ["users", "orders"]\npresets = ["acme"]\n')

    _, output, _ = run("generate")
    assert [line.split(":")[0] for line in output.splitlines()] == ["users/chart"]
