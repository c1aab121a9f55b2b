# error: namespace.py:4: name: is 'kube-system', which is the cluster's own; teams have namespaces of their own
from chartgen import Namespace

namespace = Namespace(name="kube-system")
