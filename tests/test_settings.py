"""chartgen.toml: what it says holds for every chart."""

from pathlib import Path

from tests.conftest import Run


def test_the_oldest_kubernetes_of_the_project_is_the_charts(project: Path, run: Run) -> None:
    (project / "chartgen.toml").write_text('[kubernetes]\noldest = "1.33"\n')

    assert run("new", "orders-api")[0] == 0
    chart = project / "orders-api" / "chart"
    assert 'kubeVersion: ">=1.33.0-0"' in (chart / "Chart.yaml").read_text()
    assert "Kubernetes 1.33 or later" in (chart / "README.md").read_text()


def test_the_output_folder_is_the_projects_to_name(project: Path, run: Run) -> None:
    (project / "chartgen.toml").write_text('output = "deploy"\n')

    assert run("new", "orders-api")[0] == 0
    assert (project / "orders-api" / "deploy" / "Chart.yaml").is_file()


def test_an_environment_of_the_project_that_extends_nothing_is_told_at_the_projects_file(
    project: Path, run: Run
) -> None:
    (project / "chartgen.toml").write_text('[environments.eu]\nextends = "production"\n')

    status, _, messages = run("generate")
    assert status == 2
    assert messages.startswith(
        "error: chartgen.toml: environments.eu.extends: is 'production', which is no environment"
    )


def test_environments_of_the_project_that_extend_in_a_circle_are_told_at_the_projects_file(
    project: Path, run: Run
) -> None:
    (project / "chartgen.toml").write_text('[environments.eu]\nextends = "us"\n[environments.us]\nextends = "eu"\n')

    status, _, messages = run("generate")
    assert status == 2
    assert "chartgen.toml: environments.eu.extends: leads back to itself" in messages


def test_a_name_that_two_folders_have_is_refused_with_both(project: Path, run: Run) -> None:
    assert run("new", "users")[0] == 0
    (project / "team").mkdir()
    (project / "users").rename(project / "team" / "users")
    assert run("new", "users")[0] == 0
    (project / "other").mkdir()
    (project / "users").rename(project / "other" / "users")

    status, _, messages = run("generate", "users")
    assert status == 2
    assert messages == (
        "error: users: is the name of 2 folders: other/users, team/users\nhint: name one: other/users\n"
    )


def test_what_a_helper_raises_is_told_at_the_helpers_line(project: Path, run: Run) -> None:
    (project / "helper.py").write_text("def port() -> int:\n    return int('eighty')\n")
    (project / "service.py").write_text("from helper import port\n\nservice = port()\n")

    status, _, messages = run("generate")
    assert status == 2
    assert messages.startswith("error: helper.py:2: raised ValueError: ")


def test_a_mistake_in_a_helper_of_the_same_name_is_told_at_the_helper(project: Path, run: Run) -> None:
    (project / "shared").mkdir()
    (project / "shared" / "service.py").write_text("from chartgen import Resources\n\nSMALL = Resources(cpu='x')\n")
    (project / "orders").mkdir()
    (project / "orders" / "service.py").write_text(
        "import sys\nsys.path.insert(0, 'shared')\nsys.modules.pop('service', None)\n"
        "from service import SMALL\nfrom chartgen import Image, Service\n\n"
        "service = Service(name='orders', image=Image(repository='r', tag='1'), resources=SMALL)\n"
    )

    status, _, messages = run("generate", "orders")
    assert status == 2
    assert messages.startswith("error: shared/service.py:3: cpu: must be a quantity")
