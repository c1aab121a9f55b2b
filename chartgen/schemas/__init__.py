"""The schemas of what Kubernetes and its operators know: strict, as data of the package."""
