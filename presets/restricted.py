"""restricted: the Pod Security Standard of that name, which no service may leave. To mix in above another preset."""

from chartgen import Lock, PodSecurityContext, Preset, Seccomp, SecurityContext

LINK = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"
ON = ["RuntimeDefault", "Localhost"]
"""Profiles that hold something back."""

SE_LINUX = ["container_t", "container_init_t", "container_kvm_t", "container_engine_t"]
"""Types of SELinux that are containers'."""


def locked(field: str, **demand: object) -> Lock:
    """A demand of the standard."""
    return Lock.model_validate({"field": field, "link": LINK, **demand})


def every_pod(field: str, **demand: object) -> list[Lock]:
    """The same demand of the main workload and of every component."""
    return [locked(f"{at}{field}", **demand) for at in ("", "components.*.")]


def every_context(field: str, **demand: object) -> list[Lock]:
    """The same demand of every pod, and of every container that says it for itself."""
    return [*every_pod(f"pod_security_context.{field}", **demand), locked(f"*.security_context.{field}", **demand)]


preset = Preset(
    name="restricted",
    version="0.1.0",
    description="The Pod Security Standard restricted, locked.",
    # What chartgen does anyway, said here so that a preset below that says otherwise is overruled.
    pod_security_context=PodSecurityContext(run_as_non_root=True, seccomp=Seccomp(type="RuntimeDefault")),
    security_context=SecurityContext(allow_privilege_escalation=False, privileged=False, drop_capabilities=["ALL"]),
    locks=[
        # Root in a container is one kernel bug away from root on the node.
        *every_pod("pod_security_context.run_as_non_root", equals=True, reason="no container runs as root"),
        locked("*.security_context.run_as_non_root", equals=True, if_set=True, reason="no container runs as root"),
        # 0 is root; and the kubelet can't tell whether a user that the image names by a word is root.
        *every_pod("pod_security_context.run_as_user", at_least=1, reason="a numeric user that is not root"),
        locked("*.security_context.run_as_user", at_least=1, if_set=True, reason="a user that is not root"),
        # The default profile refuses some forty system calls that no ordinary program needs.
        *every_context("seccomp.type", one_of=ON, reason="system calls go through a filter"),
        *every_context("app_armor.type", one_of=ON, reason="AppArmor stays on where the node has it"),
        *every_context("se_linux.type", one_of=SE_LINUX, if_set=True, reason="the label is a container's"),
        *every_context("se_linux.user", absent=True, reason="the label's user is the runtime's choice"),
        *every_context("se_linux.role", absent=True, reason="the label's role is the runtime's choice"),
        # The node's namespaces, ports and folders end the pod's isolation.
        *every_pod("host", absent=True, reason="the node's namespaces are the node's"),
        *every_pod("ports.*.host_port", absent=True, reason="the node's ports are the node's"),
        *every_pod("sidecars.*.ports.*.host_port", absent=True, reason="the node's ports are the node's"),
        *every_pod("volumes.*.host_path", absent=True, reason="the node's folders are the node's"),
        # Whose disk it is and who may have it, a claim knows.
        *(
            one
            for source in ("nfs", "iscsi", "fc")
            for one in every_pod(f"volumes.*.{source}", absent=True, reason="a claim names the disk, not its server")
        ),
        # Some kernel parameters reach beyond the pod; the safe ones are few enough for a waiver.
        *every_pod("pod_security_context.sysctls", absent=True, reason="kernel parameters may reach beyond the pod"),
        locked(
            "*.security_context.allow_privilege_escalation",
            equals=False,
            reason="no process gains more rights than its parent",
        ),
        locked("*.security_context.privileged", equals=False, reason="privileged is root on the node"),
        # Of the capabilities only the one for ports below 1024 may come back.
        locked("*.security_context.drop_capabilities", equals=["ALL"], reason="no capability by default"),
        locked(
            "*.security_context.add_capabilities.*",
            equals="NET_BIND_SERVICE",
            reason="only ports below 1024 are worth a capability",
        ),
        # Whole objects would bring pods that nothing here speaks of; raw fields can't say what a typed one does.
        *(
            locked(f"manifests.*.spec.{pod}", absent=True, reason="a pod is a service or a component, not a manifest")
            for pod in ("containers", "template.spec.containers", "jobTemplate.spec.template.spec.containers")
        ),
    ],
)
