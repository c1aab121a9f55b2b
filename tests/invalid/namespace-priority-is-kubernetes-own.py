# error: namespace.py:8: priority_classes.payments.value: is 2000000000; what lies above 1000000000 is Kubernetes' own
# error: namespace.py:9: priority_classes.system-payments: begins with system-, as only Kubernetes' own do
from chartgen import Namespace, PriorityClass

namespace = Namespace(
    name="payments",
    priority_classes={
        "payments": PriorityClass(value=2_000_000_000),
        "system-payments": PriorityClass(value=1000),
    },
)
