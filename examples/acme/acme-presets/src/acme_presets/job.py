"""job: runs on a schedule, to its end. Every choice carries its reason."""

from chartgen import CronJob, JobFailed, Overlay, Preset, PrometheusRules

preset = Preset(
    name="job",
    version="1.0.1",
    description="Runs on a schedule, to its end. The service states cron_job.schedule.",
    extends=["chartgen/cron", "base"],
    # The night of the people who read what comes out of it, in summer and winter.
    cron_job=CronJob(time_zone="Europe/Berlin"),
    size="small",
    # What it should have done is not done, and no customer will tell.
    prometheus_rules=PrometheusRules(job_failed=JobFailed()),
    environments={
        # Started by hand: kubectl create job --from=cronjob/NAME try
        "development": Overlay(cron_job=CronJob(suspend=True)),
    },
)
