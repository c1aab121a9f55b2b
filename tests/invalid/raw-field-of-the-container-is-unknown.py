# error: service.py:10: container_extra.imagePullPolicy: is a field that the chart prints itself
# hint: say it by image.pull_policy
# error: service.py:10: container_extra.restartPolicyRules: is refused by Kubernetes: "yes" is not of types "null", "array"
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    container_extra={"imagePullPolicy": "Always", "restartPolicyRules": "yes"},
)
