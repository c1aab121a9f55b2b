"""What Helm prints after an install: short, and every line can be pasted."""

from pathlib import Path

import pytest

from .helms import Helm
from .sample import changed, connection_test, http_route, ingress, minimal, production, write_chart

pytestmark = pytest.mark.helm


def notes(helm: Helm, chart: Path) -> str:
    """The text of NOTES.txt, by way of a ConfigMap: Helm itself prints it only after an install."""
    call = (chart / "templates" / "NOTES.txt").read_text().strip().removeprefix("{{- ").removesuffix(" }}")
    notes_map = f"kind: ConfigMap\nmetadata: {{name: notes}}\ndata:\n  notes: {{{{ {call} | quote }}}}\n"
    (chart / "templates" / "notes.yaml").write_text(notes_map)
    found = helm.manifests(chart, release="shop")["ConfigMap/notes"]["data"]["notes"]
    assert isinstance(found, str)
    return found


def test_notes_say_what_was_installed_and_how_to_go_on(tmp_path: Path, helm: Helm) -> None:
    values = changed(production(), connectionTest=connection_test())

    said = notes(helm, write_chart(tmp_path, values))

    assert "orders-api runs ghcr.io/acme/orders-api:1.4.2@sha256:" in said
    assert "kubectl --namespace shop rollout status deployment/shop-orders-api" in said
    assert "app.kubernetes.io/instance=shop" in said
    assert "https://orders.example.com/orders" in said
    assert "helm test shop --namespace shop" in said
    assert "helm rollback shop --namespace shop" in said
    assert len(said.splitlines()) < 30


def test_notes_name_only_what_there_is(tmp_path: Path, helm: Helm) -> None:
    said = notes(helm, write_chart(tmp_path, minimal()))

    assert "endpointslices" not in said
    assert "http" not in said
    assert "helm test" not in said


def test_notes_name_the_way_in(tmp_path: Path, helm: Helm) -> None:
    plain = changed(production(), ingress=ingress("orders.example.com", tls=[]))
    routed = changed(production(), ingress=None, httpRoute=http_route("orders.example.com"))

    assert "http://orders.example.com/orders" in notes(helm, write_chart(tmp_path / "plain", plain))
    assert "https://orders.example.com" in notes(helm, write_chart(tmp_path / "routed", routed))
