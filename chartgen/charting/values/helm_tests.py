"""What ``helm test`` runs: Jobs that check a page or run a command."""

from chartgen.charting.values.container import Values, variables
from chartgen.charting.values.traffic import present
from chartgen.layering.facts import main_port
from chartgen.models.base import written_out
from chartgen.models.helm_tests import HttpCheck
from chartgen.models.service import HelmTestSpec, Spec


def tests(spec: Spec) -> Values | None:
    """The tests by name."""
    return {name: _test(spec, one) for name, one in sorted(spec.tests.items())} or None


def _test(spec: Spec, test: HelmTestSpec) -> Values:
    entries = {
        "image": test.image,
        "http": _check(spec, written_out(test.http)) if test.http else None,
        "command": list(test.command or ()),
        "env": variables(test.env),
        "memory": test.memory,
        "timeoutSeconds": test.timeout_seconds,
    }
    return present(entries)


def _check(spec: Spec, check: HttpCheck) -> Values:
    return {"servicePort": check.port or main_port(spec), "path": check.path, "status": check.status}
