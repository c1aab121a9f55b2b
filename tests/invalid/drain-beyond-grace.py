# error: service.py:8: shutdown.grace_seconds: is 60, not above drain_seconds, which is 60
# hint: leave it out: it follows from drain_seconds and longest_request_seconds
from chartgen import Image, Service, Shutdown

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    shutdown=Shutdown(drain_seconds=60, grace_seconds=60),
)
