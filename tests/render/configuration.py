"""Values of a chart's own ConfigMaps and Secrets, for the toggles."""

from .kinds import HOOK, component, job
from .sample import Values, minimal

REMOTE = {"conversionStrategy": "Default", "decodingStrategy": "None", "metadataPolicy": "None"}
SEALED = "AgAA"
"""No ciphertext; no template looks at it."""


def of_its_own() -> Values:
    """All of it at once, read in every way."""
    return {
        "env": {
            "FIELD": {"valueFrom": {"fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.name"}}},
            "PASSWORD": {"valueFrom": {"secretKeyRef": {"own": "db", "key": "password"}}},
            "RATE": {"valueFrom": {"configMapKeyRef": {"own": "limits", "key": "rate", "optional": True}}},
        },
        "envFrom": [{"configMapRef": {"own": "limits"}}, {"prefix": "T_", "secretRef": {"own": "tokens"}}],
        "configFiles": {
            "app.yaml": {"content": "a: 1\n", "mountPath": "/etc/app.yaml"},
            "run": {"binaryContent": "IyEvYmluL3No", "mountPath": "/run", "mode": 365},
        },
        "configMaps": config_maps(),
        "externalSecrets": external_secrets(),
        "sealedSecrets": sealed_secrets(),
        "reads": {"configMaps": ["limits", "logos"], "secrets": ["all", "db", "tls", "tokens"]},
        "reloader": True,
        "components": {
            "worker": component(minimal(), reads={"configMaps": ["limits"], "secrets": ["db"]}),
            "migrate": component(
                job(hook=HOOK), reads={"configMaps": ["limits", "logos"], "secrets": ["all", "db", "tokens"]}
            ),
        },
        "volumes": [
            {"name": "logos", "configMap": {"own": "logos", "defaultMode": 420}},
            {"name": "shared", "configMap": {"name": "shared", "defaultMode": 420}},
            {"name": "tls", "secret": {"own": "tls", "defaultMode": 420}},
            {
                "name": "together",
                "projected": {
                    "sources": [
                        {"configMap": {"own": "limits"}},
                        {"secret": {"own": "tokens", "optional": True}},
                        {"serviceAccountToken": {"path": "token", "expirationSeconds": 3600}},
                    ],
                    "defaultMode": 420,
                },
            },
            {"name": "tmp", "emptyDir": {}},
            {"name": "data", "emptyDir": {}},
        ],
    }


def config_maps() -> Values:
    return {
        "limits": {"data": {"rate": "7", "on": "\n"}, "binaryData": {}},
        "logos": {"data": {}, "binaryData": {"logo.png": "iVBO"}, "immutable": True},
        "nothing": {"data": {}, "binaryData": {}},
    }


def external_secrets() -> Values:
    store = {"name": "vault", "kind": "ClusterSecretStore"}
    target = {"name": "", "creationPolicy": "Owner", "deletionPolicy": "Retain"}
    plain = {"secretStoreRef": store, "refreshInterval": "1h", "refreshPolicy": "", "dataFrom": [], "target": target}
    template = {"type": "Opaque", "labels": {}, "annotations": {}, "data": {}, "mergePolicy": "Replace"}
    return {
        "plain": {**plain, "data": {"user": {"key": "orders/user", **REMOTE}}},
        "db": {
            **plain,
            "data": {"password": {"key": "orders/db", "property": "password", **REMOTE}},
            "target": {**target, "name": "orders-db", "immutable": True},
            "template": {**template, "labels": {"team": "orders"}, "data": {"url": "postgres://db/\n"}},
        },
        "all": {
            **plain,
            "refreshPolicy": "OnChange",
            "data": {},
            "dataFrom": [{"extract": {"key": "orders", **REMOTE}, "rewrite": [{"transform": {"template": "orders"}}]}],
            "template": template,
        },
    }


def sealed_secrets() -> Values:
    template = {"type": "Opaque", "labels": {}, "annotations": {}}
    return {
        "tls": {
            "name": "sealed-for-this",
            "scope": "strict",
            "encryptedData": {"tls.key": SEALED},
            "template": {**template, "annotations": {"example.com/a": "b"}, "immutable": True},
        },
        "tokens": {"name": "", "scope": "cluster-wide", "encryptedData": {"TOKEN": SEALED}, "template": template},
    }
