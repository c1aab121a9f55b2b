"""Environments: whose overlays hold where, and which there are."""

from pathlib import Path

from chartgen import Overlay, Service
from chartgen.layering.layers import environments, layers_of
from chartgen.layering.resolve import resolve
from chartgen.models.service import Spec
from chartgen.project.config import Config, EnvironmentTable
from chartgen.project.lines import PythonSource
from chartgen.project.services import LoadedService

SERVICE = Service(
    name="orders-api",
    replicas=2,
    config={"LOG_LEVEL": "info"},
    environments={
        "staging": Overlay(),
        "production": Overlay(replicas=3, config={"LOG_LEVEL": "warning"}),
        "production-eu": Overlay(extends="production", config={"REGION": "eu"}),
        "production-us": Overlay(config={"REGION": "us"}),
    },
)


def spec(environment: str, config: Config | None = None) -> Spec:
    loaded = LoadedService(SERVICE, Path("service.py"), PythonSource("service.py", SERVICE))
    layers = layers_of(loaded, [], config or Config())[environment]
    return resolve(layers, environment).spec


def test_an_environment_says_only_what_differs() -> None:
    assert (spec("staging").replicas, spec("production").replicas) == (2, 3)


def test_what_an_environment_extends_holds_for_it_too() -> None:
    extended = spec("production-eu")

    assert extended.replicas == 3
    assert extended.config == {"LOG_LEVEL": "warning", "REGION": "eu"}


def test_the_project_may_say_what_an_environment_extends() -> None:
    config = Config(environments={"production-us": EnvironmentTable(extends="production")})

    assert spec("production-us", config).config == {"LOG_LEVEL": "warning", "REGION": "us"}


def test_environments_are_the_projects_and_then_the_services_own() -> None:
    loaded = LoadedService(SERVICE, Path("service.py"), PythonSource("service.py", SERVICE))
    config = Config(environments={"dev": EnvironmentTable(), "production": EnvironmentTable()})

    assert environments(loaded, config) == ["dev", "production", "staging", "production-eu", "production-us"]


def test_an_environment_of_the_project_alone_has_the_services_settings() -> None:
    config = Config(environments={"dev": EnvironmentTable()})

    assert spec("dev", config).replicas == 2
    assert spec("dev", config).environment == "dev"
