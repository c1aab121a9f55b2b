from chartgen import Amounts, ContainerLimits, LimitRange, Namespace, Quota, Waiver

namespace = Namespace(
    name="payments",
    owner="team-payments",
    quotas={"compute": Quota(cpu="10", memory="20Gi", pods=50)},
    limit_range=LimitRange(container=ContainerLimits(default=Amounts(cpu="500m", memory="512Mi"))),
    default_deny=None,
    waivers=[Waiver(rule="CG303", reason="moves in spring", owner="team-payments", until="2027-03-31")],
)
