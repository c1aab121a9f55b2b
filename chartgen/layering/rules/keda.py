"""Scaling by events: its range, its triggers, and how KEDA logs in."""

from collections.abc import Callable, Iterator
from typing import Any

from chartgen.layering.problem import Problem
from chartgen.layering.triggers import OWN_USE, scaler, sources
from chartgen.models.service import KedaSpec, WorkloadSpec
from chartgen.models.triggers import (
    CronTrigger,
    KafkaTrigger,
    RabbitMqTrigger,
    RedisStreamsTrigger,
    SqsTrigger,
    Trigger,
)


def copies_have_one_owner(spec: WorkloadSpec) -> Iterator[Problem]:
    """One autoscaler owns the number of copies."""
    if spec.keda and spec.autoscaling:
        text = "stands beside autoscaling; KEDA makes an autoscaler of its own, and the two would fight"
        hint = "write autoscaling=None, and Trigger(cpu=70) among the triggers"
        yield Problem(("keda",), text, hint, also=(("autoscaling",),))


def keda_range(spec: WorkloadSpec) -> Iterator[Problem]:
    """The ceiling is not below the floor, and idle is below it."""
    own = spec.keda
    stated = spec.kind != "Job" or (own and "min_replicas" in own.model_fields_set)
    if own and stated and own.max_replicas < own.min_replicas:
        text = f"is {own.max_replicas}, below min_replicas, which is {own.min_replicas}"
        yield Problem(("keda", "max_replicas"), text, also=(("keda", "min_replicas"),))
    if own and own.idle_replicas is not None and own.min_replicas == 0:
        text = "is 0, and so is min_replicas, which says the same"
        yield Problem(("keda", "idle_replicas"), text, "leave idle_replicas out", also=(("keda", "min_replicas"),))


def jobs_by_events_are_no_hook(spec: WorkloadSpec) -> Iterator[Problem]:
    """A Job is started by Helm or by KEDA."""
    if spec.keda and spec.kind == "Job" and spec.job.hook:
        yield Problem(("keda",), "starts Jobs by events, and job.hook by Helm", also=(("job", "hook"),))


def jobs_are_started_from_outside(spec: WorkloadSpec) -> Iterator[Problem]:
    """Jobs have no autoscaler: nothing looks at their use, or divides by their number."""
    for name, trigger in spec.keda.triggers.items() if spec.keda and spec.kind == "Job" else ():
        for field in (*OWN_USE, "metric_type"):
            if getattr(trigger, field) is not None:
                text = "goes with Deployment and StatefulSet, and the kind is Job"
                yield Problem(("keda", "triggers", name, field), text, also=(("kind",),))


def keda_looks_at_something(spec: WorkloadSpec) -> Iterator[Problem]:
    """There is a trigger, and one that can start the workload where it stops."""
    own = spec.keda
    if own is None:
        return
    outer = [one for one in own.triggers.values() if not any(getattr(one, name) is not None for name in OWN_USE)]
    if not own.triggers:
        yield Problem(("keda",), "has no triggers", 'write triggers={"lag": Trigger(kafka=KafkaTrigger(…))}')
    elif spec.kind != "Job" and not outer and (own.min_replicas == 0 or own.idle_replicas == 0):
        field = "min_replicas" if own.min_replicas == 0 else "idle_replicas"
        yield Problem(("keda", field), "is 0, and only cpu and memory are looked at: no copy, no use, no start")
    elif own.fallback and all(one.metric_type == "Value" for one in outer):
        text = "needs a trigger of metric_type AverageValue that is not cpu or memory"
        yield Problem(("keda", "fallback"), text)


def trigger_is_complete(spec: WorkloadSpec) -> Iterator[Problem]:
    """A trigger looks at one thing, and says all that KEDA needs to know about it."""
    for name, trigger in spec.keda.triggers.items() if spec.keda else ():
        at = ("keda", "triggers", name)
        said = sources(trigger)
        if len(said) != 1:
            text = f"says {' and '.join(said)}" if said else "says not what to look at"
            yield Problem(at, f"{text}; one trigger looks at one thing", "write kafka=KafkaTrigger(…), for example")
        elif said[0] in OWN_USE and trigger.metric_type:
            yield Problem((*at, "metric_type"), f"does not go with {said[0]}: a number is per cent, text an amount")
        else:
            yield from (problem.inside((*at, said[0])) for problem in _incomplete(trigger))


def trigger_logs_in(spec: WorkloadSpec) -> Iterator[Problem]:
    """An authentication that a trigger names is there, and says something."""
    own = spec.keda
    if own is None:
        return
    for name, trigger in own.triggers.items():
        at = ("keda", "triggers", name)
        fields = ("authentication", "authentication_ref", "cluster_authentication_ref")
        if len([field for field in fields if getattr(trigger, field)]) > 1:
            yield Problem(at, f"says more than one of {', '.join(fields)}")
        if trigger.authentication and trigger.authentication not in own.authentications:
            yield Problem((*at, "authentication"), _unknown(trigger.authentication, own))
    for name, one in own.authentications.items():
        at = ("keda", "authentications", name)
        if not (one.secrets or one.env or one.pod_identity):
            yield Problem(at, "says nothing; give it secrets, env or pod_identity")
        if one.pod_identity and one.pod_identity.identity_owner and one.pod_identity.role_arn:
            yield Problem((*at, "pod_identity"), "says both identity_owner and role_arn", "keep one of them")


def _unknown(name: str, own: KedaSpec) -> str:
    known = f"there are {', '.join(sorted(own.authentications))}" if own.authentications else "there are none"
    return f"is {name!r}, which is none of keda.authentications; {known}"


def _incomplete(trigger: Trigger) -> Iterator[Problem]:
    own = scaler(trigger)
    if own is not None and (check := _CHECKS.get(type(own))):
        logs_in = any((trigger.authentication, trigger.authentication_ref, trigger.cluster_authentication_ref))
        yield from check(own, logs_in=logs_in)


def _kafka(own: KafkaTrigger, *, logs_in: bool) -> Iterator[Problem]:
    if own.limit_to_partitions_with_lag and own.topic is None:
        yield Problem(("limit_to_partitions_with_lag",), "needs topic")
    if own.limit_to_partitions_with_lag and own.allow_idle_consumers:
        also = (("allow_idle_consumers",),)
        yield Problem(("limit_to_partitions_with_lag",), "does not go with allow_idle_consumers", also=also)
    if own.sasl not in (None, "none") and not logs_in and own.sasl != "oauthbearer":
        yield Problem(("sasl",), "needs an authentication, which holds username and password")


def _sqs(own: SqsTrigger, *, logs_in: bool) -> Iterator[Problem]:  # noqa: ARG001 - a table of checks
    yield from _exactly_one(own, "queue_url", "queue_url_from_env")


def _redis(own: RedisStreamsTrigger, *, logs_in: bool) -> Iterator[Problem]:
    if not (logs_in and own.address is None and own.address_from_env is None):
        yield from _exactly_one(own, "address", "address_from_env")
    yield from _exactly_one(own, "pending_entries_count", "stream_length", "lag_count")
    if own.stream_length is None and own.consumer_group is None:
        yield Problem(("consumer_group",), "is missing; pending entries and lag are a group's")
    if (own.lag_count is None) != (own.activation_lag_count is None):
        yield Problem(("activation_lag_count",), "goes with lag_count, and lag_count with it")


def _cron(own: CronTrigger, *, logs_in: bool) -> Iterator[Problem]:  # noqa: ARG001 - a table of checks
    if own.start.split() == own.end.split():
        yield Problem(("end",), f"is {own.end!r}, as start is: it would end when it begins", also=(("start",),))


def _rabbit(own: RabbitMqTrigger, *, logs_in: bool) -> Iterator[Problem]:
    if not (logs_in and own.host is None and own.host_from_env is None):
        yield from _exactly_one(own, "host", "host_from_env")
    by_amqp = own.protocol == "amqp" or (own.host or "").startswith("amqp")
    for field, asked in (("mode", own.mode == "MessageRate"), ("use_regex", own.use_regex)):
        if asked and by_amqp:
            yield Problem((field,), f"is {getattr(own, field)!r}, which needs the protocol http")


def _exactly_one(own: Any, *fields: str) -> Iterator[Problem]:
    if len([field for field in fields if getattr(own, field) is not None]) != 1:
        yield Problem((), f"needs exactly one of {', '.join(fields)}")


_CHECKS: dict[type, Callable[..., Iterator[Problem]]] = {
    KafkaTrigger: _kafka,
    SqsTrigger: _sqs,
    RedisStreamsTrigger: _redis,
    CronTrigger: _cron,
    RabbitMqTrigger: _rabbit,
}
"""What the models cannot say of a scaler, since it joins two fields."""
