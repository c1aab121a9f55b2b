"""Single files are made once, and charts are laid out for somebody to read."""

from pathlib import Path

import pytest

from chartgen.disk import make, materialise, unmake
from chartgen.errors import InvalidInput
from tests.disk.charts import FILES, chart, names, on_disk


def test_files_are_made_with_their_folders_and_what_exists_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine")
    (tmp_path / "c").symlink_to("/nowhere")

    made = make({tmp_path / "orders/service.py": "x\n", tmp_path / "b": "theirs", tmp_path / "c": "theirs"})

    assert made == [tmp_path / "orders/service.py"]
    assert (tmp_path / "orders/service.py").read_text() == "x\n"
    assert (tmp_path / "b").read_text() == "mine"
    assert names(tmp_path / "orders") == ["service.py"]


def test_where_one_cannot_be_made_none_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")

    with pytest.raises(InvalidInput) as caught:
        make({tmp_path / "orders/service.py": "x", tmp_path / "file/service.py": "x"})

    assert str(caught.value).startswith(f"{tmp_path}/file/service.py: can't be written: ")
    assert names(tmp_path) == ["file"]


def test_what_was_made_is_taken_back_and_nothing_else(tmp_path: Path) -> None:
    made = make({tmp_path / "a/service.py": "x", tmp_path / "b/service.py": "x"})
    (tmp_path / "b/notes").write_text("mine")

    unmake(made)

    assert on_disk(tmp_path) == {"b/notes": "mine"}
    assert not (tmp_path / "a").exists()


def test_a_chart_is_laid_out_in_a_folder(tmp_path: Path) -> None:
    materialise(chart(tmp_path / "elsewhere"), tmp_path / "x/orders-api")

    assert on_disk(tmp_path / "x/orders-api") == chart(tmp_path).files
    with pytest.raises(InvalidInput, match="leaves the chart"):
        materialise(chart(tmp_path / "elsewhere", {**FILES, "../x": ""}), tmp_path / "y")
