"""Istio's routing, cert-manager's Certificates, OpenShift's Routes."""

from chartgen import (
    Abort,
    Certificate,
    ClientTls,
    ConnectionPool,
    CorsPolicy,
    Destination,
    DestinationRule,
    Fault,
    Headers,
    Image,
    Issuer,
    IstioGateway,
    IstioHttp,
    IstioMatch,
    IstioRewrite,
    IstioRoute,
    IstioServer,
    LoadBalancer,
    OpenShiftRoute,
    OutlierDetection,
    Retries,
    ServerTls,
    Service,
    StringMatch,
    Subset,
    TrafficPolicy,
    VirtualService,
)

service = Service(
    name="mesh",
    image=Image(repository="ghcr.io/acme/mesh", tag="1.4.2"),
    ports={"http": 8080},
    virtual_services={
        "public": VirtualService(
            hosts=["shop.example.com"],
            gateways=["edge/public"],
            http=[
                IstioHttp(
                    name="shop",
                    match=[
                        IstioMatch(uri=StringMatch(prefix="/shop"), method="GET", headers={"X-group": "beta"}),
                        IstioMatch(uri=StringMatch(exact="/"), headers={"x-wikimedia-debug": StringMatch(regex=".+")}),
                    ],
                    request_headers=Headers(set={"x-forwarded-proto": "https"}),
                    response_headers=Headers(
                        set={
                            "Cache-control": "no-store",
                            "Pragma": "no-cache",
                            "Strict-Transport-Security": "max-age=31536000",
                            "X-Frame-Options": "DENY",
                        }
                    ),
                    fault=Fault(abort=Abort(http_status=503, percentage=1)),
                    mirror=Destination(subset="v1"),
                    mirror_percentage=10,
                    route=[IstioRoute(port="http", subset="v1", weight=100)],
                    rewrite=IstioRewrite(uri="/"),
                    timeout="10s",
                    retries=Retries(attempts=3, per_try_timeout="2s", retry_on="5xx"),
                    cors_policy=CorsPolicy(
                        allow_origins=["https://a.example.com"],
                        allow_methods=["PUT"],
                        allow_headers=["x-id"],
                        allow_credentials=True,
                        max_age="24h",
                    ),
                )
            ],
        )
    },
    destination_rules={
        "own": DestinationRule(
            traffic_policy=TrafficPolicy(
                load_balancer=LoadBalancer(simple="LEAST_REQUEST"),
                connection_pool=ConnectionPool(max_connections=10),
                tls=ClientTls(mode="SIMPLE", ca_certificates="/etc/ca.pem", subject_alt_names=["shop.example.com"]),
                outlier_detection=OutlierDetection(consecutive_5xx_errors=3, interval="10s", base_ejection_time="30s"),
            ),
            subsets={"v1": Subset(labels={"version": "v1"})},
        )
    },
    certificates={
        "tls": Certificate(
            issuer=Issuer("letsencrypt", kind="ClusterIssuer"),
            dns_names=["shop.example.com"],
            common_name="shop",
            revision_history_limit=3,
        )
    },
    istio_gateways={
        "own": IstioGateway(
            selector={"istio": "edge"},
            servers={
                "https": IstioServer(
                    port=443,
                    protocol="HTTPS",
                    hosts=["shop.example.com"],
                    tls=ServerTls(mode="SIMPLE", credential_name="shop-tls"),
                ),
                "http": IstioServer(
                    port=80, protocol="HTTP", hosts=["shop.example.com"], tls=ServerTls(https_redirect=True)
                ),
            },
        )
    },
    openshift_routes={"public": OpenShiftRoute(host="shop.example.com")},
)
