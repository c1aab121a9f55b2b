# error: service.py:25: job.max_failed_indexes: is 5, and there are 4 numbers (job.completions at service.py:23)
# error: service.py:27: job.pod_failure_policy[0].container: is no container of the pod; there are orders-api, prepare
# error: service.py:28: job.pod_failure_policy[1].container: goes with exit_codes
# error: service.py:30: job.pod_replacement_policy: can't be had beside pod_failure_policy, which waits for the end of a pod (job.pod_failure_policy at service.py:26)
# hint: leave it out
# error: service.py:32: job.success_policy[0].indexes: names 4, and the last number is 3
# error: service.py:33: job.success_policy[1].indexes: has to name numbers in order, each once
# hint: write indexes="0,2-4"
# error: service.py:34: job.success_policy[2].count: is 3, and there are 2 numbers
# error: service.py:41: components.plain.job.max_failed_indexes: goes with backoff_limit_per_index
# hint: write backoff_limit_per_index=1
# error: service.py:41: components.plain.job.pod_failure_policy[0].action: is FailIndex, which goes with backoff_limit_per_index
# hint: write backoff_limit_per_index=1
# error: service.py:43: components.many.job.completions: is 100001, and failures are counted by number up to 100000
from chartgen import Component, Image, InitContainer, Job, PodFailureRule, Service, SuccessRule

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="Job",
    job=Job(
        indexed=True,
        completions=4,
        backoff_limit_per_index=1,
        max_failed_indexes=5,
        pod_failure_policy=[
            PodFailureRule(action="FailIndex", exit_codes=[42], container="orders-apt"),
            PodFailureRule(action="Ignore", conditions=["DisruptionTarget"], container="prepare"),
        ],
        pod_replacement_policy="TerminatingOrFailed",
        success_policy=[
            SuccessRule(indexes="0,4"),
            SuccessRule(indexes="2,1"),
            SuccessRule(indexes="0-1", count=3),
        ],
    ),
    init_containers={"prepare": InitContainer()},
    components={
        "plain": Component(
            kind="Job",
            job=Job(max_failed_indexes=1, pod_failure_policy=[PodFailureRule(action="FailIndex", exit_codes=[1])]),
        ),
        "many": Component(kind="Job", job=Job(indexed=True, completions=100_001, backoff_limit_per_index=1)),
    },
)
