"""Writes chartgen/models/time_zones.txt from the tzdata that is installed: ``python -m tools.time_zones``."""

from importlib.resources import files

from chartgen.models.schedule import TIME_ZONES

NO_ZONE = "Factory"
"""What the database has for a clock that nobody has set."""


def main() -> None:
    """One name a line, sorted."""
    names = sorted({*files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()} - {NO_ZONE})
    TIME_ZONES.write_text("\n".join(names) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
