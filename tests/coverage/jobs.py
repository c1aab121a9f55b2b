"""What runs to its end: once, and on a schedule."""

from chartgen import Component, CronJob, Image, Job, PodFailureRule, Service

FAILURES = [
    PodFailureRule(action="FailJob", exit_codes=[42]),
    PodFailureRule(action="Ignore", conditions=["DisruptionTarget"]),
]

service = Service(
    name="jobs",
    kind="CronJob",
    image=Image(repository="ghcr.io/acme/jobs", tag="1.4.2"),
    annotations={"example.com/contact": "data"},
    config={"LOG_LEVEL": "info"},
    cron_job=CronJob(
        schedule="15 1 * * *",
        time_zone="Europe/Berlin",
        concurrency_policy="Replace",
        starting_deadline_seconds=60,
        successful_jobs_history_limit=2,
        failed_jobs_history_limit=2,
        suspend=True,
    ),
    job=Job(
        backoff_limit=1,
        deadline_seconds=600,
        completions=2,
        parallelism=2,
        indexed=True,
        pod_failure_policy=FAILURES,
    ),
    components={
        "careful": Component(kind="Job", job=Job(pod_failure_policy=FAILURES)),
        "once": Component(
            kind="Job",
            job=Job(
                backoff_limit=1,
                deadline_seconds=600,
                ttl_seconds_after_finished=60,
                completions=2,
                parallelism=2,
                restart_policy="OnFailure",
                indexed=True,
                suspend=True,
            ),
        ),
    },
)
