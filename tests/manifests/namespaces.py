"""From a namespace to what Helm renders of its chart, in one call."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chartgen import Namespace, disk, yamlio
from chartgen.charting.chart import Input, build_namespace
from chartgen.checking.manifests import invalid_manifests
from chartgen.helm import Embedded
from chartgen.layering.layers import layers_of
from chartgen.layering.resolve import resolve_namespace
from chartgen.project.config import Config
from chartgen.project.lines import PythonSource
from chartgen.project.services import LoadedService


def files_of(namespace: Namespace) -> dict[str, str]:
    """The chart of a namespace."""
    loaded = LoadedService(namespace, Path("namespace.py"), PythonSource("namespace.py", namespace))
    base = resolve_namespace(layers_of(loaded, [], Config())[""], None)
    others = {name: resolve_namespace(layers_of(loaded, [], Config())[name], name) for name in namespace.environments}
    assert [message for one in (base, *others.values()) for message in one.messages] == []
    return build_namespace(Input(base.spec, {name: one.spec for name, one in others.items()}, [base.merged], []))


def manifests_of(environment: str = "", /, *, sets: Sequence[str] = (), **said: Any) -> dict[str, Any]:
    """What Helm renders of a namespace that says this, by kind; several of a kind by name; all of it is valid."""
    files = files_of(Namespace(**{"name": "payments", **said}))
    with TemporaryDirectory() as temporary:
        chart = Path(temporary, "chart")
        disk.materialise(disk.Chart(chart, files), chart)
        overlay = [chart / f"values-{environment}.yaml"] if environment else []
        text = Embedded().render(
            chart, release="payments", values_files=overlay, sets=sets, kube_version="1.37.0", namespace="platform"
        )
    assert list(invalid_manifests(text, "1.30", "1.37")) == []
    found: dict[str, Any] = {}
    for one in yamlio.read_manifests(text):
        found[f"{one['kind']} {one['metadata']['name']}"] = one
        found[one["kind"]] = one
    return found
