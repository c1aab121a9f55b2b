"""What KEDA looks at: a model a scaler, its fields named as KEDA names them, so that a misspelt one is refused.

Source: https://keda.sh/docs/latest/scalers/
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.metrics import PositiveQuantity, Share
from chartgen.models.schedule import FiveFields, TimeZone
from chartgen.models.types import Count, EnvName, Name, ObjectName, Positive, Text

NUMBER = r"^[0-9]{1,12}(\.[0-9]{1,6})?$"
SCALER = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
PARAMETER = r"^[A-Za-z][A-Za-z0-9_.-]*$"
ADDRESS = r"^[^\s@/:]+:[0-9]{1,5}$"
SERVER = r"^(https?|amqps?)://[^\s@]+$"

Number = Annotated[str, Field(pattern=NUMBER)]
"""A number as text, with a fraction where one is meant: ``"100"``, ``"0.5"``."""

OneLine = Annotated[Text, Field(pattern=r"^[^\n\t]+$", max_length=4096)]
"""Text on one line, without tabs."""

Server = Annotated[str, Field(pattern=SERVER, max_length=2048)]
"""A URL without a user or password, which belong into a Secret."""


class Scaler(Model):
    """What all typed triggers share."""

    type: ClassVar[str]
    """KEDA's name of the scaler."""

    written: ClassVar[Mapping[str, str]] = {}
    """Fields that KEDA writes in another way than camelCase."""


class KafkaTrigger(Scaler):
    """The lag of a consumer group.

    Source: https://keda.sh/docs/latest/scalers/apache-kafka/
    """

    type: ClassVar[str] = "kafka"

    bootstrap_servers: OneLine = MUST
    """Brokers, as ``host:port``, with commas between."""

    consumer_group: OneLine = MUST
    """The consumer group whose lag counts."""

    topic: OneLine | None = None
    """The topic; without one, all topics of the group."""

    lag_threshold: Positive = 10
    """Messages behind that one copy is meant for."""

    activation_lag_threshold: Count | None = None
    """Messages behind above which the workload is started from 0 copies; KEDA's default is 0."""

    offset_reset_policy: Literal["latest", "earliest"] | None = None
    """Where a consumer without an offset begins; ``latest`` by default."""

    allow_idle_consumers: bool | None = None
    """More copies than partitions."""

    scale_to_zero_on_invalid_offset: bool | None = None
    """No copy for a partition without an offset, where one is the default."""

    exclude_persistent_lag: bool | None = None
    """Leave out partitions that make no progress."""

    limit_to_partitions_with_lag: bool | None = None
    """No more copies than partitions that lag; needs ``topic``."""

    ensure_even_distribution_of_partitions: bool | None = None
    """Only numbers of copies that divide the partitions evenly."""

    partition_limitation: Annotated[str, Field(pattern=r"^[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*$")] | None = None
    """The partitions that count, as ``1,2,10-20``."""

    version: Annotated[str, Field(pattern=r"^[0-9]+(\.[0-9]+)+$")] | None = None
    """The brokers' version."""

    sasl: Literal["plaintext", "scram_sha256", "scram_sha512", "gssapi", "oauthbearer", "none"] | None = None
    """How clients log in; user and password are the authentication's."""

    sasl_token_provider: Literal["bearer", "aws_msk_iam"] | None = None
    """Where the token of ``oauthbearer`` comes from."""

    tls: Literal["enable", "disable"] | None = None
    """Encryption; off by default."""

    unsafe_ssl: bool | None = None
    """Trust any certificate."""

    aws_region: OneLine | None = None
    """The region of an MSK cluster with IAM."""


class SqsTrigger(Scaler):
    """The length of an AWS SQS queue.

    Source: https://keda.sh/docs/latest/scalers/aws-sqs/
    """

    rivals = (frozenset({"queue_url", "queue_url_from_env"}),)

    type: ClassVar[str] = "aws-sqs-queue"
    written: ClassVar[Mapping[str, str]] = {"queue_url": "queueURL", "queue_url_from_env": "queueURLFromEnv"}

    queue_url: OneLine | None = None
    """The queue's URL."""

    queue_url_from_env: EnvName | None = None
    """The variable of the container that holds the queue's URL."""

    aws_region: OneLine = MUST
    """The queue's region."""

    queue_length: Positive = 5
    """Messages that one copy is meant for."""

    activation_queue_length: Count | None = None
    """Messages above which the workload is started from 0 copies; KEDA's default is 0."""

    scale_on_in_flight: bool | None = None
    """Count messages that are being worked on; KEDA does by default."""

    scale_on_delayed: bool | None = None
    """Count messages that are delayed; KEDA doesn't by default."""

    aws_endpoint: OneLine | None = None
    """Another endpoint than the region's."""


class RedisStreamsTrigger(Scaler):
    """A Redis stream.

    Source: https://keda.sh/docs/latest/scalers/redis-streams/
    """

    rivals = (frozenset({"pending_entries_count", "stream_length", "lag_count"}),)

    type: ClassVar[str] = "redis-streams"
    written: ClassVar[Mapping[str, str]] = {"enable_tls": "enableTLS"}

    address: Annotated[str, Field(pattern=ADDRESS, max_length=260)] | None = None
    """The server, as ``host:port``."""

    address_from_env: EnvName | None = None
    """The variable of the container that holds the server's address."""

    stream: OneLine = MUST
    """The stream's name."""

    consumer_group: OneLine | None = None
    """The consumer group, for pending entries and lag."""

    pending_entries_count: Positive | None = None
    """Pending entries of the group that one copy is meant for."""

    stream_length: Positive | None = None
    """Entries of the stream that one copy is meant for."""

    lag_count: Positive | None = None
    """Entries that the group is behind for which one copy is meant; the only one that goes to 0 copies (Redis 7)."""

    activation_lag_count: Count | None = None
    """Entries behind above which the workload is started from 0 copies; goes with ``lag_count``."""

    username_from_env: EnvName | None = None
    """The variable of the container that holds the user."""

    password_from_env: EnvName | None = None
    """The variable of the container that holds the password."""

    database_index: Count | None = None
    """The database; 0 by default."""

    enable_tls: bool | None = None
    """Encryption; off by default."""

    unsafe_ssl: bool | None = None
    """Trust any certificate."""


class PrometheusTrigger(Scaler):
    """What a query finds.

    Source: https://keda.sh/docs/latest/scalers/prometheus/
    """

    type: ClassVar[str] = "prometheus"

    server_address: Server = MUST
    """The server's URL."""

    query: OneLine = MUST
    """A query that finds one number."""

    threshold: Number = MUST
    """The value that one copy is meant for, as text."""

    activation_threshold: Number | None = None
    """The value above which the workload is started from 0 copies; KEDA's default is 0."""

    namespace: Name | None = None
    """The namespace of a query, for Thanos."""

    query_parameters: OneLine | None = None
    """Further parameters of the query, as ``name=value`` with commas between."""

    ignore_null_values: bool | None = None
    """An answer without values counts as 0, rather than as an error; KEDA's default."""

    auth_modes: Sequence[Literal["bearer", "basic", "tls", "custom"]] = ()
    """How KEDA logs in; what it needs is the authentication's."""

    unsafe_ssl: bool | None = None
    """Trust any certificate."""


class CronTrigger(Scaler):
    """At least so many copies from one time to another.

    Source: https://keda.sh/docs/latest/scalers/cron/
    """

    type: ClassVar[str] = "cron"
    written: ClassVar[Mapping[str, str]] = {"time_zone": "timezone"}

    time_zone: TimeZone = MUST
    """The IANA time zone, as ``Europe/Berlin``."""

    start: FiveFields = MUST
    """When it begins: ``0 8 * * 1-5``."""

    end: FiveFields = MUST
    """When it ends: ``0 18 * * 1-5``."""

    desired_replicas: Positive = MUST
    """Copies in between; other triggers may ask for more."""


class RabbitMqTrigger(Scaler):
    """A RabbitMQ queue.

    Source: https://keda.sh/docs/latest/scalers/rabbitmq-queue/
    """

    rivals = (frozenset({"host", "host_from_env"}),)

    type: ClassVar[str] = "rabbitmq"

    host: Server | None = None
    """The server's URL without user and password: ``http://rabbitmq:15672/``."""

    host_from_env: EnvName | None = None
    """The variable of the container that holds the server's URL."""

    queue_name: OneLine = MUST
    """The queue."""

    mode: Literal["QueueLength", "MessageRate"] = "QueueLength"
    """Messages that wait, or messages a second; the latter needs the protocol http."""

    value: Number = MUST
    """Messages, or messages a second, that one copy is meant for, as text."""

    activation_value: Number | None = None
    """The value above which the workload is started from 0 copies; KEDA's default is 0."""

    protocol: Literal["auto", "http", "amqp"] | None = None
    """How KEDA asks; by default as the URL says."""

    vhost_name: OneLine | None = None
    """The virtual host; by default the URL's."""

    use_regex: bool | None = None
    """``queue_name`` is a pattern; needs the protocol http."""

    page_size: Positive | None = None
    """Queues that are asked for at a time with ``use_regex``."""

    operation: Literal["sum", "max", "avg"] | None = None
    """How several queues count together with ``use_regex``."""

    exclude_unacknowledged: bool | None = None
    """Leave out messages that a consumer has; needs the protocol http."""

    timeout: Positive | None = None
    """Milliseconds that an answer may take."""

    username_from_env: EnvName | None = None
    """The variable of the container that holds the user."""

    password_from_env: EnvName | None = None
    """The variable of the container that holds the password."""

    unsafe_ssl: bool | None = None
    """Trust any certificate."""


class OtherTrigger(Model):
    """Any other scaler, in KEDA's words."""

    type: Annotated[str, Field(pattern=SCALER, max_length=63)] = MUST
    """KEDA's name of the scaler: ``azure-queue``."""

    metadata: Mapping[Annotated[str, Field(pattern=PARAMETER, max_length=63)], OneLine] = {}
    """Its parameters, all as text. Never secrets: those are the authentication's."""


class Trigger(Model):
    """One thing that KEDA looks at, and how it logs in there; the copies follow the trigger that asks for the most."""

    rivals = (
        frozenset({"kafka", "sqs", "redis_streams", "prometheus", "cron", "rabbitmq", "cpu", "memory", "other"}),
        frozenset({"authentication", "authentication_ref", "cluster_authentication_ref"}),
    )

    kafka: KafkaTrigger | None = None
    """The lag of a Kafka consumer group."""

    sqs: SqsTrigger | None = None
    """The length of an AWS SQS queue."""

    redis_streams: RedisStreamsTrigger | None = None
    """A Redis stream."""

    prometheus: PrometheusTrigger | None = None
    """What a Prometheus query finds."""

    cron: CronTrigger | None = None
    """A time of the day or week."""

    rabbitmq: RabbitMqTrigger | None = None
    """A RabbitMQ queue."""

    cpu: Share | PositiveQuantity | None = None
    """CPU of the workload's own container: a number is per cent of the request, text an amount a copy."""

    memory: Share | PositiveQuantity | None = None
    """Memory of the workload's own container: a number is per cent of the request, text an amount a copy."""

    other: OtherTrigger | None = None
    """Any other scaler."""

    metric_type: Literal["AverageValue", "Value"] | None = None
    """``AverageValue``, KEDA's default, divides by the copies; not for cpu and memory."""

    use_cached_metrics: bool = False
    """Ask once in a polling interval, and answer the autoscaler from memory in between."""

    authentication: Name | None = None
    """How KEDA logs in: the name of one of ``authentications``."""

    authentication_ref: ObjectName | None = None
    """An existing TriggerAuthentication of the namespace."""

    cluster_authentication_ref: ObjectName | None = None
    """An existing ClusterTriggerAuthentication."""


class ParameterSecret(Model):
    """A key of an existing Secret."""

    secret: ObjectName = MUST
    """The Secret's name."""

    key: Annotated[str, Field(pattern=r"^[-._a-zA-Z0-9]+$", max_length=253)] = MUST
    """The key."""


class PodIdentity(Model):
    """An identity of the platform."""

    rivals = (frozenset({"identity_owner", "role_arn"}),)

    provider: Literal["azure-workload", "gcp", "aws", "aws-eks"] = MUST
    """Whose identities they are."""

    identity_id: OneLine | None = None
    """The identity's number in Azure."""

    identity_owner: Literal["keda", "workload"] | None = None
    """KEDA's own identity in AWS, or that of the workload's ServiceAccount."""

    role_arn: Annotated[str, Field(pattern=r"^arn:[^\s]+$", max_length=2048)] | None = None
    """The role in AWS that KEDA takes on."""


Parameter = Annotated[str, Field(pattern=PARAMETER, max_length=63)]


class TriggerAuthentication(Model):
    """How KEDA logs in where it looks: parameters of the scaler by name, from Secrets, variables, or an identity.

    Source: https://keda.sh/docs/latest/concepts/authentication/
    """

    secrets: Mapping[Parameter, ParameterSecret | None] = {}
    """Parameters that existing Secrets hold: ``{"password": ParameterSecret(secret="kafka", key="password")}``."""

    env: Mapping[Parameter, EnvName | None] = {}
    """Parameters that variables of the workload's own container hold."""

    pod_identity: PodIdentity | None = None
    """An identity of the platform in place of a password."""
