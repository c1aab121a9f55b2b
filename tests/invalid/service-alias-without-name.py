# error: service.py:10: services.erp.external_name: is missing
# hint: write external_name="erp.example.com"
# error: service.py:10: services.erp.ports: goes with ClusterIP, LoadBalancer and NodePort, and the type is ExternalName
# error: service.py:10: services.erp.ports[0]: names the port 'http'; the ports are none
from chartgen import Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    services={"erp": ServiceSpec(type="ExternalName", ports=["http"])},
)
