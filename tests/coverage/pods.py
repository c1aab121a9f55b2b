"""What a pod says: its containers, its security, where it runs, what it is called."""

from chartgen import (
    AppArmor,
    ConfigMapKey,
    Dns,
    DnsOption,
    EnvFrom,
    FieldRef,
    Grpc,
    Handler,
    HostAccess,
    HostPort,
    HttpGet,
    Image,
    InitContainer,
    LabelRequirement,
    Lifecycle,
    LivenessProbe,
    NodeRequirement,
    PodAffinity,
    PodAntiAffinity,
    PodSecurityContext,
    Port,
    Probes,
    ReadinessProbe,
    ResourceField,
    Resources,
    Seccomp,
    SecretKey,
    SecurityContext,
    SeLinux,
    Service,
    Sidecar,
    Spread,
    SpreadConstraint,
    StartupProbe,
    TcpSocket,
    Toleration,
)

OWN = SecurityContext(
    allow_privilege_escalation=True,
    read_only_root_filesystem=False,
    privileged=True,
    run_as_user=1000,
    run_as_group=1000,
    run_as_non_root=True,
    seccomp=Seccomp(type="Localhost", localhost_profile="own.json"),
    app_armor=AppArmor(type="Localhost", localhost_profile="web"),
    se_linux=SeLinux(user="u", role="r", type="t", level="s0:c1"),
    drop_capabilities=["NET_RAW"],
    add_capabilities=["NET_ADMIN"],
    because="it sets up the network of the node",
)

service = Service(
    name="pods",
    image=Image(repository="ghcr.io/acme/pods", tag="1.4.2"),
    replicas=3,
    ports={"grpc": Port(port=9000, host_port=HostPort(address="10.0.0.1", because="the agent is asked there"))},
    working_dir="/srv",
    stdin=True,
    stdin_once=True,
    tty=True,
    resize_policy={"cpu": "NotRequired", "memory": "RestartContainer"},
    readiness_gates=["target-health.elbv2.k8s.aws/pods"],
    scheduling_gates=["example.com/quota"],
    termination_message_path="/dev/last-words",
    termination_message_policy="FallbackToLogsOnError",
    env={
        "PLAIN": "text",
        "PASSWORD": SecretKey(secret="db", key="password", optional=True),
        "RATE": ConfigMapKey(config_map="limits", key="rate", optional=True),
        "POD": FieldRef("metadata.name"),
        "MEMORY": ResourceField("limits.memory"),
    },
    env_from=[
        EnvFrom(config_map="shared", optional=True, prefix="A_"),
        EnvFrom(secret="shared", optional=True),
    ],
    probes=Probes(
        readiness=ReadinessProbe(exec=["/ready"]),
        liveness=LivenessProbe(exec=["/live"]),
        startup=StartupProbe(exec=["/started"]),
    ),
    lifecycle=Lifecycle(
        post_start=Handler(exec=["/register"]),
        pre_stop=Handler(exec=["/deregister"]),
    ),
    security_context=OWN,
    pod_security_context=PodSecurityContext(
        run_as_non_root=False,
        run_as_user=1000,
        run_as_group=1000,
        fs_group=2000,
        fs_group_change_policy="Always",
        supplemental_groups=[3000],
        seccomp=Seccomp(type="Localhost", localhost_profile="web.json"),
        app_armor=AppArmor(type="Localhost", localhost_profile="pod"),
        se_linux=SeLinux(user="u", role="r", type="t", level="s0:c1"),
        sysctls={"kernel.shm_rmid_forced": "1"},
    ),
    node_selector={"disk": "ssd"},
    node_requirements=[
        NodeRequirement(key="zone", values=["a"]),
        NodeRequirement(key="pool", values=["web"], weight=10),
    ],
    pod_affinity=[
        PodAffinity(app="cache", labels={"tier": "cache"}, weight=None),
        PodAffinity(
            app="db",
            expressions=[LabelRequirement(key="tier", operator="In", values=["db"])],
            namespaces=["data"],
            topology_key="zone",
            weight=20,
        ),
        PodAffinity(
            expressions=[LabelRequirement(key="tier", operator="In", values=["db"])],
            namespaces=["data"],
            namespace_labels={"team": "data"},
            namespace_expressions=[LabelRequirement(key="stage", values=["a"])],
            match_label_keys=["pod-template-hash"],
            mismatch_label_keys=["tenant"],
            weight=None,
        ),
        PodAffinity(
            app="bus",
            namespace_labels={"team": "data"},
            namespace_expressions=[LabelRequirement(key="stage", values=["a"])],
            match_label_keys=["pod-template-hash"],
            mismatch_label_keys=["tenant"],
        ),
    ],
    pod_anti_affinity=[
        PodAntiAffinity(app="noisy", namespaces=["batch"], weight=None),
        PodAntiAffinity(
            expressions=[LabelRequirement(key="tier", operator="In", values=["x"])],
            namespace_labels={"team": "batch"},
            namespace_expressions=[LabelRequirement(key="stage", values=["a"])],
            match_label_keys=["pod-template-hash"],
            mismatch_label_keys=["tenant"],
            weight=None,
        ),
        PodAntiAffinity(
            expressions=[LabelRequirement(key="tier", operator="In", values=["y"])],
            namespace_labels={"team": "batch"},
            namespace_expressions=[LabelRequirement(key="stage", values=["a"])],
            match_label_keys=["pod-template-hash"],
            mismatch_label_keys=["tenant"],
        ),
        PodAntiAffinity(
            app="loud",
            labels={"tier": "loud"},
            expressions=[LabelRequirement(key="tier", operator="Exists")],
            namespaces=["batch"],
            topology_key="zone",
            weight=30,
        ),
    ],
    spread=Spread(
        hosts="hard",
        zones="hard",
        constraints={
            "rack": SpreadConstraint(
                topology_key="rack",
                mode="hard",
                max_skew=2,
                min_domains=2,
                node_affinity_policy="Ignore",
                node_taints_policy="Honor",
            )
        },
    ),
    tolerations=[
        Toleration(key="dedicated", operator="Equal", value="web", effect="NoExecute", toleration_seconds=30),
    ],
    priority_class="high",
    scheduler="bin-packing",
    runtime_class="gvisor",
    hostname="web",
    subdomain="pods",
    set_hostname_as_fqdn=True,
    host_aliases={"10.1.2.3": ["erp.internal"]},
    host=HostAccess(network=True, pid=True, because="it sets up the network of the node"),
    dns=Dns(
        policy="None", nameservers=["10.0.0.10"], searches=["example.com"], options=[DnsOption(name="ndots", value="2")]
    ),
    enable_service_links=True,
    init_containers={
        "prepare": InitContainer(
            image=Image(repository="ghcr.io/acme/prepare", tag="1", pull_policy="Always"),
            command=["/prepare"],
            args=["--all"],
            working_dir="/srv",
            env={
                "PLAIN": "text",
                "PASSWORD": SecretKey(secret="db", key="password", optional=True),
                "RATE": ConfigMapKey(config_map="limits", key="rate", optional=True),
                "POD": FieldRef("metadata.name"),
                "MEMORY": ResourceField("limits.memory"),
            },
            env_from=[
                EnvFrom(config_map="shared", optional=True, prefix="A_"),
                EnvFrom(secret="shared", optional=True),
            ],
            termination_message_path="/dev/last-words",
            termination_message_policy="FallbackToLogsOnError",
            stdin=True,
            stdin_once=True,
            tty=True,
            resources=Resources(cpu="10m", memory="32Mi", cpu_limit="1"),
            security_context=OWN,
        ),
    },
    sidecars={
        "proxy": Sidecar(
            image=Image(repository="ghcr.io/acme/proxy", tag="1"),
            ports={"health": Port(port=9001, host_port=HostPort(address="10.0.0.1", because="the agent asks there"))},
            probes=Probes(
                readiness=ReadinessProbe(
                    http=HttpGet(path="/ready", port="health", scheme="HTTPS", headers={"X-Probe": "yes"}),
                    initial_delay_seconds=1,
                    success_threshold=2,
                ),
                liveness=LivenessProbe(
                    tcp=TcpSocket(port="health"), initial_delay_seconds=1, termination_grace_period_seconds=9
                ),
                startup=StartupProbe(
                    tcp=TcpSocket(port="health"), initial_delay_seconds=1, termination_grace_period_seconds=9
                ),
            ),
            lifecycle=Lifecycle(pre_stop=Handler(sleep=5), post_start=Handler(exec=["/register"])),
            resize_policy={"cpu": "NotRequired"},
        ),
        "caller": Sidecar(
            image=Image(repository="ghcr.io/acme/caller", tag="1"),
            ports={"call": 9002},
            probes=Probes(
                readiness=ReadinessProbe(grpc=Grpc(port="call", service="a")),
                liveness=LivenessProbe(
                    http=HttpGet(path="/live", port="call", scheme="HTTPS", headers={"X-Probe": "yes"})
                ),
                startup=StartupProbe(
                    http=HttpGet(path="/started", port="call", scheme="HTTPS", headers={"X-Probe": "yes"})
                ),
            ),
            lifecycle=Lifecycle(
                pre_stop=Handler(http=HttpGet(path="/stop", port="call", scheme="HTTPS", headers={"X-Hook": "yes"})),
                post_start=Handler(http=HttpGet(path="/start", port="call", scheme="HTTPS", headers={"X-Hook": "yes"})),
            ),
        ),
        "asked": Sidecar(
            image=Image(repository="ghcr.io/acme/asked", tag="1"),
            ports={"ask": 9003},
            probes=Probes(
                readiness=ReadinessProbe(exec=["/ready"]),
                liveness=LivenessProbe(grpc=Grpc(port="ask", service="a")),
                startup=StartupProbe(grpc=Grpc(port="ask", service="a")),
            ),
            lifecycle=Lifecycle(pre_stop=Handler(exec=["/stop"]), post_start=Handler(sleep=1)),
        ),
        "checked": Sidecar(
            image=Image(repository="ghcr.io/acme/checked", tag="1"),
            ports={"check": 9004},
            probes=Probes(
                readiness=ReadinessProbe(tcp=TcpSocket(port="check")),
                liveness=LivenessProbe(exec=["/live"]),
                startup=StartupProbe(exec=["/started"]),
            ),
        ),
    },
)
