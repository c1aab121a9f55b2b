"""Pod Security *restricted*: no example is warned of or refused, unless it asks for more and says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster.accepted import in_a_namespace_that_is_there
from tests.cluster.api import Api, Manifest, Refused
from tests.cluster.examples import rendered_example
from tests.cluster.namespaces import EXCEPTIONS, RESTRICTED, make_namespace
from tests.examples.cases import cases_of_single_charts, title

pytestmark = pytest.mark.cluster

ORDINARY = [case for case in cases_of_single_charts() if case[0].parent.name not in EXCEPTIONS]
OTHERS = [case for case in cases_of_single_charts() if case[0].parent.name in EXCEPTIONS]


@pytest.fixture(scope="module")
def restricted(api: Api) -> str:
    return make_namespace(api, RESTRICTED)


@pytest.mark.parametrize("case", [pytest.param(case, id=title(case)) for case in ORDINARY])
def test_an_example_is_neither_warned_of_nor_refused(case: tuple[Path, str], api: Api, restricted: str) -> None:
    assert list(complaints(case, api, restricted)) == []


@pytest.mark.parametrize("case", [pytest.param(case, id=title(case)) for case in OTHERS])
def test_an_exception_is_told_what_it_asks_for(case: tuple[Path, str], api: Api, restricted: str) -> None:
    found = "\n".join(complaints(case, api, restricted))

    assert "hostPath" in found
    assert "runAsNonRoot != true" in found


def complaints(case: tuple[Path, str], api: Api, namespace: str) -> Iterator[str]:
    """What the API server warns of, and why it refuses pods: it does only warn of what makes them."""
    for manifest in map(in_a_namespace_that_is_there, rendered_example(case)):
        for one in (manifest, *pods(manifest)):
            before = len(api.warnings)
            try:
                api.create(one, namespace, query="?dryRun=All")
            except Refused as problem:
                yield str(problem)
            yield from api.warnings[before:]


def pods(manifest: Manifest) -> Iterator[Manifest]:
    """The pod that a workload would make; the disks of a StatefulSet's are given to it by its controller."""
    spec = manifest.get("spec", {})
    spec = spec.get("jobTemplate", {}).get("spec") or spec.get("jobTargetRef") or spec
    if "containers" in spec.get("template", {}).get("spec", {}):
        pod = {key: value for key, value in spec["template"]["spec"].items() if key != "serviceAccountName"}
        disks = [{"name": one["metadata"]["name"], "emptyDir": {}} for one in spec.get("volumeClaimTemplates", ())]
        spec = {**pod, "volumes": [*pod.get("volumes", ()), *disks]}
        yield {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "orders"}, "spec": spec}
