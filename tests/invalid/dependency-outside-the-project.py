# error: service.py:11: dependencies.a.repository: is 'file://../../a', which leads out of the project
# hint: keep the chart in the project, or publish it and name its https:// or oci:// address
# error: service.py:12: dependencies.b.repository: is 'file://../b', and there is no b/Chart.yaml
# hint: the path starts in the chart's folder: file://../relay is the folder relay beside chart/
from chartgen import Dependency, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    dependencies={
        "a": Dependency(version="1.0.0", repository="file://../../a"),
        "b": Dependency(version="1.0.0", repository="file://../b"),
    },
)
