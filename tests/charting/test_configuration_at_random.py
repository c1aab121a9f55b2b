"""Configuration and secrets at random: what chartgen accepts, Helm renders, and what was said arrives unchanged."""

from base64 import b64encode
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from chartgen import yamlio
from chartgen.checking.manifests import invalid_manifests
from chartgen.layering.rules.configuration import TAKEN_NAMES
from chartgen.models.secrets import DataFrom, ExternalSecret, RemoteRef, SecretTemplate
from chartgen.models.types import CONFIG_KEY, DNS_LABEL
from tests.charting.test_services_at_random import IMAGE, LESS, rendered, resolved
from tests.strategies import ASCII, TEXT, data_of

pytestmark = pytest.mark.helm

FEW = settings(LESS, max_examples=50)

NAMES = st.from_regex(DNS_LABEL, fullmatch=True).filter(lambda name: len(name) <= 12 and name not in TAKEN_NAMES)
KEYS = st.from_regex(CONFIG_KEY, fullmatch=True, alphabet=ASCII).filter(lambda key: len(key) <= 20)
BYTES = st.binary(max_size=9).map(lambda data: b64encode(data).decode())
SEALED = st.binary(max_size=9).map(lambda data: b64encode(b"\x02\x00" + bytes(528) + data).decode())
CONTENTS: st.SearchStrategy[Any] = TEXT | st.builds(dict, content=TEXT) | st.builds(dict, binary=BYTES)
CONFIG_MAPS: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict, data=st.dictionaries(KEYS, CONTENTS, max_size=3), immutable=st.booleans()
)
COMPONENTS = st.sampled_from(
    [{}, {"kind": "Job", "job": {"hook": {}}}, {"kind": "CronJob", "cronJob": {"schedule": "0 * * * *"}}]
)
FETCHED = st.builds(
    lambda secret, keys, many, template: {**secret, "data": keys, "dataFrom": many, "template": template},
    data_of(ExternalSecret),
    st.dictionaries(KEYS, data_of(RemoteRef).map(lambda ref: {**ref, "key": "orders"}), min_size=1, max_size=2),
    st.lists(data_of(DataFrom), max_size=1),
    st.none() | data_of(SecretTemplate),
)


@st.composite
def services(draw: st.DrawFn) -> dict[str, Any]:
    """A service that has some of each and reads all of it in one way."""
    maps = draw(st.dictionaries(NAMES, CONFIG_MAPS, max_size=2))
    fetched = draw(st.dictionaries(NAMES.map(lambda name: f"x{name}"), FETCHED, max_size=2))
    sealed = draw(st.dictionaries(NAMES.map(lambda name: f"y{name}"), st.dictionaries(KEYS, SEALED, min_size=1)))
    volumes = {f"m-{name}": {"mounts": [f"/{name}"], "configMap": {"own": name}} for name in maps}
    return {
        "name": "orders-api",
        "image": IMAGE,
        "configMaps": maps,
        "secretStore": "vault",
        "externalSecrets": fetched,
        "sealedSecrets": {name: {"encryptedData": data, "scope": "namespace-wide"} for name, data in sealed.items()},
        "envFrom": [{"ownSecret": name} for name in (*fetched, *sealed)],
        "volumes": volumes,
        "components": draw(st.dictionaries(st.sampled_from(["worker", "migrate"]), COMPONENTS)),
        "environments": {
            "production": {"configMaps": draw(st.dictionaries(st.sampled_from([*maps, "z"]), CONFIG_MAPS))}
        },
    }


@given(services(), st.sampled_from(["", "production"]))
@FEW
def test_what_is_accepted_renders_and_is_valid(data: dict[str, Any], environment: str) -> None:
    assert list(invalid_manifests(rendered(resolved(data), environment), "1.30", "1.37")) == []


@given(services())
@FEW
def test_what_config_maps_hold_arrives_unchanged(data: dict[str, Any]) -> None:
    assume(data["configMaps"])
    manifests = [one for one in yamlio.read_manifests(rendered(resolved(data), "")) if one["kind"] == "ConfigMap"]

    held = [{**one.get("data", {}), **one.get("binaryData", {})} for one in manifests]
    said = [{key: _plain(entry) for key, entry in one["data"].items()} for one in data["configMaps"].values()]
    assert sorted(map(repr, map(_sorted, held))) == sorted(map(repr, map(_sorted, said)))


def _plain(entry: Any) -> Any:
    return next(iter(entry.values())) if isinstance(entry, dict) else entry


def _sorted(data: dict[str, str]) -> dict[str, str]:
    return dict(sorted(data.items()))
