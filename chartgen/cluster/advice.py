"""What to type next, when a release is not as it should be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from shlex import quote

from chartgen.cluster.connection import Where
from chartgen.cluster.reasons import Reason


@dataclass(frozen=True)
class Place:
    """Where the release is, as kubectl and helm are told."""

    release: str
    namespace: str
    where: Where

    def kubectl(self, words: str) -> str:
        """A kubectl command about the namespace."""
        return f"kubectl {words} -n {self.namespace}{self._cluster('--context')}"

    def helm(self, words: str) -> str:
        """A helm command about the release."""
        return f"helm {words} -n {self.namespace}{self._cluster('--kube-context')}"

    def _cluster(self, context: str) -> str:
        file, name = self.where.kubeconfig, self.where.context
        return (f" --kubeconfig {quote(str(file))}" if file else "") + (f" {context} {quote(name)}" if name else "")


def elsewhere(place: Place) -> str:
    """Where nothing of the release is there."""
    return f"{place.helm('list')}, to see which releases there are; --release NAME and -n NAMESPACE choose another"


def next_steps(place: Place, reasons: Iterable[Reason]) -> Iterator[str]:
    """First what tells more, then the way back."""
    first = next((one for one in reasons if one.pod or one.cause == "refused"), None)
    if first and first.has_log:
        before = " --previous" if first.previous else ""
        yield f"{place.kubectl(f'logs {first.pod} -c {first.container}{before}')}, to read on"
    elif first and first.pod:
        yield f"{place.kubectl(f'describe pod {first.pod}')}, to see all that is known of it"
    elif first:
        yield f"{place.kubectl('describe resourcequota')}, to see what is used up"
    yield f"{place.helm(f'rollback {place.release}')}, to go back to the version before"
