# error: namespace.py:6: presets: lead to 'http-api', which is a preset for a service
from chartgen import Namespace

namespace = Namespace(
    name="payments",
    presets=["http-api"],
)
