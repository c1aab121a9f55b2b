# error: namespace.py:7: limit_range: limits nothing
# hint: write container=ContainerLimits(…), or None for none
from chartgen import LimitRange, Namespace

namespace = Namespace(
    name="payments",
    limit_range=LimitRange(),
)
