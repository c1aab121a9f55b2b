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
