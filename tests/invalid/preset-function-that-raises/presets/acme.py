from chartgen import Preset, Probes, takes_options


@takes_options
def preset(*, health: str = "/health", copies: int = 2) -> Preset:
    """An API's health, and how many run."""
    copies = copies // 0
    return Preset(name="acme", probes=Probes(readiness=health), replicas=copies)
