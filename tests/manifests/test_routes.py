"""Routes in the manifests: what each says, as an Ingress, an HTTPRoute or a GRPCRoute."""

import pytest

from chartgen import (
    Backend,
    Component,
    Cors,
    Expose,
    ExtensionRef,
    GrpcMatch,
    GrpcRule,
    HeaderMatch,
    Headers,
    HttpMatch,
    HttpRoute,
    HttpRule,
    Ingress,
    Mirror,
    Parent,
    Path,
    Redirect,
    Route,
    RouteTimeouts,
    Target,
    Timeouts,
    UrlRewrite,
)
from tests.manifests.custom import checked_manifests_of
from tests.manifests.rendering import BOTH

pytestmark = pytest.mark.helm

GATEWAY = Expose(http_route=HttpRoute(gateway="public"))
PORTS = {"http": 3000, "admin": 9000}
OWN = {"group": "", "kind": "Service", "name": "orders-api", "port": 80, "weight": 1}


def test_paths_may_lead_to_other_ports_components_and_services() -> None:
    route = Route(
        hosts=["orders.example.com"],
        paths=[
            "/",
            Path(path="/admin", port="admin"),
            Path(path="/images", component="images"),
            Path(path="/old", service="legacy", port=8080),
        ],
    )
    images = Component(ports={"http": 8000})
    found = checked_manifests_of(expose=BOTH, routes={"public": route}, ports=PORTS, components={"images": images})

    paths = found["Ingress orders-api"]["spec"]["rules"][0]["http"]["paths"]
    assert {path["path"]: path["backend"]["service"] for path in paths} == {
        "/": {"name": "orders-api", "port": {"name": "http"}},
        "/admin": {"name": "orders-api", "port": {"name": "admin"}},
        "/images": {"name": "orders-api-images", "port": {"name": "http"}},
        "/old": {"name": "legacy", "port": {"number": 8080}},
    }
    rules = found["HTTPRoute orders-api"]["spec"]["rules"]
    assert {rule["matches"][0]["path"]["value"]: rule["backendRefs"][0] for rule in rules} == {
        "/": OWN,
        "/admin": {**OWN, "port": 9000},
        "/images": {**OWN, "name": "orders-api-images"},
        "/old": {**OWN, "name": "legacy", "port": 8080},
    }


def test_a_route_may_lead_to_a_component_as_a_whole() -> None:
    route = Route(hosts=["a.example.com"], component="images")
    found = checked_manifests_of(
        expose=BOTH, routes={"public": route}, components={"images": Component(ports={"web": 8000})}
    )

    backend = found["Ingress"]["spec"]["rules"][0]["http"]["paths"][0]["backend"]["service"]
    assert backend == {"name": "orders-api-images", "port": {"name": "web"}}
    assert found["HTTPRoute"]["spec"]["rules"][0]["backendRefs"] == [{**OWN, "name": "orders-api-images", "port": 8000}]


def test_paths_with_one_backend_are_one_rule() -> None:
    route = Route(hosts=["a.example.com"], paths=["/a", Path(path="/b", port="admin"), "/c"])
    rules = checked_manifests_of(expose=GATEWAY, routes={"public": route}, ports=PORTS)["HTTPRoute"]["spec"]["rules"]

    assert [[match["path"]["value"] for match in rule["matches"]] for rule in rules] == [["/a", "/c"], ["/b"]]


def test_a_route_may_be_exposed_in_its_own_way() -> None:
    internal = Expose(ingress=Ingress(class_name="internal"))
    routes = {
        "public": Route(hosts=["a.example.com"]),
        "admin": Route(hosts=["a.example.com"], expose=internal, tls=None),
    }
    found = checked_manifests_of(expose=GATEWAY, routes=routes)

    assert sorted(key for key in found if "Route " in key or "Ingress " in key) == [
        "HTTPRoute orders-api",
        "Ingress orders-api-admin",
    ]
    assert found["Ingress"]["spec"]["ingressClassName"] == "internal"


def test_an_http_route_may_say_all_of_the_gateway_api() -> None:
    rule = HttpRule(
        matches=[
            HttpMatch(
                path="/orders",
                headers={"X-Group": "beta", "X-Id": HeaderMatch(value="[0-9]+", type="RegularExpression")},
                query={"v": "2"},
                method="GET",
            ),
        ],
        backends=[
            Backend(weight=90),
            Backend(component="canary", weight=10),
            Backend(service="old", port=80, weight=0),
        ],
        request_headers=Headers(set={"X-Env": "on"}, add={"X-A": "1"}, remove=["X-B"]),
        response_headers=Headers(set={"Cache-Control": "no-store"}),
        rewrite=UrlRewrite(hostname="orders.internal", prefix="/"),
        cors=Cors(allow_origins=["https://www.example.com"], allow_methods=["PUT"], allow_credentials=True),
        mirrors=[Mirror(component="canary", percent=5)],
        extensions=[ExtensionRef(group="traefik.io", kind="Middleware", name="strip")],
        timeouts=RouteTimeouts(request="30s", backend_request="10s"),
    )
    route = Route(hosts=["a.example.com"], rules=[rule])
    components = {"canary": Component(ports={"http": 3000})}
    (found,) = checked_manifests_of(expose=GATEWAY, routes={"public": route}, components=components)["HTTPRoute"][
        "spec"
    ]["rules"]

    canary = {**OWN, "name": "orders-api-canary"}
    copy = {key: value for key, value in canary.items() if key != "weight"}
    assert found == {
        "matches": [
            {
                "path": {"type": "PathPrefix", "value": "/orders"},
                "headers": [
                    {"type": "Exact", "name": "X-Group", "value": "beta"},
                    {"type": "RegularExpression", "name": "X-Id", "value": "[0-9]+"},
                ],
                "queryParams": [{"type": "Exact", "name": "v", "value": "2"}],
                "method": "GET",
            }
        ],
        "filters": [
            {
                "type": "RequestHeaderModifier",
                "requestHeaderModifier": {
                    "set": [{"name": "X-Env", "value": "on"}],
                    "add": [{"name": "X-A", "value": "1"}],
                    "remove": ["X-B"],
                },
            },
            {
                "type": "ResponseHeaderModifier",
                "responseHeaderModifier": {"set": [{"name": "Cache-Control", "value": "no-store"}]},
            },
            {
                "type": "URLRewrite",
                "urlRewrite": {
                    "hostname": "orders.internal",
                    "path": {"type": "ReplacePrefixMatch", "replacePrefixMatch": "/"},
                },
            },
            {
                "type": "CORS",
                "cors": {
                    "allowOrigins": ["https://www.example.com"],
                    "allowMethods": ["PUT"],
                    "allowCredentials": True,
                    "maxAge": 5,
                },
            },
            {"type": "RequestMirror", "requestMirror": {"backendRef": copy, "percent": 5}},
            {"type": "ExtensionRef", "extensionRef": {"group": "traefik.io", "kind": "Middleware", "name": "strip"}},
        ],
        "backendRefs": [
            {**OWN, "weight": 90},
            {**canary, "weight": 10},
            {**OWN, "name": "old", "weight": 0},
        ],
        "timeouts": {"request": "30s", "backendRequest": "10s"},
    }


def test_a_redirect_has_no_backend() -> None:
    rule = HttpRule(name="moved", redirect=Redirect(scheme="https", path="/new", status_code=308))
    found = checked_manifests_of(expose=GATEWAY, routes={"public": Route(hosts=["a.example.com"], rules=[rule])})

    assert found["HTTPRoute"]["spec"]["rules"] == [
        {
            "name": "moved",
            "matches": [{"path": {"type": "PathPrefix", "value": "/"}}],
            "filters": [
                {
                    "type": "RequestRedirect",
                    "requestRedirect": {
                        "scheme": "https",
                        "path": {"type": "ReplaceFullPath", "replaceFullPath": "/new"},
                        "statusCode": 308,
                    },
                }
            ],
        }
    ]


def test_a_rule_without_backends_leads_to_the_routes_port_and_has_its_timeouts() -> None:
    route = Route(hosts=[], port="admin", rules=[HttpRule()], timeouts=Timeouts(request_seconds=20))
    spec = checked_manifests_of(expose=GATEWAY, routes={"public": route}, ports=PORTS)["HTTPRoute"]["spec"]

    assert "hostnames" not in spec
    assert spec["rules"][0]["backendRefs"] == [{**OWN, "port": 9000}]
    assert spec["rules"][0]["timeouts"] == {"request": "20s"}


def test_a_backend_may_lie_in_another_namespace() -> None:
    rule = HttpRule(backends=[Backend(service="shared", namespace="edge", port=80)])
    route = Route(hosts=["a.example.com"], rules=[rule])
    spec = checked_manifests_of(expose=GATEWAY, routes={"public": route})["HTTPRoute"]["spec"]

    assert spec["rules"][0]["backendRefs"] == [{**OWN, "name": "shared", "namespace": "edge"}]


def test_a_route_with_calls_becomes_a_grpc_route() -> None:
    rules = [
        GrpcRule(matches=[GrpcMatch(service="orders.v1.Orders", method="Get", headers={"x-group": "beta"})]),
        GrpcRule(backends=[Backend(port="admin")], request_headers=Headers(remove=["x-debug"])),
    ]
    routes = {
        "public": Route(hosts=["a.example.com"]),
        "calls": Route(hosts=["b.example.com"], grpc=rules),
    }
    found = checked_manifests_of(expose=GATEWAY, routes=routes, ports=PORTS)

    assert "HTTPRoute orders-api-calls" not in found
    spec = found["GRPCRoute orders-api-calls"]["spec"]
    assert spec["parentRefs"][0]["kind"] == "Gateway"
    assert spec["rules"] == [
        {
            "matches": [
                {
                    "method": {"type": "Exact", "service": "orders.v1.Orders", "method": "Get"},
                    "headers": [{"type": "Exact", "name": "x-group", "value": "beta"}],
                }
            ],
            "backendRefs": [OWN],
        },
        {
            "filters": [{"type": "RequestHeaderModifier", "requestHeaderModifier": {"remove": ["x-debug"]}}],
            "backendRefs": [{**OWN, "port": 9000}],
        },
    ]


def test_a_route_may_belong_to_several_parents() -> None:
    parents = [
        Parent(name="private", namespace="edge", listener="https"),
        Parent(name="orders", kind="Service", port=80),
    ]
    expose = Expose(http_route=HttpRoute(gateway="public", parents=parents))
    spec = checked_manifests_of(expose=expose, routes={"public": Route(hosts=["a.example.com"])})["HTTPRoute"]["spec"]

    gateway = {"group": "gateway.networking.k8s.io", "kind": "Gateway"}
    assert spec["parentRefs"] == [
        {**gateway, "name": "public"},
        {**gateway, "namespace": "edge", "name": "private", "sectionName": "https"},
        {"group": "", "kind": "Service", "name": "orders", "port": 80},
    ]


def test_an_ingress_may_have_no_host_a_default_backend_and_paths_of_its_controllers_own_kind() -> None:
    route = Route(
        hosts=[],
        tls=None,
        paths=[Path(path="/a.*", type="ImplementationSpecific")],
        default_backend=Target(port="admin"),
    )
    expose = Expose(ingress=Ingress(class_name="nginx"))
    spec = checked_manifests_of(expose=expose, routes={"public": route}, ports=PORTS)["Ingress"]["spec"]

    assert "host" not in spec["rules"][0]
    assert spec["rules"][0]["http"]["paths"][0]["pathType"] == "ImplementationSpecific"
    assert spec["defaultBackend"] == {"service": {"name": "orders-api", "port": {"name": "admin"}}}


def test_a_regular_expression_is_said_in_each_objects_own_way() -> None:
    route = Route(hosts=["a.example.com"], paths=[Path(path="/o(/|$)(.*)", type="RegularExpression")])
    found = checked_manifests_of(expose=BOTH, routes={"public": route})

    assert found["Ingress"]["spec"]["rules"][0]["http"]["paths"][0]["pathType"] == "ImplementationSpecific"
    assert found["Ingress"]["metadata"]["annotations"]["nginx.ingress.kubernetes.io/use-regex"] == "true"
    assert found["HTTPRoute"]["spec"]["rules"][0]["matches"][0]["path"]["type"] == "RegularExpression"


def test_a_gateway_route_has_the_annotations_of_all_and_its_own() -> None:
    expose = Expose(http_route=HttpRoute(gateway="public", annotations={"example.com/all": "a"}))
    route = Route(hosts=["a.example.com"], annotations={"example.com/own": "b"})
    found = checked_manifests_of(expose=expose, routes={"public": route})["HTTPRoute"]

    assert found["metadata"]["annotations"] == {"example.com/all": "a", "example.com/own": "b"}


def test_components_alone_may_be_reached_from_outside() -> None:
    route = Route(hosts=["a.example.com"], component="web")
    found = checked_manifests_of(
        kind="CronJob",
        cron_job={"schedule": "30 2 * * *"},
        ports={},
        expose=BOTH,
        routes={"public": route},
        components={"web": Component(kind="Deployment", ports={"http": 8000})},
    )

    assert found["HTTPRoute"]["spec"]["rules"][0]["backendRefs"] == [{**OWN, "name": "orders-api-web"}]
