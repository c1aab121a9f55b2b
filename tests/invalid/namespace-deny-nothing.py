# error: namespace.py:7: default_deny: refuses nothing
# hint: write default_deny=None
from chartgen import DefaultDeny, Namespace

namespace = Namespace(
    name="payments",
    default_deny=DefaultDeny(ingress=None, egress=None),
)
