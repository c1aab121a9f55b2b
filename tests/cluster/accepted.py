"""What an API server says of manifests, without storing them."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.cluster.api import Api, Manifest, Refused


def refused_by_the_api_server(api: Api, manifests: Sequence[Mapping[str, Any]]) -> list[str]:
    """What a server-side dry run refuses: schemas, validation, admission, and fields that it would drop."""
    found = []
    for manifest in manifests:
        try:
            api.create(in_a_namespace_that_is_there(manifest), query="?dryRun=All&fieldValidation=Strict")
        except Refused as problem:
            if "already exists" in str(problem):
                continue  # another test's; the server says so after all it has to say else
            found.append(f"{manifest['kind']} {manifest['metadata']['name']}: {problem}")
    return found


def accepted_by_the_api_server(api: Api, manifests: Sequence[Mapping[str, Any]]) -> bool:
    """Whether it refuses nothing."""
    return refused_by_the_api_server(api, manifests) == []


def in_a_namespace_that_is_there(manifest: Mapping[str, Any]) -> Manifest:
    """Admission refuses what lies in a namespace that is not; to make it would keep its own chart from doing so."""
    metadata = manifest["metadata"]
    return {**manifest, "metadata": {key: value for key, value in metadata.items() if key != "namespace"}}
