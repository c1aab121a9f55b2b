# error: namespace.py:7: access.developers.grants[0].namespace: leads out of the namespace; take it away
from chartgen import Access, Grant, Namespace

namespace = Namespace(
    name="payments",
    access={
        "developers": Access(groups=["payments"], grants=[Grant("pods", verbs=["get"], namespace="orders")]),
    },
)
