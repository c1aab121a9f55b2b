"""A misspelt name is refused where it is imported."""

from chartgen import Service
from chartgen import Overlai  # refused

service = Service(name="a", environments={"staging": Overlai()})
