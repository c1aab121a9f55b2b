"""A chart is written whole; what is not chartgen's stays."""

import os
import stat
from pathlib import Path

import pytest

from chartgen.charting.ledger import FILE_NAME
from chartgen.disk import Change, Chart, in_one_step, in_two_renames, write
from chartgen.disk.exchange import Exchange
from chartgen.errors import StaleChart
from tests.disk.charts import FILES, chart, names, on_disk, times, without

NEWER = {**FILES, "values.yaml": "replicaCount: 3\n"}


@pytest.fixture(params=[in_one_step, in_two_renames])
def exchange(request: pytest.FixtureRequest) -> Exchange:
    """Both ways to put a chart in its place."""
    way: Exchange = request.param
    return way


def test_a_new_chart_is_written_with_its_folders(tmp_path: Path) -> None:
    new = chart(tmp_path / "services/orders/chart")

    written = write([new])

    assert on_disk(new.folder) == new.files
    assert names(new.folder.parent) == ["chart"]
    assert [one.folder for one, _ in written] == [new.folder]


def test_a_fresh_chart_is_neither_touched_nor_named(tmp_path: Path) -> None:
    write([chart(tmp_path / "a/chart"), chart(tmp_path / "b/chart")])
    before = times(tmp_path / "a")
    heard: list[tuple[Chart, list[Change]]] = []

    written = write(
        [chart(tmp_path / "a/chart"), chart(tmp_path / "b/chart", NEWER)],
        on_done=lambda one, changes: heard.append((one, changes)),
    )

    assert times(tmp_path / "a") == before
    assert [(one.folder.parent.name, [change.path for change in changes]) for one, changes in written] == [
        ("b", ["values.yaml", FILE_NAME])
    ]
    assert [(one.folder.parent.name, len(changes)) for one, changes in heard] == [("a", 0), ("b", 2)]


def test_unchanged_files_stay_the_files_they_were(tmp_path: Path, exchange: Exchange) -> None:
    write([chart(tmp_path / "chart")])
    before = (tmp_path / "chart/Chart.yaml").stat()

    write([chart(tmp_path / "chart", NEWER)], exchange=exchange)

    after = (tmp_path / "chart/Chart.yaml").stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_nlink) == (before.st_ino, before.st_mtime_ns, 1)
    assert on_disk(tmp_path / "chart") == chart(tmp_path, NEWER).files
    assert names(tmp_path) == ["chart"]


def test_foreign_files_survive_with_their_permissions(tmp_path: Path, exchange: Exchange) -> None:
    folder = tmp_path / "chart"
    write([chart(folder)])
    script = folder / "ci/deploy.sh"
    script.parent.mkdir(mode=0o750)
    script.write_bytes(b"#!/bin/sh\r\n\xff")
    script.chmod(0o741)
    (folder / "empty/below").mkdir(parents=True)
    (folder / "templates/mine.yaml").write_text("kind: ConfigMap\n")
    before = (script.stat(), script.parent.stat())

    write([chart(folder, without("templates/service.yaml", NEWER))], exchange=exchange)

    after = (script.stat(), script.parent.stat())
    assert script.read_bytes() == b"#!/bin/sh\r\n\xff"
    assert [one.st_mode for one in after] == [one.st_mode for one in before]
    assert after[0].st_mtime_ns == before[0].st_mtime_ns
    assert (folder / "empty/below").is_dir()
    assert (folder / "templates/mine.yaml").exists()
    assert not (folder / "templates/service.yaml").exists()


def test_foreign_files_are_copied_where_links_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "chart"
    write([chart(folder)])
    script = folder / "deploy.sh"
    script.write_text("#!/bin/sh\n")
    script.chmod(0o741)
    os.utime(script, ns=(10**18, 10**18))
    monkeypatch.setattr(os, "link", _no_links)

    write([chart(folder, NEWER)])

    assert (stat.S_IMODE(script.stat().st_mode), script.stat().st_mtime_ns) == (0o741, 10**18)
    assert on_disk(folder) == {**chart(folder, NEWER).files, "deploy.sh": "#!/bin/sh\n"}


def test_folders_left_behind_go(tmp_path: Path) -> None:
    folder = tmp_path / "chart"
    write([chart(folder)])

    write([chart(folder, without("charts/chartgen-library/templates/_library.tpl"))])

    assert not (folder / "charts").exists()


def test_generated_files_have_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write([chart(tmp_path / "chart")])
        (tmp_path / "chart/values.yaml").chmod(0o600)
        write([chart(tmp_path / "chart", NEWER)])
    finally:
        os.umask(before)

    modes = {stat.S_IMODE((tmp_path / "chart" / path).stat().st_mode) for path in FILES}
    assert modes == {0o640}
    assert stat.S_IMODE((tmp_path / "chart").stat().st_mode) == 0o750


def test_text_is_utf_8_with_line_feeds(tmp_path: Path) -> None:
    write([chart(tmp_path / "chart")])

    assert (tmp_path / "chart/charts/chartgen-library/templates/_library.tpl").read_bytes() == "größe\n".encode()


def test_a_hand_edit_is_refused_with_a_diff_and_no_chart_is_written(tmp_path: Path) -> None:
    write([chart(tmp_path / "a"), chart(tmp_path / "b"), chart(tmp_path / "c")])
    (tmp_path / "b/values.yaml").write_text("replicaCount: 9\n")
    (tmp_path / "c/Chart.yaml").unlink()
    before = times(tmp_path)

    with pytest.raises(StaleChart) as caught:
        write([chart(tmp_path / name, NEWER) for name in "abcd"])

    assert times(tmp_path) == before
    assert str(caught.value).splitlines() == [
        f"{tmp_path}/b/values.yaml: was edited by hand",
        f"--- {tmp_path}/b/values.yaml (on disk)".replace("--- /", "--- "),
        f"+++ {tmp_path}/b/values.yaml (generated)".replace("+++ /", "+++ "),
        "@@ -1 +1 @@",
        "-replicaCount: 9",
        "+replicaCount: 3",
        f"{tmp_path}/c/Chart.yaml: was deleted by hand",
    ]
    assert caught.value.hint.endswith(": chartgen generate --force")


def test_other_reasons_are_told_apart(tmp_path: Path) -> None:
    write([chart(tmp_path / "a", without("values.yaml"))])
    (tmp_path / "a/values.yaml").write_text("mine\n")
    (tmp_path / "a/templates/service.yaml").write_text("mine\n")

    with pytest.raises(StaleChart) as caught:
        write([chart(tmp_path / "a", without("templates/service.yaml"))])

    text = str(caught.value)
    assert f"{tmp_path}/a/values.yaml: is not chartgen's, and stands where a generated file belongs" in text
    assert f"{tmp_path}/a/templates/service.yaml: was edited by hand, and is generated no more" in text


def test_force_overwrites_and_keeps_a_numbered_backup(tmp_path: Path, exchange: Exchange) -> None:
    folder, heard = tmp_path / "chart", list[str]()
    for text in ("first\n", "second\n"):
        write([chart(folder)], force=True)
        (folder / "values.yaml").write_text(text)
        (folder / "templates/service.yaml").write_text(text)
        (folder / "Chart.yaml").unlink()
        write([chart(folder, without("templates/service.yaml"))], force=True, on_notice=heard.append, exchange=exchange)

    assert on_disk(folder) == chart(folder, without("templates/service.yaml")).files
    for number, text in ((1, "first\n"), (2, "second\n")):
        kept = on_disk(tmp_path / f"chart.chartgen-backup-{number}")
        assert kept == {"values.yaml": text, "templates/service.yaml": text}
    assert heard[0] == f"{tmp_path}/chart.chartgen-backup-1: keeps what was edited by hand"


def test_force_rebuilds_an_unreadable_ledger(tmp_path: Path) -> None:
    folder = tmp_path / "chart"
    write([chart(folder)])
    (folder / FILE_NAME).write_text("<<<<<<< HEAD\n")
    (folder / "values.yaml").write_text("mine\n")

    write([chart(folder)], force=True)

    assert on_disk(folder) == chart(folder).files
    assert on_disk(tmp_path / "chart.chartgen-backup-1") == {"values.yaml": "mine\n", FILE_NAME: "<<<<<<< HEAD\n"}


def test_an_unreadable_ledger_stops_all_charts(tmp_path: Path) -> None:
    write([chart(tmp_path / "a"), chart(tmp_path / "b")])
    (tmp_path / "b" / FILE_NAME).write_text("{")
    before = times(tmp_path)

    with pytest.raises(StaleChart):
        write([chart(tmp_path / "a", NEWER), chart(tmp_path / "b", NEWER)])

    assert times(tmp_path) == before


def test_a_run_of_the_same_charts_writes_nothing(tmp_path: Path) -> None:
    write([chart(tmp_path / "chart", NEWER)])

    assert write([chart(tmp_path / "chart", NEWER)]) == []


def test_what_somebody_writes_while_chartgen_runs_is_kept(tmp_path: Path, exchange: Exchange) -> None:
    folder, heard = tmp_path / "chart", list[str]()
    write([chart(folder)])

    def exchange_late(staged: Path, place: Path) -> Path:
        (place / "values.yaml").write_text("just now\n")
        (place / "new.txt").write_text("just now\n")
        return exchange(staged, place)

    write([chart(folder, NEWER)], exchange=exchange_late, on_notice=heard.append)

    assert on_disk(folder) == chart(folder, NEWER).files
    kept = on_disk(tmp_path / "chart.chartgen-backup-1")
    assert (kept["values.yaml"], kept["new.txt"]) == ("just now\n", "just now\n")
    assert heard == [
        f"{tmp_path}/chart.chartgen-backup-1: keeps the chart as it was; somebody wrote in it while chartgen ran"
    ]


def _no_links(*_: object, **__: object) -> None:
    raise PermissionError(1, "Operation not permitted")
