"""If what Helm rendered is valid: no key twice, no object twice, nothing that Kubernetes' strict schemas refuse."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chartgen import yamlio
from chartgen.checking.kubernetes import problems


def invalid_manifests(text: str, *versions: str) -> Iterator[str]:
    """What is wrong with rendered manifests in any of these versions of Kubernetes."""
    try:
        manifests = yamlio.read_manifests(text)
    except ValueError as error:
        yield str(error)
        return
    yield from _twice(manifests)
    for manifest in manifests:
        for version in dict.fromkeys(versions):
            for problem in problems(manifest, version):
                yield f"{_title(manifest)}: {problem} (Kubernetes {version})"


def _twice(manifests: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Helm 4 installs the first of two objects in silence; Helm 3 refuses them."""
    seen: set[str] = set()
    for manifest in manifests:
        title = _title(manifest)
        if title in seen:
            yield f"{title} is rendered twice"
        seen.add(title)


def _title(manifest: Mapping[str, Any]) -> str:
    return f"{manifest.get('kind', '?')} {manifest.get('metadata', {}).get('name', '?')}"
