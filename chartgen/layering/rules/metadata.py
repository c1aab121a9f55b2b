"""Labels, annotations and names."""

from collections.abc import Iterator

from chartgen.layering.problem import Problem
from chartgen.models.service import Spec, WorkloadSpec

MAX_ANNOTATION_BYTES = 256 * 1024
"""Keys and values of an object's annotations, in bytes."""

LONGEST = {
    "Deployment": 63,
    "StatefulSet": 52,
    "DaemonSet": 63,
    "Job": 63,
    "CronJob": 52,
    "Service": 63,
    "ScaledJob": 63,
    "ScaledObject": 63,
}
"""Characters that a name of a kind may have: pods, their labels and Jobs get a name with more behind it."""

KINDS = (
    "ConfigMap",
    "ConfigMap/dashboards",
    "ConfigMap/files",
    "CronJob",
    "DaemonSet",
    "Deployment",
    "GRPCRoute",
    "HorizontalPodAutoscaler",
    "HTTPRoute",
    "Ingress",
    "Job",
    "NetworkPolicy",
    "PodDisruptionBudget",
    "ScaledJob",
    "ScaledObject",
    "PodMonitor",
    "PrometheusRule",
    "Service",
    "Service/headless",
    "ServiceAccount",
    "ServiceMonitor",
    "StatefulSet",
    "VerticalPodAutoscaler",
)
"""Kinds whose name an identity may state."""

_OLD_PROFILES = {
    "container.apparmor.security.beta.kubernetes.io/": 'app_armor=AppArmor(type="…")',
    "seccomp.security.alpha.kubernetes.io/": 'seccomp=Seccomp(type="…")',
    "container.seccomp.security.alpha.kubernetes.io/": 'seccomp=Seccomp(type="…")',
}
"""Annotations that became fields; some clusters still obey them, past every lock."""

RESERVED = ("app.kubernetes.io/", "helm.sh/", "meta.helm.sh/")
"""How labels begin that the chart prints itself; but for the first, annotations too."""


def label_is_not_reserved(spec: Spec) -> Iterator[Problem]:
    """Labels that chartgen and Helm print are not stated."""
    for key in spec.labels:
        if key.startswith(RESERVED):
            hint = "identity.selector takes over labels that already run"
            yield Problem(("labels", key), "is a label that the chart prints itself", hint)
    taken_over = spec.identity.selector if spec.identity else {}
    for key, label in spec.labels.items():
        if label.pods and key in taken_over:
            yield Problem(("labels", key), "is a selector label of the identity; it is on the pods already")
    for key in spec.annotations:
        if key.startswith((*RESERVED[1:], "checksum/")):
            yield Problem(("annotations", key), "is an annotation that the chart or Helm prints itself")
        for old, typed in _OLD_PROFILES.items():
            if key.startswith(old):
                hint = f"write security_context=SecurityContext({typed})"
                yield Problem(("annotations", key), "is how old clusters were told of a profile", hint)


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
        if key not in KINDS and key not in _of_names(spec):
            yield Problem(("identity", "objects", key), f"is no object of this chart; there are {', '.join(KINDS)}")


def stated_name_fits_kind(spec: WorkloadSpec) -> Iterator[Problem]:
    """A name that is taken over is one that its kind can have: the chart cuts only those that it makes itself."""
    identity = spec.identity
    for key, name in identity.objects.items() if identity else ():
        limit = LONGEST.get(key.partition("/")[0], 253)
        if len(name) > limit:
            yield Problem(
                ("identity", "objects", key), f"has {len(name)} characters; a name of its kind has at most {limit}"
            )
        if key.startswith("Service") and key != "ServiceAccount" and ("." in name or name[0].isdigit()):
            text = f"is {name!r}; a Service's name begins with a letter and has no dots"
            yield Problem(("identity", "objects", key), text)
    if identity and identity.name and len(identity.name) > LONGEST.get(spec.kind, 253):
        text = f"has {len(identity.name)} characters; a {spec.kind}'s name has at most {LONGEST[spec.kind]}"
        yield Problem(("identity", "name"), text, also=(("kind",),))


def job_has_a_name_for_each_pod(spec: WorkloadSpec) -> Iterator[Problem]:
    """Kubernetes refuses to change the pod of a Job, so one of a release can have no name of the author's."""
    names = spec.identity.objects if spec.identity else {}
    if "Job" in names and spec.kind == "Job" and not spec.job.hook and not spec.keda:
        text = "can't be stated: a Job of the release has another name each time that its pod changes"
        yield Problem(("identity", "objects", "Job"), text, "leave it out; the old Job is deleted by the upgrade")


def _of_names(spec: WorkloadSpec) -> set[str]:
    """What a service has several of has objects by name, as ``Ingress/admin``."""
    if not isinstance(spec, Spec):
        return set()
    named = {
        "Ingress": spec.routes,
        "HTTPRoute": spec.routes,
        "GRPCRoute": spec.routes,
        "Certificate": spec.certificates,
        "VirtualService": spec.virtual_services,
        "DestinationRule": spec.destination_rules,
        "Gateway": spec.istio_gateways,
        "AuthorizationPolicy": spec.authorization_policies,
        "PeerAuthentication": spec.peer_authentications,
        "RequestAuthentication": spec.request_authentications,
        "Route": spec.openshift_routes,
        "Middleware": spec.traefik_middlewares,
        "IngressRoute": spec.ingress_routes,
        "ConfigMap": spec.config_maps,
        "ExternalSecret": spec.external_secrets,
        "SealedSecret": spec.sealed_secrets,
    }
    return {f"{kind}/{name}" for kind, names in named.items() for name in names}
