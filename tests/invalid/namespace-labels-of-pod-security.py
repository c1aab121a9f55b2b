# error: namespace.py:7: labels.pod-security.kubernetes.io/enforce: is a label that the chart or Kubernetes prints itself
# hint: state it in pod_security
from chartgen import Namespace

namespace = Namespace(
    name="payments",
    labels={"pod-security.kubernetes.io/enforce": "privileged"},
)
