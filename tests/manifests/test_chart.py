"""Which files a chart holds in the manifests."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from chartgen import (
    Autoscaling,
    Overlay,
    Service,
    disk,
)
from chartgen.charting.library import stamped
from chartgen.helm import Embedded
from tests.manifests.rendering import IMAGE, files_of

pytestmark = pytest.mark.helm


def test_a_chart_holds_templates_only_for_what_some_environment_uses() -> None:
    production = Overlay(autoscaling=Autoscaling(), replicas=3)
    plain = files_of(Service(name="orders-api", image=IMAGE))
    scaled = files_of(Service(name="orders-api", image=IMAGE, environments={"production": production}))

    assert "templates/hpa.yaml" not in plain
    assert scaled["templates/hpa.yaml"] == stamped('{{- include "chartgen.horizontalPodAutoscaler" . }}\n')
    assert '"autoscaling": {' not in plain["values.schema.json"]


def test_a_value_of_a_section_without_a_template_is_refused() -> None:
    from chartgen.helm import RenderFailed

    files = files_of(Service(name="orders-api", image=IMAGE))
    with TemporaryDirectory() as temporary:
        chart = Path(temporary, "chart")
        disk.materialise(disk.Chart(chart, files), chart)
        with pytest.raises(RenderFailed, match="autoscaling"):
            Embedded().render(chart, release="r", sets=["autoscaling.enabled=true"], kube_version="1.37.0")
