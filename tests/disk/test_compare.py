"""What would be written, without writing it."""

from pathlib import Path

import pytest

from chartgen.charting.ledger import FILE_NAME
from chartgen.disk import Change, compare, write
from chartgen.errors import StaleChart
from tests.disk.charts import FILES, chart, on_disk, times, without


def test_everything_of_a_new_chart_is_added(tmp_path: Path) -> None:
    changes = compare(chart(tmp_path / "chart"))

    assert [(change.path, change.kind) for change in changes] == [(path, "added") for path in [*FILES, FILE_NAME]]
    assert changes[0] == Change("Chart.yaml", "added", None, FILES["Chart.yaml"])
    assert on_disk(tmp_path) == {}


def test_a_fresh_chart_has_no_changes_and_is_not_touched(tmp_path: Path) -> None:
    write([chart(tmp_path / "chart")])
    before = times(tmp_path)

    assert compare(chart(tmp_path / "chart")) == []
    assert times(tmp_path) == before


def test_a_stale_file_is_changed(tmp_path: Path) -> None:
    write([chart(tmp_path / "chart")])

    changes = compare(chart(tmp_path / "chart", {**FILES, "values.yaml": "replicaCount: 3\n"}))

    assert changes[0] == Change("values.yaml", "changed", "replicaCount: 2\n", "replicaCount: 3\n")
    assert [change.path for change in changes] == ["values.yaml", FILE_NAME]
    assert changes[1].kind == "changed"


def test_a_file_that_is_generated_no_more_is_removed(tmp_path: Path) -> None:
    write([chart(tmp_path / "chart")])

    changes = compare(chart(tmp_path / "chart", without("templates/service.yaml")))

    assert {change.path: change.kind for change in changes} == {
        "templates/service.yaml": "removed",
        FILE_NAME: "changed",
    }


@pytest.mark.parametrize("files", [FILES, {**FILES, "values.yaml": "replicaCount: 3\n"}, without("values.yaml")])
def test_a_file_edited_by_hand_is_edited_whatever_should_become_of_it(tmp_path: Path, files: dict[str, str]) -> None:
    write([chart(tmp_path / "chart")])
    (tmp_path / "chart/values.yaml").write_text("replicaCount: 9\n")

    changes = {change.path: change for change in compare(chart(tmp_path / "chart", files))}

    assert changes["values.yaml"] == Change("values.yaml", "edited", "replicaCount: 9\n", files.get("values.yaml"))


def test_a_file_deleted_by_hand_is_edited(tmp_path: Path) -> None:
    write([chart(tmp_path / "chart")])
    (tmp_path / "chart/values.yaml").unlink()

    assert compare(chart(tmp_path / "chart")) == [Change("values.yaml", "edited", None, FILES["values.yaml"])]


def test_an_edit_that_says_what_would_be_written_is_none(tmp_path: Path) -> None:
    write([chart(tmp_path / "chart")])
    (tmp_path / "chart/values.yaml").write_text("replicaCount: 3\n")

    changes = compare(chart(tmp_path / "chart", {**FILES, "values.yaml": "replicaCount: 3\n"}))

    assert [change.path for change in changes] == [FILE_NAME]


def test_a_strangers_file_in_the_place_of_a_generated_one_is_edited_unless_it_is_equal(tmp_path: Path) -> None:
    (tmp_path / "chart").mkdir()
    (tmp_path / "chart/values.yaml").write_bytes(b"\xff mine")
    (tmp_path / "chart/Chart.yaml").write_text(FILES["Chart.yaml"])

    changes = {change.path: change for change in compare(chart(tmp_path / "chart"))}

    assert changes["values.yaml"] == Change("values.yaml", "edited", "\ufffd mine", FILES["values.yaml"])
    assert "Chart.yaml" not in changes


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"<<<<<<< HEAD\n", "holds the marks of a merge conflict"),
        (b'{"format": 99}', "is not of format 1; another version of chartgen wrote it"),
        (b"\xff", "is not UTF-8"),
    ],
)
def test_an_unreadable_ledger_is_stale_and_says_how_to_rebuild_it(tmp_path: Path, text: bytes, reason: str) -> None:
    write([chart(tmp_path / "chart")])
    (tmp_path / "chart" / FILE_NAME).write_bytes(text)

    with pytest.raises(StaleChart) as caught:
        compare(chart(tmp_path / "chart"))

    assert str(caught.value) == f"{tmp_path}/chart/{FILE_NAME}: {reason}"
    assert caught.value.hint.endswith(": chartgen generate --force")
    assert caught.value.exit_code == 3


def test_a_diff_leads_from_disk_to_what_should_be() -> None:
    assert Change("values.yaml", "changed", "a: 1\nb: 2\n", "a: 1\nb: 3").diff("chart") == (
        "--- chart/values.yaml (on disk)\n+++ chart/values.yaml (generated)\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+b: 3\n"
        "\\ No newline at end of file\n"
    )
    assert Change("x", "added", None, "a\n").diff() == "--- /dev/null\n+++ x (generated)\n@@ -0,0 +1 @@\n+a\n"
    assert Change("x", "removed", "a\n", None).diff() == "--- x (on disk)\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"
