"""CI's lock: every package that pyproject.toml asks for, in a version that it allows, for each Python, with hashes."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
PINS = [Requirement(text) for text in re.findall(r"^(\w\S*==[^\\\n]+)", LOCK, re.MULTILINE)]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


def asked_for() -> Iterator[Requirement]:
    """What the project, its extras and its build name; not the project itself."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = [text for texts in project["project"]["optional-dependencies"].values() for text in texts]
    build = [
        *project["build-system"]["requires"],
        *(ROOT / ".ci" / "build.in").read_text(encoding="utf-8").split("\n")[1:-1],
    ]
    for text in [*project["project"]["dependencies"], *extras, *build]:
        if not text.startswith("chartgen["):
            yield Requirement(text)


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("wanted", list(asked_for()), ids=str)
def test_the_lock_has_a_version_that_is_allowed(wanted: Requirement, python: str) -> None:
    environment = {**default_environment(), "python_version": python, "python_full_version": f"{python}.0"}
    pins = [pin for pin in PINS if canonicalize_name(pin.name) == canonicalize_name(wanted.name)]
    [pin] = [pin for pin in pins if not pin.marker or pin.marker.evaluate({k: str(v) for k, v in environment.items()})]
    [version] = pin.specifier

    assert version.version in wanted.specifier


def test_every_package_has_hashes_and_no_place_is_named() -> None:
    blocks = re.split(r"\n(?=\w)", LOCK)[1:]
    assert len(blocks) == len(PINS) > 50
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert not re.search(r"://|^-|@ ", LOCK, re.MULTILINE)


def test_ci_installs_nothing_that_is_not_in_the_lock() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    fetched, enforced = script.index("--require-hashes --no-deps --only-binary"), script.index("export PIP_NO_INDEX=1")

    assert fetched < enforced < script.index("for name in use test")
    assert "pip install" not in script[:fetched].replace("-m pip install", "")
    assert not re.search(r"PIP_INDEX_URL|--index-url|unset PIP", script)
