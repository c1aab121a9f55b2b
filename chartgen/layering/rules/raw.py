"""Raw fields and whole manifests: Kubernetes knows each of them, and none fights with what the chart prints itself."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from chartgen.layering.managed import API_VERSIONS, OF_ALL, OF_CONTAINER, OF_OBJECT, OF_POD, Managed
from chartgen.layering.problem import Problem
from chartgen.layering.rules.metadata import RESERVED
from chartgen.models.service import ContainerSpec, InitContainerSpec, Spec, WorkloadSpec
from chartgen.project.shapes import FieldPath
from chartgen.schemas import kubernetes

NEWEST = "1.37"
"""The Kubernetes whose fields are known here; ``check`` asks the oldest that is supported as well."""


_ANNOTATIONS = ("helm.sh/hook", "meta.helm.sh/", "checksum/")
"""How annotations begin that the chart or Helm prints itself."""


def container_extra_is_beside(spec: ContainerSpec) -> Iterator[Problem]:
    """A raw field of a container is Kubernetes' own, and one that no typed field says."""
    mounts = "mounts" if isinstance(spec, InitContainerSpec) else "volumes"
    yield from _extra(("container_extra",), spec.container_extra, {**OF_CONTAINER, "volumeMounts": mounts}, "Container")


def pod_extra_is_beside(spec: WorkloadSpec) -> Iterator[Problem]:
    """A raw field of the pod is Kubernetes' own, and one that no typed field says."""
    yield from _extra(("pod_extra",), spec.pod_extra, OF_POD, "PodSpec")


def patch_is_beside(spec: WorkloadSpec) -> Iterator[Problem]:
    """A patch says what Kubernetes knows, and nothing that the chart prints itself."""
    for key, patch in spec.patches.items():
        at, kind = ("patches", key), key.partition("/")[0]
        fought = list(_fought(patch, {**OF_ALL, **OF_OBJECT.get(kind, {})}))
        yield from (_fights((*at, *path), typed) for path, typed in fought)
        yield from _reserved(at, patch)
        if kind in API_VERSIONS and not fought:
            yield from _unknown(at, patch, kind, API_VERSIONS[kind])
        elif isinstance(metadata := patch.get("metadata"), Mapping):
            yield from _unknown((*at, "metadata"), metadata, "ObjectMeta", "meta/v1")


def manifest_is_whole(spec: Spec) -> Iterator[Problem]:
    """A manifest is one object that Kubernetes takes, and no Secret."""
    for name, manifest in spec.manifests.items():
        at = ("manifests", name)
        problems = list(_not_an_object(at, manifest))
        yield from problems or _refused_whole(at, manifest)


def manifests_differ(spec: Spec) -> Iterator[Problem]:
    """No two manifests are the same object."""
    seen: dict[tuple[str, ...], FieldPath] = {}
    for name, manifest in spec.manifests.items():
        at = ("manifests", name)
        if not any(True for _ in _not_an_object(at, manifest)):
            object_ = _object(manifest)
            if object_ in seen:
                yield Problem(at, f"is the same object as {seen[object_][-1]}", also=(seen[object_],))
            seen.setdefault(object_, at)


def _extra(at: FieldPath, raw: Mapping[str, Any], managed: Managed, kind: str) -> Iterator[Problem]:
    for field in raw:
        if field in managed:
            yield _fights((*at, field), managed[field])
    rest = {field: value for field, value in raw.items() if field not in managed}
    if rest:
        yield from _unknown(at, rest, kind, "v1")


def _fights(path: FieldPath, typed: str) -> Problem:
    hint = f"say it by {typed}" if typed else "leave it out: it follows from the rest"
    return Problem(path, "is a field that the chart prints itself", hint)


def _fought(patch: Mapping[str, Any], managed: Managed, place: str = "") -> Iterator[tuple[FieldPath, str]]:
    """The fields of a patch that the chart prints, and the typed ones to use."""
    for key, value in patch.items():
        here = f"{place}.{key}" if place else key
        below = any(field.startswith(f"{here}.") for field in managed)
        if here in managed or (below and not isinstance(value, Mapping)):
            yield (key,), managed.get(here, "")
        elif below:
            yield from (((key, *path), typed) for path, typed in _fought(value, managed, here))


def _reserved(at: FieldPath, patch: Mapping[str, Any]) -> Iterator[Problem]:
    """Labels and annotations that chartgen, Helm and their tools know an object by."""
    metadata: Any = patch.get("metadata")
    for field in ("labels", "annotations") if isinstance(metadata, Mapping) else ():
        said: Any = metadata.get(field)
        for key in said if isinstance(said, Mapping) else ():
            if key.startswith(RESERVED if field == "labels" else _ANNOTATIONS):
                yield Problem((*at, "metadata", field, key), "is one that the chart or Helm prints itself")


def _unknown(
    at: FieldPath, raw: Mapping[str, Any], kind: str, api_version: str, *, whole: bool = False
) -> Iterator[Problem]:
    for one in kubernetes.refused(raw, kind, api_version, NEWEST, whole=whole):
        for field in one.unknown:
            known = kubernetes.known_fields(one.path, kind, api_version, NEWEST)
            yield Problem((*at, *one.path, field), "is a field that Kubernetes does not know", _meant(field, known))
        if not one.unknown:
            yield Problem((*at, *one.path), f"is refused by Kubernetes: {one.text}")


def _meant(field: str, known: list[str]) -> str:
    close = get_close_matches(field, known, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else ""


def _not_an_object(at: FieldPath, manifest: Mapping[str, Any]) -> Iterator[Problem]:
    metadata: Any = manifest.get("metadata")
    for field in ("apiVersion", "kind"):
        if not isinstance(manifest.get(field), str):
            yield Problem((*at, field), "is missing: a manifest is a whole object")
    if not isinstance(metadata, Mapping) or not isinstance(metadata.get("name"), str):
        yield Problem((*at, "metadata", "name"), "is missing: a manifest is a whole object with a name of its own")
    for field in ("labels", "annotations") if isinstance(metadata, Mapping) else ():
        said: Any = metadata.get(field, {})
        texts: list[Any] = [*said.values()] if isinstance(said, Mapping) else [None]
        if not all(isinstance(text, str) for text in texts):
            yield Problem((*at, "metadata", field), "must be a mapping of texts", 'write numbers as text: "2"')


def _refused_whole(at: FieldPath, manifest: Mapping[str, Any]) -> Iterator[Problem]:
    kind, api_version = manifest["kind"], manifest["apiVersion"]
    if kind == "Secret" and api_version == "v1":
        hint = "keep it in a store and write external_secrets, or seal it and write sealed_secrets"
        yield Problem(at, "is a Secret, and secrets have no place in a chart", hint)
    elif kubernetes.is_built_in(api_version) and not kubernetes.is_known(kind, api_version, NEWEST):
        yield Problem((*at, "kind"), f"is {kind} of {api_version}, which Kubernetes {NEWEST} does not have")
    else:
        yield from _unknown(at, manifest, kind, api_version, whole=True)


def _object(manifest: Mapping[str, Any]) -> tuple[str, ...]:
    metadata = manifest["metadata"]
    group = str(manifest["apiVersion"]).rpartition("/")[0]
    return (group, manifest["kind"], str(metadata.get("namespace", "")), metadata["name"])
