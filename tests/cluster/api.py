"""An API server, asked over HTTPS: objects by their manifests, and what a namespace holds."""

import json
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import yaml

Manifest = dict[str, Any]

MERGE: Final = "application/merge-patch+json"
APPLY: Final = "application/apply-patch+yaml"

CONTEXT = ssl._create_unverified_context()  # noqa: S323 - its certificate was made a moment ago, for this test


class Refused(Exception):
    """The API server's own words."""


@dataclass
class Api:
    server: str
    token: str
    warnings: list[str] = field(default_factory=list, repr=False)
    """What it said beside its answers, so far."""

    _kinds: dict[str, list[dict[str, Any]]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, kubeconfig: Path) -> "Api":
        said = yaml.safe_load(kubeconfig.read_text(encoding="utf-8"))
        return cls(said["clusters"][0]["cluster"]["server"], said["users"][0]["user"]["token"])

    def create(self, manifest: Mapping[str, Any], namespace: str = "", query: str = "") -> Manifest:
        return self.ask("POST", self._place(manifest, namespace) + query, manifest)

    def get(self, manifest: Mapping[str, Any], namespace: str = "") -> Manifest:
        """The object of a manifest, as it is stored."""
        return self.ask("GET", f"{self._place(manifest, namespace)}/{manifest['metadata']['name']}")

    def apply(self, manifest: Mapping[str, Any], namespace: str = "", query: str = "") -> Manifest:
        """Server-side, as a manager of its own."""
        place = f"{self._place(manifest, namespace)}/{manifest['metadata']['name']}"
        return self.ask("PATCH", f"{place}?fieldManager=tests&force=true{query}", manifest, APPLY)

    def patch(self, manifest: Mapping[str, Any], change: Any, namespace: str = "", part: str = "") -> Manifest:
        """A change laid over an object, or over a part of it (``/status``, ``/scale``)."""
        place = f"{self._place(manifest, namespace)}/{manifest['metadata']['name']}{part}"
        return self.ask("PATCH", f"{place}?fieldManager=somebody", change, MERGE)

    def listed(self, kind: str, namespace: str, version: str = "v1") -> list[Manifest]:
        """The objects of a kind in a namespace."""
        items = self.ask("GET", self.place_of(kind, namespace, version))["items"]
        return [{**one, "apiVersion": version, "kind": kind} for one in items]

    def place_of(self, kind: str, namespace: str, version: str = "v1") -> str:
        """Where the objects of a kind are listed and watched."""
        return self._place({"apiVersion": version, "kind": kind, "metadata": {}}, namespace)

    def delete(self, manifest: Mapping[str, Any]) -> None:
        self.ask("DELETE", f"{self._place(manifest, '')}/{manifest['metadata']['name']}")

    def is_there(self, manifest: Mapping[str, Any], namespace: str = "") -> bool:
        try:
            self.get(manifest, namespace)
        except Refused:
            return False
        return True

    def is_in(self, namespace: str, manifest: Mapping[str, Any]) -> bool:
        """Whether the object of a manifest belongs to a namespace, rather than to another or to the cluster."""
        return f"/namespaces/{namespace}/" in self._place(manifest, namespace)

    def all(self, namespace: str) -> Iterator[Manifest]:
        """Every object of a namespace that can be listed."""
        groups = [f"/apis/{one['preferredVersion']['groupVersion']}" for one in self.ask("GET", "/apis")["groups"]]
        for base in ["/api/v1", *groups]:
            for kind in self._resources(base):
                if kind["namespaced"] and {"list", "create"} <= set(kind["verbs"]):
                    listed = self.ask("GET", f"{base}/namespaces/{namespace}/{kind['name']}")
                    yield from ({**one, "kind": kind["kind"]} for one in listed["items"])

    def ask(self, method: str, path: str, body: Any = None, kind: str = "application/json") -> Manifest:
        try:
            with urlopen(self._request(method, path, body, kind), context=CONTEXT, timeout=60) as answer:  # noqa: S310
                self.warnings += answer.headers.get_all("Warning") or ()
                found: Manifest = json.load(answer)
                return found
        except HTTPError as error:
            raise Refused(_message(error.read().decode())) from None

    def _request(self, method: str, path: str, body: Any = None, kind: str = "application/json") -> Request:
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": kind}
        data = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        return Request(self.server + path, data, headers, method=method)  # noqa: S310 - https, on loopback

    def _place(self, manifest: Mapping[str, Any], namespace: str) -> str:
        version = manifest["apiVersion"]
        base = f"/apis/{version}" if "/" in version else f"/api/{version}"
        kind = next(one for one in self._resources(base) if one["kind"] == manifest["kind"])
        within = manifest["metadata"].get("namespace") or namespace or "default"
        return f"{base}/namespaces/{within}/{kind['name']}" if kind["namespaced"] else f"{base}/{kind['name']}"

    def _resources(self, base: str) -> list[dict[str, Any]]:
        if base not in self._kinds:
            self._kinds[base] = [one for one in self.ask("GET", base)["resources"] if "/" not in one["name"]]
        return self._kinds[base]


def _message(answer: str) -> str:
    try:
        return str(json.loads(answer)["message"])
    except (ValueError, KeyError):
        return answer
