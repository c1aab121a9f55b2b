# error: service.py:14: job.pod_failure_policy: goes with pods that are not restarted (job.restart_policy at service.py:13)
# hint: write restart_policy="Never"
# error: service.py:15: job.pod_failure_policy[0]: needs exactly one of exit_codes and conditions
# error: service.py:16: job.pod_failure_policy[1].exit_codes: names 0, which is no failure
# error: service.py:17: job.pod_failure_policy[2].other_codes: goes with exit_codes
from chartgen import Image, Job, PodFailureRule, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="Job",
    job=Job(
        restart_policy="OnFailure",
        pod_failure_policy=[
            PodFailureRule(action="FailJob"),
            PodFailureRule(action="FailJob", exit_codes=[0, 1]),
            PodFailureRule(action="Ignore", conditions=["DisruptionTarget"], other_codes=True),
        ],
    ),
)
