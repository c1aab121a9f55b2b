# error: namespace.py:7: quotas.compute: limits nothing
# hint: write cpu="10", memory="20Gi", pods=50
from chartgen import Namespace, Quota

namespace = Namespace(
    name="payments",
    quotas={"compute": Quota()},
)
