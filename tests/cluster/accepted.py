"""What an API server says of manifests, without storing them."""

from collections.abc import Iterable, Mapping
from typing import Any

from tests.cluster.api import Api, Refused


def refused_by_the_api_server(api: Api, manifests: Iterable[Mapping[str, Any]]) -> list[str]:
    """What a server-side dry run refuses: schemas, validation, admission, and fields that it would drop."""
    found = []
    for manifest in manifests:
        try:
            api.create(manifest, query="?dryRun=All&fieldValidation=Strict")
        except Refused as problem:
            found.append(f"{manifest['kind']} {manifest['metadata']['name']}: {problem}")
    return found


def accepted_by_the_api_server(api: Api, manifests: Iterable[Mapping[str, Any]]) -> bool:
    """Whether it refuses nothing."""
    return refused_by_the_api_server(api, manifests) == []
