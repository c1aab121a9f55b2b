"""A disk that was made never shrinks: the chart that stands in the project says how large it is."""

from pathlib import Path

import pytest

from tests.conftest import Run

SERVICE = """from chartgen import ClaimTemplate, Component, Image, OwnedClaim, Overlay, Service, StatefulSet, Volume

service = Service(
    name="ledger",
    image=Image(repository="ghcr.io/acme/ledger", tag="1.4.2"),
    kind="StatefulSet",
    stateful_set=StatefulSet(claims={{"data": ClaimTemplate(size="{data}", mounts=["/data"])}}),
    components={{
        "worker": Component(
            replicas=1,
            volumes={{"cache": Volume(mounts=["/cache"], owned_claim=OwnedClaim(size="{cache}"))}},
        ),
    }},
    environments={{"staging": Overlay()}},
)
"""


@pytest.fixture
def generated(project: Path, run: Run) -> Path:
    (project / "service.py").write_text(SERVICE.format(data="10Gi", cache="2Gi"))
    assert run("generate")[0] == 0
    return project


def test_a_disk_may_grow(generated: Path, run: Run) -> None:
    (generated / "service.py").write_text(SERVICE.format(data="10240Mi", cache="4Gi"))

    assert run("generate")[0] == 0


def test_a_disk_that_would_shrink_is_refused_at_its_line_and_nothing_is_written(generated: Path, run: Run) -> None:
    (generated / "service.py").write_text(SERVICE.format(data="10240M", cache="1Gi"))
    before = (generated / "chart" / "values.yaml").read_text()

    status, _, messages = run("generate")
    assert status == 2
    told = "in the chart that stands here: a disk can grow, and never shrink"
    hint = "; or give the volume another name, and move what is on the old one"
    assert messages.splitlines() == [
        f"error: service.py:7: stateful_set.claims.data.size: is 10240M, and 10Gi {told}",
        f"hint: keep 10Gi{hint}",
        f"error: service.py:11: components.worker.volumes.cache.owned_claim.size: is 1Gi, and 2Gi {told}",
        f"hint: keep 2Gi{hint}",
    ]
    assert (generated / "chart" / "values.yaml").read_text() == before
