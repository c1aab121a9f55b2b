"""Values of traffic from outside, for the toggles."""

from .kinds import component
from .sample import Values, http_route, ingress, minimal

PARENT = {"group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "shared", "port": 8443}
MATCH = {"path": {"type": "PathPrefix", "value": "/"}}
REFS = [
    {"port": "http", "weight": 1},
    {"component": "images", "port": "http", "weight": 0},
    {"service": "old", "namespace": "legacy", "port": 8080, "weight": 9},
]


def of_all_kinds() -> Values:
    """Everything that brings traffic in, leading to a component and to other Services too."""
    http = {
        "type": "ClusterIP",
        "annotations": {},
        "ports": {"http": {"port": 80, "targetPort": "http", "protocol": "TCP"}},
    }
    hosts = [
        {
            "host": "",
            "paths": [
                {"path": "/a", "pathType": "Exact", "backend": {"component": "images", "port": "http"}},
                {"path": "/b", "pathType": "Exact", "backend": {"service": "old", "port": 8080}},
                {"path": "/c", "pathType": "Exact"},
            ],
        }
    ]
    return {
        "components": {"images": component(minimal(), service=http)},
        "ingress": ingress(
            "a.example.com",
            hosts=hosts,
            defaultBackend={"port": "http"},
            tls=[],
            traefikMiddlewares=[{"own": "strip"}, {"name": "auth-login@kubernetescrd"}],
        ),
        "httpRoute": http_route("a.example.com", parentRefs=[PARENT], rules=_http_rules()),
        "grpcRoute": _grpc_route(_grpc_rules()),
        "extraGrpcRoutes": {"calls": {**_grpc_route([{}]), "annotations": {}, "hostnames": []}},
        "certificates": {
            "tls": {
                "secretName": "",
                "issuerRef": {"name": "ca", "kind": "Issuer", "group": "cert-manager.io"},
                "dnsNames": ["a.example.com"],
            }
        },
        "virtualServices": {"public": _virtual_service(), "plain": _plain_virtual_service()},
        "destinationRules": {
            "main": {
                "host": "",
                "trafficPolicy": {"tls": {"mode": "DISABLE"}},
                "subsets": [{"name": "v1", "labels": {"version": "v1"}}],
                "exportTo": ["."],
            },
            "other": {"host": "db.prod.svc.cluster.local", "subsets": [], "exportTo": []},
        },
        "istioGateways": {
            "own": {
                "selector": {"istio": "ingressgateway"},
                "servers": [
                    {"port": {"name": "http", "number": 80, "protocol": "HTTP"}, "hosts": ["shop.example.com"]}
                ],
            }
        },
        "authorizationPolicies": {
            "own": {"action": "ALLOW"},
            "images": {
                "component": "images",
                "action": "ALLOW",
                "rules": [{"to": [{"operation": {"methods": ["GET"]}}]}],
            },
            "front": {"matchLabels": {"app": "front"}, "action": "ALLOW"},
            "wide": {"namespaceWide": True, "action": "ALLOW"},
            "edge": {
                "targetRefs": [{"group": "", "kind": "Service", "name": "a"}],
                "action": "ALLOW",
            },
        },
        "peerAuthentications": {"own": {"mtls": {"mode": "STRICT"}}},
        "requestAuthentications": {"own": {"jwtRules": [{"issuer": "https://login.example.com"}]}},
        "traefikMiddlewares": {
            "strip": {"stripPrefix": {"prefixes": ["/a"]}},
            "all": {"chain": {"middlewares": [{"own": "strip"}, {"name": "login", "namespace": "auth"}]}},
            "sorry": {"errors": {"status": ["500"], "service": {"component": "images", "port": "http"}}},
        },
        "ingressRoutes": {
            "own": {
                "annotations": {"a.b/c": "d"},
                "entryPoints": ["web"],
                "ingressClassName": "traefik",
                "routes": [
                    {
                        "match": "Path(`/`)",
                        "priority": 1,
                        "middlewares": [{"own": "strip"}],
                        "services": [{"port": "http", "weight": 0}, {"traefikService": "api@internal"}],
                    },
                ],
                "tls": {"secretName": "a-tls"},
            },
            "plain": {"annotations": {}, "routes": [{"match": "Path(`/`)", "services": [{"port": "http"}]}]},
        },
        "openshiftRoutes": {
            "public": {
                "annotations": {},
                "host": "a.example.com",
                "path": "/a",
                "to": {"weight": 90},
                "alternateBackends": [{"component": "images", "weight": 10}],
                "port": "http",
                "tls": {"termination": "edge", "insecureEdgeTerminationPolicy": "Redirect"},
                "wildcardPolicy": "None",
            },
            "plain": {
                "annotations": {},
                "host": "",
                "path": "",
                "to": {"service": "old", "weight": 100},
                "alternateBackends": [],
                "port": 8080,
                "wildcardPolicy": "None",
            },
        },
    }


def none_here() -> Values:
    """The same sections, without what another environment has in them."""
    everything = of_all_kinds()
    named = ("certificates", "virtualServices", "destinationRules", "istioGateways", "openshiftRoutes")
    return {
        **everything,
        **{section: {} for section in named},
        "httpRoute": {**everything["httpRoute"], "enabled": False},
        "grpcRoute": {**everything["grpcRoute"], "enabled": False},
        "extraGrpcRoutes": {"calls": {**_grpc_route([{}]), "enabled": False, "hostnames": []}},
    }


def _http_rules() -> list[Values]:
    mirrors = [
        {"type": "RequestMirror", "requestMirror": {"backendRef": {"port": "http"}, "percent": 0}},
        {"type": "RequestMirror", "requestMirror": {"backendRef": {"component": "images", "port": "http"}}},
    ]
    redirect = [{"type": "RequestRedirect", "requestRedirect": {"scheme": "https", "statusCode": 301}}]
    return [
        {"name": "shared", "matches": [MATCH], "filters": mirrors, "backendRefs": REFS},
        {"matches": [MATCH], "filters": redirect, "backendRefs": []},
        {"matches": [MATCH]},
    ]


def _grpc_rules() -> list[Values]:
    method = {"method": {"type": "Exact", "service": "orders.v1.Orders"}}
    return [{"name": "orders", "matches": [method]}, {"backendRefs": REFS}]


def _grpc_route(rules: list[Values]) -> Values:
    route = http_route("calls.example.com")
    return {**route, "annotations": {"example.com/a": "b"}, "rules": rules}


def _virtual_service() -> Values:
    return {
        "hosts": ["a.example.com"],
        "gateways": ["edge/public"],
        "exportTo": ["."],
        "http": [
            {
                "match": [{"uri": {"prefix": "/"}}],
                "route": [
                    {"destination": {"port": "http", "subset": "v1"}, "weight": 90},
                    {"destination": {"service": "old"}, "weight": 10},
                ],
                "mirror": {"component": "images", "port": "http"},
            },
            {"redirect": {"uri": "/new"}},
        ],
    }


def _plain_virtual_service() -> Values:
    return {
        "hosts": ["orders"],
        "gateways": [],
        "exportTo": [],
        "http": [{"route": [{"destination": {"port": "http"}}]}],
    }
