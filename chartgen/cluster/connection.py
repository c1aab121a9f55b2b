"""From the options of a command line to a client: which cluster, who we are there, which namespace."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from chartgen.cluster.client import Client
from chartgen.cluster.errors import NoCluster
from chartgen.cluster.kubeconfig import contexts_of, namespace_of, read_kubeconfig

POD_FILES: Final = Path("/var/run/secrets/kubernetes.io/serviceaccount")
"""Where a pod finds its token, the cluster's certificate and its namespace."""


@dataclass(frozen=True)
class Where:
    """Which cluster and namespace, in kubectl's words; "" and None are what is current."""

    kubeconfig: Path | None = None
    context: str = ""
    namespace: str = ""


def connect(where: Where) -> Client:
    """A client of the cluster that is meant; nothing is asked of it yet.

    Raises NoCluster where the extra is missing, or there is no cluster that could be meant.
    """
    if find_spec("kubernetes") is None:
        raise NoCluster(
            "this needs the Kubernetes client, which is not installed", hint="pip install 'chartgen[cluster]'"
        )
    config = read_kubeconfig(where.kubeconfig, os.environ)
    if config is None:
        return _from_inside(where)
    if where.context and where.context not in contexts_of(config):
        known = ", ".join(contexts_of(config)) or "none"
        raise NoCluster(f"the kubeconfig has no context {where.context!r}", hint=f"there are {known}")
    from kubernetes.client import Configuration  # noqa: PLC0415 - a second, and no other command needs it
    from kubernetes.config import ConfigException, load_kube_config_from_dict  # noqa: PLC0415

    settings = Configuration()
    load: Any = load_kube_config_from_dict  # the client says no types here
    try:
        with _heard() as complaints:
            load(config, where.context or None, client_configuration=settings, persist_config=False)
    except (ConfigException, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        hint = "kubectl config get-contexts shows what there is; --context NAME chooses one"
        raise NoCluster(f"the kubeconfig names no cluster that can be used: {error}", hint=hint) from None
    if complaints:
        hint = "log in again; kubectl auth whoami shows whether kubectl can"
        raise NoCluster(f"the kubeconfig's log-in failed: {'; '.join(complaints)}", hint=hint)
    return _client(settings, where.namespace or namespace_of(config, where.context))


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What the client logs as an error, and then goes on as nobody: a log-in plugin that failed."""
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(" ".join(record.getMessage().split()))

    ear, root = Ear(logging.ERROR), logging.getLogger()
    root.addHandler(ear)
    try:
        yield heard
    finally:
        root.removeHandler(ear)


def _from_inside(where: Where) -> Client:
    """As a pod of the cluster itself."""
    if where.context or "KUBERNETES_SERVICE_HOST" not in os.environ:
        hint = "--kubeconfig FILE, or KUBECONFIG; kubectl cluster-info shows whether kubectl finds one"
        raise NoCluster("there is no cluster: no kubeconfig, and this is no pod of one", hint=hint)
    from kubernetes.client import Configuration  # noqa: PLC0415 - see above
    from kubernetes.config import ConfigException  # noqa: PLC0415
    from kubernetes.config.incluster_config import InClusterConfigLoader  # noqa: PLC0415

    settings = Configuration()
    loader: Any = InClusterConfigLoader
    files = {"token_filename": str(POD_FILES / "token"), "cert_filename": str(POD_FILES / "ca.crt")}
    try:
        loader(**files).load_and_set(settings)
    except ConfigException as error:
        hint = "a pod needs automountServiceAccountToken: true to ask its cluster"
        raise NoCluster(f"this pod can't ask its cluster: {error}", hint=hint) from None
    return _client(settings, where.namespace or _own_namespace())


def _client(settings: Any, namespace: str) -> Client:
    """As kubectl does, without a warning about a certificate that the kubeconfig says not to check."""
    import urllib3  # noqa: PLC0415 - see above
    from kubernetes.client import ApiClient  # noqa: PLC0415

    if not settings.verify_ssl:
        urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
    return Client(ApiClient(settings), namespace)


def _own_namespace() -> str:
    try:
        return (POD_FILES / "namespace").read_text(encoding="utf-8").strip() or "default"
    except OSError:
        return "default"
