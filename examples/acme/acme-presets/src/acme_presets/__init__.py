"""The standards of Acme: a preset a module; helpers start with ``_``."""
