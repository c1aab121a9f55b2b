# error: namespace.py:7: default_deny.egress[0].cidr: is '10.0.0.1/8', which is no block of addresses
# hint: as 10.20.0.0/16
from chartgen import Cidr, DefaultDeny, Namespace

namespace = Namespace(
    name="payments",
    default_deny=DefaultDeny(egress=[Cidr("10.0.0.1/8")]),
)
