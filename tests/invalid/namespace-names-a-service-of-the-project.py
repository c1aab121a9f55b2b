# error: namespace.py:7: default_deny.egress[0]: is a service of the project, whose ports are for one service to name and not for all pods
# hint: write Peer("orders-api")
from chartgen import DefaultDeny, Namespace, ProjectService

namespace = Namespace(
    name="payments",
    default_deny=DefaultDeny(egress=[ProjectService("orders-api")]),
)
