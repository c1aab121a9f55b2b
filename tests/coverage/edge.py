"""Traefik's own kinds: middlewares of every sort, and routes."""

from chartgen import (
    AddPrefix,
    Buffering,
    Chain,
    CircuitBreaker,
    Component,
    Compress,
    ErrorPages,
    Expose,
    ForwardAuth,
    ForwardAuthTls,
    Image,
    InFlightReq,
    Ingress,
    IngressRoute,
    IngressRouteTls,
    IpAllowList,
    IpStrategy,
    Middleware,
    RedirectRegex,
    RedirectScheme,
    ReplacePath,
    ReplacePathRegex,
    Retry,
    Route,
    Service,
    SourceCriterion,
    StickyCookie,
    StripPrefix,
    StripPrefixRegex,
    Traefik,
    TraefikBackend,
    TraefikDomain,
    TraefikHeaders,
    TraefikLogin,
    TraefikMiddleware,
    TraefikRateLimit,
    TraefikRule,
)

BY_ADDRESS = SourceCriterion(ip_strategy=IpStrategy(depth=1, ipv6_subnet=64))

service = Service(
    name="edge",
    image=Image(repository="ghcr.io/acme/edge", tag="1.4.2"),
    labels={"team": "shop"},
    ports={"http": 8080},
    components={"pages": Component(ports={"http": 8081})},
    expose=Expose(ingress=Ingress(class_name="traefik")),
    routes={
        "public": Route(
            hosts=["shop.example.com"],
            traefik=Traefik(middlewares=[Middleware("strip", own=True), Middleware("login", "auth")]),
        )
    },
    traefik_middlewares={
        "headers": TraefikMiddleware(
            headers=TraefikHeaders(
                custom_request_headers={"X-Forwarded-Proto": "https"},
                custom_response_headers={"Server": ""},
                access_control_allow_credentials=True,
                access_control_allow_headers=["Authorization"],
                access_control_allow_methods=["GET"],
                access_control_allow_origin_list=["https://example.com"],
                access_control_allow_origin_list_regex=["^https://.+[.]example[.]com$"],
                access_control_expose_headers=["X-Total"],
                access_control_max_age=100,
                add_vary_header=True,
                allowed_hosts=["shop.example.com"],
                hosts_proxy_headers=["X-Forwarded-Host"],
                ssl_proxy_headers={"X-Forwarded-Proto": "https"},
                sts_seconds=31536000,
                sts_include_subdomains=True,
                sts_preload=True,
                force_sts_header=True,
                frame_deny=True,
                custom_frame_options_value="SAMEORIGIN",
                content_type_nosniff=True,
                content_security_policy="default-src 'self'",
                content_security_policy_report_only="default-src 'none'",
                permissions_policy="camera=()",
                referrer_policy="same-origin",
                is_development=False,
            )
        ),
        "strip": TraefikMiddleware(strip_prefix=StripPrefix(prefixes=["/shop"])),
        "strip-versions": TraefikMiddleware(strip_prefix_regex=StripPrefixRegex(regex=["/v[0-9]+/"])),
        "add": TraefikMiddleware(add_prefix=AddPrefix(prefix="/shop")),
        "replace": TraefikMiddleware(replace_path=ReplacePath(path="/shop")),
        "replace-part": TraefikMiddleware(
            replace_path_regex=ReplacePathRegex(regex="^/old/(.*)", replacement="/new/$1")
        ),
        "https": TraefikMiddleware(redirect_scheme=RedirectScheme(scheme="https", port="8443", permanent=True)),
        "moved": TraefikMiddleware(
            redirect_regex=RedirectRegex(
                regex="^https://old[.]example[.]com/(.*)", replacement="https://example.com/$1", permanent=True
            )
        ),
        "slow": TraefikMiddleware(
            rate_limit=TraefikRateLimit(average=6, period="1m", burst=3, source_criterion=BY_ADDRESS)
        ),
        "slow-hosts": TraefikMiddleware(
            rate_limit=TraefikRateLimit(average=6, source_criterion=SourceCriterion(request_host=True))
        ),
        "slow-users": TraefikMiddleware(
            rate_limit=TraefikRateLimit(average=6, source_criterion=SourceCriterion(request_header_name="X-User"))
        ),
        "few": TraefikMiddleware(in_flight_req=InFlightReq(amount=9, source_criterion=BY_ADDRESS)),
        "login": TraefikMiddleware(
            basic_auth=TraefikLogin(secret="users", realm="shop", remove_header=True, header_field="X-User")
        ),
        "digest": TraefikMiddleware(
            digest_auth=TraefikLogin(secret="users", realm="shop", remove_header=True, header_field="X-User")
        ),
        "sso": TraefikMiddleware(
            forward_auth=ForwardAuth(
                address="http://oauth2-proxy.auth.svc.cluster.local/oauth2/auth",
                trust_forward_header=True,
                auth_response_headers=["X-User"],
                auth_response_headers_regex="^X-Auth-",
                auth_request_headers=["Cookie"],
                add_auth_cookies_to_response=["session"],
                forward_body=True,
                max_body_size=1000000,
                preserve_location_header=True,
                preserve_request_method=True,
                header_field="X-User",
                tls=ForwardAuthTls(ca_secret="ca", cert_secret="client", insecure_skip_verify=True),
            )
        ),
        "inside": TraefikMiddleware(
            ip_allow_list=IpAllowList(
                source_range=["10.0.0.0/8"],
                ip_strategy=IpStrategy(excluded_ips=["10.0.0.1"]),
                reject_status_code=404,
            )
        ),
        "small": TraefikMiddleware(
            compress=Compress(
                excluded_content_types=["text/event-stream"],
                included_content_types=["text/html"],
                min_response_body_bytes=200,
                encodings=["gzip"],
                default_encoding="gzip",
            )
        ),
        "all": TraefikMiddleware(chain=Chain(middlewares=[Middleware("strip", own=True), Middleware("login", "auth")])),
        "again": TraefikMiddleware(retry=Retry(attempts=3, initial_interval="100ms")),
        "break": TraefikMiddleware(
            circuit_breaker=CircuitBreaker(
                expression="NetworkErrorRatio() > 0.30",
                check_period="1s",
                fallback_duration="20s",
                recovery_duration="20s",
                response_code=502,
            )
        ),
        "whole": TraefikMiddleware(
            buffering=Buffering(
                max_request_body_bytes=1000000,
                mem_request_body_bytes=1000,
                max_response_body_bytes=1000000,
                mem_response_body_bytes=1000,
                retry_expression="IsNetworkError() && Attempts() <= 2",
            )
        ),
        "sorry": TraefikMiddleware(
            errors=ErrorPages(
                status=["500-599"], query="/{status}.html", service=TraefikBackend(component="pages", scheme="http")
            )
        ),
    },
    ingress_routes={
        "own": IngressRoute(
            entry_points=["websecure"],
            ingress_class="traefik",
            annotations={"external-dns.alpha.kubernetes.io/hostname": "shop.example.com"},
            routes=[
                TraefikRule(
                    match="Host(`shop.example.com`) && PathPrefix(`/shop`)",
                    priority=10,
                    middlewares=[Middleware("strip", own=True), Middleware("login", "auth")],
                    services=[
                        TraefikBackend(
                            port="http",
                            weight=3,
                            scheme="http",
                            pass_host_header=False,
                            servers_transport="mtls",
                            native_lb=True,
                            sticky=StickyCookie(
                                name="copy", secure=True, http_only=True, same_site="strict", max_age=600
                            ),
                        ),
                        TraefikBackend(service="old", namespace="legacy", port=8080, weight=1),
                    ],
                ),
                TraefikRule(
                    match="PathPrefix(`/dashboard`)", services=[TraefikBackend(traefik_service="api@internal")]
                ),
            ],
            tls=IngressRouteTls(secret_name="shop-tls", options=Middleware("modern", "edge")),
        ),
        "resolved": IngressRoute(
            routes=[TraefikRule(match="Host(`example.com`)")],
            tls=IngressRouteTls(
                cert_resolver="le", domains=[TraefikDomain(main="example.com", sans=["www.example.com"])]
            ),
        ),
    },
)
