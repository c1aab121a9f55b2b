# error: namespace.py:6: limit_range.container.default.memory: is 2Gi, above max.memory, which is 1Gi (limit_range.container.max.memory at namespace.py:9)
from chartgen import Amounts, ContainerLimits, LimitRange, Namespace, NamespaceOverlay

namespace = Namespace(
    name="payments",
    limit_range=LimitRange(container=ContainerLimits(default=Amounts(memory="2Gi"))),
    environments={
        "staging": NamespaceOverlay(
            limit_range=LimitRange(container=ContainerLimits(max=Amounts(memory="1Gi"))),
        ),
    },
)
