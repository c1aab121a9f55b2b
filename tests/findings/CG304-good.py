from chartgen import Amounts, ContainerLimits, LimitRange, Namespace, PodSecurity, Quota

namespace = Namespace(
    name="payments",
    owner="team-payments",
    quotas={"compute": Quota(cpu="10", memory="20Gi", pods=50)},
    limit_range=LimitRange(container=ContainerLimits(default=Amounts(cpu="500m", memory="512Mi"))),
    pod_security=PodSecurity(enforce="baseline"),
)
