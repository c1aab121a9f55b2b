"""A whole namespace, and grants of a service, in every shorthand."""

from chartgen import (
    Access, Amounts, Binding, Cidr, ClaimLimits, ContainerLimits, DefaultDeny, Grant, Image, LimitRange, Lock, Namespace,
    NamespaceOverlay, NamespacePreset, Peer, PodSecurity, PriorityClass, Quota, Service, ServiceAccount,
)

namespace = Namespace(
    name="payments",
    pod_security=PodSecurity(enforce="baseline"),
    quotas={"compute": Quota(cpu="10", pods=50, objects={"jobs.batch": 20}, scopes=["NotTerminating"])},
    limit_range=LimitRange(container=ContainerLimits(max=Amounts(cpu="1")), claim=ClaimLimits(max="1Gi")),
    default_deny=DefaultDeny(ingress=[Peer(namespace="edge")], egress=[Cidr("10.0.0.0/8")]),
    priority_classes={"payments": PriorityClass(value=1000, preemption_policy="Never")},
    access={"developers": Access(groups=["a"], role="edit", grants=[Grant("pods/exec", verbs=["create"])])},
    environments={"staging": NamespaceOverlay(quotas={"compute": None}, default_deny=None)},
)
preset = NamespacePreset(
    name="platform",
    create=False,
    locks=[
        Lock("pod_security.enforce", one_of=["baseline", "restricted"], reason="no root on the nodes"),
        Lock("access.*.role", one_of=["view", "edit"], if_set=True, reason="admins are the platform team"),
    ],
    required=["owner"],
    rules={"CG301": "error", "CG302": "off"},
    environments={"production": NamespaceOverlay(keep=True)},
)
service = Service(
    name="orders-api",
    image=Image(repository="orders", tag="1"),
    grants=[Grant("secrets", names=["orders-db"], verbs=["get"]), Grant(resource="nodes", verbs=["get"], cluster=True)],
    bindings=[Binding("view"), Binding("reader", kind="Role", namespace="batch")],
    service_account=ServiceAccount(azure_client_id="00000000-0000-0000-0000-000000000000"),
)
