"""The examples, their environments, and what Helm renders of them."""

from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"


def charts() -> list[Path]:
    """The committed charts."""
    return sorted(EXAMPLES.glob("*/chart"))


def cases() -> list[tuple[Path, str]]:
    """Every chart with values.yaml alone ("") and with each environment's file."""
    return [(chart, environment) for chart in charts() for environment in ("", *environments(chart))]


def environments(chart: Path) -> list[str]:
    """The environments of a committed chart."""
    return sorted(path.stem.removeprefix("values-") for path in chart.glob("values-*.yaml"))


def values_files(chart: Path, environment: str) -> list[Path]:
    """What is passed with ``-f``."""
    return [chart / f"values-{environment}.yaml"] if environment else []


def title(case: tuple[Path, str]) -> str:
    """The case's name: ``orders-api-production``."""
    chart, environment = case
    return f"{chart.parent.name}-{environment or 'values'}"
