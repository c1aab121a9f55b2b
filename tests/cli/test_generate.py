"""chartgen generate: touches what changes, refuses what was edited by hand, and says which."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import Run

TOLD = "Chart.yaml, README.md, values.yaml, .chartgen.json"


def tree(folder: Path) -> Mapping[Path, tuple[bytes, int]]:
    """Every file with its bytes and the time of its last change."""
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def two(project: Path, run: Run) -> Path:
    """A project of two services, orders-api and users, whose charts are fresh."""
    assert run("new", "orders-api")[0] == 0
    assert run("new", "users")[0] == 0
    return project


def count_up(service: Path) -> None:
    replace(service / "service.py", "0.1.0", "0.2.0")


def test_a_second_run_says_nothing_and_touches_nothing(two: Path, run: Run) -> None:
    before = tree(two)

    assert run("generate") == (0, "", "")
    assert tree(two) == before


def test_what_changes_is_told_chart_by_chart(two: Path, run: Run) -> None:
    count_up(two / "orders-api")
    count_up(two / "users")

    assert run("generate") == (0, f"orders-api/chart: {TOLD}\nusers/chart: {TOLD}\n", "")


def test_of_many_files_the_first_are_named(two: Path, run: Run) -> None:
    replace(two / "users" / "service.py", "staging", "testing")

    status, output, _ = run("generate")

    assert status == 0
    assert output.endswith(" more\n")


@pytest.mark.parametrize("word", ["users", "users/", "./users/service.py"])
def test_only_the_service_that_is_named_is_written(two: Path, run: Run, word: str) -> None:
    count_up(two / "orders-api")
    count_up(two / "users")

    assert run("generate", word) == (0, f"users/chart: {TOLD}\n", "")
    assert run("generate", "--check")[0] == 3


def test_an_unknown_name_is_refused_with_what_was_meant(two: Path, run: Run) -> None:
    assert run("generate", "user") == (
        2,
        "",
        "error: user: there is no such service, file or folder\nhint: did you mean 'users'?\n",
    )


def test_check_writes_nothing_and_exits_3_where_a_chart_is_not_fresh(two: Path, run: Run) -> None:
    assert run("generate", "--check") == (0, "", "")
    count_up(two / "users")
    before = tree(two)

    assert run("generate", "--check") == (3, "", f"stale: users/chart: {TOLD}\nhint: chartgen generate users\n")
    assert tree(two) == before


def test_check_of_a_service_without_a_chart_says_so(two: Path, run: Run) -> None:
    (two / "users" / "chart").rename(two / "elsewhere")

    assert run("generate", "--check", "users") == (
        3,
        "",
        "stale: users/chart: there is no chart yet\nhint: chartgen generate users\n",
    )


def test_diff_writes_nothing_shows_the_change_and_exits_0(two: Path, run: Run) -> None:
    count_up(two / "users")
    before = tree(two)

    status, output, messages = run("generate", "--diff")

    assert (status, messages) == (0, "")
    assert "--- users/chart/values.yaml (on disk)\n+++ users/chart/values.yaml (generated)\n" in output
    assert '-  tag: "0.1.0"\n+  tag: "0.2.0"\n' in output
    assert tree(two) == before


def test_check_and_diff_together_show_the_change_and_exit_3(two: Path, run: Run) -> None:
    count_up(two / "users")

    status, output, messages = run("generate", "--check", "--diff")

    assert status == 3
    assert '+  tag: "0.2.0"\n' in output
    assert messages.startswith("stale: users/chart: ")


def test_a_hand_edit_is_refused_with_its_diff_and_no_chart_is_written(two: Path, run: Run) -> None:
    with (two / "users" / "chart" / "values.yaml").open("a") as file:
        file.write("# by hand\n")
    count_up(two / "orders-api")
    before = tree(two)

    status, output, messages = run("generate")

    assert (status, output) == (3, "")
    assert messages.startswith("error: users/chart/values.yaml: was edited by hand\n--- users/chart/values.yaml")
    assert "\n-# by hand\n" in messages
    assert "hint: move the edits into the service file; or overwrite them" in messages
    assert tree(two) == before


def test_check_tells_a_hand_edit_from_a_stale_file(two: Path, run: Run) -> None:
    with (two / "users" / "chart" / "values.yaml").open("a") as file:
        file.write("# by hand\n")
    (two / "users" / "chart" / "README.md").unlink()

    assert run("generate", "--check") == (
        3,
        "",
        (
            "stale: users/chart: README.md (deleted by hand), values.yaml (edited by hand)\n"
            "hint: chartgen generate users --diff, to see it; "
            "chartgen generate users --force, to overwrite it and keep a backup\n"
        ),
    )


def test_force_overwrites_a_hand_edit_and_says_where_it_is_kept(two: Path, run: Run) -> None:
    values = two / "users" / "chart" / "values.yaml"
    fresh = values.read_bytes()
    values.write_text("by: hand\n")

    assert run("generate", "--force") == (
        0,
        "users/chart: values.yaml (edited by hand)\n",
        "note: users/chart.chartgen-backup-1: keeps what was edited by hand\n",
    )
    assert values.read_bytes() == fresh
    assert (two / "users" / "chart.chartgen-backup-1" / "values.yaml").read_text() == "by: hand\n"
    assert run("generate", "--check")[0] == 0


def test_a_file_of_the_users_own_is_kept(two: Path, run: Run) -> None:
    mine = two / "users" / "chart" / "templates" / "mine.yaml"
    mine.write_text("# mine\n")
    count_up(two / "users")

    assert run("generate")[0] == 0
    assert mine.read_text() == "# mine\n"


def test_image_files_are_made_once_and_never_overwritten(two: Path, run: Run) -> None:
    status, output, _ = run("generate", "users", "--image-files")
    assert (status, output) == (
        0,
        (
            "users/chart/image-staging.yaml: made; it is yours from now on\n"
            "users/chart/image-production.yaml: made; it is yours from now on\n"
        ),
    )
    pinned = two / "users" / "chart" / "image-staging.yaml"
    pinned.write_text('image:\n  tag: "9.9.9"\n')
    count_up(two / "users")

    assert run("generate", "users", "--image-files", "--force")[0] == 0
    assert pinned.read_text() == 'image:\n  tag: "9.9.9"\n'
    assert run("generate", "--check")[0] == 0


def test_a_preset_that_changes_makes_every_chart_stale_that_uses_it(two: Path, run: Run) -> None:
    (two / "presets").mkdir()
    preset = two / "presets" / "acme.py"
    preset.write_text('from chartgen import Preset\npreset = Preset(name="acme", extends=["http-api"], replicas=4)\n')
    replace(two / "users" / "service.py", "http-api", "acme")
    run("generate")
    replace(preset, "replicas=4", "replicas=5")

    assert run("generate", "--check")[2].startswith("stale: users/chart: ")
    assert run("generate")[1].startswith("users/chart: ")
    assert "replicaCount: 5" in (two / "users" / "chart" / "values.yaml").read_text()


def test_presets_and_environments_of_the_project_enter_every_chart(two: Path, run: Run) -> None:
    (two / "chartgen.toml").write_text(
        'presets = ["http-api"]\n[environments.production]\n[environments.production-eu]\nextends = "production"\n'
    )
    replace(two / "users" / "service.py", '"production": Overlay()', '"production": Overlay(replicas=7)')

    assert run("generate")[0] == 0
    assert "replicaCount: 7" in (two / "users" / "chart" / "values-production-eu.yaml").read_text()
    assert (two / "orders-api" / "chart" / "values-production-eu.yaml").is_file()


def test_one_invalid_service_and_nothing_is_written(two: Path, run: Run) -> None:
    count_up(two / "orders-api")
    replace(two / "users" / "service.py", "image=", "imag=")
    before = tree(two)

    status, output, messages = run("generate")

    assert (status, output) == (2, "")
    assert messages == "error: users/service.py:8: imag: no such field\nhint: did you mean 'image'?\n"
    assert tree(two) == before


def test_problems_of_several_services_are_told_at_once(two: Path, run: Run) -> None:
    for name in ("orders-api", "users"):
        replace(two / name / "service.py", "tag=", "tg=")

    messages = run("generate")[2]

    assert "error: orders-api/service.py:8: " in messages
    assert "error: users/service.py:8: " in messages


def test_two_service_files_in_one_folder_are_refused(two: Path, run: Run) -> None:
    (two / "users" / "service.yaml").write_text("name: users\nimage: {repository: x, tag: 1.0.0}\n")

    assert run("generate") == (
        2,
        "",
        "error: users/service.yaml: writes the same chart as service.py beside it\nhint: keep one of the two\n",
    )


def test_a_chart_that_is_a_symlink_is_refused(two: Path, run: Run) -> None:
    chart = two / "users" / "chart"
    chart.rename(two / "elsewhere")
    chart.symlink_to(two / "elsewhere")
    count_up(two / "users")
    before = tree(two)

    status, _, messages = run("generate")

    assert status == 2
    assert messages.startswith("error: users/chart: is a symbolic link\n")
    assert tree(two) == before


def test_a_ledger_in_conflict_exits_3_with_the_command_that_rebuilds_it(two: Path, run: Run) -> None:
    ledger = two / "users" / "chart" / ".chartgen.json"
    ledger.write_text(f"<<<<<<< ours\n{ledger.read_text()}>>>>>>> theirs\n")

    status, _, messages = run("generate")

    assert status == 3
    assert "chartgen generate --force" in messages
    assert run("generate", "--force")[0] == 0
    assert run("generate", "--check")[0] == 0


def test_commands_work_from_a_folder_inside_the_project(two: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (two / "chartgen.toml").touch()
    count_up(two / "orders-api")
    count_up(two / "users")
    monkeypatch.chdir(two / "users")

    assert run("generate", ".") == (0, f"chart: {TOLD}\n", "")
    status, output, _ = run("generate")
    assert (status, output.endswith(f"orders-api/chart: {TOLD}\n")) == (0, True)
    assert run("generate", "orders-api", "--check") == (0, "", "")


def test_quiet_says_only_what_is_wrong(two: Path, run: Run) -> None:
    count_up(two / "users")

    assert run("generate", "-q", "--check")[2].startswith("stale: users/chart: ")
    assert run("generate", "-q") == (0, "", "")
    assert run("generate", "-q", "--image-files") == (0, "", "")


def test_verbose_says_what_is_unchanged_too(two: Path, run: Run) -> None:
    count_up(two / "users")

    assert run("generate", "-v") == (0, f"users/chart: {TOLD}\n", "orders-api/chart: unchanged\n")
    assert run("generate", "--check", "-v")[2] == "orders-api/chart: unchanged\nusers/chart: unchanged\n"


def test_quiet_and_verbose_exclude_each_other(two: Path, run: Run) -> None:
    assert run("generate", "-qv") == (2, "", "error: -q: and -v exclude each other\n")


def test_what_a_service_file_prints_is_kept_apart_from_the_output(two: Path, run: Run) -> None:
    with (two / "users" / "service.py").open("a") as file:
        file.write("print('hello')\n")

    assert run("generate") == (0, "", "hello\n")


def test_a_folder_with_spaces_and_letters_of_other_alphabets_is_one_as_any(two: Path, run: Run) -> None:
    (two / "users").rename(two / "заказы и é")

    assert run("generate", "заказы и é") == (0, "", "")
    assert run("check", "заказы и é")[0] == 0


def test_a_folder_whose_name_is_not_utf_8_is_one_as_any(two: Path, run: Run) -> None:
    odd = two / "caf\udce9"
    (two / "users").rename(odd)
    count_up(odd)

    assert run("generate", "-q") == (0, "", "")
    assert run("generate", "caf\udce9", "--check") == (0, "", "")
