"""What there is of several kinds, kept up to date by a watch each; survives the end of a watch and of an API server.

Each kind has a thread that lists, then watches from there; where a watch ends it goes on from the last version, where
that is too old (410) it lists anew. Threads only put what they see into a queue, and one reader takes it out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Event, Thread
from typing import Final, Self

from chartgen.cluster.client import Client, Manifest
from chartgen.cluster.errors import Gone, Unreachable

PAUSE: Final = 1.0
"""Seconds before what failed is tried again."""


@dataclass(frozen=True)
class News:
    """All there is of a kind, by name; or why it is not known now."""

    kind: str
    objects: Mapping[str, Manifest]
    away: Unreachable | None = None


class Feed:
    """News, as long as its block runs."""

    def __init__(self, client: Client, wanted: Sequence[tuple[str, str]]) -> None:
        """Kinds, each with the selector of its labels."""
        self._client = client
        self._news: Queue[News | Exception] = Queue()
        self._stop = Event()
        self._threads = [Thread(target=self._run, args=one, daemon=True) for one in wanted]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """The threads end by themselves: those that wait for an answer, when it comes or the program ends."""
        self._stop.set()

    def next(self, seconds: float) -> News | None:
        """The next news, None where none came in time; raises what no further try can mend."""
        try:
            news = self._news.get(timeout=max(seconds, 0))
        except Empty:
            return None
        if isinstance(news, Exception):
            raise news
        return news

    def _run(self, kind: str, selector: str) -> None:
        while not self._stop.is_set():
            try:
                self._keep(kind, selector)
            except Gone:
                continue
            except Unreachable as error:
                self._news.put(News(kind, {}, away=error))
                self._stop.wait(PAUSE)
            except Exception as error:  # noqa: BLE001 - the reader raises it
                self._news.put(error)
                return

    def _keep(self, kind: str, selector: str) -> None:
        """Lists once, and then watches until the watch is too old or the server is away."""
        listed = self._client.listed(kind, selector)
        objects, version = {one["metadata"]["name"]: one for one in listed.items}, listed.version
        self._news.put(News(kind, dict(objects)))
        while not self._stop.is_set():
            for event, one in self._client.watch(kind, selector, version):
                if self._stop.is_set():
                    return
                version = one["metadata"]["resourceVersion"]
                objects.pop(one["metadata"]["name"], None)
                if event != "DELETED":
                    objects[one["metadata"]["name"]] = one
                self._news.put(News(kind, dict(objects)))
            self._stop.wait(PAUSE / 10)
