"""Questions to an API server, one request each: lists, watches and logs; objects are plain data.

The Kubernetes client brings what is hard: certificates, tokens that are renewed, log-in plugins, proxies. Its models
are left out: a verdict needs plain data, and a newer server may say what they refuse.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode

from chartgen.cluster.errors import Gone, NoCluster, Refused, Unreachable

if TYPE_CHECKING:
    from kubernetes.client import ApiClient
    from urllib3.response import BaseHTTPResponse

Manifest = dict[str, Any]

PLACES: Final = {
    "Deployment": "apis/apps/v1 deployments",
    "StatefulSet": "apis/apps/v1 statefulsets",
    "DaemonSet": "apis/apps/v1 daemonsets",
    "Job": "apis/batch/v1 jobs",
    "CronJob": "apis/batch/v1 cronjobs",
    "Pod": "api/v1 pods",
    "Event": "api/v1 events",
    "HorizontalPodAutoscaler": "apis/autoscaling/v2 horizontalpodautoscalers",
    "PodDisruptionBudget": "apis/policy/v1 poddisruptionbudgets",
}
"""Where the objects of a kind are."""

ANSWER: Final = 10.0
"""Seconds to wait for an answer."""

SOON: Final = 2.0
"""The same for what only tells more, and is asked when the time of a command is over."""

WATCH: Final = 60
"""Seconds after which the server ends a watch, so that one that died in silence is noticed soon after."""


@dataclass(frozen=True)
class Listed:
    """What there is of a kind, and since when a watch goes on."""

    items: list[Manifest]
    version: str


class Client:
    """One namespace of a cluster, seen by one user."""

    def __init__(self, api: "ApiClient", namespace: str) -> None:
        self.namespace = namespace
        self._api = api

    def listed(self, kind: str, selector: str = "", seconds: float = ANSWER) -> Listed:
        """The objects of a kind; raises Refused, Unreachable."""
        with self._asked("list", kind, {"labelSelector": selector}, seconds) as answer:
            said = json.loads(answer.read())
        return Listed([{**one, "kind": kind} for one in said["items"]], said["metadata"]["resourceVersion"])

    def watch(self, kind: str, selector: str, version: str) -> Iterator[tuple[str, Manifest]]:
        """What happens after a version, until the server ends it; raises Gone, Refused, Unreachable."""
        query = {"labelSelector": selector, "watch": "true", "resourceVersion": version, "timeoutSeconds": str(WATCH)}
        with self._asked("watch", kind, query, WATCH + ANSWER) as answer:
            for line in _lines(answer):
                event = json.loads(line)
                if event["type"] == "ERROR":
                    _raise_for(event["object"].get("code", 500), event["object"].get("message", ""), f"watch {kind}")
                yield event["type"], {**event["object"], "kind": kind}

    def log(self, pod: str, container: str, lines: int, *, previous: bool) -> list[str]:
        """The last lines that a container wrote, or that the one before its restart did."""
        query = {"container": container, "tailLines": str(lines), "previous": str(previous).lower()}
        with self._asked("get", "Pod", query, SOON, f"/{quote(pod)}/log") as answer:
            return answer.read().decode(errors="replace").splitlines()[-lines:]

    @contextmanager
    def _asked(
        self, verb: str, kind: str, query: dict[str, str], seconds: float = ANSWER, below: str = ""
    ) -> "Iterator[BaseHTTPResponse]":
        from urllib3.exceptions import HTTPError  # noqa: PLC0415 - comes with the client
        from urllib3.util import Timeout  # noqa: PLC0415

        base, resource = PLACES[kind].split()
        what = f"{verb} {resource}{'/log' if below else ''}"
        given = urlencode({key: value for key, value in query.items() if value})
        url = f"{self._api.configuration.host}/{base}/namespaces/{quote(self.namespace)}/{resource}{below}?{given}"
        try:
            answer = self._api.rest_client.pool_manager.request(
                "GET",
                url,
                headers=self._headers(),
                preload_content=False,
                retries=False,
                timeout=Timeout(connect=5.0, read=seconds),
            )
            try:
                if answer.status >= 300:
                    _raise_for(answer.status, _message(answer.read()), f"{what} in the namespace {self.namespace}")
                yield answer
            finally:
                answer.close()
        except (HTTPError, OSError, ValueError) as error:
            raise self._unreachable(error) from None

    def _headers(self) -> dict[str, str]:
        """Who we are; a token that has run out is renewed here."""
        settings: Any = self._api.configuration
        known = settings.auth_settings().values()
        said = {one["key"]: one["value"] for one in known if one["in"] == "header" and one["value"]}
        return {"Accept": "application/json", "User-Agent": "chartgen", **said}

    def _unreachable(self, error: Exception) -> Unreachable:
        text = str(getattr(error, "reason", None) or error).rpartition(": ")[2]
        hint = "kubectl cluster-info shows whether kubectl reaches it; --context NAME chooses another"
        return Unreachable(f"the API server {self._api.configuration.host} does not answer: {text}", hint=hint)


def _lines(answer: "BaseHTTPResponse") -> Iterator[bytes]:
    """Whole lines, as they come."""
    rest = b""
    for part in answer.stream(None):
        *whole, rest = (rest + part).split(b"\n")
        yield from whole


def _message(text: bytes) -> str:
    try:
        return str(json.loads(text)["message"])
    except (ValueError, KeyError, TypeError):
        return text.decode(errors="replace")[:200].strip()


def _raise_for(status: int, message: str, what: str) -> None:
    if status == 410:
        raise Gone
    if status == 401:
        hint = "log in again; kubectl auth whoami shows who you are to the cluster"
        raise Refused(f"the cluster does not know who asks to {what} (401)", hint=hint)
    if status == 403:
        hint = "docs/cluster.md has the least Role that is needed; kubectl auth can-i --list shows yours"
        raise Refused(f"the cluster does not allow to {what} (403): {message}", hint=hint)
    if status == 429 or status >= 500:
        raise Unreachable(f"the API server can't {what} now ({status}): {message}", hint="try again")
    raise NoCluster(f"the API server can't {what} ({status}): {message}")
