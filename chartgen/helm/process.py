"""A ``helm`` executable, 3.17 or later: one process a question."""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from chartgen.errors import ToolError
from chartgen.helm.engine import RenderFailed, trimmed

OLDEST = (3, 17)
"""The oldest Helm that the library chart is written for."""

_PATIENCE = 300
"""Seconds after which a helm that says nothing is given up."""

_LINT_ERROR = re.compile(r"^\[ERROR\] (.*?)(?=^\[[A-Z]+\] |^==> |^Error: |\Z)", re.MULTILINE | re.DOTALL)


class Process:
    """Helm as its users run it."""

    def __init__(self, path: str | Path) -> None:
        """Raises ToolError where that is no Helm, or one that is too old."""
        self.name = str(path)
        self.version = self._checked_version()
        self.workers = os.cpu_count() or 1

    def render(
        self,
        chart: Path,
        *,
        release: str,
        values_files: Sequence[Path] = (),
        sets: Sequence[str] = (),
        kube_version: str,
        namespace: str = "default",
    ) -> str:
        """What ``helm template`` prints."""
        where = f"--kube-version={kube_version}", f"--namespace={namespace}"
        given = [*_files(values_files), *(f"--set={text}" for text in sets)]
        done = self._run("template", *where, *given, "--", release, str(chart))
        if done.returncode:
            raise RenderFailed(done.stderr)
        return done.stdout

    def lint(self, chart: Path, *, values_files: Sequence[Path] = (), kube_version: str) -> list[str]:
        """What ``helm lint`` calls an error."""
        done = self._run("lint", f"--kube-version={kube_version}", *_files(values_files), "--", str(chart))
        errors = [trimmed(error) for error in _LINT_ERROR.findall(done.stdout)]
        if done.returncode and not errors:
            raise RenderFailed(done.stderr)
        return errors

    def _checked_version(self) -> str:
        done = self._run("version", "--template={{.Version}}")
        found = re.fullmatch(r"v?(\d+)\.(\d+)\b.*", done.stdout.strip())
        if done.returncode or not found:
            said = (done.stdout + done.stderr).strip()[:200]
            raise ToolError(f"{self.name} is no Helm 3 or 4: `{self.name} version` says {said!r}")
        if (int(found[1]), int(found[2])) < OLDEST:
            hint = "pip install 'chartgen[helm]', or https://helm.sh/docs/intro/install"
            raise ToolError(f"{self.name} is Helm {found[0]}; chartgen needs 3.17 or later", hint=hint)
        return found[0]

    def _run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Helm's answer; HELM_DEBUG would mix its own lines into it."""
        environment = {key: value for key, value in os.environ.items() if key != "HELM_DEBUG"}
        try:
            return subprocess.run(  # noqa: S603 - words in a list, no shell
                [self.name, *words],
                capture_output=True,
                check=False,
                encoding="utf-8",
                errors="surrogateescape",
                env=environment,
                stdin=subprocess.DEVNULL,
                timeout=_PATIENCE,
            )
        except OSError as error:
            raise ToolError(f"{self.name} can't be run: {error.strerror}") from None
        except subprocess.TimeoutExpired:
            raise ToolError(f"{self.name} {words[0]} gave no answer in {_PATIENCE} seconds") from None


def _files(values_files: Sequence[Path]) -> list[str]:
    """Helm reads this option as CSV: a comma in a path would make two of it."""
    paths = [str(file).replace('"', '""') for file in values_files]
    return [f'--values="{path}"' for path in paths]
