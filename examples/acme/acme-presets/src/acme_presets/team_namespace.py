"""team-namespace: what every team's namespace has. Every choice carries its reason."""

from chartgen import (
    Access,
    Amounts,
    ClaimLimits,
    ContainerLimits,
    DefaultDeny,
    LimitRange,
    NamespaceOverlay,
    NamespacePreset,
    Peer,
    Platform,
    Quota,
)

preset = NamespacePreset(
    name="team-namespace",
    version="1.2.0",
    description="What every team's namespace has: bounds, refused calls, and who deploys.",
    # A service without a policy calls nobody and is called by nobody.
    default_deny=DefaultDeny(),
    platform=Platform(
        dns=Peer(namespace="kube-system", labels={"k8s-app": "kube-dns"}),
        monitoring=Peer(namespace="monitoring"),
    ),
    limit_range=LimitRange(
        container=ContainerLimits(
            # Whoever says nothing gets little, and finds out in development.
            default_request=Amounts(cpu="50m", memory="64Mi"),
            default=Amounts(memory="256Mi"),
        ),
        # A larger disk is a database, and those are the platform team's.
        claim=ClaimLimits(max="50Gi"),
    ),
    # Enough to work with; a bug in an autoscaler ends here.
    quotas={"compute": Quota(cpu="16", memory="32Gi", pods=60, load_balancers=0)},
    # Argo CD deploys; people look.
    access={"deployer": Access(service_accounts=["argocd/argocd-application-controller"], role="edit")},
    environments={
        "production": NamespaceOverlay(
            quotas={"compute": Quota(cpu="80", memory="160Gi", pods=400)},
        ),
    },
)
