"""A report each night: nothing but a CronJob."""

from chartgen import CronJob, Image, Job, NetworkPolicy, Overlay, Peer, Resources, SecretKey, Service

service = Service(
    name="nightly-report",
    description="Sums up the day's orders and mails the report.",
    owner="team-orders",
    kind="CronJob",
    # It starts in the night of the office that reads it, in summer and winter.
    cron_job=CronJob(schedule="30 2 * * *", time_zone="Europe/Berlin"),
    # A report that is not there after an hour is a failure that somebody should see.
    job=Job(backoff_limit=2, deadline_seconds=3600),
    image=Image(repository="ghcr.io/acme/nightly-report", tag="1.9.0"),
    args=["--yesterday", "--mail"],
    env={"DATABASE_URL": SecretKey(secret="orders-replica", key="url")},
    config={"MAIL_HOST": "smtp.mail.svc", "RECIPIENTS": "test@example.com"},
    resources=Resources(cpu="200m", memory="512Mi"),
    network_policy=NetworkPolicy(
        egress=[Peer("orders-replica", port=5432), Peer(namespace="mail", port=2525)],
    ),
    environments={
        # Kept ready, started by hand: kubectl create job --from=cronjob/nightly-report try
        "staging": Overlay(cron_job=CronJob(suspend=True)),
        "production": Overlay(
            image=Image(
                tag="1.9.0",
                digest="sha256:7a9d0c2f8b1e3a4d5c6b7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4",
            ),
            config={"RECIPIENTS": "orders@example.com"},
        ),
    },
)
