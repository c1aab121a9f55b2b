"""Archives in ``charts/`` come from elsewhere: the search for a chart's name ends in one or none, whatever is there."""

import gzip
import io
import random
import tarfile
import tracemalloc
from pathlib import Path

import pytest

from chartgen.archives import _chart_yaml
from tests.sizes import size, tried

CHART = b"apiVersion: v2\nname: relay\nversion: 1.0.0\n"


def archive(data: bytes = CHART, name: str = "relay/Chart.yaml", kind: bytes = tarfile.REGTYPE) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz", compresslevel=1) as made:
        member = tarfile.TarInfo(name)
        member.size, member.type, member.linkname = len(data), kind, "/etc/passwd"
        made.addfile(member, io.BytesIO(data))
    return packed.getvalue()


def test_the_name_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.tgz").write_bytes(archive())

    assert _chart_yaml(tmp_path / "a.tgz") == CHART.decode()


NO_CHARTS = {
    "nothing": b"",
    "no archive": b"no archive",
    "a part of an archive": archive()[:40],
    "no tar": gzip.compress(b"x" * 2000),
    "no text": archive(b"\xff\xfe"),
    "a folder of that name": archive(name="../Chart.yaml/x"),
    "an absolute path": archive(name="/etc/Chart.yaml/x"),
    "a symbolic link": archive(kind=tarfile.SYMTYPE),
    "a hard link": archive(kind=tarfile.LNKTYPE),
    "a pipe": archive(kind=tarfile.FIFOTYPE),
    "a folder": archive(kind=tarfile.DIRTYPE),
}


@pytest.mark.parametrize("data", NO_CHARTS.values(), ids=NO_CHARTS)
def test_what_is_no_chart_has_no_name(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.tgz").write_bytes(data)

    assert _chart_yaml(tmp_path / "a.tgz") == ""


def test_a_file_that_unpacks_to_much_is_read_in_part(tmp_path: Path) -> None:
    (tmp_path / "a.tgz").write_bytes(archive(bytes(50_000_000)))

    tracemalloc.start()
    _chart_yaml(tmp_path / "a.tgz")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 10_000_000


def test_archives_with_wrong_bytes_have_a_name_or_none(tmp_path: Path) -> None:
    dice, whole = random.Random(20270131), archive()  # noqa: S311 - no secret
    for _ in range(size(500, 20_000)):
        data = bytearray(whole)
        for _ in range(dice.randrange(1, 6)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        (tmp_path / "a.tgz").write_bytes(data)

        assert isinstance(_chart_yaml(tmp_path / "a.tgz"), str)
        tried("Archives with wrong bytes")
