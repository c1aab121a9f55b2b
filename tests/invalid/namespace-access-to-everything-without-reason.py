# error: namespace.py:7: access.admins.role: is cluster-admin, which needs a reason
# hint: write because="…", or role="admin"
from chartgen import Access, Namespace

namespace = Namespace(
    name="payments",
    access={"admins": Access(groups=["oidc:platform"], role="cluster-admin")},
)
