"""Every test that takes ``helm`` runs once for each Helm."""

import pytest

from tests.absent import absent
from tests.helms import PROGRAMS

from .helms import Helm, the_helm


@pytest.fixture(params=PROGRAMS)
def helm(request: pytest.FixtureRequest) -> Helm:
    return _installed(request.param)


@pytest.fixture(params=[name for name, program in PROGRAMS.items() if program])
def helm_process(request: pytest.FixtureRequest) -> Helm:
    """Those that are programs: for lint, package, dependency, notes."""
    return _installed(request.param)


@pytest.fixture
def one_helm() -> Helm:
    """Return the quickest, for what Helm's version cannot change."""
    return _installed("embedded 4.2")


def _installed(name: str) -> Helm:
    return the_helm(name) or absent(f"{name} is not installed: {PROGRAMS[name]}")
