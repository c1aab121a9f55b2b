"""base: what every service of Acme has, whatever it is. Every choice carries its reason."""

from chartgen import Expose, HttpRoute, Lock, NetworkPolicy, Peer, Platform, Preset, Resources, SecretStoreRef

HANDBOOK = "https://handbook.acme.example/platform"

preset = Preset(
    name="base",
    version="3.1.0",
    description="What every service has: where it runs, what its pods may do, who answers for it.",
    extends=["chartgen/cluster", "chartgen/restricted"],
    # One gateway for the whole company. ingress-nginx was retired in March 2026, so no Ingress is made any more.
    expose=Expose(
        ingress=None,
        http_route=HttpRoute(gateway="public", gateway_namespace="edge", listener="https"),
    ),
    # They enter every NetworkPolicy: without the edge nobody would reach the shop, without monitoring no alert fires.
    platform=Platform(
        edge=Peer(namespace="edge"),
        monitoring=Peer(namespace="monitoring"),
        prometheus_labels={"release": "kube-prometheus-stack"},
        spot="karpenter",
    ),
    # In every environment, so that a call that nobody named fails in development and not at the release.
    network_policy=NetworkPolicy(),
    # Secrets are rotated in Vault; a chart only says which ones it needs.
    secret_store=SecretStoreRef("vault", kind="ClusterSecretStore"),
    # The last lines of the log become the reason of a crash, so that `kubectl describe` shows it.
    termination_message_policy="FallbackToLogsOnError",
    # A name a team can choose without a load test. Whoever has measured writes resources instead.
    sizes={
        "small": Resources(cpu="50m", memory="96Mi"),
        "medium": Resources(cpu="200m", memory="256Mi"),
        "large": Resources(cpu="1", memory="1Gi"),
    },
    # Whom to call at night, and who pays.
    required=["owner", "labels.cost-centre"],
    # What is built here, and what the mirror has scanned.
    registries=["ghcr.io/acme", "mirror.acme.example"],
    locks=[
        Lock(
            "*.image.digest",
            matches="^sha256:",
            reason="what was tested is what runs; a tag can be pushed again",
            link=f"{HANDBOOK}/images",
        ),
        Lock(
            "network_policy",
            present=True,
            reason="what is not named is refused",
            link=f"{HANDBOOK}/network",
            waivable=False,
        ),
        Lock(
            "labels.cost-centre",
            one_of=["store", "purchase", "fulfilment"],
            reason="finance knows these three cost centres",
        ),
    ],
    # A password in a repository is a password in every clone of it.
    rules={"CG901": "error"},
)
