"""A project with two services, as data, for tests that do harm to its files."""

from pathlib import Path

SERVICE = """\
name: {name}
image: {{repository: ghcr.io/acme/{name}, tag: "{tag}"}}
replicas: 2
environments:
  staging: {{}}
  production: {{replicas: 5}}
"""


def make_project(folder: Path, *names: str, tag: str = "1.0.0") -> Path:
    """A folder below the one given, without charts yet."""
    (folder / "project").mkdir(parents=True, exist_ok=True)
    (folder / "project/chartgen.toml").touch()
    for name in names or ("billing", "orders"):
        (folder / "project" / name).mkdir(exist_ok=True)
        write_service(folder / "project" / name, tag)
    return folder / "project"


def write_service(folder: Path, tag: str) -> None:
    """The service file, in one step."""
    new = folder / ".service.yaml.new"
    new.write_text(SERVICE.format(name=folder.name, tag=tag))
    new.rename(folder / "service.yaml")


def generated(folder: Path) -> list[Path]:
    """Every file of a chart, hidden ones too, by its relative path."""
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
