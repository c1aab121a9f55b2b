"""Who may call what in an Istio mesh."""

from chartgen import (
    AuthorizationPolicy,
    AuthorizationRule,
    Component,
    Image,
    IstioCondition,
    IstioOperation,
    IstioSource,
    JwtHeader,
    JwtRule,
    PeerAuthentication,
    PolicyTarget,
    RequestAuthentication,
    Service,
)

service = Service(
    name="trust",
    image=Image(repository="ghcr.io/acme/trust", tag="1.4.2"),
    labels={"team": "shop"},
    ports={"http": 8080, "metrics": 9090},
    components={"worker": Component()},
    authorization_policies={
        "front": AuthorizationPolicy(
            rules=[
                AuthorizationRule(
                    sources=[
                        IstioSource(
                            principals=["cluster.local/ns/shop/sa/front"],
                            not_principals=["cluster.local/ns/shop/sa/old"],
                            request_principals=["*"],
                            not_request_principals=["https://old.example.com/*"],
                            namespaces=["shop"],
                            not_namespaces=["legacy"],
                            ip_blocks=["10.0.0.0/8"],
                            not_ip_blocks=["10.1.0.0/16"],
                            remote_ip_blocks=["203.0.113.0/24"],
                            not_remote_ip_blocks=["203.0.113.7"],
                        ),
                        IstioSource(service_accounts=["front"], not_service_accounts=["legacy/front"]),
                    ],
                    operations=[
                        IstioOperation(
                            hosts=["shop.example.com"],
                            not_hosts=["old.example.com"],
                            ports=["http"],
                            not_ports=["metrics"],
                            methods=["GET"],
                            not_methods=["DELETE"],
                            paths=["/api/*"],
                            not_paths=["/api/internal/*"],
                        )
                    ],
                    conditions=[IstioCondition(key="request.headers[X-Version]", values=["2"], not_values=["1"])],
                )
            ]
        ),
        "asked": AuthorizationPolicy(
            action="CUSTOM", provider="opa", labels={"app": "gateway"}, rules=[AuthorizationRule()]
        ),
        "edge": AuthorizationPolicy(targets=[PolicyTarget(group="", kind="Service", name="trust")]),
    },
    peer_authentications={
        "strict": PeerAuthentication(mode="STRICT", ports={"metrics": "PERMISSIVE"}),
        "other": PeerAuthentication(component="worker", mode="DISABLE"),
    },
    request_authentications={
        "login": RequestAuthentication(
            targets=[PolicyTarget(kind="Gateway", name="public")],
            jwt_rules=[
                JwtRule(
                    issuer="https://login.example.com",
                    audiences=["shop"],
                    jwks_uri="https://login.example.com/keys",
                    from_headers=[JwtHeader(name="X-Token", prefix="Bearer ")],
                    from_params=["token"],
                    from_cookies=["token"],
                    forward_original_token=True,
                    output_payload_to_header="X-Payload",
                    output_claim_to_headers={"X-User": "sub"},
                    timeout="10s",
                ),
                JwtRule(issuer="https://old.example.com", jwks='{"keys": []}'),
            ],
        ),
        "own": RequestAuthentication(jwt_rules=[JwtRule(issuer="https://login.example.com")]),
    },
)
