"""What answers requests: probes, Services, copies, an Ingress, a budget, network policies."""

from chartgen import (
    Autoscaling,
    Cidr,
    DisruptionBudget,
    Expose,
    ExternalMetric,
    HttpGet,
    Image,
    Ingress,
    LabelRequirement,
    LivenessProbe,
    Monitor,
    NetworkPolicy,
    ObjectMetric,
    Path,
    Peer,
    PeerPort,
    PodsMetric,
    Port,
    Probes,
    ReadinessProbe,
    Resources,
    Rollout,
    Route,
    ScaleDown,
    ScaleUp,
    ScalingPolicy,
    Scrape,
    ScrapeLogin,
    ScrapeTls,
    SecretKey,
    Service,
    ServiceAccount,
    ServiceSpec,
    Shutdown,
    StartupProbe,
    Target,
)

KEY = SecretKey(secret="scrape", key="a")
TLS = ScrapeTls(server_name="web", ca=KEY, certificate=KEY, private_key=KEY)
LOGIN = ScrapeLogin(username=KEY, password=KEY)

service = Service(
    name="web",
    image=Image(repository="ghcr.io/acme/web", tag="1.4.2", pull_policy="Always", pull_secrets=["registry"]),
    labels={"team": "shop"},
    annotations={"example.com/contact": "shop"},
    command=["/app/web"],
    args=["--port", "8080"],
    config={"LOG_LEVEL": "info"},
    ports={"http": Port(port=8080, app_protocol="http"), "admin": Port(port=9000, protocol="UDP")},
    probes=Probes(
        readiness=ReadinessProbe(
            http=HttpGet(path="/ready", port="http", scheme="HTTPS", headers={"X-Probe": "yes"}),
            period_seconds=7,
            timeout_seconds=2,
            failure_threshold=4,
            success_threshold=2,
            initial_delay_seconds=1,
        ),
        liveness=LivenessProbe(
            http=HttpGet(path="/live", port="http", scheme="HTTPS", headers={"X-Probe": "yes"}),
            period_seconds=21,
            timeout_seconds=6,
            failure_threshold=5,
            initial_delay_seconds=1,
            termination_grace_period_seconds=9,
        ),
        startup=StartupProbe(
            http=HttpGet(path="/started", port="http", scheme="HTTPS", headers={"X-Probe": "yes"}),
            period_seconds=6,
            timeout_seconds=4,
            failure_threshold=50,
            initial_delay_seconds=1,
            termination_grace_period_seconds=9,
        ),
    ),
    shutdown=Shutdown(grace_seconds=60),
    resources=Resources(cpu="250m", memory="256Mi", cpu_limit="1"),
    rollout=Rollout(
        max_surge=2,
        max_unavailable=1,
        min_ready_seconds=5,
        progress_deadline_seconds=300,
        revision_history_limit=3,
    ),
    service=ServiceSpec(
        type="LoadBalancer",
        annotations={"example.com/pool": "a"},
        node_ports={"http": 30080},
        load_balancer_class="example.com/nlb",
        source_ranges=["10.0.0.0/8"],
        load_balancer_ip="203.0.113.7",
        allocate_node_ports=False,
        health_check_node_port=30090,
        external_traffic_policy="Local",
        internal_traffic_policy="Local",
        traffic_distribution="PreferClose",
        external_ips=["203.0.113.8"],
        session_affinity="ClientIP",
        session_affinity_seconds=600,
        ip_family_policy="PreferDualStack",
        ip_families=["IPv4"],
        publish_not_ready_addresses=True,
    ),
    services={
        "each": ServiceSpec(headless=True),
        "erp": ServiceSpec(type="ExternalName", external_name="erp.example.com"),
    },
    service_account=ServiceAccount(annotations={"example.com/role": "web"}, automount_token=True),
    autoscaling=Autoscaling(
        min_replicas=3,
        max_replicas=9,
        cpu=60,
        memory=80,
        pods={"rate": PodsMetric(metric="requests_per_second", selector={"path": "shop"}, average_value="10")},
        objects={
            "edge": ObjectMetric(
                metric="requests",
                api_version="networking.k8s.io/v1",
                kind="Ingress",
                name="web",
                selector={"path": "shop"},
                value="10",
            ),
            "share": ObjectMetric(
                metric="requests", api_version="networking.k8s.io/v1", kind="Ingress", name="web", average_value="10"
            ),
        },
        external={
            "queue": ExternalMetric(metric="queue_length", selector={"queue": "orders"}, average_value="30"),
            "all": ExternalMetric(metric="queue_length", value="300"),
        },
        scale_up=ScaleUp(
            stabilization_window_seconds=10,
            select_policy="Min",
            policies=[ScalingPolicy(type="Pods", value=2, period_seconds=15)],
        ),
        scale_down=ScaleDown(
            stabilization_window_seconds=600,
            select_policy="Min",
            policies=[ScalingPolicy(type="Pods", value=1, period_seconds=60)],
        ),
    ),
    disruption_budget=DisruptionBudget(min_available=1, unhealthy_pod_eviction_policy="IfHealthyBudget"),
    expose=Expose(
        ingress=Ingress(class_name="nginx", controller="ingress-nginx", annotations={"example.com/edge": "public"})
    ),
    routes={
        "public": Route(
            hosts=["shop.example.com"],
            paths=["/shop", Path(path="/erp", service="erp-proxy", port=8443)],
            port="http",
            default_backend=Target(port="http"),
        ),
        "erp": Route(hosts=["erp.example.com"], default_backend=Target(service="erp-proxy", port=8443)),
    },
    network_policy=NetworkPolicy(
        ingress=[
            Peer("gateway", port="http", namespace="edge"),
            Peer(
                namespace_labels={"team": "shop"},
                labels={"role": "front"},
                requirements=[LabelRequirement(key="tier", values=["front", "edge"])],
            ),
            Peer(any_namespace=True, port=8080),
            Cidr("10.30.0.0/16", excluding=["10.30.1.0/24"], ports=[PeerPort(port=8080, end_port=8090)]),
        ],
        egress=[
            Cidr("10.20.0.0/16", excluding=["10.20.1.0/24"], port=5432),
            Peer("db", ports=[PeerPort(port=5432, end_port=5440)], namespace="data"),
            Peer(namespace_labels={"team": "shop"}, requirements=[LabelRequirement(key="tier", values=["back"])]),
        ],
    ),
    monitor=Monitor(
        namespace="monitoring",
        endpoints={
            "http": Scrape(
                path="/metrics/web",
                interval="30s",
                scrape_timeout="5s",
                scheme="https",
                honor_labels=True,
                tls=TLS,
                basic_auth=LOGIN,
                params={"module": ["web"]},
            )
        },
        labels={"release": "prometheus"},
    ),
)
