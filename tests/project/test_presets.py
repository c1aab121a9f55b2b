"""Presets by name: the project's own before those that ship, stacked lowest first, wrong ones at their own line."""

from pathlib import Path

import pytest

from chartgen import Volume
from chartgen.errors import InvalidInput
from chartgen.project.lines import TomlSource
from chartgen.project.presets import PresetLibrary

ASKER = TomlSource("chartgen.toml")


@pytest.fixture
def presets(project: Path) -> Path:
    (project / "presets").mkdir()
    return project / "presets"


def library(folder: Path) -> PresetLibrary:
    return PresetLibrary(folder.parent, ["presets"])


def names(folder: Path, *asked: str) -> list[str]:
    return [one.preset.name for one in library(folder).stack(asked, ASKER)]


def refused(folder: Path, *asked: str) -> list[str]:
    with pytest.raises(InvalidInput) as error:
        library(folder).stack(asked, ASKER)
    return [f"{message}; {message.hint}".removesuffix("; ") for message in error.value.messages]


def write(folder: Path, name: str, extends: str = "", more: str = "") -> None:
    text = f'from chartgen import Preset\npreset = Preset(\n    name="{name}",\n    extends=[{extends}],\n{more})\n'
    (folder / f"{name}.py").write_text(text, encoding="utf-8")


def test_the_shipped_preset_is_there(presets: Path) -> None:
    assert "http-api" in library(presets).names()
    assert names(presets, "http-api") == ["cluster", "http-api"]


def test_a_preset_lies_above_those_that_it_extends(presets: Path) -> None:
    write(presets, "acme", '"base", "http-api"')
    write(presets, "base")

    assert names(presets, "acme") == ["base", "cluster", "http-api", "acme"]


def test_a_preset_that_several_extend_lies_there_once_and_lowest(presets: Path) -> None:
    write(presets, "a", '"base"')
    write(presets, "b", '"base"')
    write(presets, "base")

    assert names(presets, "a", "b") == ["base", "a", "b"]


def test_a_preset_may_be_data(presets: Path) -> None:
    (presets / "acme.yaml").write_text("name: acme\nextends: [http-api]\nreplicas: 4\n", encoding="utf-8")

    stack = library(presets).stack(["acme"], ASKER)

    assert [one.preset.name for one in stack] == ["cluster", "http-api", "acme"]
    assert getattr(stack[-1].preset, "replicas", None) == 4


def test_a_name_that_two_sources_define_is_ambiguous_and_both_are_named(presets: Path) -> None:
    write(presets, "http-api", more="    replicas=9,\n")

    (message,) = refused(presets, "http-api")
    assert message == (
        "chartgen.toml: presets[0]: 'http-api' is ambiguous: project/http-api (presets/http-api.py) "
        "and chartgen/http-api (ships with chartgen); write 'project/http-api' or 'chartgen/http-api'"
    )


def test_a_name_with_its_source_is_exact(presets: Path) -> None:
    write(presets, "http-api", more="    replicas=9,\n")

    (only,) = library(presets).stack(["project/http-api"], ASKER)

    assert getattr(only.preset, "replicas", None) == 9


def test_a_preset_that_is_not_there_is_told_where_it_is_named(presets: Path) -> None:
    write(presets, "acme", '"http-ap"')

    assert refused(presets, "htp-api") == [
        "chartgen.toml: presets[0]: there is no preset 'htp-api'; did you mean 'http-api'?"
    ]
    assert refused(presets, "acme") == [
        "presets/acme.py:4: extends[0]: there is no preset 'http-ap'; did you mean 'http-api'?"
    ]


def test_presets_in_a_circle_are_told_with_the_circle(presets: Path) -> None:
    write(presets, "a", '"b"')
    write(presets, "b", '"c"')
    write(presets, "c", '"a"')

    assert refused(presets, "a") == [
        "presets/c.py:4: extends[0]: presets extend each other in a circle: a extends b extends c extends a"
    ]


def test_a_preset_that_extends_itself_is_a_circle(presets: Path) -> None:
    write(presets, "a", '"a"')

    assert refused(presets, "a") == ["presets/a.py:4: extends[0]: presets extend each other in a circle: a extends a"]


def test_a_misspelt_field_is_told_at_the_presets_own_line(presets: Path) -> None:
    write(presets, "acme", more="    replica=9,\n    rollouts=3,\n")

    assert refused(presets, "acme") == [
        "presets/acme.py:5: replica: no such field; did you mean 'replicas'?",
        "presets/acme.py:6: rollouts: no such field; did you mean 'rollout'?",
    ]


def test_a_preset_that_raises_is_told_at_the_line_that_raised(presets: Path) -> None:
    write(presets, "acme", more="    replicas=1 // 0,\n")

    assert refused(presets, "acme") == [
        "presets/acme.py:5: raised ZeroDivisionError: integer division or modulo by zero"
    ]


@pytest.mark.parametrize("text", ["", "preset = 3", "from chartgen import Preset\nmine = Preset(name='acme')"])
def test_a_file_without_the_variable_preset_is_told(presets: Path, text: str) -> None:
    (presets / "acme.py").write_text(text, encoding="utf-8")

    (found,) = refused(presets, "acme")

    assert found.startswith("presets/acme.py: ")
    assert "; " in found


def test_a_preset_is_named_as_its_file(presets: Path) -> None:
    (presets / "acme.py").write_text('from chartgen import Preset\npreset = Preset(\n    name="acmee")\n')

    assert refused(presets, "acme") == [
        'presets/acme.py:3: name: is not the name of the preset\'s file; write name="acme", or rename the file'
    ]


def test_the_digest_is_of_what_a_preset_says_and_not_of_its_files_bytes(presets: Path) -> None:
    write(presets, "acme", more="    replicas=4,\n")
    before = library(presets).stack(["acme"], ASKER)[0].digest
    write(presets, "acme", more="    # four survive a zone\n    replicas=2 + 2,\n")
    same = library(presets).stack(["acme"], ASKER)[0].digest
    write(presets, "acme", more="    replicas=5,\n")
    other = library(presets).stack(["acme"], ASKER)[0].digest

    assert before == same != other


def test_the_digest_stays_when_chartgen_learns_another_alternative(
    presets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(presets, "acme", more='    volumes={"x": {"empty_dir": {}, "mounts": ["/x"]}},\n')
    before = library(presets).stack(["acme"], ASKER)[0].digest
    monkeypatch.setattr(Volume, "rivals", (frozenset({"empty_dir", "quantum_disk"}),))

    assert library(presets).stack(["acme"], ASKER)[0].digest == before
