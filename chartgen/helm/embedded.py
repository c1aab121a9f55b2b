"""Helm 4 inside this process (``chartgen[helm]``): a few milliseconds a render instead of a process."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from chartgen.helm import documents, values
from chartgen.helm.engine import RenderFailed, trimmed

_ERROR = 3
"""The severity of a lint message that ``helm lint`` fails for."""


class Embedded:
    """Helm's own Go code as a library; safe to use from several threads, which do run at once.

    Unlike an executable it does not hold ``kube_version`` against the chart's ``kubeVersion``, takes manifests that are
    not YAML for what they are, and gives a template the numbers of ``sets`` as it gives those of a values file.
    The library brings threads of its own: a process that has used it must not fork without an exec.
    """

    name = "embedded Helm"

    def __init__(self) -> None:
        """Raises ImportError where the extra is not installed."""
        import helm_python  # noqa: PLC0415 - 85 MB of library, and an extra

        self._helm = helm_python
        self.version = helm_python.helm_sdk_version()
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
        options = {"name": release, "namespace": namespace, "kube_version": kube_version}
        try:
            self._helm.validate_release_name(release)
            with self._helm.Chart.load(chart) as loaded:
                return documents.join(self._rendered(loaded, values.combine(self._helm, values_files, sets), options))
        except (self._helm.HelmError, OSError, UnicodeError) as error:
            raise RenderFailed(str(error)) from None

    def _rendered(self, chart: Any, given: dict[str, Any], options: dict[str, str]) -> dict[str, str]:
        """Chart.render with the version of Kubernetes, which the library takes and its Python face (0.2.2) does not."""
        words = chart._raw(), json.dumps(given), json.dumps(options)  # noqa: SLF001 - see above
        files: dict[str, str] = json.loads(self._helm._native.call_string("helm_render", *words))  # noqa: SLF001
        return files

    def lint(self, chart: Path, *, values_files: Sequence[Path] = (), kube_version: str) -> list[str]:
        """What ``helm lint`` calls an error."""
        try:
            given = values.combine(self._helm, values_files, ())
            report = self._helm.lint(chart, given, kube_version=kube_version)
        except (self._helm.HelmError, OSError, UnicodeError) as error:
            raise RenderFailed(str(error)) from None
        errors = [message for message in report["messages"] if message["severity"] == _ERROR]
        return [f"{message['path']}: {trimmed(message['error'])}" for message in errors]
