"""Same input, same bytes: whatever the hash seed, locale, time zone, umask and folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples.cases import EXAMPLES

pytestmark = pytest.mark.cli

WORLDS = (
    ({"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"}, 0o022),
    ({"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Apia"}, 0o077),
    ({"PYTHONHASHSEED": "4242", "LANG": "tr_TR.UTF-8", "TZ": "America/St_Johns", "PYTHONUTF8": "0"}, 0o000),
)


def test_a_chart_is_the_same_bytes_in_every_world(tmp_path: Path) -> None:
    made = [_generated(tmp_path / f"world {number}", *world) for number, world in enumerate(WORLDS)]

    assert made[0] == made[1] == made[2]
    assert made[0] == _bytes(EXAMPLES / "orders-api" / "chart")


def _generated(folder: Path, variables: dict[str, str], umask: int) -> dict[str, bytes]:
    service = folder / "orders-api"
    service.mkdir(parents=True)
    shutil.copy(EXAMPLES / "orders-api" / "service.py", service)
    subprocess.run(
        [sys.executable, "-c", "from chartgen.cli.main import main; main(['generate', '-q'])"],
        cwd=folder,
        env={**{key: value for key, value in os.environ.items() if not key.startswith("LC_")}, **variables},
        umask=umask,
        check=True,
    )
    return _bytes(service / "chart")


def _bytes(chart: Path) -> dict[str, bytes]:
    return {str(path.relative_to(chart)): path.read_bytes() for path in chart.rglob("*") if path.is_file()}
