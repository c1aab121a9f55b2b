"""The values that hold traffic back: the network policy."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from chartgen.charting.values_models.base import OPTIONAL, Section, not_empty
from chartgen.models.types import CidrBlock, LabelKey, LabelValue, PortName, PortNumber


class IpBlock(Section):
    """Addresses inside cidr and outside of except."""

    cidr: CidrBlock
    except_: Annotated[Sequence[CidrBlock], Field(alias="except")] = OPTIONAL


class SelectorExpression(Section):
    """A condition on a label."""

    key: LabelKey
    operator: Literal["In", "NotIn", "Exists", "DoesNotExist"]
    values: Annotated[Sequence[LabelValue], Field(min_length=1)] = OPTIONAL


class PeerSelector(Section):
    """Pods or namespaces by their labels; empty for all of them."""

    match_labels: Mapping[LabelKey, LabelValue] = OPTIONAL
    match_expressions: Sequence[SelectorExpression] = OPTIONAL


class NetworkPeer(Section):
    """Pods, namespaces or addresses."""

    namespace_selector: PeerSelector = OPTIONAL
    pod_selector: PeerSelector = OPTIONAL
    ip_block: IpBlock = OPTIONAL


class NetworkPort(Section):
    """A port of the pods; with endPort all ports from one to the other."""

    port: PortName | PortNumber
    end_port: PortNumber = OPTIONAL
    protocol: Literal["TCP", "UDP", "SCTP"]


class IngressRule(Section):
    """Who may call, and on which ports; without ports on every port, without from everyone."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    from_: Annotated[Sequence[NetworkPeer], Field(alias="from", min_length=1)] = OPTIONAL
    ports: Annotated[Sequence[NetworkPort], Field(min_length=1)] = OPTIONAL

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        return not_empty(self)


class EgressRule(Section):
    """Who may be called, and on which ports; without ports on every port, without to everyone."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    to: Annotated[Sequence[NetworkPeer], Field(min_length=1)] = OPTIONAL
    ports: Annotated[Sequence[NetworkPort], Field(min_length=1)] = OPTIONAL

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        return not_empty(self)


class NetworkPolicyValues(Section):
    """What may reach the pods, and what they may reach; everything else is refused."""

    enabled: bool
    policy_types: Sequence[Literal["Ingress", "Egress"]]
    ingress: Sequence[IngressRule]
    egress: Sequence[EgressRule]
