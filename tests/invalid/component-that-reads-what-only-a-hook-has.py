# error: service.py:12: components.worker.env_from[0].own_config_map: reads 'limits', which is there only while the main workload runs, since that is a hook (job.hook at service.py:9)
# hint: make the hook a component
from chartgen import Component, ConfigMap, EnvFrom, Hook, Image, Job, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="Job",
    job=Job(hook=Hook()),
    config_maps={"limits": ConfigMap(data={"RATE": "7"})},
    components={
        "worker": Component(env_from=[EnvFrom(own_config_map="limits")]),
    },
)
