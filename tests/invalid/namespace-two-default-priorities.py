# error: namespace.py:8: priority_classes.b.global_default: is True, and so is another class's: a pod that names none has one (priority_classes.a.global_default at namespace.py:7)
from chartgen import Namespace, PriorityClass

namespace = Namespace(
    name="payments",
    priority_classes={
        "a": PriorityClass(value=1, global_default=True),
        "b": PriorityClass(value=2, global_default=True),
    },
)
