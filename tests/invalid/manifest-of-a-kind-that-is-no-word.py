# error: service.py:10: manifests.elsewhere.kind: is ../v1.30.0-local-strict/pod of v1, which Kubernetes 1.37 does not have
# error: service.py:11: manifests.backwards.kind: is Pod\u202edoP of v1, which Kubernetes 1.37 does not have
# error: service.py:12: manifests.endless.kind: is aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa of v1, which Kubernetes 1.37 does not have
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    manifests={
        "elsewhere": {"apiVersion": "v1", "kind": "../v1.30.0-local-strict/pod", "metadata": {"name": "a"}},
        "backwards": {"apiVersion": "v1", "kind": "Pod\u202edoP", "metadata": {"name": "a"}},
        "endless": {"apiVersion": "v1", "kind": 255 * "a", "metadata": {"name": "a"}},
    },
)
