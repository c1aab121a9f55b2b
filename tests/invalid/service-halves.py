# error: service.py:12: service.ip_families: names two families, and the policy allows one
# hint: write ip_family_policy="PreferDualStack"
# error: service.py:12: service.session_affinity_seconds: goes with session_affinity="ClientIP"
# error: service.py:14: services.public.health_check_node_port: goes with external_traffic_policy="Local"
# error: service.py:15: services.headless: is a name that the chart uses itself; call it my-headless
from chartgen import Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    service=ServiceSpec(session_affinity_seconds=60, ip_families=["IPv4", "IPv6"]),
    services={
        "public": ServiceSpec(type="LoadBalancer", health_check_node_port=31000),
        "headless": ServiceSpec(headless=True),
    },
)
