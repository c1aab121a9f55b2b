"""docs/coverage.md: what is committed is what rendered manifests show, and what applications write is there."""

import pytest

from chartgen import Namespace, Service
from chartgen.checking.manifests import invalid_manifests
from tools.coverage import COMMON, DOC, page
from tools.reach import Row, files, render, rows, services, share

pytestmark = [pytest.mark.helm, pytest.mark.slow]

SERVICES = services()


@pytest.fixture(scope="module")
def often() -> list[Row]:
    """What three or more applications write."""
    return [row for row in rows() if row.field.applications >= COMMON]


@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
def test_kubernetes_takes_what_is_counted(service: Service | Namespace) -> None:
    made = files(service)

    assert made is not None
    assert list(invalid_manifests(render(made, service.name), "1.30", "1.37")) == []


def test_what_is_committed_is_what_manifests_show() -> None:
    assert DOC.read_text(encoding="utf-8") == page(rows()), "run: just gen"


def test_what_applications_write_is_typed_unless_refused_for_a_reason(often: list[Row]) -> None:
    assert share([row for row in often if row.how != "refused"], "typed") >= 0.99


def test_every_common_field_is_typed_or_refused(often: list[Row]) -> None:
    assert [row.field for row in often if row.how not in ("typed", "refused")] == []
