"""The Helms that charts have to work on: two from the test extra, two that tools/build-helms makes."""

import os
import sysconfig
from collections.abc import Mapping
from pathlib import Path

CACHE = Path(
    os.environ.get("CHARTGEN_HELMS")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "chartgen", "helm")
)

PROGRAMS: Mapping[str, Path | None] = {
    "embedded 4.2": None,
    "helm 3.17": Path(sysconfig.get_path("scripts"), "helm"),
    "helm 3.22": CACHE / "helm-3.22.0",
    "helm 4.3": CACHE / "helm-4.3.1",
}
"""By name; None is the engine inside this process."""


def present() -> list[str]:
    """Those that are here. In CI all of them must be: a missing one is an error, never a skip."""
    missing = [name for name, program in PROGRAMS.items() if program and not program.exists()]
    if missing and os.environ.get("CI"):
        msg = f"{', '.join(missing)} not found; run tools/build-helms"
        raise RuntimeError(msg)
    return [name for name in PROGRAMS if name not in missing]
