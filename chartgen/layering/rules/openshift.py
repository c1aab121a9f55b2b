"""OpenShift's Routes: what its API refuses."""

from collections.abc import Iterator

from chartgen.layering.exposure import port_of
from chartgen.layering.problem import Problem
from chartgen.layering.rules.routes import target_problems
from chartgen.models.backends import Target
from chartgen.models.openshift import OpenShiftRoute, OpenShiftTls
from chartgen.models.service import Spec
from chartgen.project.shapes import FieldPath


def openshift_target_exists(spec: Spec) -> Iterator[Problem]:
    """A Route and those that share its requests have the port that is meant."""
    for name, route in spec.openshift_routes.items():
        at = ("openshift_routes", name)
        yield from target_problems(spec, at, route)
        port = port_of(spec, route)
        for index, one in enumerate(route.alternate_backends):
            if not one.service and isinstance(port, int):
                text = "leads to this service, whose ports have names, and the Route's port is a number"
                yield Problem((*at, "alternate_backends", index), text, also=((*at, "port"),))
            elif not one.service:
                target = Target(component=one.component, port=port)
                yield from target_problems(spec, (*at, "alternate_backends", index), target)


def openshift_weights_leave_a_backend(spec: Spec) -> Iterator[Problem]:
    """The weights do not sum to 0: every request would fail."""
    for name, route in spec.openshift_routes.items():
        if not route.weight + sum(one.weight for one in route.alternate_backends):
            text = "has weights that sum to 0: every request would fail with 503"
            yield Problem(("openshift_routes", name, "weight"), text)


def openshift_backends_differ(spec: Spec) -> Iterator[Problem]:
    """Each Service has one share of the requests."""
    for name, route in spec.openshift_routes.items():
        seen = {(route.component, route.service)}
        for index, one in enumerate(route.alternate_backends):
            if (one.component, one.service) in seen:
                text = "leads where another backend of the Route leads"
                yield Problem(("openshift_routes", name, "alternate_backends", index), text, "add up their weights")
            seen.add((one.component, one.service))


def openshift_tls_fits(spec: Spec) -> Iterator[Problem]:
    """What a passthrough cannot see it does not say; a wildcard has a host to begin from."""
    for name, route in spec.openshift_routes.items():
        at = ("openshift_routes", name)
        if route.wildcard and route.host is None:
            yield Problem((*at, "wildcard"), "needs a host, whose domain it takes", 'write host="www.apps.example.com"')
        if route.host and route.host.startswith("*"):
            yield Problem((*at, "host"), "begins with *., which a Route says otherwise", "write wildcard=True")
        if route.tls:
            yield from _tls_problems(at, route, route.tls)


def _tls_problems(at: FieldPath, route: OpenShiftRoute, tls: OpenShiftTls) -> Iterator[Problem]:
    mode = (*at, "tls", "termination")
    if tls.termination == "passthrough":
        if route.path is not None:
            yield Problem((*at, "path"), "can't be seen by a router that hands TLS through", also=(mode,))
        if tls.insecure_policy == "Allow":
            yield Problem((*at, "tls", "insecure_policy"), "is Allow; passthrough has None and Redirect", also=(mode,))
        if tls.external_certificate is not None:
            text = "is not used by a router that hands TLS through"
            yield Problem((*at, "tls", "external_certificate"), text, also=(mode,))
    if tls.destination_ca_certificate is not None and tls.termination != "reencrypt":
        text = "is for reencrypt alone: the router speaks no TLS with the pods"
        yield Problem((*at, "tls", "destination_ca_certificate"), text, also=(mode,))
