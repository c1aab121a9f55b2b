"""restricted: the Pod Security Standard of that name, which no service may leave. To mix in above another preset."""

from chartgen import Lock, PodSecurityContext, Preset, Seccomp, SecurityContext

LINK = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"


def every_pod(field: str, **demand: object) -> list[Lock]:
    """The same demand of the main workload and of every component."""
    return [Lock.model_validate({"field": f"{at}{field}", "link": LINK, **demand}) for at in ("", "components.*.")]


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
        # 0 is root; and the kubelet can't tell whether a user that the image names by a word is root.
        *every_pod("pod_security_context.run_as_user", at_least=1, reason="a numeric user that is not root"),
        # The default profile refuses some forty system calls that no ordinary program needs.
        *every_pod(
            "pod_security_context.seccomp.type",
            one_of=["RuntimeDefault", "Localhost"],
            reason="system calls go through a filter",
        ),
        # The node's namespaces, ports and folders end the pod's isolation.
        *every_pod("host", absent=True, reason="the node's namespaces are the node's"),
        *every_pod("ports.*.host_port", absent=True, reason="the node's ports are the node's"),
        *every_pod("volumes.*.host_path", absent=True, reason="the node's folders are the node's"),
        # Some kernel parameters reach beyond the pod; the safe ones are few enough for a waiver.
        *every_pod("pod_security_context.sysctls", absent=True, reason="kernel parameters may reach beyond the pod"),
        # What a container says for itself would overrule the pod.
        Lock("*.security_context.run_as_non_root", absent=True, reason="the pod says it for its containers", link=LINK),
        Lock("*.security_context.seccomp", absent=True, reason="the pod says it for its containers", link=LINK),
        Lock(
            "*.security_context.allow_privilege_escalation",
            equals=False,
            reason="no process gains more rights than its parent",
            link=LINK,
        ),
        Lock("*.security_context.privileged", equals=False, reason="privileged is root on the node", link=LINK),
        # Of the capabilities only the one for ports below 1024 may come back.
        Lock("*.security_context.drop_capabilities", equals=["ALL"], reason="no capability by default", link=LINK),
        Lock(
            "*.security_context.add_capabilities.*",
            equals="NET_BIND_SERVICE",
            reason="only ports below 1024 are worth a capability",
            link=LINK,
        ),
    ],
)
