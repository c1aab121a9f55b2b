"""Findings: what works, but breaks a numbered rule of good practice; and whether manifests are valid at all."""
