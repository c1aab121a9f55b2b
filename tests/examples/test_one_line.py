"""One line of a preset of acme's changes: the charts change that it concerns, and `generate` says which and why.

A chart's ledger keeps the digest of each preset, so it moves with every word of one; what Helm sees moves only where
the word counts.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.examples.cases import ACME, charts_of_acme

pytestmark = pytest.mark.slow

LEDGER = ".chartgen.json"
SERVICES = {chart.parent.name for chart in charts_of_acme()} - {"namespace"}
APIS = {"catalogue", "cart", "ads", "checkout", "orders"}
GRPC = {"currency", "recommendations", "payment", "shipping"}
FULFILMENT = {"shipping", "email", "nightly-report"}


@dataclass(frozen=True)
class Change:
    """A line of a preset, the line in its place, and what follows."""

    file: str
    before: str
    after: str
    why: str = ""
    ledgers: frozenset[str] = frozenset()
    """The charts whose ledger moves."""

    files: Mapping[str, frozenset[str]] | None = None
    """What else of them changes, by chart."""


def each(charts: set[str], *files: str) -> Mapping[str, frozenset[str]]:
    return dict.fromkeys(charts, frozenset(files))


STILL = "the preset {} says something else, and is still {}".format
CHANGES = {
    "a setting of all services": Change(
        "base.py",
        'termination_message_policy="FallbackToLogsOnError"',
        'termination_message_policy="File"',
        STILL("base", "3.1.0"),
        frozenset(SERVICES),
        # In all others `observable` says it again, above.
        each({"nightly-report"}, "README.md", "values.yaml"),
    ),
    "a size that some have": Change(
        "base.py",
        '"medium": Resources(cpu="200m", memory="256Mi")',
        '"medium": Resources(cpu="250m", memory="256Mi")',
        STILL("base", "3.1.0"),
        frozenset(SERVICES),
        each({"catalogue", "cart", "checkout"}, "README.md", "values.yaml"),
    ),
    "an overlay of one environment of what runs all day": Change(
        "server.py",
        '"staging": Overlay(replicas=2)',
        '"staging": Overlay(replicas=1)',
        STILL("server", "2.0.0"),
        frozenset(SERVICES - {"nightly-report"}),
        # Copies of the consumer are KEDA's; replicaCount is what it starts with.
        each(SERVICES - {"nightly-report"}, "README.md", "values-staging.yaml"),
    ),
    "a version": Change(
        "grpc.py",
        'version="1.4.0"',
        'version="1.5.0"',
        "the preset moved: grpc 1.4.0 → 1.5.0",
        frozenset(GRPC),
    ),
    "a preset of a group by folder": Change(
        "internal.py",
        'spot="prefer"',
        'spot="require"',
        STILL("internal", "1.0.0"),
        frozenset(FULFILMENT),
        each(FULFILMENT, "README.md", "values.yaml"),
    ),
    "a preset of a group by label, as YAML": Change(
        "cardholder-data.yaml",
        "  sizeLimit: 16Mi",
        "  sizeLimit: 32Mi",
        STILL("cardholder-data", "4.0.1"),
        frozenset({"payment"}),
        each({"payment"}, "README.md", "values.yaml"),
    ),
    "the reason of a lock, which Helm tells too": Change(
        "api.py",
        'reason="the shop\'s quota is planned for 40 copies of a service"',
        'reason="the quota is planned for 40 copies of a service"',
        STILL("api", "2.2.0"),
        frozenset(APIS),
        each(APIS, "values.schema.json"),
    ),
    "the reason of a lock that chartgen alone keeps": Change(
        "cardholder-data.yaml",
        "    reason: a node that is taken back takes a payment with it",
        "    reason: a payment goes with a node that is taken back",
        STILL("cardholder-data", "4.0.1"),
        frozenset({"payment"}),
    ),
    "a namespace's preset": Change(
        "team_namespace.py",
        'claim=ClaimLimits(max="50Gi")',
        'claim=ClaimLimits(max="100Gi")',
        STILL("team-namespace", "1.2.0"),
        frozenset({"namespace"}),
        each({"namespace"}, "values.yaml"),
    ),
    "a comment": Change("base.py", "# Whom to call at night, and who pays.", "# Whom to wake, and who pays."),
    "a preset that nobody has": Change("agent.py", 'version="1.0.0"', 'version="9.0.0"'),
}


@pytest.fixture
def acme(project: Path) -> Path:
    """A copy of the organisation."""
    shutil.copytree(ACME, project, dirs_exist_ok=True)
    return project


def contents(folder: Path) -> dict[tuple[str, str], bytes]:
    """Every file of every chart, by the chart's name and its path there."""
    charts = [folder / chart.relative_to(ACME) for chart in charts_of_acme()]
    return {
        (chart.parent.name, path.relative_to(chart).as_posix()): path.read_bytes()
        for chart in charts
        for path in chart.rglob("*")
        if path.is_file()
    }


def edit(acme: Path, change: Change) -> None:
    file = acme / "acme-presets" / "src" / "acme_presets" / change.file
    text = file.read_text(encoding="utf-8")
    assert text.count(change.before) == 1, change
    file.write_text(text.replace(change.before, change.after), encoding="utf-8")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_one_line_changes_exactly_the_charts_that_it_concerns(change: Change, acme: Path, run: Run) -> None:
    before = contents(acme)
    edit(acme, change)

    status, output, messages = run("generate")

    after = contents(acme)
    changed = {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
    further = {(chart, file) for chart, files in (change.files or {}).items() for file in files}
    assert changed == {(chart, LEDGER) for chart in change.ledgers} | further
    assert (status, messages) == (0, "")
    assert told(output) == dict.fromkeys(change.ledgers, change.why)


def told(output: str) -> dict[str, str]:
    """What `generate` said: the charts, and the reason of each."""
    lines = [line.partition("/chart: ") for line in output.splitlines()]
    return {Path(chart).name: said.rpartition(" (")[2].removesuffix(")") for chart, _, said in lines}


def test_a_pinned_preset_of_another_version_is_refused_until_the_pin_moves(acme: Path, run: Run) -> None:
    edit(acme, Change("base.py", 'version="3.1.0"', 'version="3.2.0"'))
    before = contents(acme)

    status, output, messages = run("generate")

    assert (status, output) == (2, "")
    assert messages == (
        "error: chartgen.toml: preset-pins.acme/base: is 3.1.0, and the preset is 3.2.0 "
        "(acme-presets/src/acme_presets/base.py:9)\n"
        'hint: write "3.2.0" once you have read what it changes\n'
    )
    assert contents(acme) == before

    toml = acme / "chartgen.toml"
    toml.write_text(toml.read_text().replace('"acme/base" = "3.1.0"', '"acme/base" = "3.2.0"'))
    assert told(run("generate")[1]) == dict.fromkeys(SERVICES, "the preset moved: base 3.1.0 → 3.2.0")
    assert run("generate") == (0, "", "")


def test_a_lock_that_a_service_breaks_names_both_places_and_nothing_is_written(acme: Path, run: Run) -> None:
    edit(acme, Change("api.py", "at_most=40", "at_most=10"))
    before = contents(acme)

    status, output, messages = run("generate")

    assert (status, output) == (2, "")
    assert "acme-presets/src/acme_presets/api.py" in messages
    assert "the shop's quota is planned for" in messages
    assert contents(acme) == before
