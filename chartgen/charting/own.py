"""The chart's own ConfigMaps and Secrets, as its templates and its ledger have them, and a hook's copies of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, Any]


_KINDS = {
    "configMaps": ("ConfigMap", "ownConfigMap"),
    "externalSecrets": ("ExternalSecret", "externalSecret"),
    "sealedSecrets": ("SealedSecret", "sealedSecret"),
}
"""Section of the values: the kind of its objects, and the define that prints one."""


@dataclass(frozen=True)
class Own:
    """One of them."""

    section: str
    name: str
    """As the values know it."""

    @property
    def kind(self) -> str:
        """What Kubernetes calls it."""
        return _KINDS[self.section][0]

    @property
    def define(self) -> str:
        """The define that prints it."""
        return _KINDS[self.section][1]

    @property
    def file(self) -> str:
        """The template that includes the define."""
        return f"{self.kind.lower()}-{self.name}.yaml"


def all_own(everywhere: Sequence[Values]) -> list[Own]:
    """Those of all environments."""
    return [
        Own(section, name)
        for section in _KINDS
        for name in sorted({name for values in everywhere for name in values.get(section, {})})
    ]


def read_by_hook(component: str, everywhere: Sequence[Values]) -> list[Own]:
    """Of those, what a component reads that is a hook: it has them under its own name."""
    hooks = [one for values in everywhere if "hook" in (one := values.get("components", {}).get(component, {}))]
    maps = {name for hook in hooks for name in hook.get("reads", {}).get("configMaps", ())}
    secrets = {name for hook in hooks for name in hook.get("reads", {}).get("secrets", ())}
    return [own for own in all_own(everywhere) if own.name in (maps if own.section == "configMaps" else secrets)]


def own_objects(everywhere: Mapping[str, Values]) -> Iterator[dict[str, Any]]:
    """What may not change of them once it runs: their names, and that what is a hook stays one."""
    values = list(everywhere.values())
    hook = {"hook": True} if "hook" in values[0] else {}
    for own in all_own(values):
        yield {"kind": own.kind, "name": _stated(own, values[0]) or f"{_full(values[0])}-{own.name}", **hook}
    for component in sorted({name for one in values for name in one.get("components", {})}):
        for own in read_by_hook(component, values):
            yield {"kind": own.kind, "name": f"{_full(values[0])}-{component}-{own.name}", "hook": True}


def _stated(own: Own, base: Values) -> str:
    """The object's name where the values state it."""
    sealed: str = base.get("sealedSecrets", {}).get(own.name, {}).get("name", "")
    kept: str = base.get("identity", {}).get("objects", {}).get(f"{own.kind}/{own.name}", "")
    return sealed or kept if own.kind == "SealedSecret" else kept


def _full(base: Values) -> str:
    return base["fullnameOverride"] or "<fullname>"
