# error: namespace.py:6: quotas.compute.objects.pods: has a field of its own: pods
from chartgen import Namespace, Quota

namespace = Namespace(
    name="payments",
    quotas={"compute": Quota(objects={"pods": 10})},
)
