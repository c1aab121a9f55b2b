"""The only door to YAML.

``read``            a service's YAML: data, and the line of every value; refuses what readers disagree on
``read_manifests``  what Helm rendered, as Kubernetes would read it
``write``           values and the other data of a chart, so that every reader gets the same
"""

from chartgen.yamlio.manifests import DuplicateKey, UnreadableManifest, read_manifests
from chartgen.yamlio.reader import Document, read
from chartgen.yamlio.writer import write

__all__ = ["Document", "DuplicateKey", "UnreadableManifest", "read", "read_manifests", "write"]
