# error: namespace.py:7: quota: no such field
# hint: did you mean 'quotas'?
from chartgen import Namespace

namespace = Namespace(
    name="payments",
    quota={},
)
