# error: service.py:13: dashboards.orders: is no JSON: Expecting value in line 2, column 13
# hint: export the dashboard from Grafana as JSON
# error: service.py:14: dashboards.queue: is no dashboard: its JSON is no object
# hint: export the dashboard from Grafana as JSON
# error: service.py:15: dashboards.speed: is no JSON: NaN is no number of JSON
# hint: export the dashboard from Grafana as JSON
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    dashboards={
        "orders": '{"title": "Orders",\n "panels": [}',
        "queue": "[]",
        "speed": '{"max": NaN}',
    },
)
