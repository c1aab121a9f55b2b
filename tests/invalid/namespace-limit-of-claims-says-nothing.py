# error: namespace.py:7: limit_range.claim: says neither min nor max
# hint: write max="100Gi"
from chartgen import ClaimLimits, LimitRange, Namespace

namespace = Namespace(
    name="payments",
    limit_range=LimitRange(claim=ClaimLimits()),
)
