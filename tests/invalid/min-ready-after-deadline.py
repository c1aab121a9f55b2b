# error: service.py:7: rollout.min_ready_seconds: is 300, not below progress_deadline_seconds, which is 300
from chartgen import Image, Rollout, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    rollout=Rollout(min_ready_seconds=300, progress_deadline_seconds=300),
)
