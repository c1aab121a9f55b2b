"""What ``helm test`` runs."""

from collections.abc import Iterator

from chartgen.layering.problem import Problem
from chartgen.layering.rules.configuration import keys_have_one_object
from chartgen.layering.rules.container import close, port_problem, references, set_fields
from chartgen.models.base import written_out
from chartgen.models.service import HelmTestSpec, Spec
from chartgen.models.variables import EnvVar
from chartgen.project.shapes import FieldPath


def test_has_one_task(spec: Spec) -> Iterator[Problem]:
    """A test checks a page or runs a command; the page is on a port of the workload."""
    for name, test in spec.tests.items():
        path = ("tests", name)
        if name == "connection":
            yield Problem(path, "is the name of connection_test", "choose another name, or write connection_test")
        found = set_fields(test)
        if len(found) != 1:
            yield Problem(path, f"says both {' and '.join(found)}" if found else "needs http or command")
        if test.http:
            yield from port_problem(spec, (*path, "http", "port"), written_out(test.http).port)
        yield from _variable_problems(path, test)
        yield from (problem.inside(path) for problem in keys_have_one_object(test.env))


def _variable_problems(path: FieldPath, test: HelmTestSpec) -> Iterator[Problem]:
    for name, variable in test.env.items():
        at = (*path, "env", name)
        found = set_fields(variable)
        if len(found) != 1:
            known = ", ".join(EnvVar.model_fields)
            yield Problem(at, f"says both {' and '.join(found)}" if found else f"says nothing; give it one of {known}")
        for wanted in references(variable.ref.text) if variable.ref else ():
            if wanted not in test.env:
                hint = close(wanted, list(test.env))
                yield Problem(at, f"refers to {wanted}, which is no variable of this test", hint)
            elif test.env[wanted].ref:
                yield Problem(at, f"refers to {wanted}, which refers on to others; refer to those themselves")
