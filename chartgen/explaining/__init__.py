"""Where what a chart says comes from: from a field to the layers that say it, the values, the manifests, and back."""
