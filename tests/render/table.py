"""The toggles: named values that together take every template branch both ways, and that every Helm must render."""

from collections.abc import Mapping

from .configuration import of_its_own
from .events import of_events
from .kinds import of_kinds, sidecar
from .namespaces import namespaces
from .raw import raw, raw_of_the_newest
from .routes import none_here, of_all_kinds
from .sample import (
    Values,
    autoscaling,
    changed,
    connection_test,
    http_route,
    ingress,
    minimal,
    network_policy,
    production,
    rbac,
)
from .storage import of_storage
from .watching import of_watching

NEWER = "a raw field that the oldest Kubernetes does not have"
LONG = "an-environment-for-a-pull-request-with-quite-a-long-nam"[:53]


CONSTRAINTS = [
    {
        "topologyKey": "topology.kubernetes.io/region",
        "maxSkew": 2,
        "whenUnsatisfiable": "DoNotSchedule",
        "minDomains": 2,
        "nodeAffinityPolicy": "Honor",
        "nodeTaintsPolicy": "Ignore",
    }
]
_NOISY = {"matchLabels": {"app.kubernetes.io/name": "noisy"}}
_OTHERS = {"labelSelector": _NOISY, "topologyKey": "kubernetes.io/hostname"}
OTHERS = {
    "requiredDuringSchedulingIgnoredDuringExecution": [_OTHERS],
    "preferredDuringSchedulingIgnoredDuringExecution": [{"weight": 5, "podAffinityTerm": _OTHERS}],
}
EXTERNAL = {
    "type": "External",
    "external": {"metric": {"name": "ready"}, "target": {"type": "AverageValue", "averageValue": "30"}},
}


def _off(section: Values) -> Values:
    return {**section, "enabled": False}


def everything() -> Values:
    """Every optional field at once."""
    ports = {
        "http": {"port": 80, "targetPort": "http", "protocol": "TCP", "appProtocol": "http"},
        "metrics": {"port": 9090, "targetPort": 9090, "protocol": "TCP"},
    }
    return changed(
        production(),
        imagePullSecrets=[{"name": "registry"}],
        commonAnnotations={"example.com/contact": "orders@example.com"},
        podLabels={"cost-centre": "4711"},
        podAnnotations={"prometheus.io/scrape": "true"},
        command=["/app/serve"],
        args=["--port", "3000"],
        workingDir="/app",
        env={
            "A_URL": {"expand": "http://$(B_HOST):$(C_PORT)/"},
            "B_HOST": {"value": "orders"},
            "C_PORT": {"valueFrom": {"configMapKeyRef": {"name": "ports", "key": "orders", "optional": True}}},
            "CPUS": {"valueFrom": {"resourceFieldRef": {"resource": "limits.cpu", "divisor": "1"}}},
            "EMPTY": {"value": ""},
            "POD": {"valueFrom": {"fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.name"}}},
        },
        envFrom=[
            {"prefix": "DB_", "secretRef": {"name": "orders-db", "optional": True}},
            {"configMapRef": {"name": "x"}},
        ],
        configFiles={
            "app.yaml": {"content": "a: 1\nb: |\n  two\n\n\n", "mountPath": "/etc/app/app.yaml"},
            "on": {"content": "\n", "mountPath": "/etc/app/on"},
        },
        service={
            "type": "ClusterIP",
            "annotations": {"example.com/contact": "edge@example.com"},
            "ports": ports,
            "publishNotReadyAddresses": False,
            "internalTrafficPolicy": "Local",
            "sessionAffinity": "ClientIP",
        },
        containerPorts={
            "http": {"containerPort": 3000, "protocol": "TCP"},
            "metrics": {"containerPort": 9090, "protocol": "TCP"},
        },
        readinessProbe={
            "httpGet": {
                "path": "/ready",
                "port": 3000,
                "scheme": "HTTPS",
                "httpHeaders": [{"name": "Host", "value": "orders"}],
            },
            "initialDelaySeconds": 0,
            "successThreshold": 2,
        },
        livenessProbe={"tcpSocket": {"port": "http"}, "periodSeconds": 20},
        startupProbe={"grpc": {"port": 3000, "service": "orders"}, "failureThreshold": 24},
        lifecycle={"postStart": {"exec": {"command": ["/bin/warm", "\n\n"]}}, "preStop": {"sleep": {"seconds": 10}}},
        autoscaling=autoscaling(targetMemoryUtilizationPercentage=80),
        podDisruptionBudget={"enabled": True, "minAvailable": "50%", "unhealthyPodEvictionPolicy": "IfHealthyBudget"},
        minReadySeconds=0,
        progressDeadlineSeconds=1200,
        serviceAccount={
            "create": True,
            "automount": True,
            "annotations": {"eks.amazonaws.com/role-arn": "arn:aws:iam::1:role/x"},
            "name": "",
            "imagePullSecrets": [{"name": "registry"}],
        },
        rbac=rbac(),
        affinity={
            "nodeAffinity": {
                "requiredDuringSchedulingIgnoredDuringExecution": {
                    "nodeSelectorTerms": [{"matchExpressions": [{"key": "disk", "operator": "In", "values": ["ssd"]}]}]
                }
            }
        },
        spread={"hosts": "hard", "zones": "hard", "constraints": CONSTRAINTS},
        schedulerName="own",
        runtimeClassName="gvisor",
        nodeSelector={"kubernetes.io/arch": "arm64"},
        tolerations=[{"key": "dedicated", "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 0}],
        priorityClassName="payments",
        volumes=[
            {"name": "tmp", "emptyDir": {}},
            {
                "name": "tls",
                "secret": {
                    "secretName": "orders-tls",
                    "items": [{"key": "tls.crt", "path": "a/crt", "mode": 256}],
                    "defaultMode": 288,
                    "optional": True,
                },
            },
            {"name": "data", "persistentVolumeClaim": {"claimName": "orders", "readOnly": True}},
            {"name": "shared", "configMap": {"name": "shared", "defaultMode": 420}},
        ],
        volumeMounts=[
            {"name": "tmp", "mountPath": "/tmp"},  # noqa: S108 - in the container
            {"name": "tls", "mountPath": "/tls", "subPath": "a", "readOnly": True},
            {"name": "data", "mountPath": "/data", "readOnly": False},
            {"name": "shared", "mountPath": "/shared"},
        ],
        enableServiceLinks=True,
        dnsPolicy="None",
        dnsConfig={
            "nameservers": ["10.0.0.10"],
            "searches": ["svc.cluster.local"],
            "options": [{"name": "ndots", "value": "2"}, {"name": "edns0"}],
        },
        terminationMessagePolicy="FallbackToLogsOnError",
        extraIngresses={"admin-ui": ingress("admin.example.com"), "plain": ingress("plain.example.com", tls=[])},
        httpRoute=http_route("orders.example.com"),
        extraHttpRoutes={"admin-ui": http_route("admin.example.com")},
        connectionTest=connection_test(),
    )


def toggles() -> Mapping[str, tuple[str, Values]]:
    """Release name and values, by what is special about them."""
    full = everything()
    return {
        **_of_a_deployment(full),
        **of_events(full),
        **of_kinds(full),
        **of_storage(full),
        **of_watching(full, LONG),
        **namespaces(),
    }


def _of_a_deployment(full: Values) -> Mapping[str, tuple[str, Values]]:
    production_values = production()
    routed = http_route(
        "orders.example.com",
        parentRefs=[{"group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "shared"}],
        rules=[
            {
                "matches": [{"path": {"type": "Exact", "value": "/"}}],
                "timeouts": {"request": "30s", "backendRequest": "10s"},
            },
            {"matches": [{"path": {"type": "PathPrefix", "value": "/slow"}}], "timeouts": {"request": "60s"}},
            {"matches": [{"path": {"type": "PathPrefix", "value": "/x"}}], "timeouts": {"backendRequest": "60s"}},
        ],
    )
    return {
        "the least": ("orders-api", minimal()),
        "production": ("orders-api", production_values),
        "everything": ("shop", full),
        "all toggles off": (
            "shop",
            changed(
                full,
                autoscaling=_off(full["autoscaling"]),
                podDisruptionBudget=_off(full["podDisruptionBudget"]),
                ingress=_off(full["ingress"]),
                httpRoute=_off(full["httpRoute"]),
                networkPolicy=_off(full["networkPolicy"]),
                extraIngresses={"admin-ui": _off(ingress("admin.example.com"))},
                extraHttpRoutes={"admin-ui": _off(http_route("admin.example.com"))},
                connectionTest=None,
                serviceAccount={"create": False, "automount": False, "annotations": {}, "name": ""},
                rbac={**rbac(), "create": False},
            ),
        ),
        "names taken over": (
            "shop",
            changed(
                full,
                fullnameOverride="orders",
                identity={
                    "selector": {"app.kubernetes.io/name": "orders-api", "app.kubernetes.io/instance": "shop"},
                    "container": "app",
                    "objects": {"Service": "orders-svc", "ConfigMap": "orders-env", "ConfigMap/files": "orders-etc"},
                },
                serviceAccount={"create": False, "automount": False, "annotations": {}, "name": "existing"},
            ),
        ),
        "a long name": (LONG, full),
        "recreate, by tag, without a version": (
            "shop",
            changed(
                minimal(),
                image={
                    "repository": "orders",
                    "tag": "",
                    "digest": production_values["image"]["digest"],
                    "pullPolicy": "Always",
                },
                strategy={"type": "Recreate"},
                configFiles=full["configFiles"],
                autoscaling={
                    key: value
                    for key, value in autoscaling(targetMemoryUtilizationPercentage=80).items()
                    if key != "targetCPUUtilizationPercentage"
                },
                resources={"requests": {"memory": "1Gi"}, "limits": {}},
                readinessProbe={"exec": {"command": ["/bin/true"]}},
                startupProbe={"grpc": {"port": 3000}},
                lifecycle={"postStart": {"httpGet": {"path": "/", "port": "http"}}},
            ),
        ),
        "scaled by amounts and other metrics, beside a sidecar": (
            "shop",
            changed(
                full,
                sidecars={"proxy": sidecar()},
                autoscaling=autoscaling(targetMemoryAverageValue="1Gi", metrics=[EXTERNAL]),
            ),
        ),
        "away from others, and from its own copies": (
            "shop",
            changed(
                minimal(),
                affinity={"podAntiAffinity": OTHERS},
                spread={"hosts": "soft", "zones": "soft", "constraints": []},
            ),
        ),
        "away from others only": ("shop", changed(minimal(), affinity={"podAntiAffinity": OTHERS})),
        "routes of other shapes": (
            "shop",
            changed(
                production_values,
                service={**production_values["service"], "annotations": {}},
                ingress=ingress(
                    "orders.example.com",
                    className="",
                    annotations={},
                    tls=[{"secretName": "given", "hosts": ["orders.example.com"]}],
                ),
                httpRoute={**routed, "hostnames": []},
            ),
        ),
        "only an HTTPRoute": ("shop", changed(production_values, ingress=None, httpRoute=routed)),
        "an ingress without TLS": ("shop", changed(production_values, ingress=ingress("orders.example.com", tls=[]))),
        "annotated pods without a ConfigMap": (
            "shop",
            changed(full, config=None, configFiles=None, connectionTest=None),
        ),
        "traffic of all kinds": ("shop", changed(full, **of_all_kinds())),
        "traffic without annotations": ("shop", changed(full, **of_all_kinds(), commonAnnotations={})),
        "traffic of no kind here": ("shop", changed(full, **none_here(), commonAnnotations={})),
        "configuration of its own": ("shop", changed(full, **of_its_own())),
        "configuration without annotations": ("shop", changed(minimal(), **{**of_its_own(), "reloader": None})),
        "configuration that is all bytes": (
            "shop",
            changed(
                minimal(),
                configFiles={"a": {"binaryContent": "IyE=", "mountPath": "/a"}},
                reads={"configMaps": ["nothing"], "secrets": []},
                configMaps={"nothing": {"data": {}, "binaryData": {}}},
                externalSecrets={},
                sealedSecrets={},
            ),
        ),
        "raw fields": ("shop", changed(minimal(), **raw())),
        NEWER: ("shop", changed(minimal(), **raw_of_the_newest())),
        "a policy that only holds back egress": (
            "shop",
            changed(
                production_values,
                connectionTest=connection_test(),
                networkPolicy=network_policy(
                    policyTypes=["Egress"], ingress=[], egress=[{"ports": [{"port": 53, "protocol": "UDP"}]}]
                ),
            ),
        ),
        "a policy that only holds back ingress": (
            "shop",
            changed(
                production_values,
                networkPolicy=network_policy(
                    policyTypes=["Ingress"], ingress=[{"from": [{"ipBlock": {"cidr": "10.0.0.0/8"}}]}], egress=[]
                ),
            ),
        ),
        "nothing granted": (
            "shop",
            changed(
                full, rbac={"create": True, "rules": [], "otherNamespaces": {}, "clusterRules": [], "bindings": []}
            ),
        ),
    }
