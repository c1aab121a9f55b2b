"""What the pods are called, what they share with their node, and what a container is attached to."""

from typing import Any

import pytest

from chartgen import (
    AppArmor,
    Dns,
    Ephemeral,
    Handler,
    HostAccess,
    HostPort,
    Lifecycle,
    LivenessProbe,
    OwnedClaim,
    PodSecurityContext,
    Port,
    Probes,
    SecurityContext,
    SeLinux,
    Sidecar,
    StartupProbe,
    Volume,
)

from .rendering import IMAGE, container_of, manifests_of, pod_of

pytestmark = pytest.mark.helm

AGENT = HostAccess(network=True, pid=True, ipc=True, because="the agent measures the node")


def test_an_agent_shares_the_nodes_namespaces_and_still_finds_services_by_name() -> None:
    pod = pod_of(host=AGENT)

    assert {key: pod[key] for key in ("hostNetwork", "hostPID", "hostIPC")} == dict.fromkeys(
        ("hostNetwork", "hostPID", "hostIPC"), True
    )
    assert pod["dnsPolicy"] == "ClusterFirstWithHostNet"


def test_a_stated_way_to_resolve_names_wins_on_the_nodes_network() -> None:
    assert pod_of(host=AGENT, dns=Dns(policy="Default"))["dnsPolicy"] == "Default"


def test_nothing_is_shared_unless_said() -> None:
    shared = {"hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace", "hostAliases", "hostname", "dnsPolicy"}

    assert pod_of().keys() & shared == set()


def test_a_port_of_the_node_is_the_containers_unless_said() -> None:
    ports = {
        "http": Port(port=9100, host_port=HostPort(because="scrapers know the node only")),
        "admin": Port(port=9101, host_port=HostPort(port=80, address="10.0.0.1", because="the same")),
    }

    printed = {one["name"]: one for one in container_of(ports=ports)["ports"]}
    assert (printed["http"]["hostPort"], "hostIP" in printed["http"]) == (9100, False)
    assert (printed["admin"]["hostPort"], printed["admin"]["hostIP"]) == (80, "10.0.0.1")


def test_names_of_the_pod_and_of_others() -> None:
    pod = pod_of(
        hostname="orders",
        subdomain="peers",
        set_hostname_as_fqdn=True,
        share_process_namespace=True,
        host_aliases={"10.1.2.3": ["erp.internal", "erp"], "10.1.2.4": ["crm"]},
    )

    assert (pod["hostname"], pod["subdomain"], pod["setHostnameAsFQDN"]) == ("orders", "peers", True)
    assert pod["shareProcessNamespace"] is True
    assert pod["hostAliases"] == [
        {"ip": "10.1.2.3", "hostnames": ["erp.internal", "erp"]},
        {"ip": "10.1.2.4", "hostnames": ["crm"]},
    ]


def test_a_terminal_and_last_words_of_any_container() -> None:
    said: dict[str, Any] = {"stdin": True, "tty": True, "termination_message_path": "/var/last-words"}
    pod = pod_of(**said, sidecars={"shell": Sidecar(image=IMAGE, **said)})

    for container in (pod["containers"][0], pod["initContainers"][0]):
        assert (container["stdin"], container["tty"]) == (True, True)
        assert container["terminationMessagePath"] == "/var/last-words"
    assert container_of().keys() & {"stdin", "tty", "terminationMessagePath"} == set()


def test_profiles_labels_and_kernel_parameters() -> None:
    label = SeLinux(user="u", role="r", type="t", level="s0:c1")
    own = PodSecurityContext(app_armor=AppArmor(), se_linux=label, sysctls={"net.core.somaxconn": "1024"})
    pod = pod_of(
        pod_security_context=own,
        security_context=SecurityContext(
            app_armor=AppArmor(type="Localhost", localhost_profile="orders"), se_linux=SeLinux()
        ),
    )

    security = pod["securityContext"]
    assert security["appArmorProfile"] == {"type": "RuntimeDefault"}
    assert security["seLinuxOptions"] == {"user": "u", "role": "r", "type": "t", "level": "s0:c1"}
    assert security["sysctls"] == [{"name": "net.core.somaxconn", "value": "1024"}]
    container = pod["containers"][0]["securityContext"]
    assert container["appArmorProfile"] == {"type": "Localhost", "localhostProfile": "orders"}
    assert "seLinuxOptions" not in container


def test_a_reason_lets_capabilities_be_added() -> None:
    context = SecurityContext(add_capabilities=["NET_ADMIN"], because="it sets up the mesh's redirection")

    assert container_of(security_context=context)["securityContext"]["capabilities"]["add"] == ["NET_ADMIN"]


def test_probes_that_stop_the_container_say_how_long_that_may_take() -> None:
    probes = Probes(
        liveness=LivenessProbe(http="/live", termination_grace_period_seconds=5),
        startup=StartupProbe(termination_grace_period_seconds=7),
    )

    container = container_of(probes=probes)
    assert container["livenessProbe"]["terminationGracePeriodSeconds"] == 5
    assert container["startupProbe"]["terminationGracePeriodSeconds"] == 7
    assert "terminationGracePeriodSeconds" not in container["readinessProbe"]


def test_a_hook_that_only_waits() -> None:
    assert container_of(lifecycle=Lifecycle(post_start=Handler(sleep=3)))["lifecycle"]["postStart"] == {
        "sleep": {"seconds": 3}
    }


def test_labels_of_claims() -> None:
    found = manifests_of(
        replicas=1,
        volumes={
            "data": Volume(mounts=["/data"], owned_claim=OwnedClaim(size="1Gi", labels={"backup": "daily"})),
            "scratch": Volume(mounts=["/scratch"], ephemeral=Ephemeral(size="1Gi", labels={"backup": "never"})),
        },
    )

    labels = found["PersistentVolumeClaim"]["metadata"]["labels"]
    assert (labels["backup"], labels["app.kubernetes.io/name"]) == ("daily", "orders-api")
    volumes = {one["name"]: one for one in found["Deployment"]["spec"]["template"]["spec"]["volumes"]}
    assert volumes["scratch"]["ephemeral"]["volumeClaimTemplate"]["metadata"] == {"labels": {"backup": "never"}}


def test_a_claim_for_a_volume_that_is_there_already() -> None:
    wanted = {"speed": "high"}
    found = manifests_of(
        replicas=1,
        volumes={
            "data": Volume(mounts=["/data"], owned_claim=OwnedClaim(size="1Gi", match_labels=wanted)),
            "scratch": Volume(mounts=["/scratch"], ephemeral=Ephemeral(size="1Gi", match_labels=wanted)),
        },
    )

    assert found["PersistentVolumeClaim"]["spec"]["selector"] == {"matchLabels": wanted}
    volumes = {one["name"]: one for one in found["Deployment"]["spec"]["template"]["spec"]["volumes"]}
    claim = volumes["scratch"]["ephemeral"]["volumeClaimTemplate"]
    assert claim["spec"]["selector"] == {"matchLabels": wanted}
