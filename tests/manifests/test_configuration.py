"""The chart's own ConfigMaps and Secrets in the manifests, and the pods that read them."""

from base64 import b64encode
from typing import Any

import pytest

from chartgen import (
    Component,
    ConfigEntry,
    ConfigFile,
    ConfigMap,
    ConfigMapKey,
    ConfigMapVolume,
    DataFrom,
    EnvFrom,
    ExternalSecret,
    Find,
    Hook,
    Identity,
    InitContainer,
    Item,
    Job,
    Mount,
    Overlay,
    Projected,
    Projection,
    RemoteRef,
    Rewrite,
    SealedSecret,
    SecretKey,
    SecretStoreRef,
    SecretTemplate,
    SecretVolume,
    Service,
    Sidecar,
    Volume,
)
from chartgen.charting.ledger import from_json
from chartgen.schemas.custom import defaults
from chartgen.schemas.kubernetes import problems
from tests.manifests.rendering import IMAGE, container_of, files_of, manifests_of, pod_of

pytestmark = pytest.mark.helm

VAULT = SecretStoreRef("vault", kind="ClusterSecretStore")
SEALED = b64encode(b"\x02\x00" + bytes(512) + b"sixteen bytes tag and a secret").decode()
DEFAULTS = {"conversionStrategy": "Default", "decodingStrategy": "None", "metadataPolicy": "None"}


def template(**said: Any) -> Any:
    return manifests_of(**said)["Deployment"]["spec"]["template"]


def checksums(**said: Any) -> dict[str, str]:
    annotations = template(**said)["metadata"].get("annotations", {})
    return {key: value for key, value in annotations.items() if key.startswith("checksum/")}


def external(**said: Any) -> dict[str, Any]:
    found = manifests_of(external_secrets={"db": ExternalSecret(**{"store": VAULT, **said})})
    spec: dict[str, Any] = found["ExternalSecret orders-api-db"]["spec"]
    return spec


def test_a_config_map_holds_texts_and_bytes() -> None:
    limits = ConfigMap(data={"rate": "7\n\n", "on": "", "logo.png": ConfigEntry(binary="iVBO")})
    found = manifests_of(config_maps={"limits": limits, "empty": ConfigMap()})

    made = found["ConfigMap orders-api-limits"]
    assert (made["data"], made["binaryData"]) == ({"rate": "7\n\n", "on": ""}, {"logo.png": "iVBO"})
    assert "immutable" not in made
    assert not {"data", "binaryData"} & found["ConfigMap orders-api-empty"].keys()


def test_variables_and_volumes_refer_to_it_by_its_short_name() -> None:
    maps = {"limits": ConfigMap(data={"rate": "7", "burst": "9"})}
    volume = Volume(
        config_map=ConfigMapVolume(own="limits", items=[Item(key="rate", path="rate", mode=0o440)], default_mode=0o400),
        mounts=[Mount(path="/etc/rate", sub_path="rate")],
    )
    pod = pod_of(
        config_maps=maps,
        env={"RATE": ConfigMapKey(own="limits", key="rate", optional=True)},
        env_from=[EnvFrom(own_config_map="limits", prefix="L_"), EnvFrom(config_map="limits")],
        volumes={"limits": volume},
    )

    container = pod["containers"][0]
    rate = {"configMapKeyRef": {"name": "orders-api-limits", "key": "rate", "optional": True}}
    assert container["env"] == [{"name": "RATE", "valueFrom": rate}]
    assert container["envFrom"] == [
        {"prefix": "L_", "configMapRef": {"name": "orders-api-limits"}},
        {"configMapRef": {"name": "limits"}},
    ]
    items = [{"key": "rate", "path": "rate", "mode": 0o440}]
    source = {"name": "orders-api-limits", "items": items, "defaultMode": 0o400}
    assert pod["volumes"][1] == {"name": "limits", "configMap": source}


def test_an_immutable_one_has_another_name_for_other_content() -> None:
    def names(rate: str, *sets: str) -> tuple[str, str]:
        maps = {"limits": ConfigMap(data={"rate": rate}, immutable=True)}
        found = manifests_of(config_maps=maps, env_from=[EnvFrom(own_config_map="limits")], sets=sets)
        container = found["Deployment"]["spec"]["template"]["spec"]["containers"][0]
        assert found["ConfigMap"]["immutable"] is True
        return found["ConfigMap"]["metadata"]["name"], container["envFrom"][0]["configMapRef"]["name"]

    name, referred = names("slow")
    assert name == referred
    assert name.startswith("orders-api-limits-")
    assert names("fast") != (name, name)
    assert names("slow", "configMaps.limits.data.rate=fast") == names("fast")


def test_a_change_rolls_the_pods_that_read_it_and_no_others() -> None:
    def with_rate(rate: str, **said: Any) -> dict[str, str]:
        return checksums(config_maps={"limits": ConfigMap(data={"rate": rate}), "other": ConfigMap()}, **said)

    reading = {"env": {"RATE": ConfigMapKey(own="limits", key="rate")}}
    mounting = {"volumes": {"a": Volume(config_map=ConfigMapVolume(own="limits"), mounts=["/a"])}}
    assert with_rate("7") == with_rate("8") == {}
    assert with_rate("7", env_from=[EnvFrom(own_config_map="other")]) == with_rate(
        "8", env_from=[EnvFrom(own_config_map="other")]
    )
    assert with_rate("7", **reading) != with_rate("8", **reading)
    assert with_rate("7", **mounting) != with_rate("8", **mounting)
    assert list(with_rate("7", **reading)) == ["checksum/config-maps"]


def test_a_set_value_rolls_the_pods_too() -> None:
    said: dict[str, Any] = {"config_maps": {"limits": ConfigMap(data={"rate": "7"})}}
    said |= {"env_from": [EnvFrom(own_config_map="limits")]}

    assert checksums(**said) != checksums(**said, sets=["configMaps.limits.data.rate=fast"])


def test_a_config_map_of_one_environment_is_not_made_in_others() -> None:
    said: dict[str, Any] = {
        "config_maps": {"limits": ConfigMap(data={"rate": "7"})},
        "environments": {
            "staging": Overlay(config_maps={"limits": None}),
            "production": Overlay(config_maps={"limits": ConfigMap(data={"rate": None, "burst": "9"})}),
        },
    }

    assert manifests_of(**said)["ConfigMap"]["data"] == {"rate": "7"}
    assert "ConfigMap" not in manifests_of("staging", **said)
    assert manifests_of("production", **said)["ConfigMap"]["data"] == {"burst": "9"}


def test_files_may_be_bytes_and_have_permissions_of_their_own() -> None:
    files = {
        "run.sh": ConfigFile(content="#!/bin/sh\n", mount_path="/run.sh", mode=0o555),
        "logo.png": ConfigFile(binary="iVBO", mount_path="/logo.png"),
    }
    found = manifests_of(config_files=files)

    held = found["ConfigMap orders-api-files"]
    assert (held["data"], held["binaryData"]) == ({"run.sh": "#!/bin/sh\n"}, {"logo.png": "iVBO"})
    volume = found["Deployment"]["spec"]["template"]["spec"]["volumes"][1]
    items = [{"key": "logo.png", "path": "logo.png"}, {"key": "run.sh", "path": "run.sh", "mode": 0o555}]
    assert volume["configMap"] == {"name": "orders-api-files", "defaultMode": 0o644, "items": items}


def test_a_change_of_bytes_rolls_the_pods() -> None:
    def with_bytes(binary: str) -> dict[str, str]:
        return checksums(config_files={"logo.png": ConfigFile(binary=binary, mount_path="/logo.png")})

    assert with_bytes("iVBO") != with_bytes("iVBP")


def test_an_external_secret_has_the_operators_defaults_written_out() -> None:
    spec = external(data={"password": RemoteRef("orders/db", property="password", version="3"), "user": "orders/user"})

    assert spec == {
        "secretStoreRef": {"name": "vault", "kind": "ClusterSecretStore"},
        "refreshInterval": "1h",
        "target": {"name": "orders-api-db", "creationPolicy": "Owner", "deletionPolicy": "Retain"},
        "data": [
            {
                "secretKey": "password",
                "remoteRef": {"key": "orders/db", "property": "password", "version": "3", **DEFAULTS},
            },
            {"secretKey": "user", "remoteRef": {"key": "orders/user", **DEFAULTS}},
        ],
    }


def test_many_keys_at_once_are_extracted_or_found_and_renamed() -> None:
    found = Find(path="orders", name="^db-", tags={"team": "orders"}, decoding="Base64")
    rewrite = [Rewrite(source="^db-(.*)$", target="$1"), Rewrite(transform="{{ .value | upper }}")]
    spec = external(data_from=[DataFrom(extract="orders/all"), DataFrom(find=found, rewrite=rewrite)])

    assert "data" not in spec
    assert spec["dataFrom"] == [
        {"extract": {"key": "orders/all", **DEFAULTS}},
        {
            "find": {
                "path": "orders",
                "name": {"regexp": "^db-"},
                "tags": {"team": "orders"},
                "conversionStrategy": "Default",
                "decodingStrategy": "Base64",
            },
            "rewrite": [
                {"regexp": {"source": "^db-(.*)$", "target": "$1"}},
                {"transform": {"template": "{{ .value | upper }}"}},
            ],
        },
    ]


def test_an_api_server_has_nothing_to_fill_in() -> None:
    sources = [DataFrom(extract="a"), DataFrom(find=Find(name="b"), rewrite=[Rewrite(source="a", target="b")])]
    fetched = ExternalSecret(store=VAULT, data={"a": "b"}, data_from=sources, template=SecretTemplate())
    sealed = SealedSecret(encrypted_data={"a": SEALED}, scope="cluster-wide", immutable=True, labels={"a": "b"})
    found = manifests_of(external_secrets={"db": fetched}, sealed_secrets={"api": sealed})

    for manifest in (found["ExternalSecret"], found["SealedSecret"]):
        assert list(defaults(manifest)) == []
        assert list(problems(manifest, "1.37")) == []


def test_its_secret_may_have_a_name_policies_and_a_template() -> None:
    spec = external(
        data={"user": "orders/user"},
        target_name="orders-db",
        creation_policy="Orphan",
        deletion_policy="Delete",
        refresh_interval="15m",
        refresh_policy="OnChange",
        immutable=True,
        template=SecretTemplate(
            type="kubernetes.io/basic-auth",
            labels={"team": "orders"},
            annotations={"example.com/a": "b"},
            data={"url": "postgres://{{ .user }}@db/\n"},
            merge_policy="Merge",
        ),
    )

    assert (spec["refreshInterval"], spec["refreshPolicy"]) == ("15m", "OnChange")
    assert spec["target"] == {
        "name": "orders-db",
        "creationPolicy": "Orphan",
        "deletionPolicy": "Delete",
        "immutable": True,
        "template": {
            "engineVersion": "v2",
            "mergePolicy": "Merge",
            "type": "kubernetes.io/basic-auth",
            "metadata": {"labels": {"team": "orders"}, "annotations": {"example.com/a": "b"}},
            "data": {"url": "postgres://{{ .user }}@db/\n"},
        },
    }


def test_the_services_store_holds_where_a_secret_names_none() -> None:
    found = manifests_of(secret_store=VAULT, external_secrets={"db": ExternalSecret(data={"user": "orders/user"})})

    assert found["ExternalSecret"]["spec"]["secretStoreRef"] == {"name": "vault", "kind": "ClusterSecretStore"}


def test_variables_and_volumes_refer_to_the_secret_that_will_be_made() -> None:
    pod = pod_of(
        secret_store=VAULT,
        external_secrets={
            "db": ExternalSecret(data={"password": "orders/db"}),
            "queue": ExternalSecret(data={"password": "orders/queue"}, target_name="queue-of-orders"),
        },
        sealed_secrets={"tls": SealedSecret(encrypted_data={"tls.key": SEALED}, name="sealed-for-this")},
        env={"DB": SecretKey(own="db", key="password"), "OTHER": SecretKey(secret="db", key="password")},
        env_from=[EnvFrom(own_secret="queue")],
        volumes={"tls": Volume(secret=SecretVolume(own="tls"), mounts=["/tls"])},
    )

    container = pod["containers"][0]
    names = [entry["valueFrom"]["secretKeyRef"]["name"] for entry in container["env"]]
    assert names == ["orders-api-db", "db"]
    assert container["envFrom"] == [{"secretRef": {"name": "queue-of-orders"}}]
    assert pod["volumes"][1] == {"name": "tls", "secret": {"secretName": "sealed-for-this", "defaultMode": 0o644}}


def test_a_projected_volume_puts_them_together() -> None:
    sources = [
        Projection(own_config_map="limits", keys=[Item(key="rate", path="rate", mode=0o440)]),
        Projection(own_secret="db", optional=True),
        Projection(secret="db"),
    ]
    said: dict[str, Any] = {
        "config_maps": {"limits": ConfigMap(data={"rate": "7"})},
        "external_secrets": {"db": ExternalSecret(store=VAULT, data={"password": "orders/db"})},
        "volumes": {"all": Volume(projected=Projected(sources=sources), mounts=["/all"])},
    }

    assert pod_of(**said)["volumes"][1]["projected"]["sources"] == [
        {"configMap": {"name": "orders-api-limits", "items": [{"key": "rate", "path": "rate", "mode": 0o440}]}},
        {"secret": {"name": "orders-api-db", "optional": True}},
        {"secret": {"name": "db"}},
    ]
    assert list(checksums(**said)) == ["checksum/config-maps", "checksum/secrets"]


def test_a_change_of_what_asks_for_a_secret_rolls_the_pods_that_read_it() -> None:
    def with_key(key: str, **said: Any) -> dict[str, str]:
        return checksums(secret_store=VAULT, external_secrets={"db": ExternalSecret(data={"password": key})}, **said)

    reading = {"env": {"PASSWORD": SecretKey(own="db", key="password")}}
    assert with_key("one") == with_key("two") == {}
    assert with_key("one", **reading) != with_key("two", **reading)
    assert with_key("one", **reading) == with_key("one", version="9.9.9", labels={"a": "b"}, **reading)


def test_a_sealed_secret_is_ciphertext_with_its_scope() -> None:
    def sealed(**said: Any) -> dict[str, Any]:
        found = manifests_of(sealed_secrets={"db": SealedSecret(encrypted_data={"password": SEALED}, **said)})
        one: dict[str, Any] = found["SealedSecret"]
        return one

    strict = sealed(name="sealed-for-this")
    assert (strict["metadata"]["name"], "annotations" in strict["metadata"]) == ("sealed-for-this", False)
    assert strict["spec"] == {"encryptedData": {"password": SEALED}, "template": {"type": "Opaque"}}
    wide = sealed(scope="cluster-wide", type="example.com/token", labels={"team": "a"}, immutable=True)
    assert wide["metadata"]["name"] == "orders-api-db"
    assert wide["metadata"]["annotations"] == {"sealedsecrets.bitnami.com/cluster-wide": "true"}
    assert wide["spec"]["template"] == {
        "type": "example.com/token",
        "immutable": True,
        "metadata": {"labels": {"team": "a"}},
    }


def test_names_are_those_of_the_release_and_can_be_taken_over() -> None:
    identity = Identity(objects={"ConfigMap/limits": "old-limits", "ExternalSecret/db": "old-db"})
    said: dict[str, Any] = {
        "config_maps": {"limits": ConfigMap(data={"rate": "7"})},
        "external_secrets": {"db": ExternalSecret(store=VAULT, data={"password": "orders/db"})},
        "env": {"RATE": ConfigMapKey(own="limits", key="rate"), "PASSWORD": SecretKey(own="db", key="password")},
    }

    found = manifests_of(release="blue", **said)
    assert {"ConfigMap blue-orders-api-limits", "ExternalSecret blue-orders-api-db"} <= found.keys()
    kept = manifests_of(identity=identity, **said)
    assert {"ConfigMap old-limits", "ExternalSecret old-db"} <= kept.keys()
    env = kept["Deployment"]["spec"]["template"]["spec"]["containers"][0]["env"]
    assert [next(iter(entry["valueFrom"].values()))["name"] for entry in env] == ["old-db", "old-limits"]


def of_a_service(**said: Any) -> dict[str, Any]:
    """A service with configuration of its own, that one of its components reads."""
    return manifests_of(
        config_maps={"limits": ConfigMap(data={"rate": "7"}), "other": ConfigMap()},
        secret_store=VAULT,
        external_secrets={
            "db": ExternalSecret(data={"password": "orders/db"}),
            "named": ExternalSecret(data={"password": "orders/db"}, target_name="orders"),
        },
        sealed_secrets={"token": SealedSecret(encrypted_data={"TOKEN": SEALED}, scope="namespace-wide")},
        **said,
    )


READING: dict[str, Any] = {
    "env": {"RATE": ConfigMapKey(own="limits", key="rate"), "PASSWORD": SecretKey(own="db", key="password")},
    "env_from": [EnvFrom(own_secret="named"), EnvFrom(own_secret="token")],
}


def referred_to(manifest: dict[str, Any]) -> list[str]:
    """The objects that the variables of a workload's container come from."""
    container = manifest["spec"]["template"]["spec"]["containers"][0]
    keys = [next(iter(entry["valueFrom"].values())) for entry in container["env"]]
    return [one["name"] for one in (*keys, *(next(iter(source.values())) for source in container["envFrom"]))]


def test_a_component_reads_the_services_objects() -> None:
    found = of_a_service(components={"worker": Component(**READING)})

    worker = found["Deployment orders-api-worker"]
    assert referred_to(worker) == ["orders-api-db", "orders-api-limits", "orders", "orders-api-token"]
    sums = worker["spec"]["template"]["metadata"]["annotations"]
    assert list(sums) == ["checksum/config-maps", "checksum/secrets"]
    assert "annotations" not in found["Deployment orders-api"]["spec"]["template"]["metadata"]
    assert not [key for key in found if "worker-" in key]


def test_a_component_that_inherits_variables_rolls_with_them() -> None:
    found = of_a_service(components={"worker": Component()}, **READING)

    templates = [found[name]["spec"]["template"] for name in ("Deployment orders-api", "Deployment orders-api-worker")]
    assert templates[0]["metadata"]["annotations"] == templates[1]["metadata"]["annotations"]
    assert referred_to(found["Deployment orders-api"]) == referred_to(found["Deployment orders-api-worker"])


def test_what_a_hook_reads_is_a_hook_under_its_name_and_nothing_else_is() -> None:
    found = of_a_service(components={"migrate": Component(kind="Job", job=Job(hook=Hook()), **READING)})

    own = ["orders-api-migrate-db", "orders-api-migrate-limits", "orders-migrate", "orders-api-migrate-token"]
    assert referred_to(found["Job orders-api-migrate"]) == own
    hooks = {key for key, one in found.items() if "helm.sh/hook" in one["metadata"].get("annotations", {})}
    assert {key for key in hooks if " " in key} == {
        "ConfigMap orders-api-migrate-limits",
        "ExternalSecret orders-api-migrate-db",
        "ExternalSecret orders-api-migrate-named",
        "Job orders-api-migrate",
        "SealedSecret orders-api-migrate-token",
        "ServiceAccount orders-api-migrate",
    }
    annotations = found["ConfigMap orders-api-migrate-limits"]["metadata"]["annotations"]
    assert annotations["helm.sh/hook-weight"] == "-10"
    targets = [found[f"ExternalSecret orders-api-migrate-{name}"]["spec"]["target"]["name"] for name in ("db", "named")]
    assert targets == ["orders-api-migrate-db", "orders-migrate"]
    assert found["ConfigMap orders-api-migrate-limits"]["data"] == found["ConfigMap orders-api-limits"]["data"]


def test_what_a_main_workload_reads_that_is_a_hook_is_a_hook_too() -> None:
    found = of_a_service(kind="Job", ports={}, job=Job(hook=Hook()), **READING)

    assert referred_to(found["Job"]) == ["orders-api-db", "orders-api-limits", "orders", "orders-api-token"]
    assert found["ConfigMap orders-api-limits"]["metadata"]["annotations"]["helm.sh/hook"] == "pre-install,pre-upgrade"


def test_the_ledger_knows_what_is_a_hook() -> None:
    said: dict[str, Any] = {"name": "orders-api", "image": IMAGE, "secret_store": VAULT}
    said["external_secrets"] = {"db": ExternalSecret(data={"password": "orders/db"})}
    said["sealed_secrets"] = {"token": SealedSecret(encrypted_data={"TOKEN": SEALED}, name="sealed-for-this")}
    reading = {"PASSWORD": SecretKey(own="db", key="password")}
    said["components"] = {"migrate": Component(kind="Job", job=Job(hook=Hook()), env=reading)}

    objects = from_json(files_of(Service(**said))[".chartgen.json"]).objects
    assert [one for one in objects if one["kind"] in ("ExternalSecret", "SealedSecret")] == [
        {"kind": "ExternalSecret", "name": "<fullname>-db"},
        {"kind": "SealedSecret", "name": "sealed-for-this"},
        {"kind": "ExternalSecret", "name": "<fullname>-migrate-db", "hook": True},
    ]


def test_a_sidecar_and_an_init_container_read_them_too() -> None:
    found = of_a_service(
        sidecars={"proxy": Sidecar(**READING)},
        init_containers={"wait": InitContainer(env_from=[EnvFrom(own_config_map="limits")])},
    )

    template = found["Deployment orders-api"]["spec"]["template"]
    assert list(template["metadata"]["annotations"]) == ["checksum/config-maps", "checksum/secrets"]
    [wait] = [one for one in template["spec"]["initContainers"] if one["name"] == "wait"]
    assert wait["envFrom"] == [{"configMapRef": {"name": "orders-api-limits"}}]


def test_reloader_is_asked_for_on_the_workload_and_not_on_its_pods() -> None:
    deployment = manifests_of(reloader=True)["Deployment"]

    assert deployment["metadata"]["annotations"] == {"reloader.stakater.com/auto": "true"}
    assert "annotations" not in deployment["spec"]["template"]["metadata"]
    assert "annotations" not in manifests_of()["Deployment"]["metadata"]


def test_a_container_reads_its_files_where_it_reads_them_today() -> None:
    assert container_of(config_files={"a": ConfigFile(content="b", mount_path="/a")})["volumeMounts"][1] == {
        "name": "config-files",
        "mountPath": "/a",
        "subPath": "a",
        "readOnly": True,
    }
