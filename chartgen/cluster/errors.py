"""What can go wrong between us and a cluster; all of it exits 4."""

from chartgen.errors import ToolError


class NoCluster(ToolError):
    """There is no cluster to ask: no configuration, or one that can't be used."""


class Unreachable(ToolError):
    """The API server does not answer, or not now: worth trying again."""


class Refused(ToolError):
    """The API server does not let us; the text names the verb and the resource."""


class Gone(Exception):
    """A watch is too old to go on: what there is has to be listed anew."""
