"""chartgen.testing as authors of presets use it, and the package that ``presets new`` starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from chartgen import Overlay
from chartgen.testing import ServiceFactory, check_locks
from tests.conftest import Run

pytest_plugins = ["chartgen.testing"]

PRESET = """
from chartgen import *
preset = Preset(name="acme", replicas=3, locks=[{locks}])
"""


@pytest.fixture
def acme(project: Path) -> Path:
    (project / "presets").mkdir()
    return write(project, 'Lock("replicas", at_least=2, reason="one may go")')


def write(project: Path, *locks: str) -> Path:
    file = project / "presets" / "acme.py"
    file.write_text(PRESET.format(locks=", ".join(locks)))
    return file


def test_a_service_is_rendered_with_its_presets(acme: Path, service: ServiceFactory) -> None:
    orders = service(presets=["acme"], environments={"production": Overlay(replicas=5)})

    assert (orders.problems, orders.broken_locks) == ([], [])
    assert orders.manifest("Deployment")["spec"]["replicas"] == 3
    assert orders.manifest("Deployment", environment="production")["spec"]["replicas"] == 5


def test_a_manifest_that_is_not_there_is_told_with_those_that_are(acme: Path, service: ServiceFactory) -> None:
    with pytest.raises(AssertionError, match=r"0 of Ingress/\*; there are .*Deployment/orders-api"):
        service(presets=["acme"]).manifest("Ingress")


def test_a_broken_lock_is_named(acme: Path, service: ServiceFactory) -> None:
    orders = service(presets=["acme"], replicas=1)

    assert orders.broken_locks == ["replicas"]
    assert "one may go" in orders.problems[0]


def test_locks_that_can_be_met_and_broken_are_well(acme: Path, service: ServiceFactory) -> None:
    check_locks(service, "acme")


@pytest.mark.parametrize("name", ["restricted", "production", "cost-saving"])
def test_locks_of_what_ships_are_well(project: Path, service: ServiceFactory, name: str) -> None:
    check_locks(service, name)


@pytest.mark.parametrize(
    ("lock", "text"),
    [
        ('Lock("replicas", at_least=0, reason="x")', "replicas: every value is at least 0"),
        ('Lock("rollout.strategy", one_of=["Recreate", "RollingUpdate"], reason="x")', "every value is 'Recreate' or"),
        ('Lock("tmp.medium", one_of=["Memory"], reason="x")', ""),
    ],
)
def test_a_lock_that_nothing_breaks_is_told(acme: Path, service: ServiceFactory, lock: str, text: str) -> None:
    write(acme.parents[1], lock)

    if not text:
        check_locks(service, "acme")
        return
    with pytest.raises(AssertionError, match=text):
        check_locks(service, "acme")


def test_locks_that_contradict_are_told(acme: Path, service: ServiceFactory) -> None:
    write(acme.parents[1], 'Lock("replicas", at_least=3, reason="x")', 'Lock("replicas", at_most=2, reason="x")')

    with pytest.raises(AssertionError, match="contradicts a lock"):
        check_locks(service, "acme")


@pytest.mark.cli
def test_the_package_that_new_starts_passes_its_own_tests(project: Path, run: Run) -> None:
    assert run("presets", "new", "acme-presets")[::2] == (0, "")

    package = project / "acme-presets"
    information = package / "src" / "acme_presets-0.1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-presets\nVersion: 0.1.0\n")
    (information / "entry_points.txt").write_text("[chartgen.presets]\nacme = acme_presets\n")
    root = str(Path(__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([root, str(package / "src")])}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", "pyproject.toml"]
    done = subprocess.run(command, cwd=package, env=environment, capture_output=True, text=True, check=False)
    assert "3 passed" in done.stdout, done.stdout + done.stderr
