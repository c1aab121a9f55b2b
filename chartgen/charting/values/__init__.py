"""From a spec to the complete values of one environment, as plain data in the order of ``values_models``."""
