"""From a service to what Helm renders of its chart, in one call."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chartgen import (
    Expose,
    HttpRoute,
    Image,
    Ingress,
    Service,
    disk,
    yamlio,
)
from chartgen.charting.chart import Input, build
from chartgen.helm import Embedded
from chartgen.layering.layers import layers_of
from chartgen.layering.resolve import resolve
from chartgen.project.config import Config
from chartgen.project.lines import PythonSource
from chartgen.project.services import LoadedService

IMAGE = Image(repository="ghcr.io/acme/orders-api", tag="1.4.2")
DIGEST = "sha256:" + "0" * 64
BOTH = Expose(
    ingress=Ingress(class_name="nginx", controller="ingress-nginx"),
    http_route=HttpRoute(gateway="public", gateway_namespace="edge", listener="https"),
)


def files_of(service: Service) -> dict[str, str]:
    """The chart of a service named orders-api."""
    loaded = LoadedService(service, Path("service.py"), PythonSource("service.py", service))
    base = resolve(layers_of(loaded, [], Config())[""], None)
    others = {name: resolve(layers_of(loaded, [], Config())[name], name) for name in service.environments}
    assert [message for one in (base, *others.values()) for message in one.messages] == []
    return build(Input(base.spec, {name: one.spec for name, one in others.items()}, [base.merged], []))


def text_of(
    environment: str = "",
    /,
    *,
    release: str = "orders-api",
    sets: Sequence[str] = (),
    kube_version: str = "1.37.0",
    **said: Any,
) -> str:
    """What Helm renders of a service that says this."""
    files = files_of(Service(**{"name": "orders-api", "image": IMAGE, "ports": {"http": 3000}, **said}))
    with TemporaryDirectory() as temporary:
        chart = Path(temporary, "chart")
        disk.materialise(disk.Chart(chart, files), chart)
        overlay = [chart / f"values-{environment}.yaml"] if environment else []
        return Embedded().render(chart, release=release, values_files=overlay, sets=sets, kube_version=kube_version)


def manifests_of(environment: str = "", /, **said: Any) -> dict[str, Any]:
    """What Helm renders of a service that says this, by kind; several of a kind by name."""
    found: dict[str, Any] = {}
    for one in yamlio.read_manifests(text_of(environment, **said)):
        found[f"{one['kind']} {one['metadata']['name']}"] = one
        found[one["kind"]] = one
    return found


def pod_of(**said: Any) -> dict[str, Any]:
    pod: dict[str, Any] = manifests_of(**said)["Deployment"]["spec"]["template"]["spec"]
    return pod


def container_of(**said: Any) -> dict[str, Any]:
    container: dict[str, Any] = pod_of(**said)["containers"][0]
    return container
