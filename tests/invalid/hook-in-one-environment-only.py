# error: service.py:9: components.migrate.job.hook: differs from what is said without an environment: a Job is a hook in all environments, or in none
# hint: say it the same everywhere; two kinds are two components
from chartgen import Component, Hook, Image, Job, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    components={"migrate": Component(kind="Job")},
    environments={"production": Overlay(components={"migrate": Component(job=Job(hook=Hook()))})},
)
