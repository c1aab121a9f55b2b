"""What a route asks of one ingress controller, of cert-manager and of external-dns, in its annotations."""

from typing import Any

import pytest

from chartgen import (
    Alb,
    BasicAuth,
    Canary,
    Expose,
    ExternalDns,
    Gke,
    HttpRoute,
    Ingress,
    Middleware,
    Nginx,
    NginxCors,
    Route,
    SessionCookie,
    Traefik,
)
from tests.manifests.custom import checked_manifests_of

pytestmark = pytest.mark.helm


def annotations_of(ingress: Ingress | None = None, **said: Any) -> dict[str, str]:
    """The Ingress's annotations of a route that says this."""
    route = Route(**{"hosts": ["a.example.com"], "tls": None, **said})
    expose = Expose(ingress=ingress or Ingress(class_name="edge"))
    found: dict[str, str] = checked_manifests_of(expose=expose, routes={"public": route})["Ingress"]["metadata"].get(
        "annotations", {}
    )
    return found


def test_what_only_ingress_nginx_understands() -> None:
    nginx = Nginx(
        rewrite_target="/$2",
        app_root="/home",
        force_ssl_redirect=True,
        backend_protocol="GRPC",
        allow_from=["10.0.0.0/8", "192.168.0.0/16"],
        limit_requests_per_minute=60,
        limit_burst_multiplier=2,
        unlimited_from=["10.0.0.0/8"],
        session_cookie=SessionCookie(name="sid", max_age_seconds=3600, same_site="Lax", mode="persistent"),
        cors=NginxCors(allow_origins=["https://a.example.com", "https://b.example.com"], allow_credentials=False),
        basic_auth=BasicAuth(secret="staff", realm="Staff only"),
        auth_url="https://auth.example.com/check",
        auth_response_headers=["X-User", "X-Group"],
        canary=Canary(weight=0, by_header="X-Canary"),
        proxy_buffer_size="16k",
        enable_access_log=False,
    )
    prefix = "nginx.ingress.kubernetes.io/"

    assert annotations_of(nginx=nginx) == {
        f"{prefix}{name}": value
        for name, value in {
            "affinity": "cookie",
            "affinity-mode": "persistent",
            "app-root": "/home",
            "auth-realm": "Staff only",
            "auth-response-headers": "X-User,X-Group",
            "auth-secret": "staff",
            "auth-type": "basic",
            "auth-url": "https://auth.example.com/check",
            "backend-protocol": "GRPC",
            "canary": "true",
            "canary-by-header": "X-Canary",
            "canary-weight": "0",
            "cors-allow-credentials": "false",
            "cors-allow-origin": "https://a.example.com,https://b.example.com",
            "enable-access-log": "false",
            "enable-cors": "true",
            "force-ssl-redirect": "true",
            "limit-burst-multiplier": "2",
            "limit-rpm": "60",
            "limit-whitelist": "10.0.0.0/8",
            "proxy-buffer-size": "16k",
            "rewrite-target": "/$2",
            "session-cookie-max-age": "3600",
            "session-cookie-name": "sid",
            "session-cookie-samesite": "Lax",
            "whitelist-source-range": "10.0.0.0/8,192.168.0.0/16",
        }.items()
    }


def test_what_only_traefik_understands() -> None:
    traefik = Traefik(
        entrypoints=["web", "websecure"],
        middlewares=[Middleware("strip", "edge"), Middleware("auth", provider="file")],
        priority=10,
        tls=True,
        tls_options=Middleware("modern", "edge"),
        cert_resolver="letsencrypt",
    )
    prefix = "traefik.ingress.kubernetes.io/router."

    assert annotations_of(traefik=traefik) == {
        f"{prefix}entrypoints": "web,websecure",
        f"{prefix}middlewares": "edge-strip@kubernetescrd,auth@file",
        f"{prefix}priority": "10",
        f"{prefix}tls": "true",
        f"{prefix}tls.certresolver": "letsencrypt",
        f"{prefix}tls.options": "edge-modern@kubernetescrd",
    }


def test_what_only_the_aws_load_balancer_controller_understands() -> None:
    alb = Alb(
        scheme="internet-facing",
        target_type="ip",
        listen_ports=[{"HTTP": 80}, {"HTTPS": 8443}],
        certificate_arns=["arn:aws:acm:eu-west-1:1:certificate/a"],
        group_name="shop",
        group_order=-10,
        healthcheck_path="/health",
        healthy_threshold=3,
        wafv2_acl_arn="arn:aws:wafv2:eu-west-1:1:regional/webacl/x",
        load_balancer_attributes={"idle_timeout.timeout_seconds": "600", "deletion_protection.enabled": "true"},
        backend_protocol_version="GRPC",
    )
    prefix = "alb.ingress.kubernetes.io/"

    assert annotations_of(alb=alb) == {
        f"{prefix}backend-protocol-version": "GRPC",
        f"{prefix}certificate-arn": "arn:aws:acm:eu-west-1:1:certificate/a",
        f"{prefix}group.name": "shop",
        f"{prefix}group.order": "-10",
        f"{prefix}healthcheck-path": "/health",
        f"{prefix}healthy-threshold-count": "3",
        f"{prefix}listen-ports": '[{"HTTP": 80}, {"HTTPS": 8443}]',
        f"{prefix}load-balancer-attributes": "idle_timeout.timeout_seconds=600,deletion_protection.enabled=true",
        f"{prefix}scheme": "internet-facing",
        f"{prefix}target-type": "ip",
        f"{prefix}wafv2-acl-arn": "arn:aws:wafv2:eu-west-1:1:regional/webacl/x",
    }


def test_a_load_balancer_of_aws_redirects_to_https_where_there_is_a_certificate() -> None:
    said = annotations_of(Ingress(class_name="alb", controller="aws-alb"), tls={})

    assert said == {
        "alb.ingress.kubernetes.io/listen-ports": '[{"HTTP": 80}, {"HTTPS": 443}]',
        "alb.ingress.kubernetes.io/ssl-redirect": "443",
    }


def test_what_only_gke_understands_stands_at_the_ingress_and_at_the_service() -> None:
    gke = Gke(
        static_ip_name="shop",
        managed_certificates=["shop"],
        pre_shared_certificates=["a", "b"],
        allow_http=False,
        frontend_config="redirect",
        backend_config="cdn",
    )
    route = Route(hosts=["a.example.com"], tls=None, gke=gke)
    found = checked_manifests_of(expose=Expose(ingress=Ingress(class_name="gce")), routes={"public": route})

    assert found["Ingress"]["metadata"]["annotations"] == {
        "ingress.gcp.kubernetes.io/pre-shared-cert": "a,b",
        "kubernetes.io/ingress.allow-http": "false",
        "kubernetes.io/ingress.global-static-ip-name": "shop",
        "networking.gke.io/managed-certificates": "shop",
        "networking.gke.io/v1beta1.FrontendConfig": "redirect",
    }
    assert found["Service"]["metadata"]["annotations"] == {"cloud.google.com/backend-config": '{"default": "cdn"}'}


def test_external_dns_is_told_at_an_ingress_and_at_an_http_route() -> None:
    dns = ExternalDns(hostnames=["b.example.com", "c.example.com"], ttl_seconds=60, set_identifier="blue", aws_weight=0)
    expose = Expose(ingress=Ingress(class_name="edge"), http_route=HttpRoute(gateway="public"))
    found = checked_manifests_of(
        expose=expose, routes={"public": Route(hosts=["a.example.com"], tls=None, external_dns=dns)}
    )

    for kind in ("Ingress", "HTTPRoute"):
        assert found[kind]["metadata"]["annotations"] == {
            "external-dns.alpha.kubernetes.io/aws-weight": "0",
            "external-dns.alpha.kubernetes.io/hostname": "b.example.com,c.example.com",
            "external-dns.alpha.kubernetes.io/set-identifier": "blue",
            "external-dns.alpha.kubernetes.io/ttl": "60",
        }


def test_the_routes_settings_win_over_those_of_all_and_plain_annotations_over_both() -> None:
    ingress = Ingress(
        class_name="nginx",
        nginx=Nginx(app_root="/a", upstream_vhost="all"),
        annotations={"nginx.ingress.kubernetes.io/server-snippet": "deny all;"},
    )
    prefix = "nginx.ingress.kubernetes.io/"
    said = annotations_of(ingress, nginx=Nginx(app_root="/b"), annotations={f"{prefix}upstream-vhost": "own"})

    assert said == {f"{prefix}app-root": "/b", f"{prefix}server-snippet": "deny all;", f"{prefix}upstream-vhost": "own"}


def test_an_issuer_of_the_namespace_may_make_the_certificate() -> None:
    said = annotations_of(Ingress(class_name="edge", issuer="letsencrypt"), tls={})

    assert said == {"cert-manager.io/issuer": "letsencrypt"}
