# finding: CG302: namespace.py:5: limit_range: has no memory for containers that state none
# hint: write limit_range=LimitRange(container=ContainerLimits(default=Amounts(memory="512Mi")))
from chartgen import Namespace, Quota

namespace = Namespace(
    name="payments",
    owner="team-payments",
    quotas={"compute": Quota(cpu="10", memory="20Gi", pods=50)},
)
