"""Volumes, mounts and DNS in the manifests."""

import pytest

from chartgen import (
    ClaimVolume,
    ConfigMapVolume,
    Dns,
    DnsOption,
    Item,
    Mount,
    SecretVolume,
    Volume,
)
from tests.manifests.rendering import pod_of

pytestmark = pytest.mark.helm


def test_volumes_and_their_mounts() -> None:
    volumes = {
        "data": Volume(mounts=["/data"], claim=ClaimVolume(name="orders-data")),
        "tls": Volume(
            mounts=[Mount(path="/etc/tls", read_only=True)],
            secret=SecretVolume(name="tls", items=[Item(key="tls.crt", path="crt", mode=0o440)], default_mode=0o400),
        ),
        "conf": Volume(
            mounts=[Mount(path="/etc/app.yaml", sub_path="app.yaml")],
            config_map=ConfigMapVolume(name="app", optional=True),
        ),
    }
    pod = pod_of(volumes=volumes, replicas=1)

    assert pod["volumes"] == [
        {"name": "tmp", "emptyDir": {"sizeLimit": "256Mi"}},
        {"name": "conf", "configMap": {"name": "app", "defaultMode": 0o644, "optional": True}},
        {"name": "data", "persistentVolumeClaim": {"claimName": "orders-data"}},
        {
            "name": "tls",
            "secret": {
                "secretName": "tls",
                "items": [{"key": "tls.crt", "path": "crt", "mode": 0o440}],
                "defaultMode": 0o400,
            },
        },
    ]
    assert pod["containers"][0]["volumeMounts"][1:] == [
        {"name": "conf", "mountPath": "/etc/app.yaml", "subPath": "app.yaml"},
        {"name": "data", "mountPath": "/data"},
        {"name": "tls", "mountPath": "/etc/tls", "readOnly": True},
    ]


def test_no_tmp_where_none_is_wanted() -> None:
    assert pod_of(tmp=None).keys().isdisjoint({"volumes"})


def test_dns_service_links_and_the_message_of_a_crash() -> None:
    pod = pod_of(
        dns=Dns(policy="None", nameservers=["10.0.0.10"], options=[DnsOption(name="ndots", value="2")]),
        enable_service_links=True,
        termination_message_policy="FallbackToLogsOnError",
    )

    assert (pod["dnsPolicy"], pod["enableServiceLinks"]) == ("None", True)
    assert pod["dnsConfig"] == {"nameservers": ["10.0.0.10"], "options": [{"name": "ndots", "value": "2"}]}
    assert pod["containers"][0]["terminationMessagePolicy"] == "FallbackToLogsOnError"
