"""What every model keeps to: closed, strict, frozen; shorthand; positional words; and it knows its call."""

import pickle

import pytest
from pydantic import ValidationError

import chartgen
from chartgen import Autoscaling, Cidr, Image, Peer, Port, Service, models
from chartgen.models import base


def test_a_misspelt_field_is_refused() -> None:
    with pytest.raises(ValidationError):
        Service(name="x", replica=3)  # type: ignore[call-arg]


@pytest.mark.parametrize("value", ["3", True, 3.0])
def test_only_a_whole_number_is_one(value: object) -> None:
    with pytest.raises(ValidationError):
        Service(replicas=value)  # type: ignore[arg-type]


def test_a_model_is_frozen() -> None:
    service = Service(name="x")

    with pytest.raises(ValidationError):
        service.name = "y"  # type: ignore[misc]


def test_a_copy_with_changes_is_refused_since_nothing_would_check_them() -> None:
    with pytest.raises(TypeError, match="validates nothing"):
        Image(tag="1").model_copy(update={"tag": "banana split"})


def test_shorthand_is_written_out_at_once() -> None:
    service = Service(ports={"http": 3000})

    assert service.ports["http"] == Port(port=3000)


def test_a_peer_takes_its_name_and_a_block_its_addresses_without_a_keyword() -> None:
    assert (Peer("orders-db").name, Cidr("10.0.0.0/8").cidr) == ("orders-db", "10.0.0.0/8")


def test_too_many_words_are_refused() -> None:
    with pytest.raises(TypeError, match="takes 1 positional"):
        Peer("orders-db", 5432)  # type: ignore[call-arg]


def test_mistakes_are_collected_while_a_service_file_runs() -> None:
    with base.collecting_mistakes() as mistakes:
        service = Service(name="x", replica=3, autoscaling=Autoscaling(min_replicas="2"))  # type: ignore[call-arg, arg-type]

    assert service.name == "x"
    assert [mistake.model.__name__ for mistake in mistakes] == ["Autoscaling", "Service"]


def test_a_model_survives_pickling() -> None:
    service = Service(name="x", ports={"http": 3000})

    assert pickle.loads(pickle.dumps(service)) == service  # noqa: S301 - our own bytes


def test_everything_that_an_author_needs_imports_from_chartgen() -> None:
    assert {"Service", "Overlay", "Preset", "Image", "Autoscaling", "Waiver"} <= set(models.__all__)
    assert all(getattr(chartgen, name) is getattr(models, name) for name in models.__all__)


def test_a_name_that_is_not_there_is_refused_with_its_name() -> None:
    with pytest.raises(AttributeError, match="'Sevice'"):
        _ = chartgen.Sevice  # type: ignore[attr-defined]
