"""The README.md of a namespace's chart: what it sets up, where its release lives, its values."""

from collections.abc import Mapping, Sequence
from typing import Any

from chartgen.charting.readme import environments_table, prose, values_table
from chartgen.charting.values_facts import NAMESPACE
from chartgen.models.namespace import NamespaceSpec

Values = Mapping[str, Any]


def namespace_readme(spec: NamespaceSpec, base: Values, deltas: Mapping[str, Values], oldest: str) -> str:
    """The whole page."""
    sections = [
        _title(spec, oldest),
        _install(spec, list(deltas)),
        _without_the_namespace(spec),
        environments_table(base, deltas) if deltas else "",
        values_table(base, NAMESPACE),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _title(spec: NamespaceSpec, oldest: str) -> str:
    lines = [f"# {spec.name}", ""]
    if spec.description:
        lines += [prose(spec.description), ""]
    lines.append(
        "The Helm chart of a namespace, made by chartgen from the namespace file: change it there and run `chartgen "
        f"generate`. It needs Kubernetes {oldest} or later and Helm 3.17 or later, and works without chartgen."
    )
    if spec.owner:
        lines += ["", f"Owner: {spec.owner}"]
    return "\n".join(lines)


def _install(spec: NamespaceSpec, environments: Sequence[str]) -> str:
    name = spec.name
    files = f"-f values-{environments[-1]}.yaml " if environments else ""
    return f"""## Install, upgrade, roll back

Helm keeps a release in a namespace that must be there before the release makes anything. So this release lives in
another one, `platform` here, and the Namespace is one of its objects. It needs the rights of whoever runs the cluster.

```console
helm install {name} . {files}--namespace platform --create-namespace
helm upgrade {name} . {files}--namespace platform --reset-values
helm diff upgrade {name} . {files}--namespace platform --reset-values   # with the helm-diff plugin
helm rollback {name} --namespace platform
helm template {name} . {files}--namespace platform                     # the manifests, without a cluster
```

While `namespace.keep` is true, `helm uninstall` leaves the Namespace and all that runs in it."""


def _without_the_namespace(spec: NamespaceSpec) -> str:
    own = spec.namespace or spec.name
    return f"""## Where the Namespace is there already

To take over a Namespace that is there, let Helm adopt it once:

```console
helm install {spec.name} . --namespace platform --take-ownership
```

To leave it to whoever made it, switch it off; the release may then live in it. The labels of Pod Security are then
theirs to set.

```console
helm install {spec.name} . --namespace {own} --create-namespace --set namespace.create=false
kubectl label namespace {own} pod-security.kubernetes.io/enforce={spec.pod_security.enforce}
```"""
