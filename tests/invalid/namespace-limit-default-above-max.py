# error: namespace.py:8: limit_range.container.default.cpu: is 2, above max.cpu, which is 1 (limit_range.container.max.cpu at namespace.py:9)
from chartgen import Amounts, ContainerLimits, LimitRange, Namespace

namespace = Namespace(
    name="payments",
    limit_range=LimitRange(
        container=ContainerLimits(
            default=Amounts(cpu="2"),
            max=Amounts(cpu="1"),
        ),
    ),
)
