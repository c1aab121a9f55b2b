# error: service.py:11: hostname: goes with CronJob, DaemonSet, Deployment and Job, and the kind is StatefulSet (kind at service.py:10)
# hint: take it out, or choose another kind
# error: service.py:12: subdomain: goes with CronJob, DaemonSet, Deployment and Job, and the kind is StatefulSet (kind at service.py:10)
# hint: take it out, or choose another kind
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="StatefulSet",
    hostname="orders",
    subdomain="peers",
)
