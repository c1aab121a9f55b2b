"""The values of Traefik's own kinds."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from chartgen.charting.values_models.base import ONE_KEY, ONE_NAME, OPTIONAL, Section, one_key, one_name
from chartgen.charting.values_models.mesh import Free
from chartgen.models.traefik import OwnName
from chartgen.models.types import LabelKey, Name, ObjectName, PortName, PortNumber


class MiddlewareRef(Section):
    """A middleware by its name, or one of the chart by own."""

    model_config = ConfigDict(json_schema_extra=ONE_NAME)

    name: str = OPTIONAL
    own: Name = OPTIONAL
    namespace: Name = OPTIONAL

    _one_name = model_validator(mode="after")(one_name)


class TraefikBackendValues(Section):
    """Who answers: a component or service and its port, or an object of Traefik's own."""

    component: Name = OPTIONAL
    service: Name = OPTIONAL
    traefik_service: OwnName = OPTIONAL
    namespace: Name = OPTIONAL
    port: PortName | PortNumber = OPTIONAL
    weight: Annotated[int, Field(ge=0)] = OPTIONAL
    scheme: str = OPTIONAL
    pass_host_header: bool = OPTIONAL
    servers_transport: str = OPTIONAL
    native_lb: Annotated[bool, Field(alias="nativeLB")] = OPTIONAL
    sticky: Free = OPTIONAL


class ChainValues(Section):
    """Several middlewares under one name."""

    middlewares: Annotated[Sequence[MiddlewareRef], Field(min_length=1)]


class ErrorPagesValues(Section):
    """Answers by another Service where the status tells of an error."""

    status: Annotated[Sequence[str], Field(min_length=1)]
    query: str = OPTIONAL
    service: TraefikBackendValues


class TraefikMiddlewareValues(Section):
    """What changes requests on their way; one of these, in Traefik's shape."""

    model_config = ConfigDict(json_schema_extra=ONE_KEY)

    headers: Free = OPTIONAL
    strip_prefix: Free = OPTIONAL
    strip_prefix_regex: Free = OPTIONAL
    add_prefix: Free = OPTIONAL
    replace_path: Free = OPTIONAL
    replace_path_regex: Free = OPTIONAL
    redirect_scheme: Free = OPTIONAL
    redirect_regex: Free = OPTIONAL
    rate_limit: Free = OPTIONAL
    in_flight_req: Free = OPTIONAL
    basic_auth: Free = OPTIONAL
    digest_auth: Free = OPTIONAL
    forward_auth: Free = OPTIONAL
    ip_allow_list: Free = OPTIONAL
    compress: Free = OPTIONAL
    chain: ChainValues = OPTIONAL
    retry: Free = OPTIONAL
    circuit_breaker: Free = OPTIONAL
    buffering: Free = OPTIONAL
    errors: ErrorPagesValues = OPTIONAL
    _one_key = model_validator(mode="after")(one_key)


class TraefikRuleValues(Section):
    """Requests that are taken, and who answers."""

    match: str
    priority: Annotated[int, Field(ge=1)] = OPTIONAL
    middlewares: Sequence[MiddlewareRef] = OPTIONAL
    services: Annotated[Sequence[TraefikBackendValues], Field(min_length=1)]


class TraefikDomainValues(Section):
    """Names of a certificate."""

    main: str
    sans: Sequence[str] = OPTIONAL


class TlsOptionRef(Section):
    """A TLSOption."""

    name: str
    namespace: Name = OPTIONAL


class IngressRouteTlsValues(Section):
    """How Traefik speaks TLS; empty for its own certificate."""

    secret_name: ObjectName = OPTIONAL
    cert_resolver: str = OPTIONAL
    domains: Sequence[TraefikDomainValues] = OPTIONAL
    options: TlsOptionRef = OPTIONAL


class IngressRouteValues(Section):
    """Traffic from outside by Traefik's own kind of route."""

    annotations: Mapping[LabelKey, str]
    entry_points: Sequence[str] = OPTIONAL
    """Where requests come in; absent for Traefik's own defaults."""

    ingress_class_name: ObjectName = OPTIONAL
    routes: Annotated[Sequence[TraefikRuleValues], Field(min_length=1)]
    tls: IngressRouteTlsValues = OPTIONAL
