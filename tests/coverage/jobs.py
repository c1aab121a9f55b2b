"""What runs to its end: once, and on a schedule."""

from chartgen import Component, CronJob, Image, InitContainer, Job, PodFailureRule, Service, SuccessRule

FAILURES = [
    PodFailureRule(action="FailJob", exit_codes=[42], container="prepare"),
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
        backoff_limit_per_index=1,
        max_failed_indexes=1,
        success_policy=[SuccessRule(indexes="0", count=1)],
        pod_replacement_policy="Failed",
        managed_by="kueue.x-k8s.io/multikueue",
    ),
    init_containers={"prepare": InitContainer()},
    components={
        "careful": Component(
            kind="Job",
            job=Job(
                pod_failure_policy=FAILURES,
                indexed=True,
                completions=4,
                backoff_limit_per_index=1,
                max_failed_indexes=2,
                success_policy=[SuccessRule(indexes="0,2-3", count=2)],
                pod_replacement_policy="Failed",
                managed_by="kueue.x-k8s.io/multikueue",
            ),
            init_containers={"prepare": InitContainer()},
        ),
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
