"""A chart in a namespace, by a real Helm: installed, upgraded, taken away."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chartgen import yamlio

NAME = "orders"


@dataclass(frozen=True)
class Release:
    helm: Path
    kubeconfig: Path
    namespace: str
    chart: Path
    words: tuple[str, ...]
    """``-f`` and ``--set``."""

    def install(self) -> None:
        self._run("install", NAME, str(self.chart), *self.words, "--wait", "--timeout", "2m")

    def upgrade(self) -> None:
        self._run("upgrade", NAME, str(self.chart), *self.words, "--wait", "--timeout", "2m")

    def uninstall(self) -> None:
        self._run("uninstall", NAME, "--wait", "--timeout", "1m")

    def manifests(self) -> list[dict[str, Any]]:
        """Everything but hooks, as Helm rendered it for this cluster."""
        return yamlio.read_manifests(self._run("get", "manifest", NAME))

    def hooks(self) -> list[dict[str, Any]]:
        return yamlio.read_manifests(self._run("get", "hooks", NAME))

    def _run(self, *words: str) -> str:
        command = [str(self.helm), *words, "--namespace", self.namespace]
        environment = {**os.environ, "KUBECONFIG": str(self.kubeconfig)}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout
