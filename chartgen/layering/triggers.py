"""Which scaler a trigger means."""

from chartgen.models.triggers import OtherTrigger, Scaler, Trigger

SCALERS = ("kafka", "sqs", "redis_streams", "prometheus", "cron", "rabbitmq", "other")
"""Fields of a trigger that hold a scaler."""

OWN_USE = ("cpu", "memory")
"""Fields of a trigger that look at the workload itself."""


def scaler(trigger: Trigger) -> Scaler | OtherTrigger | None:
    """The trigger's scaler; None where it looks at the workload itself."""
    return next((one for name in SCALERS if (one := getattr(trigger, name))), None)


def sources(trigger: Trigger) -> list[str]:
    """The fields that say what a trigger looks at; exactly one where it is complete."""
    return [name for name in (*SCALERS, *OWN_USE) if getattr(trigger, name) is not None]
