"""http-api: an API of Acme's."""

from chartgen import Preset, Probes, takes_options


@takes_options
def preset(*, health: str = "/health") -> Preset:
    """An API that answers under ``health`` if it is well."""
    return Preset(name="http-api", version="2.1.0", extends=["base"], probes=Probes(readiness=health))
