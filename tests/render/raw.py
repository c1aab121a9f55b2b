"""Values that hold raw fields and whole manifests."""

from .sample import Values


def raw() -> Values:
    """Raw fields of the pod, its containers and objects, and manifests of the least and of the most."""
    whole = {"labels": {"team": "orders"}, "annotations": {"example.com/a": "b"}, "finalizers": ["example.com/wait"]}
    return {
        "podExtra": {"os": {"name": "linux"}},
        "patches": {
            "ConfigMap/nothing": {"metadata": {"annotations": {"example.com/a": "{ b }"}}},
            "Deployment": {"spec": {"paused": True}},
        },
        "configMaps": {"nothing": {"data": {}, "binaryData": {}}},
        "extraManifests": {
            "least": {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "least"}},
            "most": {
                "apiVersion": "v1",
                "kind": "ConfigMap",
                "metadata": {"name": "most", **whole},
                "data": {"a": "b\n"},
            },
        },
    }


def raw_of_the_newest() -> Values:
    """A raw field of a container: all that the oldest Kubernetes has are typed."""
    return {"containerExtra": {"restartPolicyRules": []}}
