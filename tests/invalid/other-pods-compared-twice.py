# error: service.py:12: pod_affinity[0].any_namespace: is True, and other fields choose namespaces by their labels
# error: service.py:15: pod_affinity[1].namespace_expressions[0]: takes no values with 'Exists'
# error: service.py:16: pod_affinity[1].match_label_keys[0]: is app.kubernetes.io/name, which another field or entry says something of already
# error: service.py:20: pod_anti_affinity[0].mismatch_label_keys[0]: is tenant, which another field or entry says something of already
# error: service.py:20: pod_anti_affinity[0].mismatch_label_keys[1]: is tier, which another field or entry says something of already
from chartgen import Image, LabelRequirement, PodAffinity, PodAntiAffinity, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    pod_affinity=[
        PodAffinity(app="cache", any_namespace=True, namespace_labels={"team": "shop"}),
        PodAffinity(
            app="db",
            namespace_expressions=[LabelRequirement(key="stage", operator="Exists", values=["a"])],
            match_label_keys=["app.kubernetes.io/name"],
        ),
    ],
    pod_anti_affinity=[
        PodAntiAffinity(labels={"tier": "x"}, match_label_keys=["tenant"], mismatch_label_keys=["tenant", "tier"]),
    ],
)
