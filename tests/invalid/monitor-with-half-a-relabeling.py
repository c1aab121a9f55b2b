# error: service.py:15: monitor.endpoints.metrics.interval: is '0s', and must be more than nothing
# error: service.py:16: monitor.endpoints.metrics.tls: goes with https
# hint: write scheme="https"
# error: service.py:17: monitor.endpoints.metrics.relabelings[0]: needs target_label with action 'replace'
# error: service.py:17: monitor.endpoints.metrics.relabelings[1]: needs modulus and target_label with action 'hashmod'
from chartgen import Image, Monitor, Relabeling, Scrape, ScrapeTls, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    monitor=Monitor(
        endpoints={
            "metrics": Scrape(
                interval="0s",
                tls=ScrapeTls(unverified_because="its certificate is its own"),
                relabelings=[Relabeling(source_labels=["a"]), Relabeling(action="hashmod")],
            ),
        },
    ),
)
