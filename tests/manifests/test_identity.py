"""What already runs, taken over in the manifests."""

import pytest

from chartgen import (
    Identity,
)
from chartgen.helm import RenderFailed
from tests.manifests.rendering import manifests_of

pytestmark = pytest.mark.helm


def test_an_identity_takes_over_names_and_selector_of_what_runs() -> None:
    taken = Identity(name="orders", selector={"app": "orders"}, container="app", objects={"Service": "orders-svc"})
    found = manifests_of(identity=taken)

    deployment = found["Deployment orders"]
    assert deployment["spec"]["selector"]["matchLabels"] == {"app": "orders"}
    assert deployment["spec"]["template"]["metadata"]["labels"] == {"app": "orders"}
    assert deployment["spec"]["template"]["spec"]["containers"][0]["name"] == "app"
    assert found["Service orders-svc"]["spec"]["selector"] == {"app": "orders"}


@pytest.mark.parametrize(
    "change", ["identity.container=other", "identity.selector.app=other", "fullnameOverride=other"]
)
def test_helm_refuses_a_change_of_what_was_taken_over(change: str) -> None:
    taken = Identity(name="orders", selector={"app": "orders"}, container="app")

    with pytest.raises(RenderFailed):
        manifests_of(identity=taken, sets=[change])
