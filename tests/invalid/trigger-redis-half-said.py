# error: service.py:14: keda.triggers.stream.redis_streams: needs exactly one of address, address_from_env
# error: service.py:14: keda.triggers.stream.redis_streams.activation_lag_count: goes with lag_count, and lag_count with it
# error: service.py:14: keda.triggers.stream.redis_streams.consumer_group: is missing; pending entries and lag are a group's
# error: service.py:15: keda.triggers.other.redis_streams: needs exactly one of pending_entries_count, stream_length, lag_count
# error: service.py:15: keda.triggers.other.redis_streams.consumer_group: is missing; pending entries and lag are a group's
from chartgen import Image, Keda, RedisStreamsTrigger, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(
        triggers={
            "stream": Trigger(redis_streams=RedisStreamsTrigger(stream="orders", lag_count=5)),
            "other": Trigger(redis_streams=RedisStreamsTrigger(stream="orders", address="redis:6379")),
        },
    ),
)
