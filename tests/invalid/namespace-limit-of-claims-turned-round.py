# error: namespace.py:6: limit_range.claim.min: is 10Gi, above max, which is 1Gi
from chartgen import ClaimLimits, LimitRange, Namespace

namespace = Namespace(
    name="payments",
    limit_range=LimitRange(claim=ClaimLimits(min="10Gi", max="1Gi")),
)
