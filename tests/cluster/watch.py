"""A watch on the objects of a kind in a namespace: every state that they went through."""

import json
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException, HTTPSConnection
from threading import Thread

from tests.cluster.api import CONTEXT, Api, Manifest
from tests.cluster.plane import until


class Watch:
    """What it saw so far."""

    def __init__(self, api: Api, kind: str, namespace: str, version: str) -> None:
        self._api, self._place = api, api.place_of(kind, namespace, version)
        listed = api.ask("GET", self._place)
        self._since = listed["metadata"]["resourceVersion"]
        now = {one["metadata"]["name"]: one for one in listed["items"]}
        self.moments: list[dict[str, Manifest]] = [now]
        """The objects by name, after each event; the first is how they were found."""

    def catch_up(self) -> list[dict[str, Manifest]]:
        """All moments up to this one."""
        until(lambda: _versions(self._api.ask("GET", self._place)["items"]) == _versions([*self.moments[-1].values()]))
        return list(self.moments)

    def follow(self, connection: HTTPSConnection) -> None:
        """Until the connection ends."""
        path = f"{self._place}?watch=true&resourceVersion={self._since}"
        with suppress(OSError, HTTPException, ValueError, ssl.SSLError):
            connection.request("GET", path, headers={"Authorization": f"Bearer {self._api.token}"})
            for line in connection.getresponse():
                self._take(json.loads(line))

    def _take(self, event: Manifest) -> None:
        now, one = dict(self.moments[-1]), event["object"]
        now.pop(one["metadata"]["name"], None)
        if event["type"] != "DELETED":
            now[one["metadata"]["name"]] = one
        self.moments.append(now)


@contextmanager
def watching(api: Api, kind: str, namespace: str, version: str = "v1") -> Iterator[Watch]:
    """A watch as long as the block runs."""
    watch = Watch(api, kind, namespace, version)
    connection = HTTPSConnection(api.server.removeprefix("https://"), context=CONTEXT)
    connection.connect()
    thread = Thread(target=watch.follow, args=(connection,), daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)
        thread.join()
        connection.close()


def _versions(objects: list[Manifest]) -> dict[str, str]:
    return {one["metadata"]["name"]: one["metadata"]["resourceVersion"] for one in objects}
