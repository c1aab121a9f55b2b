# finding: CG301: namespace.py:8: quotas: say nothing of cpu and memory
# hint: write quotas={"compute": Quota(cpu="10", memory="20Gi", pods=50)}
from chartgen import Amounts, ContainerLimits, LimitRange, Namespace, Quota

namespace = Namespace(
    name="payments",
    owner="team-payments",
    quotas={"objects": Quota(pods=50)},
    limit_range=LimitRange(container=ContainerLimits(default=Amounts(cpu="500m", memory="512Mi"))),
)
