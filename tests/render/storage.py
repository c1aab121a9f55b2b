"""Toggles of disks, volumes and Services."""

from collections.abc import Mapping

from .kinds import component, stateful_set
from .sample import Values, changed, minimal

CLAIM = {
    "size": "1Gi",
    "storageClassName": "fast",
    "accessModes": ["ReadWriteOnce"],
    "volumeName": "",
    "annotations": {},
}
PORTS = {"http": {"port": 80, "targetPort": "http", "protocol": "TCP"}}


def of_storage(full: Values) -> Mapping[str, tuple[str, Values]]:
    """Rows by what is special about them."""
    disks = changed(
        minimal(),
        persistentVolumeClaims={
            "data": {
                **CLAIM,
                "retain": True,
                "labels": {"backup": "daily"},
                "matchLabels": {"a": "b"},
                "annotations": {"a.b/c": "d"},
            },
            "raw": {
                **CLAIM,
                "retain": False,
                "volumeMode": "Block",
                "matchExpressions": [{"key": "rack", "operator": "Exists"}],
                "dataSource": {"kind": "PersistentVolumeClaim", "name": "warm"},
                "volumeAttributesClassName": "gold",
            },
            "old": {**CLAIM, "retain": False, "storageClassName": "", "volumeName": "disk-7"},
        },
        secretProviders={
            "keys": {"provider": "vault", "parameters": {"roleName": "orders"}},
            "plain": {"provider": "aws", "parameters": {}},
        },
        volumes=[
            {"name": "data", "persistentVolumeClaim": {"own": "data"}},
            {"name": "keys", "csi": {"driver": "secrets-store.csi.k8s.io", "own": "keys", "readOnly": True}},
            {"name": "node", "hostPath": {"path": "/var/log", "type": "Directory"}},
            {"name": "raw", "persistentVolumeClaim": {"claimName": "raw"}},
        ],
        volumeMounts=[
            {"name": "data", "mountPath": "/a", "subPathExpr": "$(POD)/a", "mountPropagation": "HostToContainer"},
            {"name": "data", "mountPath": "/b", "readOnly": True, "recursiveReadOnly": "Enabled"},
        ],
        volumeDevices=[{"name": "raw", "devicePath": "/dev/xvda"}],
    )
    services = {
        "public": {
            "type": "LoadBalancer",
            "annotations": {"a.b/c": "d"},
            "ports": {"http": {**PORTS["http"], "nodePort": 30080}},
            "loadBalancerClass": "nlb",
            "loadBalancerIP": "203.0.113.7",
            "loadBalancerSourceRanges": ["10.0.0.0/8"],
            "allocateLoadBalancerNodePorts": False,
            "externalTrafficPolicy": "Local",
            "healthCheckNodePort": 31000,
            "sessionAffinity": "ClientIP",
            "sessionAffinitySeconds": 60,
            "ipFamilies": ["IPv4"],
            "externalIPs": ["203.0.113.8"],
        },
        "each": {"type": "ClusterIP", "headless": True, "annotations": {}, "ports": {}},
        "erp": {"type": "ExternalName", "externalName": "erp.example.com", "annotations": {}, "ports": {}},
    }
    return {
        "a pod that shares its node": ("shop", changed(minimal(), **of_hosts())),
        "disks of its own": ("shop", disks),
        "disks and Services of another environment": (
            "shop",
            changed(
                disks,
                persistentVolumeClaims=None,
                secretProviders=None,
                volumeMounts=[],
                volumeDevices=None,
                volumes=[
                    {"name": "x", "csi": {"driver": "a.b"}},
                    {"name": "y", "persistentVolumeClaim": {"claimName": "z"}},
                ],
            ),
        ),
        "a component with disks and Services": (
            "shop",
            changed(full, components={"store": component(changed(disks, services=services))}),
        ),
        "several Services": ("shop", changed(minimal(), services=services)),
        "a Service with a long name": ("shop", changed(minimal(), services={"each" * 15: services["each"]})),
        "a disk of a given volume": (
            "shop",
            stateful_set(volumeClaimTemplates={"data": {**CLAIM, "volumeName": "disk-7", "labels": {"a": "b"}}}),
        ),
    }


def of_hosts() -> Values:
    """What a pod shares with its node, and what it is called."""
    terminal = {"terminationMessagePath": "/var/last-words", "stdin": True, "tty": False}
    return {
        "containerPorts": {"http": {"containerPort": 80, "protocol": "TCP", "hostPort": 80, "hostIP": "10.0.0.1"}},
        "hostname": "orders",
        "subdomain": "peers",
        "setHostnameAsFQDN": True,
        "hostNetwork": True,
        "hostPID": False,
        "hostUsers": True,
        "readinessGates": [{"conditionType": "example.com/ready"}],
        "schedulingGates": [{"name": "example.com/quota"}],
        "resizePolicy": [{"resourceName": "cpu", "restartPolicy": "NotRequired"}],
        "hostAliases": {"10.1.2.3": ["erp.internal"]},
        **terminal,
    }
