"""The merge rule: maps key by key, everything else whole, None takes back."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chartgen import Autoscaling, EnvVar, Image, Overlay, Port, Preset, SecretKey, Service
from chartgen.layering.merge import merge
from chartgen.layering.resolve import resolve
from chartgen.models.said import said
from tests.layers import layer

IMAGE = Image(repository="ghcr.io/acme/orders-api", tag="1.4.2")


def test_none_takes_back_what_a_preset_said() -> None:
    layers = [layer(Preset(autoscaling=Autoscaling(min_replicas=3))), layer(Overlay(autoscaling=None))]

    assert resolve(layers, None).spec.autoscaling is None


def test_a_map_entry_is_taken_back_by_none() -> None:
    layers = [layer(Service(env={"A": "1", "B": "2"})), layer(Overlay(env={"A": None}))]

    assert list(resolve(layers, None).spec.env) == ["B"]


def test_maps_merge_key_by_key() -> None:
    layers = [layer(Service(ports={"http": 3000})), layer(Overlay(ports={"http": Port(protocol="UDP")}))]

    port = resolve(layers, None).spec.ports["http"]
    assert (port.port, port.protocol) == (3000, "UDP")


def test_lists_are_replaced_whole() -> None:
    layers = [layer(Service(args=["a", "b"])), layer(Overlay(args=["c"]))]

    assert resolve(layers, None).spec.args == ["c"]


def test_a_digest_alone_drops_the_tag_from_below() -> None:
    digest = "sha256:" + "0" * 64
    image = resolve([layer(Service(image=IMAGE)), layer(Overlay(image=Image(digest=digest)))], None).spec.image

    assert (image.tag, image.digest) == (None, digest)


def test_tag_and_digest_of_one_layer_stand_together() -> None:
    digest = "sha256:" + "0" * 64
    overlay = Overlay(image=Image(tag="2", digest=digest))
    image = resolve([layer(Service(image=IMAGE)), layer(overlay)], None).spec.image

    assert (image.tag, image.digest) == ("2", digest)


def test_a_secret_takes_the_place_of_a_value() -> None:
    secret = SecretKey(secret="orders-db", key="url")
    variable = resolve([layer(Service(env={"URL": "x"})), layer(Overlay(env={"URL": secret}))], None).spec.env["URL"]

    assert variable == EnvVar(value=None, secret_key=secret)


def test_a_default_of_a_section_does_not_hide_what_a_lower_layer_said() -> None:
    layers = [layer(Service(image=IMAGE)), layer(Overlay(image=Image(pull_policy="Always")))]

    assert resolve(layers, None).spec.image.repository == "ghcr.io/acme/orders-api"


SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.lists(st.integers(), max_size=2)
TREES = st.recursive(
    SCALARS, lambda children: st.dictionaries(st.sampled_from("abc"), children, max_size=3), max_leaves=8
)
LAYERS = st.lists(st.dictionaries(st.sampled_from("abc"), TREES, max_size=3), max_size=4)


@given(LAYERS)
def test_merging_is_an_independent_model_of_helms_rule(layers: list[dict[str, Any]]) -> None:
    assert merge(layers) == _by_leaves(layers)


@given(LAYERS)
def test_merging_changes_nothing_that_went_in(layers: list[dict[str, Any]]) -> None:
    before = repr(layers)

    merge(layers)
    assert repr(layers) == before


def test_what_a_layer_says_is_only_what_was_written() -> None:
    assert said(Overlay(ports={"http": 3000}, image=Image(tag="1"))) == {
        "image": {"tag": "1", "digest": None},
        "ports": {"http": {"port": 3000}},
    }


def _by_leaves(layers: list[dict[str, Any]]) -> Any:
    """The same rule written another way: ask for each key from the top."""
    result: dict[str, Any] = {}
    for key in dict.fromkeys(key for one in layers for key in one):
        stack = [one[key] for one in layers if key in one]
        start = max((i for i, value in enumerate(stack) if not isinstance(value, Mapping)), default=-1)
        maps = stack[start + 1 :]
        result[key] = _by_leaves(maps) if maps else stack[-1]
    return result
