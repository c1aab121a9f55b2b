"""Routes at random: what chartgen accepts, Helm renders, and Kubernetes and the CRDs take without adding defaults."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chartgen import yamlio
from chartgen.charting.values_models.root import Values
from chartgen.checking.manifests import invalid_manifests
from chartgen.models.certificates import Certificate
from chartgen.models.gateway import GrpcRule, HttpRoute, HttpRule
from chartgen.models.istio import DestinationRule, IstioHttp, VirtualService
from chartgen.models.openshift import OpenShiftRoute
from chartgen.models.routes import Ingress, Path, Route
from chartgen.schemas.custom import defaults
from tests.charting.test_services_at_random import IMAGE, LESS, rendered, resolved, values_of
from tests.strategies import data_of

pytestmark = pytest.mark.helm

NAMES = st.sampled_from(["public", "admin"])
HOSTS = st.sampled_from([["a.example.com"], ["b.example.com", "*.example.com"], []])
PATHS: st.SearchStrategy[Any] = st.sampled_from(["/", "/a", "/b"]) | data_of(Path, whole=True)
ROUTES = {
    "rules": st.lists(data_of(HttpRule, most=4, whole=True), min_size=1, max_size=2),
    "grpc": st.lists(data_of(GrpcRule, most=3, whole=True), min_size=1, max_size=2),
    "paths": st.lists(PATHS, min_size=1, max_size=3),
}
EXPOSED = {"ingress": data_of(Ingress, most=2, whole=True), "httpRoute": data_of(HttpRoute, most=2, whole=True)}
LEFT_OUT = {
    "ingress": (*ROUTES, "expose", "tls"),
    "httpRoute": (*ROUTES, "expose", "defaultBackend", "nginx", "traefik", "alb", "gke"),
}
_NO_TARGETS = ("matches", "match", "redirect", "parents", "alternateBackends")
HTTP = st.lists(data_of(IstioHttp, most=4, whole=True), min_size=1, max_size=2)
OTHERS = {
    "certificates": data_of(Certificate, most=4, whole=True),
    "virtualServices": st.builds(lambda one, http: {**one, "http": http}, data_of(VirtualService, whole=True), HTTP),
    "destinationRules": data_of(DestinationRule, whole=True),
    "openshiftRoutes": data_of(OpenShiftRoute, whole=True),
}


@st.composite
def services(draw: st.DrawFn) -> dict[str, Any]:
    """A service with a component, and some of what brings traffic to the two."""
    by = draw(st.sampled_from([*EXPOSED]))
    other = draw(st.sampled_from([*OTHERS]))
    return {
        "name": "orders-api",
        "image": IMAGE,
        "ports": {"http": 8080, "admin": 9000},
        "components": {"worker": {"ports": {"http": 8080}}},
        "expose": {by: draw(EXPOSED[by])},
        "routes": draw(st.dictionaries(NAMES, routes(by), max_size=1)),
        other: draw(st.dictionaries(NAMES, OTHERS[other].map(_led), max_size=2)),
        "environments": {"production": {}},
    }


@st.composite
def routes(draw: st.DrawFn, by: str) -> dict[str, Any]:
    """A route whose targets are there, and whose settings go with what it becomes."""
    said = "paths" if by == "ingress" else draw(st.sampled_from([*ROUTES]))
    kept = {key: value for key, value in draw(data_of(Route, most=3, whole=True)).items() if key not in LEFT_OUT[by]}
    route: dict[str, Any] = _led({**kept, "hosts": draw(HOSTS), said: draw(ROUTES[said])})
    return route


def _led(data: Any) -> Any:
    """The same with components and ports that are there."""
    if isinstance(data, list):
        return [_led(one) for one in data]
    if not isinstance(data, dict):
        return data
    led = {key: value if key in _NO_TARGETS else _led(value) for key, value in data.items()}
    if led.get("service") or led.get("component"):
        led.pop("port", None)
    if led.get("service"):
        led |= {"component": None, "port": 80}
    elif led.get("component"):
        led |= {"component": "worker"}
    elif led.get("port") is not None:
        led |= {"port": "admin"}
    return led


@given(services())
@LESS
def test_what_is_accepted_renders_and_is_valid_and_complete(data: dict[str, Any]) -> None:
    text = rendered(resolved(data), "")

    assert list(invalid_manifests(text, "1.30", "1.37")) == []
    assert [found for one in yamlio.read_manifests(text) for found in defaults(one)] == []


@given(services())
@LESS
def test_their_values_are_what_the_models_say(data: dict[str, Any]) -> None:
    for full in values_of(resolved(data)).values():
        Values.model_validate(full)
