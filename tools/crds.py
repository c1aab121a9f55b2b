"""Writes chartgen/schemas/crds/ from the CRDs of pinned releases: ``python -m tools.crds``.

The CRDs come from the Go modules that own them, so Go is needed, and its module proxy the first time. What was read is
kept under ~/.cache/chartgen/crds, from where the tests install the very same CRDs in a cluster.
"""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from chartgen import yamlio
from tools.structural import strict

FOLDER = Path(__file__).parents[1] / "chartgen" / "schemas" / "crds"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "chartgen", "crds")

Crd = dict[str, Any]


@dataclass(frozen=True)
class Source:
    """A release of a module, and the files of it that hold CRDs."""

    module: str
    version: str
    licence: str
    files: tuple[str, ...]
    kinds: Mapping[str, str]
    """Which kinds of those files, in which version."""

    patches: Mapping[str, str] | None = None
    """By a CRD's name: a JSON patch that the project applies to it before it is released."""


SOURCES = (
    Source(
        "github.com/bitnami-labs/sealed-secrets",
        "v0.40.0",
        "Apache-2.0",
        ("helm/sealed-secrets/crds/bitnami.com_sealedsecrets.yaml",),
        {"SealedSecret": "v1alpha1"},
    ),
    Source(
        "github.com/cert-manager/cert-manager",
        "v1.21.2",
        "Apache-2.0",
        ("deploy/crds/cert-manager.io_certificates.yaml",),
        {"Certificate": "v1"},
    ),
    Source(
        "github.com/external-secrets/external-secrets",
        "v1.3.2",
        "Apache-2.0",
        (
            "config/crds/bases/external-secrets.io_externalsecrets.yaml",
            "config/crds/bases/external-secrets.io_secretstores.yaml",
        ),
        {"ExternalSecret": "v1", "SecretStore": "v1"},
    ),
    Source(
        "github.com/kedacore/keda/v2",
        "v2.21.0",
        "Apache-2.0",
        (
            "config/crd/bases/keda.sh_clustertriggerauthentications.yaml",
            "config/crd/bases/keda.sh_scaledjobs.yaml",
            "config/crd/bases/keda.sh_scaledobjects.yaml",
            "config/crd/bases/keda.sh_triggerauthentications.yaml",
        ),
        {
            "ClusterTriggerAuthentication": "v1alpha1",
            "ScaledJob": "v1alpha1",
            "ScaledObject": "v1alpha1",
            "TriggerAuthentication": "v1alpha1",
        },
        {
            "scaledjobs.keda.sh": "config/crd/patches/scaledjob_patch.yaml",
            "scaledobjects.keda.sh": "config/crd/patches/scaledobject_patch.yaml",
        },
    ),
    Source(
        "github.com/openshift/api",
        "v0.0.0-20251015095338-264e80a2b6e7",  # has no releases
        "Apache-2.0",
        ("route/v1/zz_generated.crd-manifests/routes.crd.yaml",),
        {"Route": "v1"},
    ),
    Source(
        "github.com/prometheus-operator/prometheus-operator",
        "v0.94.1",
        "Apache-2.0",
        (
            "example/prometheus-operator-crd/monitoring.coreos.com_podmonitors.yaml",
            "example/prometheus-operator-crd/monitoring.coreos.com_prometheusrules.yaml",
            "example/prometheus-operator-crd/monitoring.coreos.com_servicemonitors.yaml",
        ),
        {"PodMonitor": "v1", "PrometheusRule": "v1", "ServiceMonitor": "v1"},
    ),
    Source(
        "github.com/traefik/traefik/v3",
        "v3.7.13",
        "MIT",
        (
            "docs/content/reference/dynamic-configuration/traefik.io_ingressroutes.yaml",
            "docs/content/reference/dynamic-configuration/traefik.io_middlewares.yaml",
        ),
        {"IngressRoute": "v1alpha1", "Middleware": "v1alpha1"},
    ),
    Source(
        "istio.io/api",
        "v1.31.1",
        "Apache-2.0",
        ("kubernetes/customresourcedefinitions.gen.yaml",),
        {
            "AuthorizationPolicy": "v1",
            "DestinationRule": "v1",
            "Gateway": "v1",
            "PeerAuthentication": "v1",
            "RequestAuthentication": "v1",
            "VirtualService": "v1",
        },
    ),
    Source(
        "k8s.io/autoscaler/vertical-pod-autoscaler",
        "v1.8.1",
        "Apache-2.0",
        ("deploy/vpa-v1-crd-gen.yaml",),
        {"VerticalPodAutoscaler": "v1"},
    ),
    Source(
        "sigs.k8s.io/gateway-api",
        "v1.6.3",
        "Apache-2.0",
        (
            "config/crd/standard/gateway.networking.k8s.io_grpcroutes.yaml",
            "config/crd/standard/gateway.networking.k8s.io_httproutes.yaml",
        ),
        {"GRPCRoute": "v1", "HTTPRoute": "v1"},
    ),
    Source(
        "sigs.k8s.io/secrets-store-csi-driver",
        "v1.4.8",
        "Apache-2.0",
        ("config/crd/bases/secrets-store.csi.x-k8s.io_secretproviderclasses.yaml",),
        {"SecretProviderClass": "v1"},
    ),
)
"""The latest releases that the module proxy has, that hold their CRDs and that Go 1.26 can read."""


def crds() -> list[Crd]:
    """Every CRD, as its project releases it; from the cache where it has them."""
    digest = sha256(repr(SOURCES).encode()).hexdigest()[:12]
    kept = CACHE / f"{digest}.json"
    if not kept.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        made = kept.with_suffix(f".{os.getpid()}")
        made.write_text(json.dumps([crd for source in SOURCES for crd in _crds(source)]), encoding="utf-8")
        made.replace(kept)
    found: list[Crd] = json.loads(kept.read_text(encoding="utf-8"))
    return found


def files() -> dict[Path, str]:
    """Path and text of what is generated."""
    by_kind = {crd["spec"]["names"]["kind"]: crd for crd in crds()}
    written = {}
    index = []
    for source in SOURCES:
        for kind, version in source.kinds.items():
            crd = by_kind[kind]
            name = f"{crd['spec']['group']}_{kind}_{version}.json"
            written[FOLDER / name] = _text(strict(kind, f"{crd['spec']['group']}/{version}", _schema(crd, version)))
            origin = {"module": source.module, "version": source.version, "licence": source.licence}
            index.append({"file": name, **origin})
    lines = ",\n ".join(json.dumps(line) for line in sorted(index, key=lambda line: line["file"]))
    return {**written, FOLDER / "index.json": f"[\n {lines}\n]\n"}


def _crds(source: Source) -> Iterator[Crd]:
    folder = _module(source)
    for file in source.files:
        for crd in yamlio.read_manifests((folder / file).read_text(encoding="utf-8")):
            if crd["spec"]["names"]["kind"] in source.kinds:
                patch = (source.patches or {}).get(crd["metadata"]["name"])
                if patch:
                    _apply((folder / patch).read_text(encoding="utf-8"), crd)
                yield crd


def _module(source: Source) -> Path:
    words = ["go", "mod", "download", "-json", f"{source.module}@{source.version}"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=Path(__file__).parent)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}: {done.stdout}{done.stderr}")
    return Path(json.loads(done.stdout)["Dir"])


def _apply(patch: str, crd: Crd) -> None:
    """JSON Patch, as far as patches of CRDs go: add and remove."""
    for step in yamlio.read_manifests(patch)[0]:
        *way, last = step["path"].strip("/").split("/")
        node: Any = crd
        for key in way:
            node = node[int(key)] if isinstance(node, list) else node[key]
        if step["op"] == "remove":
            del node[last]
        elif last == "-":
            node.append(step["value"])
        else:
            node[last] = step["value"]


def _schema(crd: Crd, version: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one["schema"] for one in crd["spec"]["versions"] if one["name"] == version)
    schema: dict[str, Any] = found["openAPIV3Schema"]
    return schema


def _text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, sort_keys=True, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    for stale in FOLDER.glob("*.json"):
        stale.unlink()
    FOLDER.mkdir(exist_ok=True)
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
