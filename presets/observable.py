"""observable: metrics that are scraped, and the alerts that every service needs. To mix in above another preset."""

from chartgen import (
    AutoscalerAtMaximum,
    BudgetWithoutRoom,
    CpuThrottled,
    CrashLooping,
    JobFailed,
    MemoryNearLimit,
    Monitor,
    PodsNotReady,
    Preset,
    PrometheusRules,
    takes_options,
)


@takes_options
def preset(*, metrics: bool = True) -> Preset:
    """``metrics=False`` is for what has ports and no page of metrics; without a port nothing is scraped anyway."""
    return Preset(
        name="observable",
        version="0.1.0",
        description="Metrics for the Prometheus operator, alerts, and a crash that tells its last lines.",
        prometheus_rules=PrometheusRules(
            # Restarts come ever later, so somebody has to know.
            crash_looping=CrashLooping(),
            # It takes no traffic, and a rollout waits for it.
            pods_not_ready=PodsNotReady(),
            # At its limit the kernel ends the container without a word.
            memory_near_limit=MemoryNearLimit(),
            # Throttling shows as slow answers, with no line in any log.
            cpu_throttled=CpuThrottled(),
            # The next load meets what is there.
            autoscaler_at_maximum=AutoscalerAtMaximum(),
            # A drain of its node would wait for ever.
            budget_without_room=BudgetWithoutRoom(),
            # What it should have done is not done; of no use but for Jobs, and not printed there.
            job_failed=JobFailed(),
        ),
        # The last lines of the log become the reason of a crash, so that describe shows it.
        termination_message_policy="FallbackToLogsOnError",
        monitor=Monitor() if metrics else None,
    )
