"""Labels, annotations and names."""

from collections.abc import Iterator

from chartgen.layering.problem import Problem
from chartgen.models.service import Spec, WorkloadSpec

MAX_ANNOTATION_BYTES = 256 * 1024
"""Keys and values of an object's annotations, in bytes."""

KINDS = (
    "ConfigMap",
    "ConfigMap/files",
    "CronJob",
    "DaemonSet",
    "Deployment",
    "HorizontalPodAutoscaler",
    "HTTPRoute",
    "Ingress",
    "Job",
    "NetworkPolicy",
    "PodDisruptionBudget",
    "Service",
    "Service/headless",
    "ServiceAccount",
    "StatefulSet",
)
"""Kinds whose name an identity may state."""

_RESERVED = ("app.kubernetes.io/", "helm.sh/", "meta.helm.sh/")


def label_is_not_reserved(spec: Spec) -> Iterator[Problem]:
    """Labels that chartgen and Helm print are not stated."""
    for key in spec.labels:
        if key.startswith(_RESERVED):
            hint = "identity.selector takes over labels that already run"
            yield Problem(("labels", key), "is a label that the chart prints itself", hint)
    taken_over = spec.identity.selector if spec.identity else {}
    for key, label in spec.labels.items():
        if label.pods and key in taken_over:
            yield Problem(("labels", key), "is a selector label of the identity; it is on the pods already")
    for key in spec.annotations:
        if key.startswith((*_RESERVED[1:], "checksum/")):
            yield Problem(("annotations", key), "is an annotation that the chart or Helm prints itself")


def owner_is_stated_once(spec: Spec) -> Iterator[Problem]:
    """The label owner comes from one field."""
    if spec.owner is not None and "owner" in spec.labels:
        yield Problem(("labels", "owner"), "is the label of the field owner; state it there", also=(("owner",),))


def annotations_fit(spec: Spec) -> Iterator[Problem]:
    """An object takes 256 KiB of annotations."""
    size = sum(len(key.encode()) + len(note.value.encode()) for key, note in spec.annotations.items())
    if size > MAX_ANNOTATION_BYTES:
        yield Problem(("annotations",), f"hold {size} bytes; an object takes {MAX_ANNOTATION_BYTES} (256 KiB)")


def identity_kind_is_made(spec: WorkloadSpec) -> Iterator[Problem]:
    """An identity names kinds that a chart may hold."""
    for key in spec.identity.objects if spec.identity else ():
        if key not in KINDS and key not in _of_routes(spec):
            yield Problem(("identity", "objects", key), f"is no object of this chart; there are {', '.join(KINDS)}")


def _of_routes(spec: WorkloadSpec) -> set[str]:
    """Further routes have objects of their own, as ``Ingress/admin``."""
    routes = spec.routes if isinstance(spec, Spec) else {}
    return {f"{kind}/{route}" for kind in ("Ingress", "HTTPRoute") for route in routes}
