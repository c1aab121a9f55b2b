# error: service.py:11: destination_rules.main.traffic_policy.load_balancer: needs exactly one of simple and consistent_hash
# error: service.py:13: destination_rules.main.subsets.v1.traffic_policy.load_balancer.consistent_hash: needs exactly one of http_header_name, http_query_parameter_name, use_source_ip and http_cookie_name
from chartgen import ConsistentHash, DestinationRule, Image, LoadBalancer, Service, Subset, TrafficPolicy

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    destination_rules={
        "main": DestinationRule(
            traffic_policy=TrafficPolicy(load_balancer=LoadBalancer()),
            subsets={
                "v1": Subset(traffic_policy=TrafficPolicy(load_balancer=LoadBalancer(consistent_hash=ConsistentHash())))
            },
        )
    },
)
