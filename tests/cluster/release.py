"""A chart in a namespace, by a real Helm: installed, upgraded, tested, rolled back, taken away."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from chartgen import yamlio
from tests.cluster.api import Manifest
from tests.helms import PROGRAMS

NAME = "orders"
HELMS = ("helm 3.22", "helm 4.3")
"""The newest of each; tests take them in turn."""

WAIT = ("--wait", "--timeout", "2m")


class Failed(Exception):
    """Helm's own words."""


@dataclass(frozen=True)
class Release:
    helm: str
    """Its name in tests.helms."""

    kubeconfig: Path
    namespace: str
    chart: Path
    words: tuple[str, ...] = ()
    """``-f`` and ``--set``."""

    name: str = NAME

    def of(self, chart: Path | None = None, words: Sequence[str] | None = None, helm: str = "") -> "Release":
        """The same release, from another chart, with other values or by another Helm."""
        return replace(
            self,
            chart=chart or self.chart,
            words=self.words if words is None else tuple(words),
            helm=helm or self.helm,
        )

    def install(self, *more: str, wait: Sequence[str] = WAIT) -> str:
        """What Helm said."""
        return self._run("install", self.name, str(self.chart), *self.words, *wait, *more)

    def upgrade(self, *more: str, wait: Sequence[str] = WAIT) -> str:
        """As the documentation says it, without the values of the last time. What Helm said."""
        return self._run("upgrade", self.name, str(self.chart), "--reset-values", *self.words, *wait, *more)

    def rollback(self, revision: int) -> None:
        self._run("rollback", self.name, str(revision), *WAIT)

    def test(self) -> str:
        return self._run("test", self.name, "--timeout", "1m")

    def uninstall(self) -> None:
        self._run("uninstall", self.name, "--wait", "--timeout", "1m")

    def manifests(self) -> list[Manifest]:
        """Everything but hooks, as Helm rendered it for this cluster."""
        return yamlio.read_manifests(self._run("get", "manifest", self.name))

    def hooks(self) -> list[Manifest]:
        return yamlio.read_manifests(self._run("get", "hooks", self.name))

    def _run(self, *words: str) -> str:
        command = [str(PROGRAMS[self.helm]), *words, "--namespace", self.namespace]
        environment = {**os.environ, "KUBECONFIG": str(self.kubeconfig)}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        if done.returncode:
            raise Failed(done.stderr)
        return done.stdout + done.stderr if words[0] in ("install", "upgrade") else done.stdout
