# error: namespace.py:6: service_accounts[0]: must be a ServiceAccount such as deployer, or argocd/deployer of another namespace, not 'a/b/c'
from chartgen import Access, Namespace

namespace = Namespace(
    name="payments",
    access={"deployer": Access(service_accounts=["a/b/c"], role="edit")},
)
