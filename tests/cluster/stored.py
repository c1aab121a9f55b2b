"""What was sent to the API server beside what it stores."""

from collections.abc import Iterator, Mapping
from typing import Any

from chartgen.schemas.custom import is_custom
from tests.cluster.api import Api, Manifest
from tests.cluster.plane import until

NOTHING: tuple[Any, ...] = (False, 0, "", [], {})
"""What Go leaves out, since a field that is not there means the same to it."""


def title(manifest: Mapping[str, Any]) -> str:
    """Its kind and name."""
    return f"{manifest['kind']} {manifest['metadata']['name']}"


def differences(manifests: list[Manifest], api: Api, namespace: str) -> Iterator[str]:
    """What an object's manifest says and its stored form does not; of a custom resource, what was filled in too."""
    for manifest in manifests:
        yield from changed(manifest, api.get(manifest, namespace))


def changed(manifest: Mapping[str, Any], stored: Mapping[str, Any]) -> Iterator[str]:
    """The same of one object."""
    for path in lost(manifest, stored):
        yield f"{title(manifest)}: {path}"
    if is_custom(manifest["apiVersion"]) and stored.get("spec") != manifest.get("spec"):
        yield f"{title(manifest)}: {stored['spec']} is stored, by defaults that the chart does not write out"


def lost(said: Any, stored: Any, path: str = "") -> Iterator[str]:
    """Paths of what is not stored as it was said; what is stored beside it are the server's defaults."""
    if isinstance(said, Mapping) and isinstance(stored, Mapping):
        for key, value in said.items():
            yield from lost(value, stored.get(key), f"{path}.{key}")
    elif isinstance(said, list) and isinstance(stored, list) and len(said) == len(stored):
        for place, (one, other) in enumerate(zip(said, stored, strict=True)):
            yield from lost(one, other, f"{path}[{place}]")
    elif said != stored and not (stored is None and said in NOTHING):
        yield f"{path}: {said!r} became {stored!r}"


def wait_for_autoscalers(api: Api, namespace: str) -> None:
    """Until each has looked, and set the number of copies that it wants."""
    until(lambda: all(map(_has_settled, api.listed("HorizontalPodAutoscaler", namespace, "autoscaling/v2"))))


def _has_settled(scaler: Manifest) -> bool:
    status = scaler.get("status", {})
    return bool(status.get("currentReplicas", 0) == status.get("desiredReplicas") >= scaler["spec"]["minReplicas"])


def states(manifests: list[Manifest], api: Api, namespace: str) -> dict[str, Manifest]:
    """The objects as they are stored, but for what controllers say of them: unequal where Helm wrote anything."""
    return {title(manifest): _written(api.get(manifest, namespace)) for manifest in manifests}


def _written(stored: Manifest) -> Manifest:
    """Status, and whatever moves with it, is a controller's; where there is none the version counts too."""
    moving = {"managedFields", "resourceVersion"} if stored.get("status") else {"managedFields"}
    metadata = {key: value for key, value in stored["metadata"].items() if key not in moving}
    return {**{key: value for key, value in stored.items() if key != "status"}, "metadata": metadata}
