"""Values to render: those of reference/target in production, and the means to change and lay them out as a chart."""

import json
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from chartgen.charting import library, namespace
from chartgen.charting.templates import stubs

Values = dict[str, Any]

DIGEST = "sha256:6dd8ba5ab1ad1df3c1d1f0ed1d4b1cf2f33d2b6c8d5ce5ad8ed6c5d3f5f3b1aa"


def probe(path: str, period: int, timeout: int, failures: int) -> Values:
    return {
        "httpGet": {"path": path, "port": "http"},
        "periodSeconds": period,
        "timeoutSeconds": timeout,
        "failureThreshold": failures,
    }


def minimal() -> Values:
    """A name, an image, a port, and nothing that may be left out."""
    return {
        "environment": "",
        "replicaCount": 2,
        "image": {"repository": "ghcr.io/acme/orders-api", "tag": "1.4.2", "digest": "", "pullPolicy": "IfNotPresent"},
        "imagePullSecrets": [],
        "fullnameOverride": "",
        "commonLabels": {},
        "commonAnnotations": {},
        "podLabels": {},
        "podAnnotations": {},
        "command": [],
        "args": [],
        "workingDir": "",
        "env": {},
        "envFrom": [],
        "containerPorts": {},
        "readinessProbe": {},
        "livenessProbe": {},
        "startupProbe": {},
        "terminationGracePeriodSeconds": 45,
        "lifecycle": {},
        "resources": {"requests": {}, "limits": {}},
        "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": "25%", "maxUnavailable": 0}},
        "revisionHistoryLimit": 5,
        "serviceAccount": {"create": True, "automount": False, "annotations": {}, "name": ""},
        "podSecurityContext": {},
        "securityContext": {},
        "spread": {"hosts": "", "zones": "", "constraints": []},
        "affinity": {},
        "nodeSelector": {},
        "tolerations": [],
        "schedulerName": "",
        "runtimeClassName": "",
        "priorityClassName": "",
        "volumes": [],
        "volumeMounts": [],
        "enableServiceLinks": False,
        "dnsPolicy": "",
        "dnsConfig": {},
        "terminationMessagePolicy": "",
    }


def production() -> Values:
    """reference/target's orders-api in production."""
    return changed(
        minimal(),
        environment="production",
        image={"repository": "ghcr.io/acme/orders-api", "tag": "1.4.2", "digest": DIGEST, "pullPolicy": "IfNotPresent"},
        commonLabels={"owner": "team-orders"},
        env={"DATABASE_URL": {"valueFrom": {"secretKeyRef": {"name": "orders-db", "key": "url"}}}},
        config={"KAFKA_BROKERS": "kafka.messaging:9092", "LOG_LEVEL": "warning"},
        service={
            "type": "ClusterIP",
            "annotations": {},
            "ports": {"http": {"port": 80, "targetPort": "http", "protocol": "TCP"}},
        },
        containerPorts={"http": {"containerPort": 3000, "protocol": "TCP"}},
        readinessProbe=probe("/health/ready", 5, 3, 3),
        livenessProbe=probe("/health/live", 20, 5, 3),
        startupProbe=probe("/health/live", 5, 5, 24),
        lifecycle={"preStop": {"sleep": {"seconds": 10}}},
        resources={
            "requests": {"cpu": "250m", "memory": "512Mi", "ephemeral-storage": "64Mi"},
            "limits": {"memory": "1Gi", "ephemeral-storage": "1Gi"},
        },
        autoscaling=autoscaling(min_replicas=3, max_replicas=30),
        podDisruptionBudget={"enabled": True, "maxUnavailable": 1, "unhealthyPodEvictionPolicy": "AlwaysAllow"},
        podSecurityContext={
            "runAsNonRoot": True,
            "runAsUser": 10001,
            "runAsGroup": 10001,
            "seccompProfile": {"type": "RuntimeDefault"},
        },
        securityContext={
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        },
        spread={"hosts": "soft", "zones": "soft", "constraints": []},
        volumes=[{"name": "tmp", "emptyDir": {"sizeLimit": "256Mi"}}],
        volumeMounts=[{"name": "tmp", "mountPath": "/tmp"}],  # noqa: S108 - in the container
        ingress=ingress("orders.example.com"),
        networkPolicy=network_policy(),
    )


def autoscaling(*, min_replicas: int = 2, max_replicas: int = 10, **changes: Any) -> Values:
    return {
        "enabled": True,
        "minReplicas": min_replicas,
        "maxReplicas": max_replicas,
        "targetCPUUtilizationPercentage": 70,
        "metrics": [],
        "behavior": {
            "scaleUp": {
                "stabilizationWindowSeconds": 0,
                "selectPolicy": "Max",
                "policies": [
                    {"type": "Percent", "value": 100, "periodSeconds": 30},
                    {"type": "Pods", "value": 4, "periodSeconds": 60},
                ],
            },
            "scaleDown": {
                "stabilizationWindowSeconds": 300,
                "selectPolicy": "Max",
                "policies": [{"type": "Percent", "value": 10, "periodSeconds": 60}],
            },
        },
        **changes,
    }


def ingress(host: str, **changes: Any) -> Values:
    return {
        "enabled": True,
        "className": "nginx",
        "annotations": {
            "cert-manager.io/cluster-issuer": "letsencrypt-prod",
            "nginx.ingress.kubernetes.io/limit-rps": "10",
            "nginx.ingress.kubernetes.io/ssl-redirect": "true",
        },
        "servicePort": "http",
        "hosts": [{"host": host, "paths": [{"path": "/orders", "pathType": "Prefix"}]}],
        "tls": [{"secretName": "", "hosts": [host]}],
        **changes,
    }


def http_route(host: str, **changes: Any) -> Values:
    return {
        "enabled": True,
        "annotations": {},
        "parentRefs": [
            {
                "group": "gateway.networking.k8s.io",
                "kind": "Gateway",
                "namespace": "edge",
                "name": "shared",
                "sectionName": "https",
            }
        ],
        "hostnames": [host],
        "servicePort": "http",
        "rules": [{"matches": [{"path": {"type": "PathPrefix", "value": "/orders"}}]}],
        **changes,
    }


def network_policy(**changes: Any) -> Values:
    def app(name: str) -> Values:
        return {"podSelector": {"matchLabels": {"app.kubernetes.io/name": name}}}

    def namespace(name: str) -> Values:
        return {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": name}}}

    dns = {**namespace("kube-system"), "podSelector": {"matchLabels": {"k8s-app": "kube-dns"}}}
    return {
        "enabled": True,
        "policyTypes": ["Ingress", "Egress"],
        "ingress": [
            {
                "from": [app("api-gateway"), namespace("ingress-nginx"), namespace("monitoring")],
                "ports": [{"port": "http", "protocol": "TCP"}],
            }
        ],
        "egress": [
            {"to": [dns], "ports": [{"port": 53, "protocol": "UDP"}, {"port": 53, "protocol": "TCP"}]},
            {"to": [app("orders-db")], "ports": [{"port": 5432, "protocol": "TCP"}]},
            {"to": [app("payment-service")], "ports": [{"port": 8080, "protocol": "TCP"}]},
            {"to": [namespace("messaging")], "ports": [{"port": 9092, "protocol": "TCP"}]},
        ],
        **changes,
    }


def rbac() -> Values:
    """A role of each sort, and bindings of each sort."""

    def rule(group: str, resource: str, *verbs: str) -> Values:
        return {"apiGroups": [group], "resources": [resource], "verbs": list(verbs)}

    def binding(kind: str, name: str, *, namespace: str = "", cluster: bool = False) -> Values:
        return {"kind": kind, "name": name, "namespace": namespace, "cluster": cluster}

    return {
        "create": True,
        "rules": [{**rule("", "secrets", "get"), "resourceNames": ["orders-db"]}],
        "otherNamespaces": {"batch": [rule("batch", "jobs", "list", "watch")]},
        "clusterRules": [rule("", "nodes", "get"), {"nonResourceURLs": ["/metrics"], "verbs": ["get"]}],
        "bindings": [
            binding("ClusterRole", "view"),
            binding("Role", "reader", namespace="batch"),
            binding("ClusterRole", "system:auth-delegator", cluster=True),
        ],
    }


def connection_test(**changes: Any) -> Values:
    image = f"docker.io/library/busybox@{DIGEST}"
    return {"image": image, "servicePort": "http", "path": "/health/ready", "timeoutSeconds": 60, **changes}


def changed(values: Values, **changes: Any) -> Values:
    """A copy with some top-level keys replaced; None takes a key away."""
    both = {**deepcopy(values), **deepcopy(changes)}
    return {key: value for key, value in both.items() if value is not None}


def write_chart(
    folder: Path,
    values: Values,
    *,
    name: str = "orders-api",
    version: str = "0.1.0",
    app_version: str = "1.4.2",
    library_files: Mapping[str, str] | None = None,
) -> Path:
    """A chart folder as chartgen lays it out, with the values as JSON (which is YAML)."""
    metadata = {
        "apiVersion": "v2",
        "name": name,
        "description": "Takes orders.",
        "type": "application",
        "version": version,
        **({"appVersion": app_version} if app_version else {}),
        "kubeVersion": ">=1.30.0-0",
        "dependencies": [library.dependency()],
    }
    files = {
        "Chart.yaml": json.dumps(metadata) + "\n",
        "Chart.lock": library.chart_lock(),
        "values.yaml": json.dumps(values, ensure_ascii=False) + "\n",
        **(namespace.stubs([values]) if "namespace" in values else stubs([values])),
        **(library.vendored() if library_files is None else library_files),
    }
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
