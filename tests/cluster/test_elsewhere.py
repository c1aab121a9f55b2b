"""A release that is not in the namespace that was meant: what to type is how to find it, not how to roll it back."""

from pathlib import Path

import pytest

from tests.cluster.services import generate
from tests.conftest import Run

pytestmark = pytest.mark.cluster

HINT = "hint: helm list -n {}, to see which releases there are; --release NAME and -n NAMESPACE choose another\n"


@pytest.fixture(autouse=True)
def _service(project: Path, kubeconfig: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBECONFIG", str(kubeconfig))
    generate("replicas=2,", project, run)


def test_status(namespace: str, run: Run) -> None:
    status, output, messages = run("status", ".", "-n", namespace)

    assert status == 1
    assert "Deployment (main): is not there\n" in output
    assert messages == HINT.format(namespace)


def test_wait(namespace: str, run: Run) -> None:
    status, _, messages = run("wait", ".", "-n", namespace, "--timeout", "1s")

    assert status == 1
    error = "error: orders is not rolled out after 1s: Deployment: is not there yet\n"
    assert messages == error + HINT.format(namespace)
