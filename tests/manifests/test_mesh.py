"""Certificates, Istio's VirtualServices and DestinationRules, and OpenShift's Routes in the manifests."""

from typing import Any

import pytest

from chartgen import (
    Abort,
    Certificate,
    ClientTls,
    Component,
    ConnectionPool,
    ConsistentHash,
    CorsPolicy,
    Delay,
    Destination,
    DestinationRule,
    Fault,
    Headers,
    Issuer,
    IstioHttp,
    IstioMatch,
    IstioRedirect,
    IstioRewrite,
    IstioRoute,
    LoadBalancer,
    OpenShiftBackend,
    OpenShiftRoute,
    OpenShiftTls,
    OutlierDetection,
    PrivateKey,
    Retries,
    StringMatch,
    Subset,
    TrafficPolicy,
    VirtualService,
)
from tests.manifests.custom import checked_manifests_of

pytestmark = pytest.mark.helm

CANARY = {"canary": Component(ports={"http": 3000})}


def spec_of(kind: str, **said: Any) -> dict[str, Any]:
    """The spec of the one object of a kind."""
    found: dict[str, Any] = checked_manifests_of(**said)[kind]["spec"]
    return found


def test_a_certificate_is_kept_in_a_secret_of_its_name() -> None:
    one = Certificate(issuer="letsencrypt", dns_names=["orders.example.com"])
    found = checked_manifests_of(certificates={"tls": one})["Certificate"]

    assert found["metadata"]["name"] == "orders-api-tls"
    assert found["spec"] == {
        "secretName": "orders-api-tls",
        "issuerRef": {"name": "letsencrypt", "kind": "Issuer", "group": "cert-manager.io"},
        "dnsNames": ["orders.example.com"],
    }


def test_a_certificate_may_say_all_that_cert_manager_knows() -> None:
    one = Certificate(
        issuer=Issuer("ca", kind="ClusterIssuer"),
        common_name="orders",
        ip_addresses=["10.0.0.1"],
        uris=["spiffe://cluster.local/ns/a/sa/b"],
        email_addresses=["orders@example.com"],
        organizations=["ACME"],
        secret_name="orders-mtls",
        secret_labels={"a": "b"},
        duration="24h",
        renew_before="8h",
        usages=["client auth"],
        is_ca=True,
        private_key=PrivateKey(algorithm="ECDSA", size=256, encoding="PKCS8"),
        revision_history_limit=3,
    )

    assert spec_of("Certificate", certificates={"mtls": one}) == {
        "secretName": "orders-mtls",
        "issuerRef": {"name": "ca", "kind": "ClusterIssuer", "group": "cert-manager.io"},
        "commonName": "orders",
        "subject": {"organizations": ["ACME"]},
        "ipAddresses": ["10.0.0.1"],
        "uris": ["spiffe://cluster.local/ns/a/sa/b"],
        "emailAddresses": ["orders@example.com"],
        "duration": "24h",
        "renewBefore": "8h",
        "usages": ["client auth"],
        "isCA": True,
        "privateKey": {"algorithm": "ECDSA", "size": 256, "encoding": "PKCS8", "rotationPolicy": "Always"},
        "secretTemplate": {"labels": {"a": "b"}},
        "revisionHistoryLimit": 3,
    }


def test_a_virtual_service_leads_to_the_service_where_it_says_nothing_else() -> None:
    one = VirtualService(hosts=["orders.example.com"], gateways=["edge/public"])

    assert spec_of("VirtualService", virtual_services={"public": one}) == {
        "hosts": ["orders.example.com"],
        "gateways": ["edge/public"],
        "http": [{"route": [{"destination": {"host": "orders-api", "port": {"number": 80}}}]}],
    }


def test_a_virtual_service_may_match_split_and_change_requests() -> None:
    rule = IstioHttp(
        name="beta",
        match=[
            IstioMatch(
                uri=StringMatch(prefix="/orders"),
                method="GET",
                headers={"x-group": "beta", "x-id": StringMatch(regex="[0-9]+")},
                gateways=["mesh"],
            )
        ],
        route=[
            IstioRoute(subset="v1", weight=90),
            IstioRoute(component="canary", weight=10, response_headers=Headers(set={"x-canary": "on"})),
            IstioRoute(service="old.legacy.svc.cluster.local", weight=0),
        ],
        rewrite=IstioRewrite(uri="/"),
        timeout="10s",
        retries=Retries(attempts=0, per_try_timeout="2s", retry_on="5xx"),
        fault=Fault(delay=Delay(fixed_delay="5s", percentage=1), abort=Abort(http_status=503, percentage=0)),
        mirror=Destination(component="canary"),
        mirror_percentage=0,
        cors_policy=CorsPolicy(allow_origins=["https://a.example.com"], allow_methods=["PUT"], max_age="24h"),
        request_headers=Headers(remove=["x-debug"]),
    )
    one = VirtualService(hosts=["orders"], http=[rule])

    (found,) = spec_of("VirtualService", virtual_services={"public": one}, components=CANARY)["http"]
    assert found == {
        "name": "beta",
        "match": [
            {
                "uri": {"prefix": "/orders"},
                "method": {"exact": "GET"},
                "headers": {"x-group": {"exact": "beta"}, "x-id": {"regex": "[0-9]+"}},
                "gateways": ["mesh"],
            }
        ],
        "route": [
            {"destination": {"host": "orders-api", "port": {"number": 80}, "subset": "v1"}, "weight": 90},
            {
                "destination": {"host": "orders-api-canary", "port": {"number": 80}},
                "weight": 10,
                "headers": {"response": {"set": {"x-canary": "on"}}},
            },
            {"destination": {"host": "old.legacy.svc.cluster.local"}, "weight": 0},
        ],
        "rewrite": {"uri": "/"},
        "timeout": "10s",
        "retries": {"attempts": 0, "perTryTimeout": "2s", "retryOn": "5xx"},
        "fault": {
            "delay": {"fixedDelay": "5s", "percentage": {"value": 1}},
            "abort": {"httpStatus": 503, "percentage": {"value": 0}},
        },
        "mirror": {"host": "orders-api-canary", "port": {"number": 80}},
        "mirrorPercentage": {"value": 0},
        "corsPolicy": {
            "allowOrigins": [{"exact": "https://a.example.com"}],
            "allowMethods": ["PUT"],
            "maxAge": "24h",
        },
        "headers": {"request": {"remove": ["x-debug"]}},
    }


def test_a_virtual_service_may_redirect() -> None:
    rule = IstioHttp(redirect=IstioRedirect(authority="new.example.com", redirect_code=302))
    one = VirtualService(hosts=["old.example.com"], gateways=["edge/public"], export_to=["."], http=[rule])

    found = spec_of("VirtualService", virtual_services={"old": one})
    assert found["exportTo"] == ["."]
    assert found["http"] == [{"redirect": {"authority": "new.example.com", "redirectCode": 302}}]


def test_a_destination_rule_says_how_the_service_is_reached() -> None:
    policy = TrafficPolicy(
        load_balancer=LoadBalancer(consistent_hash=ConsistentHash(http_cookie_name="sid", http_cookie_ttl="0s")),
        connection_pool=ConnectionPool(max_connections=100, max_requests_per_connection=1),
        outlier_detection=OutlierDetection(consecutive_5xx_errors=0, base_ejection_time="30s"),
        tls=ClientTls(mode="ISTIO_MUTUAL"),
    )
    subsets = {
        "v1": Subset(labels={"version": "v1"}),
        "v2": Subset(traffic_policy=TrafficPolicy(load_balancer=LoadBalancer(simple="RANDOM"))),
    }
    one = DestinationRule(traffic_policy=policy, subsets=subsets)

    assert spec_of("DestinationRule", destination_rules={"main": one}) == {
        "host": "orders-api",
        "trafficPolicy": {
            "loadBalancer": {"consistentHash": {"httpCookie": {"name": "sid", "ttl": "0s"}}},
            "connectionPool": {"tcp": {"maxConnections": 100}, "http": {"maxRequestsPerConnection": 1}},
            "outlierDetection": {"consecutive5xxErrors": 0, "baseEjectionTime": "30s"},
            "tls": {"mode": "ISTIO_MUTUAL"},
        },
        "subsets": [
            {"name": "v1", "labels": {"version": "v1"}},
            {"name": "v2", "trafficPolicy": {"loadBalancer": {"simple": "RANDOM"}}},
        ],
    }


def test_a_destination_rule_may_be_for_a_component_or_another_host() -> None:
    rules = {
        "canary": DestinationRule(component="canary", traffic_policy=TrafficPolicy(tls=ClientTls(mode="DISABLE"))),
        "db": DestinationRule(host="db.prod.svc.cluster.local", export_to=["."]),
    }
    found = checked_manifests_of(destination_rules=rules, components=CANARY)

    assert found["DestinationRule orders-api-canary"]["spec"]["host"] == "orders-api-canary"
    assert found["DestinationRule orders-api-db"]["spec"] == {"host": "db.prod.svc.cluster.local", "exportTo": ["."]}


def test_an_openshift_route_leads_to_the_service_and_ends_tls_at_the_router() -> None:
    found = checked_manifests_of(openshift_routes={"public": OpenShiftRoute()})["Route"]

    assert found["metadata"]["name"] == "orders-api-public"
    assert found["spec"] == {
        "to": {"kind": "Service", "name": "orders-api", "weight": 100},
        "port": {"targetPort": "http"},
        "tls": {"termination": "edge", "insecureEdgeTerminationPolicy": "Redirect"},
        "wildcardPolicy": "None",
    }


def test_an_openshift_route_may_be_shared_and_take_a_domain() -> None:
    route = OpenShiftRoute(
        host="www.apps.example.com",
        path="/orders",
        weight=90,
        alternate_backends=[OpenShiftBackend(component="canary", weight=10), OpenShiftBackend(service="old", weight=0)],
        tls=OpenShiftTls(
            termination="reencrypt",
            insecure_policy="None",
            external_certificate="orders-tls",
            destination_ca_certificate="-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n",
        ),
        wildcard=True,
        annotations={"haproxy.router.openshift.io/timeout": "60s"},
    )
    found = checked_manifests_of(openshift_routes={"public": route}, components=CANARY)["Route"]

    assert found["metadata"]["annotations"] == {"haproxy.router.openshift.io/timeout": "60s"}
    assert found["spec"] == {
        "host": "www.apps.example.com",
        "path": "/orders",
        "to": {"kind": "Service", "name": "orders-api", "weight": 90},
        "alternateBackends": [
            {"kind": "Service", "name": "orders-api-canary", "weight": 10},
            {"kind": "Service", "name": "old", "weight": 0},
        ],
        "port": {"targetPort": "http"},
        "tls": {
            "termination": "reencrypt",
            "insecureEdgeTerminationPolicy": "None",
            "externalCertificate": {"name": "orders-tls"},
            "destinationCACertificate": "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n",
        },
        "wildcardPolicy": "Subdomain",
    }


def test_an_openshift_route_without_tls_may_lead_to_another_service() -> None:
    route = OpenShiftRoute(service="old", port=8080, tls=None)

    assert spec_of("Route", openshift_routes={"old": route}) == {
        "to": {"kind": "Service", "name": "old", "weight": 100},
        "port": {"targetPort": 8080},
        "wildcardPolicy": "None",
    }
