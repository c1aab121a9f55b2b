# error: namespace.py:4: name: is longer than 63 characters
from chartgen import Namespace

namespace = Namespace(name="a-namespace-whose-name-is-longer-than-the-63-characters-of-a-label")
