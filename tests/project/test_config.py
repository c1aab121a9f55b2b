"""chartgen.toml and [tool.chartgen]: found upwards, closed, and refused with every problem."""

from pathlib import Path

import pytest

from chartgen.errors import InvalidInput
from chartgen.project.config import Config, find_root, load_config


def refused(folder: Path, text: str, name: str = "chartgen.toml") -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput) as error:
        load_config(folder)
    return [f"{message}; {message.hint}".removesuffix("; ") for message in error.value.messages]


def test_no_file_is_needed(project: Path) -> None:
    assert load_config(find_root(project)) == Config()


def test_the_project_is_the_nearest_folder_upwards_with_a_file(project: Path) -> None:
    (project / "chartgen.toml").touch()
    inner = project / "services" / "orders-api"
    inner.mkdir(parents=True)

    assert find_root(inner) == project


def test_the_starting_folder_is_the_project_where_there_is_no_file(project: Path) -> None:
    assert find_root(project) == project


def test_a_table_in_pyproject_does_the_same(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.chartgen]\npresets = ["http-api"]\n')
    inner = project / "services"
    inner.mkdir()

    assert find_root(inner) == project
    assert load_config(project).presets == ["http-api"]


def test_a_pyproject_of_somebody_else_is_passed_by(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.ruff]\nline-length = 88\n")
    inner = project / "inner"
    inner.mkdir()

    assert find_root(inner) == inner
    assert load_config(project) == Config()


def test_chartgen_toml_wins_over_pyproject(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.chartgen]\noutput = "one"\n')
    (project / "chartgen.toml").write_text('output = "two"\n')

    assert load_config(project).output == "two"


def test_everything_can_be_said(project: Path) -> None:
    (project / "chartgen.toml").write_text(
        """
        services = ["services/*/service.py"]
        output = "helm"
        presets = ["http-api"]
        preset-folders = ["platform/presets"]

        [environments.production]
        [environments.production-eu]
        extends = "production"

        [kubernetes]
        oldest = "1.32"
        newest = "1.34"
        """
    )

    config = load_config(project)

    assert config.services == ["services/*/service.py"]
    assert (config.output, config.presets, config.preset_folders) == ("helm", ["http-api"], ["platform/presets"])
    assert list(config.environments) == ["production", "production-eu"]
    assert config.environments["production-eu"].extends == "production"
    assert (config.kubernetes.oldest, config.kubernetes.newest) == ("1.32", "1.34")


def test_an_unknown_key_is_refused_with_what_was_meant(project: Path) -> None:
    assert refused(project, 'preset = ["http-api"]') == [
        "chartgen.toml: preset: no such field; did you mean 'presets'?"
    ]


def test_an_unknown_key_of_a_table_is_refused_with_its_path(project: Path) -> None:
    assert refused(project, '[environments.eu]\nextend = "production"') == [
        "chartgen.toml: environments.eu.extend: no such field; did you mean 'extends'?"
    ]


def test_an_unknown_key_in_pyproject_names_pyproject(project: Path) -> None:
    assert refused(project, '[tool.chartgen]\noutputs = "x"', "pyproject.toml") == [
        "pyproject.toml: outputs: no such field; did you mean 'output'?"
    ]


def test_all_problems_are_told_at_once(project: Path) -> None:
    assert refused(project, 'presets = "http-api"\noutput = "../elsewhere"\nnope = 1\n')[0].startswith(
        "chartgen.toml: nope"
    )
    assert len(refused(project, 'presets = "http-api"\noutput = "../elsewhere"\nnope = 1\n')) == 3


@pytest.mark.parametrize("text", ["presets = [", "\x00", "a = 1\na = 2"])
def test_what_is_no_toml_is_refused(project: Path, text: str) -> None:
    (found,) = refused(project, text)

    assert found.startswith("chartgen.toml: is not TOML: ")


def test_a_file_that_is_not_utf_8_is_refused(project: Path) -> None:
    (project / "chartgen.toml").write_bytes(b"# caf\xe9\n")

    with pytest.raises(InvalidInput, match=r"^chartgen\.toml: is not TOML: "):
        load_config(project)


@pytest.mark.parametrize("version", ["1.29", "1.38", "1.3", "2.0", "v1.34", "1.34.1"])
def test_a_kubernetes_that_chartgen_does_not_know_is_refused(project: Path, version: str) -> None:
    (found,) = refused(project, f'[kubernetes]\nnewest = "{version}"')

    assert found.startswith("chartgen.toml: kubernetes.newest: must be")


def test_the_oldest_kubernetes_is_not_newer_than_the_newest(project: Path) -> None:
    assert refused(project, '[kubernetes]\noldest = "1.35"\nnewest = "1.31"') == [
        "chartgen.toml: kubernetes.oldest: is newer than kubernetes.newest"
    ]


def test_an_environment_that_is_no_file_name_is_refused(project: Path) -> None:
    (found,) = refused(project, '[environments."Prod/EU"]')

    assert found.startswith("chartgen.toml: environments.Prod/EU: 'Prod/EU' is no good name")
