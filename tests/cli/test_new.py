"""chartgen new: one service or many, all or none, and nothing that is there is overwritten."""

from itertools import product
from pathlib import Path

import pytest

from chartgen import PresetUse, Service
from chartgen.project.services import load_service
from tests.conftest import Run

DIGEST = f"sha256:{64 * 'a'}"
HINT = "hint: chartgen new orders-api\n"


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_name_is_enough(project: Path, run: Run) -> None:
    status, output, messages = run("new", "orders-api")

    assert (status, messages) == (0, "")
    assert output == "orders-api: 17 files\nNext: look at the service file, then run chartgen check\n"
    assert left(project / "orders-api") == ["chart", "service.py"]
    assert run("check") == (0, "1 chart checked: all is well\n", "")


def test_the_file_is_the_shortest_that_says_it(project: Path, run: Run) -> None:
    run("new", "orders-api")

    assert (project / "orders-api" / "service.py").read_text() == (
        '"""orders-api: say here what it does."""\n'
        "\n"
        "from chartgen import Image, Overlay, Service\n"
        "\n"
        "service = Service(\n"
        '    name="orders-api",\n'
        '    presets=["http-api"],\n'
        '    image=Image(repository="registry.example.com/orders-api", tag="0.1.0"),\n'
        '    environments={"staging": Overlay(), "production": Overlay()},\n'
        ")\n"
    )


def test_what_is_long_has_an_entry_a_line(project: Path, run: Run) -> None:
    long = ["-e", "development-eu-central", "-e", "staging-eu-central", "-e", "production-eu-central"]
    run("new", "orders-api", "--image", f"ghcr.io/acme/orders-api:1.4.2@{DIGEST}", *long)

    assert (project / "orders-api" / "service.py").read_text().partition("image=")[2] == (
        "Image(\n"
        '        repository="ghcr.io/acme/orders-api",\n'
        '        tag="1.4.2",\n'
        f'        digest="{DIGEST}",\n'
        "    ),\n"
        "    environments={\n"
        '        "development-eu-central": Overlay(),\n'
        '        "staging-eu-central": Overlay(),\n'
        '        "production-eu-central": Overlay(),\n'
        "    },\n"
        ")\n"
    )


def test_yaml_says_the_same_as_python(project: Path, run: Run) -> None:
    words = ["orders-api", "--image", "ghcr.io:5000/acme/orders-api:1.4.2", "--port", "3000", "-e", "dev"]
    run("new", *words)
    chart = project / "orders-api" / "chart"
    python = {path: path.read_bytes() for path in chart.rglob("*") if path.is_file()}
    (project / "orders-api").rename(project / "python")

    assert run("new", "--yaml", *words)[0] == 0
    assert {path: path.read_bytes() for path in chart.rglob("*") if path.is_file()} == python
    assert left(project / "orders-api") == ["chart", "service.yaml"]


@pytest.mark.parametrize(
    ("image", "said"),
    [
        ("nginx:1.27.3", ("nginx", "1.27.3", None)),
        ("ghcr.io/acme/a:1.4.2", ("ghcr.io/acme/a", "1.4.2", None)),
        ("localhost:5000/a:1.4.2", ("localhost:5000/a", "1.4.2", None)),
        (f"localhost:5000/a@{DIGEST}", ("localhost:5000/a", None, DIGEST)),
        (f"ghcr.io:443/acme/a:1.4.2@{DIGEST}", ("ghcr.io:443/acme/a", "1.4.2", DIGEST)),
    ],
)
def test_an_image_is_split_at_its_tag_and_not_at_the_registrys_port(
    project: Path, run: Run, image: str, said: tuple[str, str | None, str | None]
) -> None:
    assert run("new", "a", "--image", image)[0] == 0

    made = load_service(project / "a" / "service.py", project).service
    assert isinstance(made, Service)
    read = made.image
    assert (read.repository, read.tag, read.digest) == said


def test_several_environments_and_presets_may_be_named_and_twice_counts_once(project: Path, run: Run) -> None:
    run("new", "a", "-e", "dev", "--environment", "prod", "-e", "dev", "--preset", "http-api", "--preset", "http-api")

    service = load_service(project / "a" / "service.py", project).service
    assert list(service.environments) == ["dev", "prod"]
    assert list(service.presets) == [PresetUse(name="http-api")]


def test_what_the_project_says_for_all_services_is_not_said_again(project: Path, run: Run) -> None:
    (project / "chartgen.toml").write_text('presets = ["http-api"]\n[environments.live]\n')

    assert run("new", "a")[0] == 0

    text = (project / "a" / "service.py").read_text()
    assert "presets" not in text
    assert "environments" not in text
    assert (project / "a" / "chart" / "values-live.yaml").is_file()


COMBINATIONS = list(
    product(
        ([], ["--image", "ghcr.io:5000/acme/a:1.4.2"], ["--image", f"ghcr.io/acme/a@{DIGEST}"]),
        ([], ["--port", "3000"]),
        ([], ["-e", "live"]),
        ([], ["--yaml"]),
        ([], ["--preset", "http-api"]),
    )
)


@pytest.mark.parametrize(
    "options", COMBINATIONS, ids=lambda options: " ".join(word for words in options for word in words) or "none"
)
def test_whatever_options_are_used_check_is_content_at_once(
    project: Path, run: Run, options: tuple[list[str], ...]
) -> None:
    assert run("new", "a", *[word for words in options for word in words])[0] == 0
    assert run("check") == (0, "1 chart checked: all is well\n", "")


@pytest.mark.parametrize("name", ["a", 63 * "a", "a-1", "main", "x--y"])
def test_every_name_that_kubernetes_takes_is_one(project: Path, run: Run, name: str) -> None:
    assert run("new", name)[0] == 0
    assert run("check", name)[0] == 0


@pytest.mark.parametrize(
    "name", ["", ".", "../x", "a/b", "Orders", 64 * "a", "a\nb", "a_b", "1a", "-a", "a-", "é", " a"]
)
def test_what_is_no_name_is_refused_and_nothing_is_left_behind(project: Path, run: Run, name: str) -> None:
    assert run("new", "--", name) == (
        2,
        "",
        (
            f"error: chartgen new: {name!r} is no name: lower-case letters, digits and dashes, a letter first, "
            f"63 at most\n{HINT}"
        ),
    )
    assert left(project) == []


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("-e", "Prod/EU", "--environment: 'Prod/EU' is no environment: "),
        ("-e", "", "--environment: '' is no environment: "),
        ("--preset", "htp-api", "--preset: there is no preset 'htp-api'\nhint: did you mean 'http-api'?\n"),
        ("--preset", "zzz", "--preset: there is no preset 'zzz'\nhint: there are agent, "),
        ("--port", "0", "--port: must be a number from 1 to 65535, not '0'\n"),
        ("--port", "65536", "--port: must be a number from 1 to 65535, not '65536'\n"),
        ("--port", "http", "--port: must be a number from 1 to 65535, not 'http'\n"),
        ("--port", "", "--port: must be a number from 1 to 65535, not ''\n"),
        ("--image", "", "--image: '' is no image: "),
        ("--image", "GHCR.io/x:1", "--image: 'GHCR.io/x:1' is no image: "),
        (
            "--image",
            "ghcr.io:5000/x",
            "--image: 'ghcr.io:5000/x' has neither a tag nor a digest\nhint: ghcr.io:5000/x:1.0.0",
        ),
        ("--image", "x@sha256:abc", "--image: 'sha256:abc' is no digest: "),
        ("--image", "x:a b", "--image: 'a b' is no tag: "),
    ],
)
def test_a_wrong_option_is_named_and_nothing_is_left_behind(
    project: Path, run: Run, option: str, value: str, message: str
) -> None:
    status, output, messages = run("new", "a", option, value)

    assert (status, output) == (2, "")
    assert messages.startswith(f"error: chartgen new: {message}")
    assert left(project) == []


def test_everything_that_is_wrong_is_told_at_once(project: Path, run: Run) -> None:
    status, _, messages = run("new", "A", "--port", "x", "--preset", "y", "-e", "Z", "--image", "")

    assert status == 2
    assert messages.count("error: ") == 5
    assert left(project) == []


def test_a_moving_tag_is_told_as_check_will_tell_it(project: Path, run: Run) -> None:
    status, _, messages = run("new", "a", "--image", "nginx:latest")

    assert status == 0
    assert messages.startswith("CG401: a/service.py:8: image.tag: is 'latest'")
    assert run("check")[::2] == (1, messages)


@pytest.mark.parametrize("there", ["service.py", "service.yaml", "chart/values.yaml"])
def test_a_service_or_chart_that_is_there_is_left_alone(project: Path, run: Run, there: str) -> None:
    file = project / "a" / there
    file.parent.mkdir(parents=True)
    file.write_text("mine")

    status, output, messages = run("new", "a")

    assert (status, output) == (2, "")
    assert messages.startswith(f"error: a/{there.partition('/')[0]}: is there already\nhint: choose another name")
    assert [path for path in project.rglob("*") if path.is_file()] == [file]
    assert file.read_text() == "mine"


def test_a_folder_with_other_files_gets_a_service_and_keeps_them(project: Path, run: Run) -> None:
    (project / "a").mkdir()
    (project / "a" / "main.go").write_text("package main")

    assert run("new", "a")[0] == 0
    assert left(project / "a") == ["chart", "main.go", "service.py"]


def test_a_file_in_the_folders_place_is_told(project: Path, run: Run) -> None:
    (project / "a").write_text("mine")

    assert run("new", "a") == (
        2,
        "",
        "error: a: is a file, where a folder belongs\nhint: choose another name\n",
    )


def test_a_service_starts_in_the_working_folder(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "chartgen.toml").touch()
    (project / "services").mkdir()
    monkeypatch.chdir(project / "services")

    assert run("new", "a")[1].startswith("a: 17 files\n")
    assert (project / "services" / "a" / "service.py").is_file()


def test_a_data_file_starts_many_and_options_say_what_it_leaves_out(project: Path, run: Run) -> None:
    (project / "many.yaml").write_text(
        "- name: a\n- name: b\n  image: ghcr.io/acme/b:2.0.0\n  port: 9000\n  presets: []\n  environments: [live]\n"
    )

    status, output, messages = run("new", "--data-file", "many.yaml", "-e", "dev", "--port", "3000")

    assert (status, messages) == (0, "")
    assert output.startswith("a: 16 files\nb: ")
    a, b = (load_service(project / name / "service.py", project).service for name in "ab")
    presets = [PresetUse(name="http-api")]
    assert (list(a.environments), list(a.presets), dict(a.ports)["http"].port) == (["dev"], presets, 3000)  # type: ignore[union-attr]
    assert (list(b.environments), list(b.presets), dict(b.ports)["http"].port) == (["live"], [], 9000)  # type: ignore[union-attr]
    assert run("check")[0] == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "many.yaml: is empty"),
        ("[]", "many.yaml: must be a list of services"),
        ("name: a", "many.yaml: must be a list of services"),
        ("- a", "many.yaml:1: must be a mapping with a name"),
        ("- port: 1", "many.yaml:1: must be a mapping with a name"),
        ("- name: a\n- name: 3", "many.yaml:2: name: must be text, not 3"),
        ("- name: a\n  imag: x", "many.yaml:2: imag: no such field\nhint: did you mean 'image'?"),
        ("- name: a\n  port: '1'", "many.yaml:2: port: must be a whole number, not '1'"),
        ("- name: a\n  port: true", "many.yaml:2: port: must be a whole number, not True"),
        ("- name: a\n  port: 0", "many.yaml:1: port: must be a number from 1 to 65535, not 0"),
        ("- name: a\n  environments: dev", "many.yaml:2: environments: must be a list of names, not 'dev'"),
        ("- name: a\n  environments: [1]", "many.yaml:2: environments: must be a list of names, not [1]"),
        ("- name: a\n  environments: [X/Y]", "many.yaml:1: environments: 'X/Y' is no environment"),
        ("- name: a\n  presets: [x]", "many.yaml:1: presets: there is no preset 'x'"),
        ("- name: a\n- name: ../a", "many.yaml:2: name: '../a' is no name"),
        ("- name: a\n- name: b\n- name: a", "many.yaml:3: name: 'a' is asked for twice"),
        ("- name: a\n- name: a\n  image: x:1.0.0", "many.yaml:2: name: 'a' is asked for twice"),
        ("- name: &a a", "many.yaml:1: [0].name: &a is an anchor"),
    ],
)
def test_a_wrong_data_file_is_told_at_its_line_and_no_service_is_made(
    project: Path, run: Run, text: str, message: str
) -> None:
    (project / "many.yaml").write_text(text)

    status, output, messages = run("new", "--data-file", "many.yaml")

    assert (status, output) == (2, "")
    assert messages.startswith(f"error: {message}")
    assert left(project) == ["many.yaml"]


def test_all_problems_of_a_data_file_are_told_at_once(project: Path, run: Run) -> None:
    (project / "many.yaml").write_text("- nme: a\n- 3\n- name: b\n  prt: 1\n  image: 2\n")

    assert run("new", "--data-file", "many.yaml")[2].count("error: many.yaml:") == 4


def test_a_data_file_that_cannot_be_read_is_told(project: Path, run: Run) -> None:
    (project / "bytes.yaml").write_bytes(b"\xff\xfe")

    assert run("new", "--data-file", "nope.yaml")[2] == "error: nope.yaml: can't be read: No such file or directory\n"
    assert run("new", "--data-file", ".")[2] == "error: .: can't be read: Is a directory\n"
    assert run("new", "--data-file", "bytes.yaml")[2] == "error: bytes.yaml: is not UTF-8 at byte 0\n"


def test_one_of_many_that_is_there_already_stops_all(project: Path, run: Run) -> None:
    run("new", "b")
    (project / "many.yaml").write_text("- name: a\n- name: b\n- name: c\n")

    assert run("new", "--data-file", "many.yaml")[0] == 2
    assert left(project) == ["b", "many.yaml"]


@pytest.mark.parametrize("words", [[], ["a", "--data-file", "many.yaml"]])
def test_a_name_and_a_data_file_exclude_each_other(project: Path, run: Run, words: list[str]) -> None:
    assert run("new", *words) == (2, "", f"error: chartgen new: takes a name or a data file\n{HINT}")


def test_a_broken_preset_of_the_project_leaves_nothing_behind(project: Path, run: Run) -> None:
    (project / "presets").mkdir()
    (project / "presets" / "acme.yaml").write_text("name: acme\nreplica: 3\n")

    status, _, messages = run("new", "a", "--preset", "acme")

    assert (status, messages) == (
        2,
        "error: presets/acme.yaml:2: replica: no such field\nhint: did you mean 'replicas'?\n",
    )
    assert left(project) == ["presets"]


def test_quiet_says_nothing_and_verbose_names_every_file(project: Path, run: Run) -> None:
    assert run("new", "a", "-q") == (0, "", "")

    status, _, messages = run("new", "b", "-v")

    assert status == 0
    assert messages.splitlines()[:2] == ["b/service.py", "b/chart/Chart.yaml"]
    assert len(messages.splitlines()) == 17
