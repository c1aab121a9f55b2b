# error: presets/acme.py:6: locks[0]: can't be met: no value of replicas is at least 5 and at most 3
# error: presets/acme.py:7: locks[1]: can't be met: service.type is never 'Cluster', since it must be one of 'ClusterIP', 'NodePort', 'LoadBalancer' or 'ExternalName'
# error: presets/acme.py:8: locks[2]: can't be met: no value of replicas is not set
# error: presets/acme.py:9: locks[3]: can't be met: ports.*.port is never 70000, since it must be at most 65535, not 70000
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
