"""Locks on services: where they hold, what they leave alone, what is demanded of fields that nobody sets."""

from pathlib import Path

import pytest

from chartgen import (
    Autoscaling,
    Component,
    CronJob,
    EnvVar,
    Image,
    Lock,
    Overlay,
    Preset,
    Resources,
    Service,
    Waiver,
)
from chartgen.charting.locks import derived
from chartgen.layering.layers import layers_of
from chartgen.layering.locks import breaches, contradictions, held, without_waived
from chartgen.layering.resolve import resolve
from chartgen.project.config import Config, EnvironmentTable
from chartgen.project.day import day
from chartgen.project.lines import PythonSource
from chartgen.project.locks import read_locks
from chartgen.project.presets import LoadedPreset
from chartgen.project.services import LoadedService

IMAGE = Image(repository="ghcr.io/acme/orders-api", tag="1")
CONFIG = Config(environments={"dev": EnvironmentTable(), "eu": EnvironmentTable(extends="dev")})


def loaded(service: Service) -> LoadedService:
    return LoadedService(service, Path("service.py"), PythonSource("service.py", service))


def preset(*locks: Lock) -> LoadedPreset:
    one = Preset(name="acme", locks=locks)
    source = PythonSource("acme.py", one)
    placed, wrong = read_locks(one, source)
    assert wrong == []
    return LoadedPreset(one, source, locks=placed)


def broken(service: Service, *locks: Lock, environment: str = "dev") -> list[tuple[object, ...]]:
    """The fields of a service that break a lock."""
    one = preset(*locks)
    layers = layers_of(loaded(service), [one], CONFIG)
    spec = resolve(layers[environment], environment).spec
    everywhere = held(loaded(service), [one], CONFIG, [*layers])
    return [breach.problem.path for breach in breaches(everywhere, environment, spec, derived(spec))]


def test_a_demand_in_a_section_that_is_not_there_demands_nothing() -> None:
    lock = Lock("autoscaling.max_replicas", at_most=5, reason="x")

    assert broken(Service(name="x", image=IMAGE), lock) == []
    assert broken(Service(name="x", image=IMAGE, autoscaling=Autoscaling(max_replicas=6)), lock) == [
        ("autoscaling", "max_replicas")
    ]


def test_an_entry_that_is_not_there_breaks_what_is_demanded_of_it() -> None:
    lock = Lock("labels.team", matches="^team-", reason="x")

    assert broken(Service(name="x", image=IMAGE), lock) == [("labels", "team")]


def test_what_must_be_set_must_be_set_with_all_that_is_around_it() -> None:
    lock = Lock("autoscaling.cpu", present=True, reason="x")

    assert broken(Service(name="x", image=IMAGE), lock) == [("autoscaling", "cpu")]


def test_a_field_that_follows_from_others_is_judged_by_what_it_comes_to() -> None:
    lock = Lock("resources.memory_limit", at_most="1Gi", reason="x")

    assert broken(Service(name="x", image=IMAGE), lock) == []
    assert broken(Service(name="x", image=IMAGE, resources=Resources(memory="2Gi")), lock) == [
        ("resources", "memory_limit")
    ]


def test_a_field_that_the_kind_has_no_use_for_is_under_no_lock() -> None:
    nightly = Service(name="x", image=IMAGE, kind="CronJob", cron_job=CronJob(schedule="@daily"))

    assert broken(nightly, Lock("replicas", at_least=3, reason="x")) == []
    assert broken(nightly, Lock("probes.readiness", present=True, reason="x")) == []


def test_every_component_is_each_of_them() -> None:
    service = Service(name="x", image=IMAGE, components={"a": Component(replicas=1), "b": Component(replicas=3)})

    assert broken(service, Lock("components.*.replicas", at_least=3, reason="x")) == [("components", "a", "replicas")]


def test_a_variable_that_must_not_be_there_may_be_in_another_container() -> None:
    service = Service(name="x", image=IMAGE, env={"A": EnvVar(value="1")})

    assert broken(service, Lock("env.DEBUG", absent=True, reason="x")) == []
    assert broken(service, Lock("*.env.A", absent=True, reason="x")) == [("env", "A")]


@pytest.mark.parametrize(("environment", "count"), [("dev", 1), ("eu", 1), ("", 0)])
def test_a_lock_of_an_environment_holds_in_those_that_extend_it(environment: str, count: int) -> None:
    lock = Lock("replicas", at_least=3, environments=["dev"], reason="x")

    assert len(broken(Service(name="x", image=IMAGE), lock, environment=environment)) == count


def test_locks_of_environments_that_never_meet_do_not_contradict() -> None:
    low = Lock("replicas", at_most=1, environments=["dev"], reason="x")
    high = Lock("replicas", at_least=3, environments=["production"], reason="x")
    service = loaded(Service(name="x", environments={"production": Overlay()}))
    apart = held(service, [preset(low, high)], CONFIG, ["", "dev", "eu", "production"])

    assert list(contradictions(apart, ["", "dev", "eu", "production"])) == []


def test_a_waiver_lifts_its_lock_in_its_environment_until_its_day() -> None:
    service = loaded(Service(name="x"))
    locks = held(service, [preset(Lock("replicas", at_least=3, reason="x"))], CONFIG, ["", "dev", "eu"])
    waiver = Waiver(lock="replicas", reason="x", owner="x", until="2027-01-31", environment="eu")

    assert without_waived(locks, [waiver], day("2027-01-31"))[0].environments == ("", "dev")
    assert without_waived(locks, [waiver], day("2027-02-01"))[0].environments == ("", "dev", "eu")
