"""Where the shop runs: one namespace in each environment."""

from chartgen import Access, Namespace, NamespaceOverlay

namespace = Namespace(
    name="shop",
    description="Acme's shop.",
    owner="team-platform",
    labels={"cost-centre": "store"},
    access={"developers": Access(groups=["oidc:shop"], role="view")},
    environments={
        # Whoever develops may break things here.
        "development": NamespaceOverlay(access={"developers": Access(role="edit")}),
    },
)
