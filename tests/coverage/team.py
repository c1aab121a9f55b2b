"""A namespace, and how much it may have."""

from chartgen import (
    Access,
    Amounts,
    ClaimLimits,
    ContainerLimits,
    DefaultDeny,
    LimitRange,
    Namespace,
    PodLimits,
    Quota,
)

namespace = Namespace(
    name="payments",
    labels={"environment": "test"},
    annotations={"example.com/contact": "payments"},
    quotas={
        "compute": Quota(cpu="10", memory="20Gi", cpu_limit="20", memory_limit="40Gi", pods=50),
        "batch": Quota(pods=10, scopes=["Terminating"], priority_classes=["low"]),
    },
    limit_range=LimitRange(
        container=ContainerLimits(
            default=Amounts(cpu="500m", memory="512Mi"),
            default_request=Amounts(cpu="100m", memory="128Mi"),
            min=Amounts(cpu="10m"),
            max=Amounts(cpu="4"),
        ),
        pod=PodLimits(max=Amounts(cpu="8")),
        claim=ClaimLimits(min="1Gi", max="100Gi"),
    ),
    default_deny=DefaultDeny(),
    access={"developers": Access(groups=["oidc:payments"], role="view")},
)
