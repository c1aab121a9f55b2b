"""Which line of the author's file says a field."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from chartgen.errors import InvalidInput
from chartgen.project.lines import Line, Source, TomlSource, show, spell
from chartgen.project.services import LoadedService, load_service
from chartgen.project.shapes import FieldPath


def loaded(folder: Path, text: str, name: str = "service.py") -> LoadedService:
    """The service of a file whose first line is line 1."""
    path = folder / name
    path.write_text(dedent(text).removeprefix("\n"), encoding="utf-8")
    return load_service(path, folder)


def accepted(folder: Path, text: str, name: str = "service.py") -> Source:
    """Where the fields of a file are written that says nothing wrong."""
    service = loaded(folder, text, name)
    assert service.messages == ()
    return service.source


PYTHON = """
from chartgen import Autoscaling, EnvVar, Image, Overlay, Peer, NetworkPolicy, Probes, Route, Service
COMMON = {"LOG_LEVEL": "info"}
SETTINGS = {"replicas": 4, "labels": {"tier": "gold"}}
service = Service(
    name="orders-api",
    image=Image(
        repository="ghcr.io/acme/orders-api",
        tag="1.4.2",
    ),
    env={
        **COMMON,
        "A": "x",
        "B": EnvVar(
            value="y",
        ),
    },
    args=[
        "--one",
        "--two",
    ],
    ports={"http": 3000,
           "grpc": 9000},
    network_policy=NetworkPolicy(
        egress=[
            Peer("orders-db", port=5432),
            Peer(
                "payments",
                port=8080,
            ),
        ],
    ),
    probes=Probes(readiness="/ready",
                  liveness="/live"),
    routes={
        "public": Route(
            hosts=[
                "a.example.com",
                "b.example.com",
            ],
        ),
    },
    environments={
        "staging": Overlay(),
        "production": Overlay(
            autoscaling=Autoscaling(
                max_replicas=9,
            ),
        ),
    },
    **SETTINGS,
)
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param(("name",), 5, id="a keyword"),
        pytest.param(("image",), 6, id="a keyword whose value is a call"),
        pytest.param(("image", "tag"), 8, id="a keyword of a nested call"),
        pytest.param(("image", "digest"), 6, id="a field that a nested call leaves out"),
        pytest.param(("env", "A"), 12, id="a key of a mapping"),
        pytest.param(("env", "B"), 13, id="a key whose value is a call"),
        pytest.param(("env", "B", "value"), 14, id="a keyword of a call in a mapping"),
        pytest.param(("env", "LOG_LEVEL"), 2, id="a key out of a mapping that is spread"),
        pytest.param(("args", 1), 19, id="an item of a list"),
        pytest.param(("ports", "grpc"), 22, id="a key further down on the keyword's lines"),
        pytest.param(("ports", "grpc", "port"), 22, id="the field behind a shorthand"),
        pytest.param(("network_policy", "egress", 1), 26, id="a call in a list"),
        pytest.param(("network_policy", "egress", 1, "port"), 28, id="a keyword of a call in a list"),
        pytest.param(("network_policy", "egress", 1, "name"), 27, id="a positional argument"),
        pytest.param(("network_policy", "egress", 0, "name"), 25, id="a positional argument in one line"),
        pytest.param(("probes", "liveness"), 33, id="a keyword on a later line of its call"),
        pytest.param(("routes", "public", "hosts", 1), 38, id="an item of a list in a call in a mapping"),
        pytest.param(("environments", "production", "autoscaling", "max_replicas"), 46, id="a field of an overlay"),
        pytest.param(("environments", "staging"), 43, id="an overlay that says nothing"),
        pytest.param(("replicas",), 3, id="a field out of keywords that are spread"),
        pytest.param(("nope", "deeper"), 4, id="a field that nobody says"),
        pytest.param((), 4, id="the whole"),
    ],
)
def test_a_field_is_found_at_the_line_that_says_it(project: Path, path: FieldPath, line: int) -> None:
    source = accepted(project, PYTHON)

    assert source.line(path) == Line("service.py", line)


def test_a_call_in_a_helper_is_found_in_the_helper(project: Path) -> None:
    (project / "helper.py").write_text(
        dedent("""\
        from chartgen import Image, Service

        def make(name, **more):
            return Service(
                name=name,
                image=Image(repository="x",
                            tag="1.0.0"),
                **more,
            )
        """)
    )
    source = loaded(
        project,
        """
        from chartgen import Probes
        from helper import make
        service = make("orders-api", probes=Probes(
            readiness="/ready",
        ))
        """,
    ).source

    assert source.line(("image", "tag")) == Line("helper.py", 7)
    assert source.line(("name",)) == Line("helper.py", 5)
    assert source.line(("probes", "readiness")) == Line("service.py", 4)


def test_calls_on_one_line_are_told_apart(project: Path) -> None:
    source = loaded(
        project,
        """
        from chartgen import EnvVar, Image, Service
        def e(x): return EnvVar(value=x)
        service = Service(name="a", image=Image(repository="x", tag="1.0.0"), env={"A": e("x"), "B": EnvVar(
            value="y")})
        """,
    ).source

    assert source.line(("env", "A", "value")) == Line("service.py", 2)
    assert source.line(("env", "B", "value")) == Line("service.py", 4)


def test_a_service_that_is_built_in_a_loop_or_a_comprehension_has_its_line(project: Path) -> None:
    source = loaded(
        project,
        """
        from chartgen import Image, Overlay, Service
        service = Service(
            name="a",
            image=Image(repository="x", tag="1.0.0"),
            environments={
                name: Overlay(
                    replicas=3,
                )
                for name in ("staging", "production")
            },
        )
        """,
    ).source

    assert source.line(("environments", "production", "replicas")) == Line("service.py", 7)


YAML = """
# The orders API.
name: orders-api

image:
  repository: ghcr.io/acme/orders-api
  tag: 1.4.2
env:
  A: x
  "B":
    value: "y"
args:
  - --one
  - --two
networkPolicy:
  egress:
    - {name: orders-db, port: 5432}
    - name: payments
      port: 8080
environments:
  staging: {}
  production:
    autoscaling:
      maxReplicas: 9
"""


@pytest.mark.parametrize(
    ("path", "line", "spelled"),
    [
        pytest.param(("name",), 2, "name", id="a key"),
        pytest.param(("image", "tag"), 6, "image.tag", id="a nested key"),
        pytest.param(("image", "digest"), 4, "image.digest", id="a key that is not there"),
        pytest.param(("env", "A", "value"), 8, "env.A.value", id="the field behind a shorthand"),
        pytest.param(("env", "B", "value"), 10, "env.B.value", id="a field written out"),
        pytest.param(("args", 1), 13, "args[1]", id="an item of a list"),
        pytest.param(
            ("network_policy", "egress", 0, "port"), 16, "networkPolicy.egress[0].port", id="a mapping in one line"
        ),
        pytest.param(
            ("network_policy", "egress", 1, "port"), 18, "networkPolicy.egress[1].port", id="a key in an item"
        ),
        pytest.param(
            ("environments", "production", "autoscaling", "max_replicas"),
            23,
            "environments.production.autoscaling.maxReplicas",
            id="a field of an overlay",
        ),
        pytest.param(("replicas",), 2, "replicas", id="a field that nobody says"),
    ],
)
def test_a_yaml_field_is_found_at_its_line_and_in_its_spelling(
    project: Path, path: FieldPath, line: int, spelled: str
) -> None:
    source = accepted(project, YAML, "service.yaml")

    assert (source.line(path), source.spell(path)) == (Line("service.yaml", line), spelled)


def test_toml_names_the_file_alone() -> None:
    assert TomlSource("chartgen.toml").line(("presets", 0)) == Line("chartgen.toml", 0)


def test_several_mistakes_are_each_told_at_their_line(project: Path) -> None:
    found = loaded(
        project,
        """
        from chartgen import Image, Overlay, Service
        service = Service(
            name="a",
            image=Image(repository="x", tag="1.0.0", tagg="y"),
            environments={"staging": Overlay(
                replica=3,
            )},
        )
        """,
    ).messages

    assert [(message.line, message.path) for message in found] == [(4, "tagg"), (6, "replica")]


def test_a_file_that_changed_since_it_was_run_still_has_some_line(project: Path) -> None:
    source = accepted(project, PYTHON)
    (project / "service.py").write_text("not python at all (")

    assert source.line(("name",)).number in (4, 5)


def test_a_path_is_shown_from_the_working_folder_and_whole_outside_of_it(project: Path) -> None:
    assert show(project / "a" / "service.py") == "a/service.py"
    assert show(Path("/elsewhere/service.py")) == "/elsewhere/service.py"


def test_a_path_is_spelled_with_dots_and_brackets() -> None:
    assert spell(("env_from", 0, "name")) == "env_from[0].name"
    assert spell(()) == ""


def test_a_file_that_does_not_run_is_told_at_the_line_that_raised(project: Path) -> None:
    with pytest.raises(InvalidInput) as error:
        loaded(project, "\nx = 1\n\nx.nope\n")

    assert str(error.value) == "service.py:3: raised AttributeError: 'int' object has no attribute 'nope'"


@pytest.mark.cli
def test_without_columns_in_the_code_the_call_itself_is_named(project: Path) -> None:
    many = Path(__file__).parents[1] / "invalid" / "many-at-once.py"
    (project / "service.py").write_text(many.read_text(encoding="utf-8"), encoding="utf-8")
    program = "from chartgen.cli.main import main; main(['generate'])"

    done = subprocess.run(
        [sys.executable, "-X", "no_debug_ranges", "-c", program], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert "error: service.py:" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("error: ") == many.read_text(encoding="utf-8").count("# error: ")
