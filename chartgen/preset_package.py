"""What ``chartgen presets new`` writes: a package of presets with its tests and its page."""

import re

from chartgen.errors import invalid
from chartgen.project.preset_sources import GROUP, PROJECT, SHIPPED


def files(name: str) -> dict[str, str]:
    """Every file by its path in the package's folder.

    Raises InvalidInput for what is no package's name, or a source's that is taken.
    """
    source = name.removesuffix("-presets")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        text = f"{name!r} is no name: lower-case letters, digits and dashes, a letter first"
        raise invalid("chartgen presets new", text, hint="acme-presets")
    if source in (PROJECT, SHIPPED):
        raise invalid("chartgen presets new", f"{source!r} is taken by a source that every project has")
    words = {"NAME": name, "SOURCE": source, "MODULE": name.replace("-", "_"), "GROUP": GROUP}
    return {_filled(path, words): _filled(text, words) for path, text in _FILES.items()}


def _filled(text: str, words: dict[str, str]) -> str:
    return re.sub("<(NAME|SOURCE|MODULE|GROUP)>", lambda found: words[found[1]], text)


_FILES = {
    "pyproject.toml": """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "<NAME>"
version = "0.1.0"
description = "The standards of <SOURCE>, as presets of chartgen."
requires-python = ">=3.11"
dependencies = ["chartgen"]

[project.optional-dependencies]
test = ["chartgen[helm]", "pytest"]

[project.entry-points."<GROUP>"]
<SOURCE> = "<MODULE>"

[tool.hatch.build.targets.wheel]
packages = ["src/<MODULE>"]
""",
    "README.md": """\
# <NAME>

The standards of <SOURCE>, as presets of [chartgen](https://pypi.org/project/chartgen/). What each says:
[docs/presets.md](docs/presets.md).

```text
pip install -e '.[test]'
pytest
```
""",
    "docs/presets.md": """\
# Presets of <SOURCE>

## base

What all services have in common. `presets=["<SOURCE>/base"]`, or for all services `presets = ["<SOURCE>/base"]` in
chartgen.toml. `chartgen presets show <SOURCE>/base` prints its settings and locks.

| lock | why | exceptions |
| --- | --- | --- |
| `replicas` at least 2 in production | one may go while the other stays | a waiver |
""",
    "src/<MODULE>/__init__.py": '"""The standards of <SOURCE>: a preset a module; helpers start with ``_``."""\n',
    "src/<MODULE>/py.typed": "",
    "src/<MODULE>/base.py": '''\
"""What all services of <SOURCE> have in common. Every choice carries its reason."""

from chartgen import Lock, Overlay, Preset

preset = Preset(
    name="base",
    version="0.1.0",
    description="What all services of <SOURCE> have in common.",
    environments={
        # Three copies survive the loss of a node while one more is replaced.
        "production": Overlay(replicas=3),
    },
    locks=[
        Lock("replicas", at_least=2, environments=["production"], reason="one may go while the other stays"),
    ],
)
''',
    "tests/test_presets.py": '''\
"""Services that have the presets, as Helm renders them; each lock met and broken."""

from chartgen import Overlay
from chartgen.testing import ServiceFactory, check_locks

pytest_plugins = ["chartgen.testing"]


def test_production_survives_the_loss_of_a_node(service: ServiceFactory) -> None:
    orders = service(presets=["<SOURCE>/base"], environments={"production": Overlay()})

    assert orders.manifest("Deployment", environment="production")["spec"]["replicas"] == 3


def test_a_single_copy_in_production_is_refused(service: ServiceFactory) -> None:
    orders = service(presets=["<SOURCE>/base"], environments={"production": Overlay(replicas=1)})

    assert orders.broken_locks == ["replicas"]


def test_every_lock_can_be_met_and_can_be_broken(service: ServiceFactory) -> None:
    check_locks(service, "<SOURCE>/base")
''',
}
