"""Files that a service's configuration takes in: read from beside the service file, and from nowhere else."""

from pathlib import Path

import pytest

from chartgen.charting.ledger import from_json
from tests.conftest import Run

SERVICE = """
from chartgen import ConfigFile, ConfigMap, File, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    {said}
)
"""


def write(project: Path, said: str) -> None:
    (project / "service.py").write_text(SERVICE.format(said=said), encoding="utf-8")


def values(project: Path) -> str:
    return (project / "chart/values.yaml").read_text(encoding="utf-8")


def test_a_text_stands_readably_in_the_values(project: Path, run: Run) -> None:
    (project / "site.conf").write_text("server {\n  listen 8080;\n}\n", encoding="utf-8")
    write(project, 'config_files={"site.conf": ConfigFile(file="site.conf", mount_path="/etc/site.conf")},')

    assert run("generate", "-q") == (0, "", "")
    assert "    content: |\n      server {\n        listen 8080;\n      }\n" in values(project)


def test_bytes_stand_there_in_base64(project: Path, run: Run) -> None:
    (project / "logo.png").write_bytes(b"\x89PNG\xff")
    write(project, 'config_maps={"logos": ConfigMap(data={"logo.png": File("logo.png", binary=True)})},')

    assert run("generate", "-q") == (0, "", "")
    assert "    binaryData:\n      logo.png: " in values(project)


def test_a_file_below_the_folder_of_a_data_only_service_is_read(project: Path, run: Run) -> None:
    (project / "etc").mkdir()
    (project / "etc/app.yaml").write_text("a: 1\n", encoding="utf-8")
    text = """\
name: orders-api
image: {repository: ghcr.io/acme/orders-api, tag: "1.4.2"}
configMaps: {app: {data: {app.yaml: {file: etc/app.yaml}}}}
"""
    (project / "service.yaml").write_text(text, encoding="utf-8")

    assert run("generate", "-q") == (0, "", "")
    assert "app.yaml: |\n        a: 1\n" in values(project)


def test_a_change_of_a_file_makes_the_chart_stale_and_changes_the_digest_of_its_input(project: Path, run: Run) -> None:
    write(project, 'config_maps={"app": ConfigMap(data={"a": File("a")})},')

    def input_of(text: str) -> str:
        (project / "a").write_text(text, encoding="utf-8")
        stale = run("generate", "--check", "-q")[0]
        run("generate", "-q")
        assert stale == 3
        assert run("generate", "--check", "-q")[0] == 0
        return from_json((project / "chart/.chartgen.json").read_text(encoding="utf-8")).input

    assert input_of("one") != input_of("two")


def test_an_overlay_may_take_another_file(project: Path, run: Run) -> None:
    (project / "a").write_text("for all", encoding="utf-8")
    (project / "b").write_text("for production", encoding="utf-8")
    overlay = 'Overlay(config_maps={"app": ConfigMap(data={"a": File("b")})})'
    said = f'config_maps={{"app": ConfigMap(data={{"a": File("a")}})}}, environments={{"production": {overlay}}},'
    text = SERVICE.format(said=said).replace("import ", "import Overlay, ")
    (project / "service.py").write_text(text, encoding="utf-8")

    assert run("generate", "-q") == (0, "", "")
    assert "for all" in values(project)
    assert "for production" in (project / "chart/values-production.yaml").read_text(encoding="utf-8")


def test_a_presets_file_lies_beside_the_preset(project: Path, run: Run) -> None:
    (project / "presets").mkdir()
    (project / "presets/log.conf").write_text("level info\n", encoding="utf-8")
    preset = 'from chartgen import ConfigFile, Preset\npreset = Preset(name="acme", config_files={"log.conf": '
    preset += 'ConfigFile(file="log.conf", mount_path="/etc/log.conf")})\n'
    (project / "presets/acme.py").write_text(preset, encoding="utf-8")
    write(project, 'presets=["acme"],')

    assert run("generate", "-q") == (0, "", "")
    assert "level info" in values(project)

    (project / "presets/log.conf").unlink()
    message = "config_files.log.conf.file: there is no file log.conf beside the file that names it"
    assert run("generate", "-q")[2] == f"error: presets/acme.py:2: {message}\n"


def refused(project: Path, run: Run, file: str, *, binary: bool = False) -> str:
    write(project, f'config_maps={{"a": ConfigMap(data={{"a": File("{file}", binary={binary})}})}},')
    status, _, messages = run("generate", "-q")
    assert status == 2
    assert not (project / "chart").exists()
    return messages


PLACE = "error: service.py:7: config_maps.a.data.a.file: "
BINARY = 'hint: write File("{}", binary=True) to keep the bytes as they are\n'


def test_text_that_is_not_utf_8_is_refused_with_the_byte(project: Path, run: Run) -> None:
    (project / "latin").write_bytes(b"gr\xfc\xdfe")

    said = refused(project, run, "latin")
    assert said == f"{PLACE}latin is not UTF-8 text, at byte 2\n{BINARY.format('latin')}"


def test_the_hint_is_in_the_words_of_a_data_only_file(project: Path, run: Run) -> None:
    (project / "latin").write_bytes(b"\xfc")
    text = 'name: orders-api\nimage: {repository: orders, tag: "1"}\nconfigMaps: {a: {data: {a: {file: latin}}}}\n'
    (project / "service.yaml").write_text(text, encoding="utf-8")

    assert run("generate", "-q")[2] == (
        "error: service.yaml:3: configMaps.a.data.a.file: latin is not UTF-8 text, at byte 0\n"
        "hint: write file: {path: latin, binary: true} to keep the bytes as they are\n"
    )


def test_text_with_control_characters_is_refused_with_the_place(project: Path, run: Run) -> None:
    (project / "dos").write_bytes(b"a\r\n")

    said = refused(project, run, "dos")
    assert said == f"{PLACE}dos holds the control character U+000D at position 1\n{BINARY.format('dos')}"


def test_a_file_over_1_mib_is_refused(project: Path, run: Run) -> None:
    (project / "large").write_bytes(b"x" * (1024 * 1024 + 1))

    said = refused(project, run, "large", binary=True)
    assert said.startswith(f"{PLACE}large has 1048577 bytes; a ConfigMap takes 1048576 (1 MiB)\n")


@pytest.mark.parametrize("link", ["link", "folder/a", "inside"])
def test_symbolic_links_are_refused_wherever_they_lead(project: Path, run: Run, link: str) -> None:
    outside = project.parent / "outside"
    outside.mkdir(exist_ok=True)
    (outside / "a").write_text("not yours", encoding="utf-8")
    (project / "mine").write_text("mine", encoding="utf-8")
    (project / "link").symlink_to(outside / "a")
    (project / "folder").symlink_to(outside)
    (project / "inside").symlink_to(project / "mine")

    said = refused(project, run, link)
    assert said == (f"{PLACE}{link} is a symbolic link, or lies behind one\nhint: keep a copy of the file itself\n")


@pytest.mark.parametrize("path", ["../a", "a/../../a", "./a", "a//b", "..", "a/"])
def test_a_path_that_may_lead_out_is_refused(project: Path, run: Run, path: str) -> None:
    assert "which may lead out of the project" in refused(project, run, path)


@pytest.mark.parametrize("path", ["/etc/passwd", "C:/a", "a\\\\b", ""])
def test_an_absolute_path_is_refused_by_its_form(project: Path, run: Run, path: str) -> None:
    assert "must be a file beside this one or below its folder" in refused(project, run, path)
