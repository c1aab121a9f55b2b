"""A namespace, and how much it may have."""

from chartgen import (
    Access,
    Amounts,
    ContainerLimits,
    DefaultDeny,
    LimitRange,
    Namespace,
    Quota,
)

namespace = Namespace(
    name="payments",
    labels={"environment": "test"},
    annotations={"example.com/contact": "payments"},
    quotas={"compute": Quota(cpu="10", memory="20Gi", cpu_limit="20", memory_limit="40Gi", pods=50)},
    limit_range=LimitRange(
        container=ContainerLimits(
            default=Amounts(cpu="500m", memory="512Mi"), default_request=Amounts(cpu="100m", memory="128Mi")
        )
    ),
    default_deny=DefaultDeny(),
    access={"developers": Access(groups=["oidc:payments"], role="view")},
)
