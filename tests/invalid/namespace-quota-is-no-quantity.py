# error: namespace.py:6: cpu: must be a quantity such as 250m, 1 or 512Mi, not 'ten'
from chartgen import Namespace, Quota

namespace = Namespace(
    name="payments",
    quotas={"compute": Quota(cpu="ten", memory="20Gi")},
)
