"""Layers, merged into one spec per environment; where each value comes from; what the whole must keep to."""
