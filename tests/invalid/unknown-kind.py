# error: service.py:7: kind: must be one of 'Deployment', 'StatefulSet', 'DaemonSet', 'Job' or 'CronJob', not 'ReplicaSet'
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="ReplicaSet",
)
