# error: service.py:14: pod_anti_affinity[0]: tells no pods
# hint: write app="orders-db", or labels={…}
# error: service.py:15: pod_anti_affinity[1]: says both namespace and namespaces
# hint: keep one of them
# error: service.py:15: pod_anti_affinity[1].labels: says app.kubernetes.io/name, which app says already
# error: service.py:16: pod_anti_affinity[2].expressions[0]: needs values with 'In'
from chartgen import Image, LabelRequirement, PodAntiAffinity, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    pod_anti_affinity=[
        PodAntiAffinity(weight=5),
        PodAntiAffinity(app="a", namespace="b", namespaces=["c"], labels={"app.kubernetes.io/name": "d"}),
        PodAntiAffinity(expressions=[LabelRequirement(key="tier")]),
    ],
)
