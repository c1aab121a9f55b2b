"""http-api: a service that answers HTTP requests. Every choice carries its reason."""

from chartgen import Expose, Ingress, Peer, Platform, Preset, Probes

preset = Preset(
    name="http-api",
    version="0.1.0",
    description="A service that answers HTTP requests.",
    # Three copies survive the loss of a node while one more is replaced.
    replicas=3,
    # 8080 needs no right to open a port below 1024.
    ports={"http": 8080},
    # Readiness may test the database; liveness tests nothing but the process, for its failure restarts the container.
    probes=Probes(readiness="/health/ready", liveness="/health/live"),
    # What routes become. ingress-nginx was retired in March 2026: a platform that has moved says http_route here.
    expose=Expose(ingress=Ingress(class_name="nginx", controller="ingress-nginx", cluster_issuer="letsencrypt-prod")),
    # Where the cluster's shared parts live; they enter every NetworkPolicy.
    platform=Platform(
        dns=Peer(namespace="kube-system", labels={"k8s-app": "kube-dns"}),
        edge=Peer(namespace="ingress-nginx"),
        monitoring=Peer(namespace="monitoring"),
    ),
)
