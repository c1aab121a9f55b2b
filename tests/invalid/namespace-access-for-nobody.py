# error: namespace.py:9: access.deployer: says nothing that they may do
# hint: write role="edit", or grants
# error: namespace.py:9: access.developers: says nobody
# hint: write groups=["oidc:payments"]
from chartgen import Access, Namespace

namespace = Namespace(
    name="payments",
    access={"developers": Access(role="edit"), "deployer": Access(users=["jane@example.com"])},
)
