"""The chart's own templates: one line each, and only those that some environment needs."""

from chartgen.charting.library import VERSION
from chartgen.charting.templates import stubs

from .sample import minimal, production
from .table import everything


def test_the_least_has_the_fewest_templates() -> None:
    assert list(stubs([minimal()])) == [
        "templates/NOTES.txt",
        "templates/deployment.yaml",
        "templates/serviceaccount.yaml",
    ]


def test_every_kind_has_the_file_that_helm_create_would_give_it() -> None:
    assert list(stubs([everything()])) == [
        "templates/NOTES.txt",
        "templates/configmap-files.yaml",
        "templates/configmap.yaml",
        "templates/deployment.yaml",
        "templates/hpa.yaml",
        "templates/httproute-admin-ui.yaml",
        "templates/httproute.yaml",
        "templates/ingress-admin-ui.yaml",
        "templates/ingress-plain.yaml",
        "templates/ingress.yaml",
        "templates/networkpolicy.yaml",
        "templates/pdb.yaml",
        "templates/rbac.yaml",
        "templates/service.yaml",
        "templates/serviceaccount.yaml",
        "templates/tests/connection.yaml",
    ]


def test_what_one_environment_has_all_have_a_template_for() -> None:
    together = stubs([minimal(), production(), everything()])

    assert together == stubs([everything()])


def test_a_template_is_one_line() -> None:
    for text in stubs([everything()]).values():
        assert text.count("\n") == 1
        assert text.startswith(f'{{{{- include "chartgen.{VERSION}.')
        assert text.endswith(" }}\n")


def test_a_further_route_is_named_to_its_define() -> None:
    assert '"Route" "admin-ui"' in stubs([everything()])["templates/ingress-admin-ui.yaml"]
