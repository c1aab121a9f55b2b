# error: service.py:17: job.backoff_limit_per_index: goes with an indexed Job
# hint: write indexed=True, completions=…
# error: service.py:17: job.backoff_limit_per_index: goes with pods that are not restarted (job.restart_policy at service.py:16)
# hint: write restart_policy="Never"
# error: service.py:18: job.success_policy: goes with an indexed Job
# hint: write indexed=True, completions=…
# error: service.py:18: job.success_policy[0]: says nothing
# hint: write indexes="0", or count=1
from chartgen import Image, InitContainer, Job, PodFailureRule, Service, SuccessRule

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="Job",
    job=Job(
        restart_policy="OnFailure",
        backoff_limit_per_index=1,
        success_policy=[SuccessRule()],
    ),
    init_containers={"prepare": InitContainer()},
)
