"""The examples, their environments, and what Helm renders of them."""

from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"


ACME = EXAMPLES / "acme"
"""A whole organisation: a project of its own, below the others' folder."""

PROJECTS = (EXAMPLES, ACME)


def charts() -> list[Path]:
    """The committed charts of single services and namespaces."""
    return sorted(EXAMPLES.glob("*/chart"))


def charts_of_acme() -> list[Path]:
    """The committed charts of the organisation."""
    return sorted([*ACME.glob("*/chart"), *ACME.glob("services/*/*/chart")])


def cases() -> list[tuple[Path, str]]:
    """Every chart with values.yaml alone ("") and with each environment's file; of the organisation what it deploys."""
    of_acme = [(chart, environment) for chart in charts_of_acme() for environment in environments(chart)]
    return [*cases_of_single_charts(), *of_acme]


def cases_of_single_charts() -> list[tuple[Path, str]]:
    """The same without the organisation."""
    return [(chart, environment) for chart in charts() for environment in ("", *environments(chart))]


def environments(chart: Path) -> list[str]:
    """The environments of a committed chart."""
    return sorted(path.stem.removeprefix("values-") for path in chart.glob("values-*.yaml"))


def values_files(chart: Path, environment: str) -> list[Path]:
    """What is passed with ``-f``."""
    return [chart / f"values-{environment}.yaml"] if environment else []


def title(case: tuple[Path, str]) -> str:
    """The case's name: ``orders-api-production``, ``acme-cart-staging``."""
    chart, environment = case
    return f"{name(chart)}-{environment or 'values'}"


def name(chart: Path) -> str:
    """The name of a chart among all examples."""
    return f"acme-{chart.parent.name}" if chart.is_relative_to(ACME) else chart.parent.name
