"""cron: runs on a schedule, to its end. Every choice carries its reason."""

from chartgen import CronJob, Job, Preset

preset = Preset(
    name="cron",
    version="0.1.0",
    description="A job on a schedule, safe to run twice. The service states cron_job.schedule.",
    extends=["cluster"],
    kind="CronJob",
    cron_job=CronJob(
        # Two runs at a time would do the same work twice.
        concurrency_policy="Forbid",
        # A start may be late; without a deadline a hundred missed starts stop the schedule for good.
        starting_deadline_seconds=200,
        # Enough to compare a bad run with good ones, few enough for the API server.
        successful_jobs_history_limit=3,
        failed_jobs_history_limit=3,
    ),
    job=Job(
        # Two attempts more: what fails three times will fail a fourth time.
        backoff_limit=2,
        # With Forbid, a run that hangs keeps every later one from starting.
        deadline_seconds=3600,
        # A failed pod keeps its logs; a container restarted in place loses them.
        restart_policy="Never",
    ),
)
