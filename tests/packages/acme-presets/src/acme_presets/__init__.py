"""Acme's standards for services on Kubernetes: a file a preset."""
