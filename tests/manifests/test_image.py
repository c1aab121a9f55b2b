"""The image in the manifests in the manifests."""

import pytest

from chartgen import (
    Image,
    Overlay,
    Service,
)
from tests.manifests.rendering import DIGEST, IMAGE, container_of, files_of, manifests_of, pod_of

pytestmark = pytest.mark.helm


def test_tag_and_digest_stand_together() -> None:
    image = Image(repository="ghcr.io/acme/orders-api", tag="1.4.2", digest=DIGEST)

    assert container_of(image=image)["image"] == f"ghcr.io/acme/orders-api:1.4.2@{DIGEST}"


def test_an_image_set_by_the_deployment_is_demanded_of_it() -> None:
    from chartgen.helm import RenderFailed

    with pytest.raises(RenderFailed, match="an image needs a tag or a digest"):
        manifests_of(image=Image(repository="ghcr.io/acme/orders-api", set_by="deployment"))


def test_pull_policy_and_secrets() -> None:
    image = Image(repository="r", tag="1", pull_policy="Always", pull_secrets=["registry"])

    assert container_of(image=image)["imagePullPolicy"] == "Always"
    assert pod_of(image=image)["imagePullSecrets"] == [{"name": "registry"}]


def test_the_charts_app_version_is_the_tag_of_the_services_layer() -> None:
    other = Overlay(image=Image(tag="9.9.9"))
    files = files_of(Service(name="orders-api", image=IMAGE, environments={"production": other}))

    assert 'appVersion: "1.4.2"' in files["Chart.yaml"]
