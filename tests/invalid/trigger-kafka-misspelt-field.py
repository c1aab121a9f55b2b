# error: service.py:10: lag: no such field
# hint: the fields here are activation_lag_threshold, allow_idle_consumers, aws_region, bootstrap_servers, consumer_group, ensure_even_distribution_of_partitions, exclude_persistent_lag, lag_threshold, limit_to_partitions_with_lag, offset_reset_policy, partition_limitation, sasl, sasl_token_provider, scale_to_zero_on_invalid_offset, tls, topic, unsafe_ssl, version
from chartgen import Image, KafkaTrigger, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(
        triggers={"lag": Trigger(kafka=KafkaTrigger(bootstrap_servers="kafka:9092", consumer_group="a", lag=5))},
    ),
)
