"""What an API server says of manifests, without storing them."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from tests.cluster.api import Api, Refused


def refused_by_the_api_server(api: Api, manifests: Sequence[Mapping[str, Any]]) -> list[str]:
    """What a server-side dry run refuses: schemas, validation, admission, and fields that it would drop."""
    _make_namespaces(api, {manifest["metadata"].get("namespace", "default") for manifest in manifests})
    found = []
    for manifest in manifests:
        try:
            api.create(manifest, query="?dryRun=All&fieldValidation=Strict")
        except Refused as problem:
            if "already exists" in str(problem):
                continue  # a namespace that was made above; the server says so after all it has to say else
            found.append(f"{manifest['kind']} {manifest['metadata']['name']}: {problem}")
    return found


def accepted_by_the_api_server(api: Api, manifests: Sequence[Mapping[str, Any]]) -> bool:
    """Whether it refuses nothing."""
    return refused_by_the_api_server(api, manifests) == []


def _make_namespaces(api: Api, names: set[str]) -> None:
    """Those that manifests name have to be there, or admission refuses the rest of them."""
    for name in names:
        with suppress(Refused):
            api.create({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}})
