"""What a lock demands and of which fields: paths, forms, what can be met, and what two demand together."""

import pytest

from chartgen import Lock, Preset
from chartgen.project.lines import PythonSource
from chartgen.project.locks import Demand, NoSuchField, PlacedLock, contradiction, field_at, meetable, parse, read_locks


def read(*locks: Lock) -> list[str]:
    """What is wrong with locks."""
    preset = Preset(name="acme", locks=locks)
    return [message.text for message in read_locks(preset, PythonSource("acme.py", preset))[1]]


def placed(*locks: Lock) -> tuple[PlacedLock, ...]:
    preset = Preset(name="acme", locks=locks)
    good, wrong = read_locks(preset, PythonSource("acme.py", preset))
    assert wrong == []
    return good


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("replicas", ("replicas",)),
        ("autoscaling.min_replicas", ("autoscaling", "min_replicas")),
        ('labels["example.com/team"]', ("labels", "example.com/team")),
        ('env["A.B"].value', ("env", "A.B", "value")),
        ("ports.*.port", ("ports", "*", "port")),
        ("labels.cost-centre", ("labels", "cost-centre")),
    ],
)
def test_a_path_has_dots_and_brackets(text: str, path: tuple[str, ...]) -> None:
    assert parse(text) == path


@pytest.mark.parametrize("text", ["a b", "labels[x]", ".replicas.", "labels['a']"])
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(NoSuchField):
        field_at(parse(text))


def test_a_path_may_be_spelled_as_in_yaml() -> None:
    assert field_at(parse("autoscaling.minReplicas")).path == ("autoscaling", "min_replicas")


@pytest.mark.parametrize("path", ["environment", "neighbours", "presets", "waivers", "locks"])
def test_what_no_chart_says_can_not_be_locked(path: str) -> None:
    assert read(Lock(path, present=True, reason="x")) == [f"leads to {path!r}, which is no field"]


def test_every_container_is_the_workloads_and_those_beside_it_where_they_have_the_field() -> None:
    (image,) = placed(Lock("*.image.repository", matches="x", reason="x"))
    (scaling,) = placed(Lock("*.replicas", at_least=2, reason="x"))

    assert len(image.fields) == 6
    assert [field.path for field, _ in scaling.fields] == [("replicas",), ("components", "*", "replicas")]


def test_what_may_be_written_short_is_locked_by_its_value() -> None:
    (lock,) = placed(Lock("labels.team", matches="^team-", reason="x"))

    assert [field.path for field, _ in lock.fields] == [("labels", "team", "value")]


def test_a_quantity_is_compared_as_the_field_keeps_it() -> None:
    (lock,) = placed(Lock("resources.memory", equals="1024Mi", reason="x"))

    assert lock.fields[0][1].one_of == ("1Gi",)


@pytest.mark.parametrize(
    ("demand", "value", "met"),
    [
        (Demand(one_of=(1,)), 1, True),
        (Demand(one_of=(1,)), True, False),
        (Demand(one_of=(True,)), True, True),
        (Demand(one_of=(["a"],)), ("a",), True),
        (Demand(least=3), 3, True),
        (Demand(least=3), 2, False),
        (Demand(most="1Gi"), "1024Mi", True),
        (Demand(most="1Gi"), "1G", True),
        (Demand(most="1Gi"), "2G", False),
        (Demand(matches="^a$"), "a", True),
        (Demand(matches="^a$"), "a\n", False),
        (Demand(presence="present"), 0, True),
        (Demand(presence="present"), "", False),
        (Demand(presence="absent"), None, True),
        (Demand(presence="absent"), {}, True),
        (Demand(presence="absent"), False, False),
        (Demand(least=3), None, False),
    ],
)
def test_a_demand_is_met_or_not(demand: Demand, value: object, met: bool) -> None:  # noqa: FBT001 - a table
    assert demand.is_met(value) is met


@pytest.mark.parametrize(
    ("path", "demands", "can"),
    [
        ("replicas", [Demand(least=3), Demand(most=3)], True),
        ("replicas", [Demand(least=3), Demand(most=2)], False),
        ("replicas", [Demand(one_of=(2, 4)), Demand(least=3)], True),
        ("replicas", [Demand(one_of=(2, 4)), Demand(one_of=(3,))], False),
        ("service.type", [Demand(matches="^Node")], True),
        ("service.type", [Demand(matches="^Pod")], False),
        ("image.tag", [Demand(matches="^a"), Demand(matches="^b")], True),
        ("image.tag", [Demand(presence="absent"), Demand(matches="^b")], False),
        ("image.tag", [Demand(presence="absent"), Demand(presence="present")], False),
        ("resources.memory", [Demand(least="1Gi"), Demand(most="1G")], False),
        ("replicas", [Demand(presence="absent")], False),
        ("env.DEBUG", [Demand(presence="absent")], True),
        ("security_context.privileged", [Demand(one_of=(True,)), Demand(one_of=(False,))], False),
    ],
)
def test_whether_some_value_meets_all(path: str, demands: list[Demand], can: bool) -> None:  # noqa: FBT001 - a table
    assert meetable(demands, field_at(parse(path))) is can


def test_locks_of_one_field_contradict_and_of_two_do_not() -> None:
    low, high, other = placed(
        Lock("ports.*.port", at_most=2000, reason="x"),
        Lock("ports.http.port", at_least=3000, reason="x"),
        Lock("components.*.replicas", at_least=3, reason="x"),
    )

    assert contradiction([(one, *one.fields[0]) for one in (low, other, high)]) == (low, high)
    assert contradiction([(one, *one.fields[0]) for one in (low, other)]) is None


def test_three_locks_may_contradict_where_no_two_do() -> None:
    three = placed(*(Lock("replicas", one_of=pair, reason="x") for pair in ([1, 2], [2, 3], [1, 3])))

    assert contradiction([(one, *one.fields[0]) for one in three]) is not None
    assert contradiction([(one, *one.fields[0]) for one in three[:2]]) is None


def test_registries_are_a_lock_on_every_image() -> None:
    preset = Preset(name="acme", registries=["ghcr.io/acme", "quay.io"])
    ((lock,), _) = read_locks(preset, PythonSource("acme.py", preset))

    assert all(lock.fields[0][1].is_met(image) for image in ("ghcr.io/acme/x", "quay.io/x", "ghcr.io/acme"))
    assert not any(lock.fields[0][1].is_met(image) for image in ("ghcr.io/acmes/x", "quay.io.evil/x", "x/quay.io"))


def test_a_demand_that_holds_where_its_field_is_set_takes_what_is_not_set() -> None:
    (lock,) = placed(Lock("security_context.run_as_user", at_least=1, if_set=True, reason="x"))

    ((_, demand),) = lock.fields
    assert [demand.is_met(value) for value in (None, 0, 1)] == [True, False, True]
    assert str(demand) == "at least 1, or not set"


@pytest.mark.parametrize("presence", ["present", "absent"])
def test_a_demand_of_presence_is_none_that_holds_where_its_field_is_set(presence: str) -> None:
    (text,) = read(Lock.model_validate({"field": "env.DEBUG", presence: True, "if_set": True, "reason": "x"}))

    assert text == f"demands it {presence}, and that only if set: take if_set away, or say what it may be"


def test_a_path_into_a_raw_field_goes_as_deep_as_it_does() -> None:
    assert read(Lock("manifests.*.spec.template.spec.containers", absent=True, reason="x")) == []
    assert read(Lock("pod_extra.preemptionPolicy", equals="Never", reason="x")) == []
