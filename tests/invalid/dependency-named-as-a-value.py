# error: service.py:21: dependencies.image: has the name of a value: image in values.yaml is the chart's own
# hint: give it another key, and say which chart it is: chart="image"
# error: service.py:22: dependencies.global: has the name of a value: global in values.yaml is the chart's own
# hint: give it another key, and say which chart it is: chart="global"
# error: service.py:23: dependencies.tags: has the name of a value: tags in values.yaml is the chart's own
# hint: give it another key, and say which chart it is: chart="tags"
# error: service.py:24: dependencies.environment: has the name of a value: environment in values.yaml is the chart's own
# hint: give it another key, and say which chart it is: chart="environment"
# error: service.py:25: dependencies.components: has the name of a value: components in values.yaml is the chart's own
# hint: give it another key, and say which chart it is: chart="parts"
# error: service.py:26: dependencies.chartgen-library: is chartgen-library, which every chart has already
# hint: leave it out
# error: service.py:27: dependencies.lib: is chartgen-library, which every chart has already
# hint: leave it out
from chartgen import Dependency, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    dependencies={
        "image": Dependency(version="1.0.0", repository="https://charts.example.com"),
        "global": Dependency(version="1.0.0", repository="https://charts.example.com"),
        "tags": Dependency(version="1.0.0", repository="https://charts.example.com"),
        "environment": Dependency(version="1.0.0", repository="https://charts.example.com"),
        "components": Dependency(chart="parts", version="1.0.0", repository="https://charts.example.com"),
        "chartgen-library": Dependency(version="1.0.0", repository="https://charts.example.com"),
        "lib": Dependency(chart="chartgen-library", version="1.0.0", repository="https://charts.example.com"),
    },
)
