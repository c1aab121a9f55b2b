"""cluster: where a cluster's shared parts live. Every choice carries its reason."""

from chartgen import Expose, Ingress, Peer, Platform, Preset

preset = Preset(
    name="cluster",
    version="0.1.0",
    description="Where a cluster's shared parts live: DNS, the edge, monitoring.",
    # What routes become. ingress-nginx was retired in March 2026: a platform that has moved says http_route here.
    expose=Expose(ingress=Ingress(class_name="nginx", controller="ingress-nginx", cluster_issuer="letsencrypt-prod")),
    # They enter every NetworkPolicy: without DNS a policy breaks every call, without the edge every request.
    platform=Platform(
        dns=Peer(namespace="kube-system", labels={"k8s-app": "kube-dns"}),
        edge=Peer(namespace="ingress-nginx"),
        monitoring=Peer(namespace="monitoring"),
    ),
)
