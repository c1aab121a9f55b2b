"""Where presets come from: folders, packages by their entry point, what ships; options, pins and groups."""

import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from types import SimpleNamespace

import pytest

from chartgen import PresetUse, Service
from chartgen.errors import InvalidInput
from chartgen.project import preset_sources
from chartgen.project.config import Config, Group
from chartgen.project.groups import belongs
from chartgen.project.lines import PythonSource, TomlSource
from chartgen.project.presets import LoadedPreset, PresetLibrary
from chartgen.project.services import LoadedService

ASKER = TomlSource("chartgen.toml")
OPTIONS = """
from chartgen import Preset, Probes, takes_options

@takes_options
def preset(health: str = "/health", *, copies: int) -> Preset:
    return Preset(name="api", probes=Probes(readiness=health), replicas=copies)
"""


@pytest.fixture
def package(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of presets that is installed as ``acme``."""
    folder = project / "site" / "acme_presets"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "http_api.py").write_text('from chartgen import Preset\npreset = Preset(name="http-api", replicas=8)\n')
    (folder / "base.yaml").write_text("name: base\nreplicas: 9\n")
    (folder / "_shared.py").write_text("raise ValueError\n")
    monkeypatch.syspath_prepend(folder.parent)
    install(monkeypatch, "acme", "acme_presets")
    return folder


def install(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    point = EntryPoint(name, value, preset_sources.GROUP)
    object.__setattr__(point, "dist", SimpleNamespace(name="acme-presets"))
    monkeypatch.setattr(preset_sources, "entry_points", lambda **_: [point])
    for module in ("acme_presets", "acme_presets.api"):
        monkeypatch.setitem(sys.modules, module, None)  # so that it is forgotten afterwards
        del sys.modules[module]


def stack(folder: Path, *names: PresetUse | str, pins: dict[str, str] | None = None) -> list[LoadedPreset]:
    return PresetLibrary(folder, ["presets"], pins).stack(names, ASKER)


def refused(folder: Path, *names: PresetUse | str, pins: dict[str, str] | None = None) -> str:
    with pytest.raises(InvalidInput) as error:
        stack(folder, *names, pins=pins)
    return "\n".join(f"{message}; {message.hint}".removesuffix("; ") for message in error.value.messages)


def replicas(loaded: LoadedPreset) -> object:
    return getattr(loaded.preset, "replicas", None)


def test_a_package_says_by_its_entry_point_where_its_presets_are(package: Path, project: Path) -> None:
    (only,) = stack(project, "base")

    assert replicas(only) == 9
    assert only.source.file == str(package.relative_to(project) / "base.yaml")


def test_names_have_dashes_where_modules_have_underscores(package: Path, project: Path) -> None:
    found = PresetLibrary(project, []).files()
    assert [one.name for one in found if one.source == "acme"] == ["base", "http-api"]


def test_a_name_that_a_package_and_chartgen_define_needs_its_source(package: Path, project: Path) -> None:
    assert "'http-api' is ambiguous: acme/http-api (" in refused(project, "http-api")
    assert replicas(stack(project, "acme/http-api")[-1]) == 8
    assert replicas(stack(project, "chartgen/http-api")[-1]) == 3


def test_a_presets_own_source_comes_first_for_what_it_extends(package: Path, project: Path) -> None:
    (package / "team.yaml").write_text("name: team\nextends: [http-api]\n")

    assert [replicas(one) for one in stack(project, "team")] == [8, 2]


def test_a_preset_may_extend_one_of_its_own_name_from_elsewhere(package: Path, project: Path) -> None:
    (package / "http_api.py").write_text(
        'from chartgen import Preset\npreset = Preset(name="http-api", replicas=8, extends=["chartgen/http-api"])\n'
    )

    names = [(one.origin, one.preset.name) for one in stack(project, "acme/http-api")]
    assert names == [("chartgen", "cluster"), ("chartgen", "http-api"), ("acme", "http-api")]


def test_a_package_is_imported_only_where_it_is_named(package: Path, project: Path) -> None:
    (package / "broken.py").write_text("raise ValueError('on import')\n")

    assert replicas(stack(project, "base")[0]) == 9
    assert "acme_presets" not in sys.modules
    assert "broken.py:1: raised ValueError: on import" in refused(project, "broken")


def test_a_folder_of_the_project_counts_in_place_of_the_package_that_is_installed(package: Path, project: Path) -> None:
    (project / "ours").mkdir()
    (project / "ours" / "base.yaml").write_text("name: base\nreplicas: 7\n")
    library = PresetLibrary(project, [], sources={"acme": "ours"})

    (only,) = library.stack(["acme/base"], ASKER)
    assert (only.origin, replicas(only), only.source.file) == ("acme", 7, "ours/base.yaml")
    assert [one.exact for one in library.files() if one.source == "acme"] == ["acme/base"]


@pytest.mark.parametrize(
    ("sources", "text"),
    [
        ({"acme": "ours"}, "preset-sources.acme: there is no folder 'ours'"),
        ({"chartgen": "."}, "preset-sources.chartgen: is taken by a source that every project has"),
        ({"project": "."}, "preset-sources.project: is taken by a source that every project has"),
    ],
)
def test_a_source_that_can_not_be_is_told(project: Path, sources: dict[str, str], text: str) -> None:
    with pytest.raises(InvalidInput) as error:
        PresetLibrary(project, [], sources=sources)
    assert str(error.value.messages[0]) == f"chartgen.toml: {text}"


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("acme", "no_such_package", "acme = 'no_such_package' can't be found"),
        ("acme", "no_such.package", "acme = 'no_such.package' can't be found: No module named 'no_such'"),
        ("acme", "json.decoder", "acme = 'json.decoder' is a module; presets are the files of a package"),
        ("chartgen", "json", "chartgen = 'json' calls itself 'chartgen', which is taken"),
    ],
)
def test_an_entry_point_that_leads_nowhere_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, text: str
) -> None:
    install(monkeypatch, name, value)

    assert refused(project, "base") == f"acme-presets, entry point chartgen.presets: {text}"


def test_options_make_the_preset(package: Path, project: Path) -> None:
    (package / "api.py").write_text(OPTIONS)

    (only,) = stack(project, PresetUse(name="api", options={"copies": 4, "health": "/up"}))
    assert replicas(only) == 4
    assert stack(project, PresetUse(name="api", options={"copies": 5}))[0].digest != only.digest


def test_an_option_without_a_default_has_to_be_given(package: Path, project: Path) -> None:
    (package / "api.py").write_text(OPTIONS)

    assert refused(project, "api") == "chartgen.toml: presets[0].options.copies: is missing"


def test_a_preset_is_asked_for_with_one_set_of_options(package: Path, project: Path) -> None:
    (package / "api.py").write_text(OPTIONS)
    one, other = (PresetUse(name="api", options={"copies": copies}) for copies in (4, 5))

    assert refused(project, one, other) == "chartgen.toml: presets[1]: asks for 'api' a second time, with other options"
    assert len(stack(project, one, one)) == 1


def test_a_preset_that_is_called_is_asked_for_at_the_callers_line(package: Path, project: Path) -> None:
    (package / "api.py").write_text(OPTIONS)
    service = project / "service.py"
    service.write_text(
        "from acme_presets import api\nfrom chartgen import Service\n\nservice = Service(\n"
        '    name="x",\n    presets=[\n        api.preset("/up", cpies=4),\n    ],\n)\n'
    )
    space: dict[str, Service] = {}
    exec(compile(service.read_text(), str(service), "exec"), space)  # noqa: S102 - as the loader does

    with pytest.raises(InvalidInput) as error:
        PresetLibrary(project, []).stack(space["service"].presets, PythonSource("service.py", space["service"]))
    assert [(message.line, message.path) for message in error.value.messages] == [
        (7, "presets[0].options.copies"),
        (7, "presets[0].options.cpies"),
    ]


@pytest.mark.parametrize("name", ["base", "acme/base"])
def test_a_pin_is_met_or_refused(package: Path, project: Path, name: str) -> None:
    assert len(stack(project, "base", pins={name: "0.1.0"})) == 1
    assert refused(project, "base", pins={name: "0.2.0"}).startswith(
        f"chartgen.toml: preset-pins.{name}: is 0.2.0, and the preset is 0.1.0 (site/acme_presets/base.yaml:1); "
    )


@pytest.mark.parametrize(
    ("group", "belonging"),
    [
        (Group(presets=[]), True),
        (Group(presets=[], paths=["services/shop/*"]), True),
        (Group(presets=[], paths=["services/**"]), True),
        (Group(presets=[], paths=["services/shop/cart"]), True),
        (Group(presets=[], paths=["services/back/*", "services/shop"]), False),
        (Group(presets=[], labels={"tier": "web"}), True),
        (Group(presets=[], labels={"tier": "web", "zone": "a"}), False),
        (Group(presets=[], labels={"tier": "web"}, paths=["other/*"]), False),
    ],
)
def test_a_group_is_of_paths_and_labels(tmp_path: Path, group: Group, belonging: bool) -> None:  # noqa: FBT001 - a table
    service = Service(name="cart", labels={"tier": "web"})
    path = tmp_path / "services" / "shop" / "cart" / "service.py"

    loaded = LoadedService(service, path, PythonSource("service.py", service))
    assert belongs(loaded, group, tmp_path) is belonging


def test_groups_stand_in_the_projects_file() -> None:
    config = Config.model_validate({"groups": {"web": {"paths": ["web/*"], "presets": ["acme/web"]}}})

    assert config.groups["web"].presets == ["acme/web"]
