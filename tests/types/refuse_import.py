"""A misspelt name is refused where it is imported."""

from chartgen import Overlai  # refused
