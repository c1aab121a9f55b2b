"""If what Helm rendered is valid: no key twice, no object twice, nothing that Kubernetes' strict schemas refuse."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from chartgen import yamlio
from chartgen.schemas.kubernetes import problems


def invalid_manifests(text: str, *versions: str) -> Iterator[str]:
    """What is wrong with rendered manifests in any of these versions of Kubernetes."""
    try:
        manifests = yamlio.read_manifests(text)
    except ValueError as error:
        yield str(error)
        return
    objects = [manifest for manifest in manifests if _is_object(manifest)]
    if len(objects) < len(manifests):
        yield "a document is no object with apiVersion, kind and metadata.name"
    yield from _twice(objects)
    for manifest in objects:
        yield from _refused(manifest, dict.fromkeys(versions))


def _is_object(manifest: Any) -> bool:
    if not isinstance(manifest, dict) or not isinstance(manifest.get("metadata"), dict):
        return False
    return all(isinstance(word, str) for word in (manifest.get("apiVersion"), manifest.get("kind"), _name(manifest)))


def _twice(manifests: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Helm 4 installs the first of two objects in silence; Helm 3 refuses them."""
    seen: set[tuple[str, ...]] = set()
    for manifest in manifests:
        group = manifest["apiVersion"].rpartition("/")[0]
        identity = (group, manifest["kind"], str(manifest["metadata"].get("namespace", "")), _name(manifest))
        if identity in seen:
            yield f"{_title(manifest)} is rendered twice"
        seen.add(identity)


def _refused(manifest: Mapping[str, Any], versions: Iterable[str]) -> Iterator[str]:
    """What these versions refuse; each problem once, with the versions that have it."""
    found: dict[str, list[str]] = {}
    for version in versions:
        for problem in problems(manifest, version):
            found.setdefault(problem, []).append(version)
    for problem, having in found.items():
        yield f"{_title(manifest)}: {problem} (Kubernetes {' and '.join(having)})"


def _title(manifest: Mapping[str, Any]) -> str:
    return f"{manifest['kind']} {_name(manifest)}"


def _name(manifest: Mapping[str, Any]) -> Any:
    return manifest["metadata"].get("name")
