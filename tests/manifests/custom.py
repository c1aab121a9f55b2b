"""Manifests of custom resources, held against their CRDs."""

from typing import Any

from chartgen import yamlio
from chartgen.checking.manifests import invalid_manifests
from chartgen.schemas.custom import defaults
from tests.manifests.rendering import text_of


def checked_manifests_of(**said: Any) -> dict[str, Any]:
    """What Helm renders, by kind and by name: Kubernetes and the CRDs take it, and have no default to add."""
    text = text_of(**said)
    assert list(invalid_manifests(text, "1.30", "1.37")) == []
    found: dict[str, Any] = {}
    for one in yamlio.read_manifests(text):
        assert list(defaults(one)) == []
        found[f"{one['kind']} {one['metadata']['name']}"] = one
        found[one["kind"]] = one
    return found
