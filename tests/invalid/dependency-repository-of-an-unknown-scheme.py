# error: service.py:11: repository: must be https://…, oci://… or file://…, such as https://charts.example.com, not 'http://charts.example.com'
# error: service.py:12: repository: must be https://…, oci://… or file://…, such as https://charts.example.com, not '@bitnami'
# error: service.py:13: repository: must be https://…, oci://… or file://…, such as https://charts.example.com, not 'git+https://github.com/acme/charts'
# error: service.py:14: repository: must be https://…, oci://… or file://…, such as https://charts.example.com, not 'file:///srv/charts/d'
from chartgen import Dependency, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    dependencies={
        "a": Dependency(version="1.0.0", repository="http://charts.example.com"),
        "b": Dependency(version="1.0.0", repository="@bitnami"),
        "c": Dependency(version="1.0.0", repository="git+https://github.com/acme/charts"),
        "d": Dependency(version="1.0.0", repository="file:///srv/charts/d"),
    },
)
