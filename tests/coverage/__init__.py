"""Small services, a theme each, of which ``tools/coverage.py`` shows what their fields become in the manifests."""
