"""A package of presets, built as a wheel and installed beside chartgen's own wheel, is found and used."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.examples.cases import ACME

pytestmark = [pytest.mark.cli, pytest.mark.slow]

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "tests" / "packages" / "acme-presets"
SERVICE = """
from acme_presets import http_api
from chartgen import Image, Overlay, Service

service = Service(
    name="orders-api",
    presets=[http_api.preset(health="/up")],
    image=Image(repository="REGISTRY/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    environments={"production": Overlay()},
)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Chartgen's own."""
    return built(ROOT, tmp_path_factory.mktemp("chartgen"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both wheels, in a folder where nothing else is; what chartgen needs comes from this environment."""
    return installed_beside(wheel, PACKAGE, tmp_path_factory.mktemp("site"))


def built(package: Path, folder: Path) -> Path:
    here = ["--no-build-isolation"] if find_spec("hatchling") else []
    pip("wheel", "--no-deps", *here, "--wheel-dir", str(folder), str(package))
    (wheel,) = folder.glob("*.whl")
    return wheel


def installed_beside(wheel: Path, package: Path, folder: Path) -> Path:
    other = built(package, folder / "dist")
    pip("install", "--no-deps", "--no-index", "--target", str(folder / "site"), str(wheel), str(other))
    return folder / "site"


def pip(*words: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *words]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": ""})


def chartgen(site: Path, project: Path, *words: str) -> tuple[int, str, str]:
    """The command line of the wheel."""
    program = (
        "import chartgen, sys; sys.stderr.write(chartgen.__file__ + '\\n'); from chartgen.cli.main import main; main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(site), "NO_COLOR": "1"}
    command = [sys.executable, "-c", program, *words]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    place, _, messages = done.stderr.partition("\n")
    assert Path(place).is_relative_to(site)
    return done.returncode, done.stdout, messages


def test_a_service_has_the_packages_preset_with_its_options(installed: Path, project: Path) -> None:
    (project / "service.py").write_text(SERVICE.replace("REGISTRY", "ghcr.io/acme"))

    status, _, messages = chartgen(installed, project, "generate")
    assert (status, messages) == (0, "")
    assert "path: /up" in (project / "chart" / "values.yaml").read_text()
    assert "replicaCount: 3" in (project / "chart" / "values-production.yaml").read_text()
    ledger = (project / "chart" / ".chartgen.json").read_text()
    assert [text in ledger for text in ('"http-api"', '"2.1.0"', '"base"', '"2.0.0"')] == [True] * 4


def test_the_packages_locks_hold_and_are_told_at_their_place(installed: Path, project: Path) -> None:
    (project / "service.py").write_text(SERVICE.replace("REGISTRY", "docker.io/acme"))

    status, _, messages = chartgen(installed, project, "generate")
    assert status == 2
    assert "service.py:8: image.repository: is 'docker.io/acme/orders-api', but a lock of preset base (" in messages
    assert "acme_presets/base.yaml:3) wants" in messages


def test_a_name_that_both_packages_have_is_told_with_both(installed: Path, project: Path) -> None:
    text = SERVICE.replace("REGISTRY", "ghcr.io/acme")
    (project / "service.py").write_text(text.replace('http_api.preset(health="/up")', '"http-api"'))

    status, _, messages = chartgen(installed, project, "generate")
    assert status == 2
    assert "'http-api' is ambiguous: acme/http-api (" in messages
    assert "hint: write 'acme/http-api' or 'chartgen/http-api'" in messages


def test_acmes_services_have_the_same_charts_with_the_package_installed(
    wheel: Path, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = installed_beside(wheel, ACME / "acme-presets", tmp_path_factory.mktemp("acme"))
    shutil.copytree(ACME, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns("acme-presets"))
    toml = project / "chartgen.toml"
    kept, taken, rest = toml.read_text().partition("[preset-sources]\n")
    toml.write_text(kept + rest.partition("\n")[2])

    assert taken
    assert chartgen(site, project, "generate", "--check") == (0, "", "")
    status, output, _ = chartgen(site, project, "presets", "show", "acme/cardholder-data")
    assert status == 0
    assert str(site) in output
