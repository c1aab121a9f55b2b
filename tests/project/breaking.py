"""Changes that Kubernetes refuses of what runs: what a service says before and after, and its object."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    before: str
    after: str
    field: str
    """Where the message stands."""
    what: str
    """What cannot change, as Kubernetes calls it."""


def _disk(more: str = "") -> str:
    disk = f'Volume(mounts=["/cache"], owned_claim=OwnedClaim(size="1Gi"{more}))'
    return f'volumes={{"cache": {disk}}}, replicas=1, rollout=Rollout(strategy="Recreate"),'


def _claims(more: str) -> str:
    claim = f'ClaimTemplate(mounts=["/data"], {more})'
    return f'kind="StatefulSet", stateful_set=StatefulSet(claims={{"data": {claim}}}),'


def _edge(more: str) -> str:
    return f'services={{"edge": ServiceSpec(type="LoadBalancer", {more})}},'


_TAKEN = 'identity=Identity(selector={"app": "ledger"}),'
_NODES = 'kind="StatefulSet", identity=Identity(objects={"Service/headless": "nodes"}),'
_PARALLEL = 'kind="StatefulSet", stateful_set=StatefulSet(pod_management_policy="Parallel"),'
_EACH = 'services={"each": ServiceSpec(headless=%s)},'
_CLASS = 'load_balancer_class="example.com/%s"'
_WORKER = 'components={"worker": Component(%s)},'

CHANGES = {
    "a selector": Change("", _TAKEN, "identity.selector", "selector of a Deployment"),
    "a selector taken back": Change(_TAKEN, "", "identity.selector", "selector of a Deployment"),
    "a component's selector": Change(
        _WORKER % "",
        _WORKER % _TAKEN.removesuffix(","),
        "components.worker.identity.selector",
        "selector of a Deployment",
    ),
    "a DaemonSet's selector": Change(
        'kind="DaemonSet",', f'kind="DaemonSet", {_TAKEN}', "identity.selector", "selector of a DaemonSet"
    ),
    "the size of a claim template": Change(
        _claims('size="1Gi"'), _claims('size="2Gi"'), "stateful_set.claims", "volumeClaimTemplates of a StatefulSet"
    ),
    "the class of a claim template": Change(
        _claims('size="1Gi"'),
        _claims('size="1Gi", storage_class="fast"'),
        "stateful_set.claims",
        "volumeClaimTemplates of a StatefulSet",
    ),
    "a further claim template": Change(
        'kind="StatefulSet",', _claims('size="1Gi"'), "stateful_set.claims", "volumeClaimTemplates of a StatefulSet"
    ),
    "the Service of a StatefulSet": Change(
        'kind="StatefulSet",', _NODES, "identity.objects.Service/headless", "serviceName of a StatefulSet"
    ),
    "the order of a StatefulSet": Change(
        'kind="StatefulSet",',
        _PARALLEL,
        "stateful_set.pod_management_policy",
        "podManagementPolicy of a StatefulSet",
    ),
    "the class of a disk": Change(
        _disk(', storage_class="slow"'),
        _disk(', storage_class="fast"'),
        "volumes.cache.owned_claim.storage_class",
        "storageClassName of a PersistentVolumeClaim",
    ),
    "the way a disk is used": Change(
        _disk(),
        _disk(', access_modes=["ReadWriteMany"]'),
        "volumes.cache.owned_claim.access_modes",
        "accessModes of a PersistentVolumeClaim",
    ),
    "a Service that loses its address": Change(
        _EACH % "False", _EACH % "True", "services.each.headless", "clusterIP of a Service"
    ),
    "a Service's balancer": Change(
        _edge(_CLASS % "a"), _edge(_CLASS % "b"), "services.edge.load_balancer_class", "loadBalancerClass of a Service"
    ),
    "a Service's family of addresses": Change(
        'service=ServiceSpec(ip_families=["IPv4"]),',
        'service=ServiceSpec(ip_families=["IPv6"]),',
        "service.ip_families",
        "ipFamilies of a Service",
    ),
}

SERVICE = """from chartgen import *

service = Service(
    name="ledger",
    image=Image(repository="ghcr.io/acme/ledger", tag="1.4.2"),
    ports={{"http": 3000}},
    {said}
)
"""
