"""One control plane for all tests of this folder, and a namespace of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster.api import Api
from tests.cluster.namespaces import make_namespace
from tests.cluster.plane import install_crds, must_be_built, running, volumes


@pytest.fixture(scope="session")
def kubeconfig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Of a control plane that has the project's CRDs."""
    must_be_built()
    with running(tmp_path_factory.mktemp("control-plane")) as file:
        install_crds(Api.of(file))
        yield file


@pytest.fixture(scope="session")
def api(kubeconfig: Path) -> Iterator[Api]:
    """Its API, where claims find volumes."""
    api = Api.of(kubeconfig)
    with volumes(api):
        yield api


@pytest.fixture
def namespace(api: Api) -> str:
    """An empty namespace, in which any pod may run."""
    return make_namespace(api)
