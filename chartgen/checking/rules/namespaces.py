"""CG3: what holds a team's pods in their namespace. What its people may do needs a reason, not a rule."""

from collections.abc import Iterator

from chartgen.checking.finding import rule
from chartgen.layering.problem import Problem
from chartgen.models.namespace import NamespaceSpec


@rule("CG301", "no quota", why="One mistake (an autoscaler, a loop that makes Jobs) takes what all teams share.")
def no_quota(spec: NamespaceSpec) -> Iterator[Problem]:
    """Nothing says how much CPU and memory all pods may have together."""
    if not any(one.cpu or one.memory for one in spec.quotas.values()):
        hint = 'write quotas={"compute": Quota(cpu="10", memory="20Gi", pods=50)}'
        yield Problem(("quotas",), "say nothing of cpu and memory", hint)


@rule(
    "CG302",
    "no limit range",
    why="A container that says nothing of its memory takes the node's; under a quota it is refused.",
)
def no_limit_range(spec: NamespaceSpec) -> Iterator[Problem]:
    """Containers that say nothing get no requests and no limits."""
    own = spec.limit_range and spec.limit_range.container
    if not own or not any(amounts.memory for amounts in (own.default, own.default_request, own.max)):
        hint = 'write limit_range=LimitRange(container=ContainerLimits(default=Amounts(memory="512Mi")))'
        yield Problem(("limit_range",), "has no memory for containers that state none", hint)


@rule("CG303", "no default policy", why="Whoever gets into one pod of the cluster calls every other.")
def everybody_may_call(spec: NamespaceSpec) -> Iterator[Problem]:
    """Pods without a policy of their own take every call."""
    if spec.default_deny is None:
        yield Problem(("default_deny",), "is None: every pod of the cluster may call every pod here", "take it away")
    elif spec.default_deny.ingress is None:
        path = ("default_deny", "ingress")
        yield Problem(path, "is None: every pod of the cluster may call every pod here", "name who may: ingress=[…]")


@rule("CG304", "privileged pods", why="Whoever makes a pod here is root on the node, and so on every pod there.")
def privileged_pods(spec: NamespaceSpec) -> Iterator[Problem]:
    """Pods may do anything."""
    if spec.pod_security.enforce == "privileged":
        hint = 'write enforce="baseline", which refuses what leads to the node'
        yield Problem(("pod_security", "enforce"), "is 'privileged', which refuses nothing", hint)
