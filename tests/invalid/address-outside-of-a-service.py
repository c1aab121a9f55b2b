# error: service.py:12: service.external_ips[1]: is '127.0.0.1', which is no address that a caller can have meant
# hint: as 203.0.113.7
# error: service.py:12: service.external_ips[2]: is '203.0.113.300', which is no address that a caller can have meant
# hint: as 203.0.113.7
# error: service.py:13: services.erp.external_ips: goes with ClusterIP, LoadBalancer and NodePort, and the type is ExternalName
from chartgen import Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    service=ServiceSpec(external_ips=["203.0.113.8", "127.0.0.1", "203.0.113.300"]),
    services={"erp": ServiceSpec(type="ExternalName", external_name="erp.example.com", external_ips=["203.0.113.8"])},
)
