# error: namespace.py:10: quotas.batch.storage: can't be counted in a scope, where only pods, cpu, memory, cpu_limit, memory_limit can (quotas.batch.priority_classes at namespace.py:11)
# hint: make it a quota of its own, without a scope
from chartgen import Namespace, Quota

namespace = Namespace(
    name="payments",
    quotas={
        "batch": Quota(
            pods=10,
            storage="1Ti",
            priority_classes=["batch"],
        ),
    },
)
