"""An adapter in front of an ERP that is no part of the cluster, with what only a legacy system needs."""

from chartgen import Cidr, Dependency, Identity, Image, NetworkPolicy, Overlay, Peer, Resources, Service, ServiceSpec

ERP_NETWORK = Cidr("10.64.0.0/24", port=3299)

service = Service(
    name="legacy-erp",
    description="Speaks HTTP with the cluster, and with the ERP what the ERP understands.",
    owner="team-backoffice",
    image=Image(repository="ghcr.io/acme/erp-adapter", tag="7.3.1"),
    ports={"http": 8080},
    config={"ERP_ADDRESS": "legacy-erp-backend:3299", "PRINTER": "print-server:9100"},
    resources=Resources(cpu="250m", memory="512Mi"),
    # The ERP has a name in the cluster, legacy-erp-backend, which stays where the ERP moves. Old jobs know it, so it
    # must not hang on the release's name.
    services={"backend": ServiceSpec(type="ExternalName", external_name="erp-test.corp.example.com")},
    identity=Identity(name="legacy-erp"),
    network_policy=NetworkPolicy(
        ingress=[Peer("orders-api", port="http")],
        egress=[ERP_NETWORK, Cidr("10.64.1.20/32", port=9100)],
    ),
    # More CPU reaches the process without a restart, while it reads its memory only at its start.
    resize_policy={"cpu": "NotRequired", "memory": "RestartContainer"},
    # What no typed field says, in Kubernetes' own words: the image has no variant for another system.
    pod_extra={"os": {"name": "linux"}},
    # Argo CD waits for the objects that the adapter needs.
    patches={"Deployment": {"metadata": {"annotations": {"argocd.argoproj.io/sync-wave": "2"}}}},
    # The print server has an address and no name: a Service without selector, and the slice that leads there.
    manifests={
        "print-server": {
            "apiVersion": "v1",
            "kind": "Service",
            "metadata": {"name": "print-server"},
            "spec": {"ports": [{"name": "raw", "port": 9100, "protocol": "TCP", "targetPort": 9100}]},
        },
        "print-server-address": {
            "apiVersion": "discovery.k8s.io/v1",
            "kind": "EndpointSlice",
            "metadata": {
                "name": "print-server-1",
                "labels": {"kubernetes.io/service-name": "print-server"},
            },
            "addressType": "IPv4",
            "endpoints": [{"addresses": ["10.64.1.20"], "conditions": {"ready": True}}],
            "ports": [{"name": "raw", "port": 9100, "protocol": "TCP"}],
        },
    },
    # The chart beside this file. Its archive is in chart/charts; after a change there, count up its version here and
    # there, and run `helm dependency update chart`.
    dependencies={
        "audit-relay": Dependency(
            version="0.3.0",
            repository="file://../audit-relay",
            enabled=False,
            values={"archive": "https://audit.example.com/erp", "batch": 50},
        ),
    },
    environments={
        "staging": Overlay(replicas=1),
        "production": Overlay(
            image=Image(
                tag="7.3.1",
                digest="sha256:7c1de0a4b6c84a2b9f4ac5b3f7a0e2f8a6f5d1c9e3b7082c64d19f0be8a5c273",
            ),
            services={"backend": ServiceSpec(external_name="erp.corp.example.com")},
            dependencies={"audit-relay": Dependency(enabled=True, values={"batch": 500})},
        ),
    },
)
