"""The values of further kinds of traffic: Certificate, VirtualService, DestinationRule, OpenShift's Route."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.models.istio_gateways import ServerHost
from chartgen.models.types import Host, LabelKey, LabelValue, Name, ObjectName, PortName, PortNumber, Positive

Free = Mapping[str, Any]
"""A part in the shape of its own API, which the cluster checks."""

_NameOrNone = Annotated[str, Field(pattern=r"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?)?$", max_length=253)]
_Percent = Annotated[int, Field(ge=0, le=100)]


class IssuerRef(Section):
    """Who makes the certificate."""

    name: ObjectName
    kind: str
    group: str


class CertificateSubject(Section):
    """Its subject."""

    organizations: Sequence[str]


class CertificateKey(Section):
    """Its key."""

    algorithm: Literal["RSA", "ECDSA", "Ed25519"]
    size: Positive = OPTIONAL
    encoding: Literal["PKCS1", "PKCS8"]
    rotation_policy: Literal["Always", "Never"]


class CertificateSecretTemplate(Section):
    """Labels and annotations of its Secret."""

    labels: Mapping[LabelKey, str] = OPTIONAL
    annotations: Mapping[LabelKey, str] = OPTIONAL


class CertificateValues(Section):
    """A certificate, in cert-manager's shape."""

    secret_name: _NameOrNone
    issuer_ref: IssuerRef
    common_name: str = OPTIONAL
    subject: CertificateSubject = OPTIONAL
    dns_names: Sequence[Host] = OPTIONAL
    ip_addresses: Sequence[str] = OPTIONAL
    uris: Sequence[str] = OPTIONAL
    email_addresses: Sequence[str] = OPTIONAL
    duration: str = OPTIONAL
    renew_before: str = OPTIONAL
    usages: Sequence[str] = OPTIONAL
    is_ca: Annotated[bool, Field(alias="isCA")] = OPTIONAL
    private_key: CertificateKey = OPTIONAL
    secret_template: CertificateSecretTemplate = OPTIONAL
    revision_history_limit: Positive = OPTIONAL


class IstioDestinationValues(Section):
    """Where requests go: a port of this chart's Service, of a component's, or another host."""

    component: Name = OPTIONAL
    service: ObjectName = OPTIONAL
    port: PortName | PortNumber = OPTIONAL
    subset: Name = OPTIONAL


class IstioRouteValues(Section):
    """A share of the requests."""

    destination: IstioDestinationValues
    weight: _Percent = OPTIONAL
    headers: Free = OPTIONAL


class IstioHttpValues(Section):
    """What happens to requests that match."""

    name: str = OPTIONAL
    match: Sequence[Free] = OPTIONAL
    route: Sequence[IstioRouteValues] = OPTIONAL
    mirror: IstioDestinationValues = OPTIONAL
    redirect: Free = OPTIONAL
    rewrite: Free = OPTIONAL
    timeout: str = OPTIONAL
    retries: Free = OPTIONAL
    fault: Free = OPTIONAL
    mirror_percentage: Free = OPTIONAL
    cors_policy: Free = OPTIONAL
    headers: Free = OPTIONAL


class VirtualServiceValues(Section):
    """How Istio routes requests for some hosts."""

    hosts: Sequence[str]
    gateways: Sequence[str]
    export_to: Sequence[str]
    http: Sequence[IstioHttpValues]


class DestinationRuleValues(Section):
    """How callers in the mesh reach a host: this chart's Service, a component's, or another one."""

    component: Name = OPTIONAL
    host: str
    """Another host; empty for the Service."""

    traffic_policy: Free = OPTIONAL
    subsets: Sequence[Free]
    export_to: Sequence[str]


class GatewayPortValues(Section):
    """A port of the proxy."""

    name: PortName
    number: PortNumber
    protocol: Literal["HTTP", "HTTPS", "GRPC", "HTTP2", "MONGO", "TCP", "TLS"]


class GatewayTlsValues(Section):
    """How the proxy speaks TLS."""

    mode: Literal["SIMPLE", "MUTUAL", "PASSTHROUGH", "AUTO_PASSTHROUGH", "ISTIO_MUTUAL"] = OPTIONAL
    credential_name: ObjectName = OPTIONAL
    https_redirect: bool = OPTIONAL
    min_protocol_version: Literal["TLSV1_2", "TLSV1_3"] = OPTIONAL


class GatewayServerValues(Section):
    """A port, and the hosts that are answered for on it."""

    port: GatewayPortValues
    hosts: Annotated[Sequence[ServerHost], Field(min_length=1)]
    tls: GatewayTlsValues = OPTIONAL


class IstioGatewayValues(Section):
    """Ports and hosts of a proxy."""

    selector: Annotated[Mapping[LabelKey, LabelValue], Field(min_length=1)]
    """Labels of the proxy's pods."""

    servers: Annotated[Sequence[GatewayServerValues], Field(min_length=1)]


class OpenshiftBackendValues(Section):
    """A Service that takes a share."""

    component: Name = OPTIONAL
    service: ObjectName = OPTIONAL
    weight: Annotated[int, Field(ge=0, le=256)]


class OpenshiftExternalCertificate(Section):
    """The Secret that holds the certificate."""

    name: ObjectName


class OpenshiftTlsValues(Section):
    """Where TLS ends."""

    termination: Literal["edge", "passthrough", "reencrypt"]
    insecure_edge_termination_policy: Literal["None", "Allow", "Redirect"]
    external_certificate: OpenshiftExternalCertificate = OPTIONAL
    destination_ca_certificate: Annotated[str, Field(alias="destinationCACertificate")] = OPTIONAL


class OpenshiftRouteValues(Section):
    """One host and path that lead to a port."""

    annotations: Mapping[str, str]
    host: str
    """Empty for one that OpenShift makes."""

    path: str
    to: OpenshiftBackendValues
    alternate_backends: Sequence[OpenshiftBackendValues]
    port: PortName | PortNumber
    tls: OpenshiftTlsValues = OPTIONAL
    wildcard_policy: Literal["None", "Subdomain"]
