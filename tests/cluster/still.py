"""A control plane of which only the API server runs: no controller answers, so that an object is as a test says it."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cluster.plane import CACHE, running

_CONTROLLERS = slice(2, None)
"""Of the processes that ``up`` writes down: after etcd and the API server."""


@contextmanager
def standing_still(folder: Path) -> Iterator[Path]:
    """Its kubeconfig, as long as it runs."""
    with running(folder) as kubeconfig:
        for pid in (folder / "pids").read_text(encoding="utf-8").split()[_CONTROLLERS]:
            os.kill(int(pid), signal.SIGKILL)
        yield kubeconfig


def kubectl(kubeconfig: Path | str, *words: str) -> subprocess.CompletedProcess[str]:
    """What kubectl says, of the version that the control plane has."""
    program = max(CACHE.glob("*/kubectl"))
    environment = {**os.environ, "KUBECONFIG": str(kubeconfig)}
    return subprocess.run([program, *words], capture_output=True, text=True, env=environment, check=False)
