from chartgen import Amounts, ContainerLimits, LimitRange, Namespace, Quota, Waiver

namespace = Namespace(
    name="payments",
    owner="team-payments",
    quotas={"objects": Quota(pods=50)},
    limit_range=LimitRange(container=ContainerLimits(default=Amounts(cpu="500m", memory="512Mi"))),
    waivers=[Waiver(rule="CG301", reason="moves in spring", owner="team-payments", until="2027-03-31")],
)
