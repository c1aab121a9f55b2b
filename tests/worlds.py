"""What a run of chartgen may find itself in: Pythons with its dependencies, locales, and the ways to install it."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hatchling import build

ROOT = Path(__file__).parents[1]
PYTHONS = Path(
    os.environ.get("CHARTGEN_PYTHONS")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "chartgen", "pythons")
)

PROGRAM = """
import site, sys
folder, home, *words = sys.argv[1:]
site.addsitedir(folder)
import chartgen
assert chartgen.__file__.startswith(home), chartgen.__file__
from chartgen.cli.main import main
main(words)
"""


def pythons() -> list[str]:
    """Those that tools/build-pythons has made an environment for; without any, the one that runs."""
    found = sorted(map(str, PYTHONS.glob("3.*/bin/python")))
    if not found and os.environ.get("CI"):
        pytest.fail("there are no Pythons; run tools/build-pythons")
    return found or [sys.executable]


def locales(folder: Path) -> list[str]:
    """The locales that the test can have, made in the folder for LOCPATH: an English Debian has C alone."""
    for name, charset in (("tr_TR", "UTF-8"), ("de_DE", "UTF-8"), ("de_DE", "ISO-8859-1")):
        words = ["localedef", "-i", name, "-f", charset, str(folder / f"{name}.{charset}")]
        if not shutil.which("localedef") or subprocess.run(words, capture_output=True, check=False).returncode:
            if os.environ.get("CI"):
                pytest.fail(f"localedef cannot make {name}.{charset}; install Debian's package locales")
            return ["C"]
    return ["C", *sorted(path.name for path in folder.iterdir())]


def installed(folder: Path) -> Mapping[str, tuple[str, str, Path]]:
    """The ways to have chartgen: what PYTHONPATH says, the folder that is like site-packages, and where the code is."""
    before = Path.cwd()
    os.chdir(ROOT)  # as a build frontend does
    try:
        wheel = build.build_wheel(str(folder / "wheel"))
        editable = build.build_editable(str(folder / "editable"))
    finally:
        os.chdir(before)
    _unpack(folder / "wheel" / wheel, folder / "as a wheel")
    _unpack(folder / "editable" / editable, folder / "as editable")
    return {
        "checkout": (str(ROOT), str(folder), ROOT),
        "wheel": (str(folder / "as a wheel"), str(folder), folder),
        "editable": ("", str(folder / "as editable"), ROOT),
    }


def _unpack(wheel: Path, folder: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
