"""Documents that are made to blow up on the way from the file to the chart, each told in words within a second."""

from collections.abc import Callable, Iterator, Mapping

import pytest

from tests.hostile.captive import Captive, Task
from tests.hostile.mutants import SERVICE
from tests.hostile.test_mutants import ONLY_LINUX, wrong_with
from tests.sizes import tried

pytestmark = [pytest.mark.cli, ONLY_LINUX]


def _lines(text: Callable[[int], str], count: int) -> str:
    return "\n".join(text(number) for number in range(count))


SERVICES: Mapping[str, str] = {
    "fields that are none": SERVICE + _lines("replica{}: 1".format, 9_000),
    "values of the wrong type": f"{SERVICE}env:\n" + _lines("  A{}: 1".format, 9_000),
    "names that are none": f"{SERVICE}ports:\n" + _lines("  A_{}: 80".format, 9_000),
    "variables": f"{SERVICE}env:\n" + _lines('  A{}: "$(A1)"'.format, 9_000),
    "variables that refer in a row": f"{SERVICE}env:\n" + _lines(lambda n: f"  A{n}: {{ref: $(A{n + 1})}}", 4_000),
    "environments": f"{SERVICE}environments:\n" + _lines("  a{}: {{}}".format, 9_000),
    "environments in a row": f"{SERVICE}environments:\n" + _lines(lambda n: f"  a{n}: {{extends: a{n + 1}}}", 4_000),
    "components": f"{SERVICE}components:\n" + _lines("  a{}: {{}}".format, 9_000),
    "components in environments": (
        f"{SERVICE}components:\n{_lines('  a{}: {{}}'.format, 400)}\nenvironments:\n{_lines('  a{}: {{}}'.format, 400)}"
    ),
    "variables in environments": (
        f"{SERVICE}env:\n{_lines('  A{}: a'.format, 3_000)}\nenvironments:\n{_lines('  a{}: {{}}'.format, 1_000)}"
    ),
    "volumes": f"{SERVICE}volumes:\n" + _lines("  a{0}: {{mounts: [/a{0}]}}".format, 2_000),
    "ports": f"{SERVICE}ports:\n" + _lines(lambda n: f"  a{n}: {n + 1}", 9_000),
    "sidecars": f"{SERVICE}sidecars:\n" + _lines("  a{}: {{image: {{repository: a/b, tag: c}}}}".format, 1_500),
    "routes": f"{SERVICE}routes:\n" + _lines("  a{0}: {{hosts: [a{0}.example.com]}}".format, 2_000),
    "presets": f"{SERVICE}presets: [{', '.join(['http-api', 'worker'] * 4_000)}]",
    "waivers": f"{SERVICE}waivers:\n" + _lines("  - {{rule: CG{}}}".format, 3_000),
    "a long name": SERVICE.replace("orders-api", "a" * 900_000),
    "a long text": f'{SERVICE}env: {{A: "{"$(A)" * 200_000}"}}',
    "a long file": f'{SERVICE}configFiles: {{a.txt: "{"x" * 900_000}"}}',
}
CONFIGS: Mapping[str, str] = {
    "lists in lists": "a = " + "[" * 100_000,
    "tables in tables": "a = " + "{a=" * 100_000,
    "a long key": "a." * 400_000 + "b = 1",
    "tables": _lines("[a{}]".format, 90_000),
    "a long number": "a = " + "1" * 900_000,
    "environments in a row": _lines(lambda n: f'[environments.a{n}]\nextends = "a{n + 1}"', 5_000),
}


@pytest.fixture(scope="module")
def captive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Captive]:
    with Captive(tmp_path_factory.mktemp("captive") / "project") as one:
        yield one


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_takes_a_second_at_most(name: str, captive: Captive) -> None:
    assert_told(captive, {"service.yaml": SERVICES[name].encode()})


@pytest.mark.parametrize("name", ["components", "environments", "sidecars", "variables"])
def test_a_preset_takes_a_second_at_most(name: str, captive: Captive) -> None:
    preset = SERVICES[name].replace("name: orders-api", "name: acme", 1)

    assert_told(captive, {"presets/acme.yaml": preset.encode(), "service.yaml": f"{SERVICE}presets: [acme]".encode()})


@pytest.mark.parametrize("name", CONFIGS)
def test_a_configuration_takes_a_second_at_most(name: str, captive: Captive) -> None:
    assert_told(captive, {"chartgen.toml": CONFIGS[name].encode(), "service.yaml": SERVICE.encode()})


def test_a_file_without_an_end_is_not_read_to_it(captive: Captive) -> None:
    for name in ("service.yaml", "chartgen.toml", "pyproject.toml"):
        outcome = captive.run(Task({}, ("generate", "--check"), links={name: "/dev/zero"}))

        assert list(wrong_with(outcome)) == [], name


def assert_told(captive: Captive, files: Mapping[str, bytes]) -> None:
    outcome = captive.run(Task(files, ("generate", "--check")))
    assert not (wrong := "; ".join(wrong_with(outcome))), f"{wrong}\n{outcome.messages[:300]}{outcome.messages[-1500:]}"
    tried("Documents made to blow up")
