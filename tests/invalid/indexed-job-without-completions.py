# error: service.py:8: job.indexed: needs completions, which says how many numbers there are
from chartgen import Image, Job, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="Job",
    job=Job(indexed=True),
)
