# error: service.py:10: version: must be a SemVer version such as 1.4.2, or a range such as ^1.4.0 or >=1.4.0 <2.0.0, not 'latest'
# error: service.py:11: version: must be a SemVer version such as 1.4.2, or a range such as ^1.4.0 or >=1.4.0 <2.0.0, not '>=1.0 and <2'
# error: service.py:12: version: must be a SemVer version such as 1.4.2, or a range such as ^1.4.0 or >=1.4.0 <2.0.0, not '1.02.0'
from chartgen import Dependency, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    dependencies={
        "a": Dependency(version="latest", repository="https://charts.example.com"),
        "b": Dependency(version=">=1.0 and <2", repository="https://charts.example.com"),
        "c": Dependency(version="1.02.0", repository="https://charts.example.com"),
    },
)
