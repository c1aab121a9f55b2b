"""Service files: found by folder, path or all; run with their neighbours, and told where they fail."""

from pathlib import Path

import pytest

from chartgen import Service
from chartgen.errors import InvalidInput
from chartgen.project.config import Config
from chartgen.project.services import find_services, load_service


def service(folder: Path, text: str = "", name: str = "service.py") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path, root: Path) -> str:
    with pytest.raises(InvalidInput) as error:
        load_service(path, root)
    (message,) = error.value.messages
    return f"{message}; {message.hint}".removesuffix("; ")


def test_all_services_of_the_project_are_found_in_order(project: Path) -> None:
    files = [service(project / "b"), service(project / "a" / "inner"), service(project / "a", name="service.yaml")]

    assert find_services(project, Config(), ()) == [files[2], files[1], files[0]]


def test_charts_and_hidden_folders_are_left_out(project: Path) -> None:
    service(project / ".venv" / "x")
    service(project / "node_modules" / "x")
    service(project / "a" / "chart" / "templates")
    (project / "a" / "chart" / "Chart.yaml").touch()
    only = service(project / "a")

    assert find_services(project, Config(), ()) == [only]


@pytest.mark.parametrize(
    ("name", "text"), [("chartgen.toml", ""), ("pyproject.toml", "[tool.chartgen]\n")], ids=["toml", "pyproject"]
)
def test_a_project_inside_of_another_keeps_its_services(project: Path, name: str, text: str) -> None:
    only = service(project / "orders")
    theirs = service(project / "shop" / "services" / "cart")
    (project / "shop" / name).write_text(text)

    assert find_services(project, Config(services=["**/service.py"]), ()) == [only]
    assert find_services(project / "shop", Config(), ()) == [theirs]


def test_a_pyproject_without_our_table_or_that_is_no_toml_makes_no_project(project: Path) -> None:
    files = [service(project / "a"), service(project / "b")]
    (project / "a" / "pyproject.toml").write_text("[tool.ruff]\n")
    (project / "b" / "pyproject.toml").write_text("{{ template }}\n")

    assert find_services(project, Config(), ()) == files


@pytest.mark.parametrize("word", ["shop/cart", "shop/cart/service.py"])
def test_a_path_into_another_project_is_refused_since_its_presets_would_be_missing(project: Path, word: str) -> None:
    service(project / "shop" / "cart")
    (project / "shop" / "chartgen.toml").touch()

    with pytest.raises(InvalidInput) as error:
        find_services(project, Config(), [word])
    assert str(error.value.messages[0]) == "shop/cart/service.py: belongs to the project shop"
    assert error.value.messages[0].hint == "cd shop, and name it there"
    assert find_services(project / "shop", Config(), [word]) == [project / "shop" / "cart" / "service.py"]


def test_patterns_say_where_services_are(project: Path) -> None:
    service(project / "elsewhere" / "a")
    only = service(project / "services" / "a")

    assert find_services(project, Config(services=["services/*/service.py"]), ()) == [only]


def test_a_project_without_services_says_how_to_start_one(project: Path) -> None:
    with pytest.raises(InvalidInput) as error:
        find_services(project, Config(), ())

    assert error.value.messages[0].hint == "chartgen new orders-api"


@pytest.mark.parametrize(
    "word", ["orders-api", "services/orders-api", "services/orders-api/", "./services/orders-api/service.py"]
)
def test_a_service_is_named_by_its_folder_or_its_path(project: Path, word: str) -> None:
    only = service(project / "services" / "orders-api")

    assert find_services(project, Config(), [word]) == [only]


def test_a_service_that_is_named_twice_is_found_once(project: Path) -> None:
    only = service(project / "orders-api")

    assert find_services(project, Config(), ["orders-api", "orders-api/service.py"]) == [only]


def test_an_unknown_name_is_told_with_what_was_meant(project: Path) -> None:
    service(project / "orders-api")

    with pytest.raises(InvalidInput) as error:
        find_services(project, Config(), ["order-api"])
    assert error.value.messages[0].hint == "did you mean 'orders-api'?"

    with pytest.raises(InvalidInput) as error:
        find_services(project, Config(), ["billing"])
    assert error.value.messages[0].hint == "chartgen new billing"


def test_two_services_may_each_have_a_neighbour_of_the_same_name(project: Path) -> None:
    text = "from chartgen import *\nfrom common import TAG\nservice = Service(name='x', image=Image(tag=TAG))\n"
    for name, tag in (("a", "1.0.0"), ("b", "2.0.0")):
        service(project / name, text)
        (project / name / "common.py").write_text(f"TAG = {tag!r}\n")

    tags = [_tag(project / name / "service.py", project) for name in ("a", "b", "a")]

    assert tags == ["1.0.0", "2.0.0", "1.0.0"]


def test_a_service_may_import_from_the_projects_folder(project: Path) -> None:
    (project / "shared.py").write_text('TAG = "3.0.0"\n')
    text = "from chartgen import *\nfrom shared import TAG\nservice = Service(name='x', image=Image(tag=TAG))\n"

    assert _tag(service(project / "a", text), project) == "3.0.0"


def test_loading_leaves_no_bytecode_behind(project: Path) -> None:
    (project / "a").mkdir()
    (project / "a" / "common.py").write_text("TAG = '1.0.0'\n")
    load_service(
        service(project / "a", "import common\nfrom chartgen import Service\nservice = Service(name='x')\n"), project
    )

    assert sorted(path.name for path in (project / "a").iterdir()) == ["common.py", "service.py"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("raise ValueError('no luck')", "service.py:1: raised ValueError: no luck", id="raises"),
        pytest.param("import sys\nsys.exit(3)", "service.py:2: raised SystemExit: 3", id="exits"),
        pytest.param("\nimport nope", "service.py:2: raised ModuleNotFoundError: No module named 'nope'", id="import"),
        pytest.param("def f(): f()\nf()", "service.py:1: raised RecursionError: ", id="runs in a circle"),
        pytest.param("x = (", "service.py:1: is not Python: '(' was never closed", id="syntax"),
        pytest.param("\0", "service.py", id="null byte"),
        pytest.param("", "service.py: defines no 'service'; write service = Service(name=…)", id="empty"),
        pytest.param(
            "from chartgen import Service\napi = Service(name='x')",
            "service.py: defines no 'service'; name it: service = api",
            id="another name",
        ),
        pytest.param("service = 3", "service.py: 'service' is a int; write service = Service(name=…)", id="no service"),
        pytest.param(
            "from chartgen import Service\nservice = Service('x')",
            "service.py:2: raised TypeError: Service takes 0 positional arguments; name the others",
            id="positional",
        ),
    ],
)
def test_a_file_that_gives_no_service_is_told_in_one_line(project: Path, text: str, message: str) -> None:
    assert refused(service(project, text), project).startswith(message)


def test_a_python_file_that_is_not_utf_8_is_told(project: Path) -> None:
    path = service(project)
    path.write_bytes(b'name = "\xff"\n')

    assert refused(path, project).startswith("service.py:1: is not Python: ")


def test_a_python_file_may_name_another_encoding(project: Path) -> None:
    path = service(project)
    text = "# -*- coding: latin-1 -*-\nfrom chartgen import *\nservice = Service(name='x', description='caf\u00e9')\n"
    path.write_bytes(text.encode("latin-1"))

    assert load_service(path, project).service.description == "caf\u00e9"


@pytest.mark.parametrize("name", ["service.py", "service.yaml"])
def test_windows_line_ends_are_read_as_any_other(project: Path, name: str) -> None:
    texts = {
        "service.py": "from chartgen import Service\nservice = Service(\n    name='x',\n    replica=3,\n)\n",
        "service.yaml": "# a service\n\nname: x\nreplica: 3\n",
    }
    path = service(project, name=name)
    path.write_bytes(texts[name].replace("\n", "\r\n").encode())

    loaded = load_service(path, project)

    assert loaded.service.name == "x"
    assert [(message.line, message.path) for message in loaded.messages] == [(4, "replica")]


def test_an_empty_yaml_file_says_how_to_start(project: Path) -> None:
    assert refused(service(project, name="service.yaml"), project) == (
        "service.yaml: is empty; start with: name: orders-api"
    )


def test_a_yaml_file_that_is_not_utf_8_is_told(project: Path) -> None:
    path = service(project, name="service.yaml")
    path.write_bytes(b"name: \xff\n")

    assert refused(path, project) == "service.yaml: is not UTF-8 at byte 6"


def test_a_file_that_is_not_there_says_how_to_make_one(project: Path) -> None:
    for name in ("service.py", "service.yaml"):
        assert refused(project / name, project) == f"{name}: there is no such file; chartgen new NAME makes one"


def _tag(path: Path, root: Path) -> str | None:
    loaded = load_service(path, root).service
    assert isinstance(loaded, Service)
    return loaded.image.tag
