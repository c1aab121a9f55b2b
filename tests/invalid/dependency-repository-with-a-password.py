# error: service.py:10: repository: holds a user, password or query, which would stand in the chart: helm repo add or registry login take it
# error: service.py:11: repository: holds a user, password or query, which would stand in the chart: helm repo add or registry login take it
# error: service.py:12: repository: holds a user, password or query, which would stand in the chart: helm repo add or registry login take it
from chartgen import Dependency, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    dependencies={
        "a": Dependency(version="1.0.0", repository="https://bot:hunter2@charts.example.com"),
        "b": Dependency(version="1.0.0", repository="oci://bot@ghcr.io/acme"),
        "c": Dependency(version="1.0.0", repository="https://charts.example.com?token=hunter2"),
    },
)
