"""The values of Istio's policies."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.charting.values_models.mesh import Free
from chartgen.models.istio_auth import MtlsMode
from chartgen.models.types import LabelKey, LabelValue, Name, ObjectName


class PolicyTargetRef(Section):
    """A Gateway or Service."""

    group: str
    kind: str
    name: ObjectName


class ScopeValues(Section):
    """Whose calls are meant: the main workload's unless one of these says otherwise."""

    component: Name = OPTIONAL
    match_labels: Annotated[Mapping[LabelKey, LabelValue], Field(min_length=1)] = OPTIONAL
    namespace_wide: bool = OPTIONAL
    target_refs: Sequence[PolicyTargetRef] = OPTIONAL


class PolicyProvider(Section):
    """Who decides."""

    name: str


class AuthorizationPolicyValues(ScopeValues):
    """Which calls are let through, refused, or noted."""

    action: Literal["ALLOW", "DENY", "AUDIT", "CUSTOM"]
    provider: PolicyProvider = OPTIONAL
    rules: Sequence[Free] = OPTIONAL
    """Absent where no call is let through."""


class MtlsValues(Section):
    """Whether callers need mutual TLS."""

    mode: MtlsMode


class PeerAuthenticationValues(ScopeValues):
    """Whether callers of the pods need mutual TLS."""

    mtls: MtlsValues
    port_level_mtls: Mapping[Annotated[str, Field(pattern=r"^[0-9]{1,5}$")], MtlsValues] = OPTIONAL
    """By the number of a port."""


class RequestAuthenticationValues(ScopeValues):
    """Whose tokens are valid."""

    jwt_rules: Annotated[Sequence[Free], Field(min_length=1)]
