"""Every place of the models where a text may stand, and where one does in the files of ``texts/``.

Those files are services and namespaces in which each place holds a word of its own, such as ``word001x``. A
place that no file has is in ``ELSEWHERE``, with the reason. Quantities are numbers, which come out as Kubernetes writes
them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel

from chartgen import Namespace, Service
from chartgen.models.types import QUANTITY
from tests.hostile.fields import Shape, shapes_of
from tests.hostile.rendering import Kind

FILES = {path.stem: path for path in sorted((Path(__file__).parent / "texts").glob("*.yaml"))}

WORD = re.compile(r"(?i:word\d{3}x)|98\d{3}|98\.\d+\.")
"""What a text holds that stands nowhere else in its file."""

ELSEWHERE: Mapping[str, str] = {
    "names something else of the same description, so it cannot be any text": """
        Autoscaling.sidecars (key), ConfigMapKey.own, ConfigMapVolume.own, ConnectionTest.port,
        DestinationRule.component, DownwardItem.container, EnvFrom.own_config_map, EnvFrom.own_secret, Grpc.port,
        HttpCheck.port, HttpGet.port, Identity.objects, Identity.objects (key), InitContainer.devices (key),
        InitContainer.mounts (key), IstioOperation.not_ports, IstioOperation.ports, OpenShiftBackend.component,
        PeerAuthentication.ports (key), PodFailureRule.container, PolicyScope.component, ProjectService.component,
        ProjectService.namespace, ProjectService.service, Projection.own_config_map, Projection.own_secret,
        Prometheus.port, Quota.priority_classes, Scrape.port, SecretKey.own, SecretVolume.own,
        ServiceSpec.node_ports (key), ServiceSpec.ports, Target.component, Target.port, TcpSocket.port,
        Trigger.authentication, Workload.patches (key)
    """,
    "tells things of the description apart or explains them, and comes out in no manifest": """
        Access.because, Autoscaling.external (key), Autoscaling.objects (key), Autoscaling.pods (key),
        Binding.because, Dependency.chart, Dependency.repository, Dependency.tags, Dependency.version, Grant.because,
        HostAccess.because, HostPath.because, HostPort.because, Monitor.endpoints (key), Namespace.description,
        Namespace.environments (key), NamespaceOverlay.extends, Overlay.extends, PresetUse.name,
        ScrapeTls.unverified_because, SecurityContext.because, Service.app_version, Service.description,
        Service.environments (key), Settings.dependencies (key), Settings.manifests (key),
        Settings.sealed_secrets (key), Spread.constraints (key), Waiver.environment, Waiver.lock, Waiver.owner,
        Waiver.reason, Waiver.rule, Waiver.until, Workload.size
    """,
    "takes few texts: addresses, numbers, times, files, documents, words of a list, two names in one": """
        Access.service_accounts, Alb.success_codes, Cidr.excluding, Container.termination_message_policy,
        Namespace.version, Service.version,
        CronJob.schedule, CronJob.time_zone, CronTrigger.end, CronTrigger.start, CronTrigger.time_zone,
        DaemonSet.max_surge, DaemonSet.max_unavailable, DisruptionBudget.max_unavailable,
        DisruptionBudget.min_available, ErrorPages.status, FieldRef.path, File.path,
        JobScaling.custom_running_job_percentage, JwtRule.jwks, ObjectMetric.api_version,
        OpenShiftTls.destination_ca_certificate, PodSecurity.version, ResourceField.resource, Rollout.max_surge,
        Rollout.max_unavailable, SealedSecret.encrypted_data, ServiceSpec.external_ips,
        StatefulSet.max_unavailable, SuccessRule.indexes, Workload.host_aliases (key)
    """,
}
"""Places that no file tries, by the reason."""


def elsewhere() -> set[str]:
    return {name.strip() for names in ELSEWHERE.values() for name in names.split(",")}


@dataclass(frozen=True)
class Place:
    """A place of a model, by the field that has it: ``Metadata.labels``, and ``Metadata.labels (key)``."""

    name: str
    shape: Shape


@dataclass(frozen=True)
class Described:
    """A file of ``texts/``: what it says, and what may stand where its words do."""

    kind: Kind
    data: Mapping[str, Any]
    words: Mapping[str, Place]


def places() -> dict[str, Shape]:
    """Of all models, each field where it is declared."""
    found: dict[str, Shape] = {}
    pending: list[type[BaseModel]] = [Service, Namespace]
    seen = set(pending)
    while pending:
        model = pending.pop()
        for name, info in model.model_fields.items():
            for place in _of_annotation(info.annotation, tuple(info.metadata), declared(model, name)):
                found.setdefault(place.name, place.shape)
            inside = set(_models(info.annotation)) - seen
            seen |= inside
            pending += sorted(inside, key=lambda one: one.__name__)
    return found


def declared(model: type[BaseModel], field: str) -> str:
    """The field by the first of the model's bases that has it."""
    owner = next(base for base in reversed(model.__mro__) if field in getattr(base, "model_fields", {}))
    return f"{owner.__name__}.{field}"


@cache
def described(name: str) -> Described:
    data = yaml.safe_load(FILES[name].read_text(encoding="utf-8"))
    kind = Namespace if name.startswith("namespace-") else Service
    known = places()
    words = {
        text: Place(place, known[place])
        for place, text in _said(kind.model_validate(data, by_alias=True, by_name=False), "")
        if WORD.search(text) and place in known
    }
    return Described(kind, data, words)


def _of_annotation(annotation: Any, metadata: tuple[Any, ...], name: str) -> Iterator[Place]:
    for shape in shapes_of(annotation, metadata):
        arguments = get_args(shape.of)
        if shape.of is str and shape.pattern != QUANTITY:
            yield Place(name, shape)
        elif shape.is_map and arguments[1] is not Any:
            yield from _of_annotation(arguments[0], (), f"{name} (key)")
            yield from _of_annotation(arguments[1], (), name)
        elif shape.is_list:
            yield from _of_annotation(arguments[0], (), name)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    for shape in shapes_of(annotation):
        if shape.is_model:
            yield shape.of
        for inner in get_args(shape.of) if shape.is_map or shape.is_list else ():
            yield from _models(inner)


def _said(value: Any, name: str) -> Iterator[tuple[str, str]]:
    """Each text that is said, and the place that it has."""
    if isinstance(value, BaseModel):
        for field in value.model_fields_set:
            yield from _said(getattr(value, field), declared(type(value), field))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield f"{name} (key)", key
            yield from _said(inner, name)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _said(inner, name)
    elif isinstance(value, str):
        yield name, value
