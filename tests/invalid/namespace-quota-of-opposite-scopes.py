# error: namespace.py:6: quotas.compute.scopes: are Terminating and NotTerminating, which no pod is both of
from chartgen import Namespace, Quota

namespace = Namespace(
    name="payments",
    quotas={"compute": Quota(pods=10, scopes=["Terminating", "NotTerminating"])},
)
