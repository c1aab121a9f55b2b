"""The namespace of the payments team: how much it may have, and who works in it."""

from chartgen import (
    Access,
    Amounts,
    ClaimLimits,
    ContainerLimits,
    DefaultDeny,
    Grant,
    LimitRange,
    Namespace,
    NamespaceOverlay,
    Peer,
    Platform,
    PriorityClass,
    Quota,
)

namespace = Namespace(
    name="payments",
    description="Takes and settles payments.",
    owner="team-payments",
    quotas={"compute": Quota(cpu="10", memory="20Gi", cpu_limit="20", memory_limit="40Gi", pods=50)},
    limit_range=LimitRange(
        container=ContainerLimits(
            default=Amounts(cpu="500m", memory="512Mi"),
            default_request=Amounts(cpu="100m", memory="128Mi"),
        ),
        claim=ClaimLimits(max="100Gi"),
    ),
    default_deny=DefaultDeny(),
    platform=Platform(
        dns=Peer(namespace="kube-system", labels={"k8s-app": "kube-dns"}),
        monitoring=Peer(namespace="monitoring"),
    ),
    access={
        "developers": Access(groups=["oidc:payments"], role="view"),
        "deployer": Access(service_accounts=["argocd/payments"], role="edit"),
    },
    environments={
        "staging": NamespaceOverlay(
            labels={"environment": "staging"},
            limit_range=LimitRange(container=ContainerLimits(max=Amounts(cpu="1", memory="1Gi"))),
            access={
                "developers": Access(
                    groups=["oidc:payments"],
                    role="edit",
                    grants=[Grant("pods/exec", verbs=["create"])],
                ),
            },
        ),
        "production": NamespaceOverlay(
            labels={"environment": "production"},
            quotas={"compute": Quota(cpu="40", memory="80Gi", cpu_limit="80", memory_limit="160Gi", pods=200)},
            priority_classes={
                "payments": PriorityClass(value=1000, description="What takes money."),
                "payments-batch": PriorityClass(
                    value=500,
                    preemption_policy="Never",
                    description="What settles it at night.",
                ),
            },
        ),
    },
)
