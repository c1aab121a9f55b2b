"""OpenShift's Routes."""

from chartgen.charting.values.container import Values, stated
from chartgen.charting.values.traffic import present
from chartgen.layering.exposure import port_of
from chartgen.models.openshift import OpenShiftBackend, OpenShiftRoute, OpenShiftTls
from chartgen.models.service import Spec


def openshift_routes(spec: Spec) -> dict[str, Values]:
    """A Route a name."""
    return {name: _route(spec, one) for name, one in spec.openshift_routes.items()}


def _route(spec: Spec, route: OpenShiftRoute) -> Values:
    complete: Values = {
        "annotations": present(route.annotations),
        "host": route.host or "",
        "path": route.path or "",
        "to": _backend(route),
        "alternateBackends": [_backend(one) for one in route.alternate_backends],
        "port": port_of(spec, route),
        "wildcardPolicy": "Subdomain" if route.wildcard else "None",
    }
    return {**complete, **({"tls": _tls(route.tls)} if route.tls else {})}


def _backend(one: OpenShiftRoute | OpenShiftBackend) -> Values:
    return stated({"component": one.component, "service": one.service, "weight": one.weight})


def _tls(tls: OpenShiftTls) -> Values:
    return stated(
        {
            "termination": tls.termination,
            "insecureEdgeTerminationPolicy": tls.insecure_policy,
            "externalCertificate": {"name": tls.external_certificate} if tls.external_certificate else None,
            "destinationCACertificate": tls.destination_ca_certificate,
        }
    )
