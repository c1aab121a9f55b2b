"""Traefik's own kinds: middlewares that change requests on their way, and routes by Traefik's rules.

Fields have Traefik's names. Source: https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/overview/
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.backends import FarTarget
from chartgen.models.base import MUST, Model
from chartgen.models.controllers import Middleware, Word
from chartgen.models.types import CidrBlock, Count, HeaderName, Host, LabelKey, ObjectName, Positive, Text

NonEmpty = Annotated[Text, Field(min_length=1)]

TraefikTime = Annotated[str, Field(pattern=r"^([0-9]{1,9}(ms|s|m|h))+$", max_length=64)]
"""A span of time as Traefik takes it: ``500ms``, ``10s``, ``1m30s``."""

Statuses = Annotated[str, Field(pattern=r"^[1-5][0-9]{2}(-[1-5][0-9]{2})?$")]
"""A status of an answer, or a range of them: ``404``, ``500-599``."""

OwnName = Annotated[str, Field(pattern=r"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?(@[a-z]+)?$", max_length=253)]
"""An object of Traefik, or one that it has itself: ``api@internal``."""

TraefikPath = Annotated[str, Field(pattern=r"^/[^\s]*$", max_length=1024)]


class TraefikHeaders(Model):
    """Headers of requests and answers, CORS, and what browsers may do."""

    custom_request_headers: Mapping[HeaderName, Text] = {}
    """Headers of the request; an empty text takes one away."""

    custom_response_headers: Mapping[HeaderName, Text] = {}
    """Headers of the answer; an empty text takes one away."""

    access_control_allow_credentials: bool | None = None
    """Whether other origins may send cookies."""

    access_control_allow_headers: Sequence[NonEmpty] = ()
    """Headers that other origins may send."""

    access_control_allow_methods: Sequence[NonEmpty] = ()
    """Methods that other origins may use."""

    access_control_allow_origin_list: Sequence[NonEmpty] = ()
    """Origins that may call: ``https://shop.example.com``."""

    access_control_allow_origin_list_regex: Sequence[NonEmpty] = ()
    """The same, as regular expressions."""

    access_control_expose_headers: Sequence[NonEmpty] = ()
    """Headers of the answer that other origins may read."""

    access_control_max_age: Count | None = None
    """Seconds that a browser keeps what it was told."""

    add_vary_header: bool | None = None
    """Let caches tell origins apart."""

    allowed_hosts: Sequence[NonEmpty] = ()
    """Hosts that may be asked for; none for all."""

    hosts_proxy_headers: Sequence[HeaderName] = ()
    """Headers in which a proxy before Traefik names the host."""

    ssl_proxy_headers: Mapping[HeaderName, Text] = {}
    """Headers by which a proxy before Traefik says that it was called by HTTPS."""

    sts_seconds: Count | None = None
    """Seconds for which a browser calls by HTTPS alone (``Strict-Transport-Security``)."""

    sts_include_subdomains: bool | None = None
    """The same for all hosts below."""

    sts_preload: bool | None = None
    """Ask to stand in the browsers' own list."""

    force_sts_header: bool | None = None
    """Send the header in answer to plain HTTP too."""

    frame_deny: bool | None = None
    """Let no page show this one in a frame."""

    custom_frame_options_value: NonEmpty | None = None
    """Who may: the value of ``X-Frame-Options``, as ``SAMEORIGIN``."""

    content_type_nosniff: bool | None = None
    """Let browsers not guess the type of an answer."""

    content_security_policy: NonEmpty | None = None
    """Where a page may load from (``Content-Security-Policy``)."""

    content_security_policy_report_only: NonEmpty | None = None
    """The same, which is reported and not refused."""

    permissions_policy: NonEmpty | None = None
    """What a page may use: ``camera=()``."""

    referrer_policy: NonEmpty | None = None
    """What other pages learn of where one comes from: ``same-origin``."""

    is_development: bool | None = None
    """Switch the hosts, HTTPS and policies off, for a developer's machine."""


class StripPrefix(Model):
    """Takes the beginning of the path away."""

    prefixes: Annotated[Sequence[TraefikPath], Field(min_length=1)] = MUST
    """The beginnings: ``/api``."""


class StripPrefixRegex(Model):
    """Takes the beginning of the path away, as regular expressions say it."""

    regex: Annotated[Sequence[NonEmpty], Field(min_length=1)] = MUST
    """The expressions, as Go writes them: ``/v[0-9]+/``."""


class AddPrefix(Model):
    """Puts something before the path."""

    prefix: TraefikPath = MUST
    """What comes first."""


class ReplacePath(Model):
    """Asks for another path; the former stands in ``X-Replaced-Path``."""

    path: TraefikPath = MUST
    """The path that is asked for."""


class ReplacePathRegex(Model):
    """Asks for another path, made of the parts of the former."""

    regex: NonEmpty = MUST
    """What the path has to look like, as Go writes it: ``^/shop/(.*)``."""

    replacement: NonEmpty = MUST
    """What is asked for instead: ``/$1``."""


class RedirectScheme(Model):
    """Sends the caller to another scheme."""

    scheme: Literal["http", "https"] = "https"
    """The scheme."""

    port: Annotated[str, Field(pattern=r"^[0-9]{1,5}$")] | None = None
    """The port, as text; by default the scheme's own."""

    permanent: bool | None = None
    """Say that it stays so (301 or 308)."""


class RedirectRegex(Model):
    """Sends the caller to another URL, made of the parts of the one that it asked for."""

    regex: NonEmpty = MUST
    """What the whole URL has to look like, as Go writes it: ``^https://old\\.example\\.com/(.*)``."""

    replacement: NonEmpty = MUST
    """Where it is sent: ``https://new.example.com/$1``."""

    permanent: bool | None = None
    """Say that it stays so (301 or 308)."""


class IpStrategy(Model):
    """Which address is the caller's, behind proxies that put theirs into ``X-Forwarded-For``."""

    rivals = (frozenset({"depth", "excluded_ips"}),)

    depth: Count | None = None
    """Count so many addresses from the right; 0 for the one that calls Traefik."""

    excluded_ips: Annotated[Sequence[NonEmpty], Field(min_length=1)] | None = None
    """Proxies that are passed over: the first other address from the right counts."""

    ipv6_subnet: Annotated[int, Field(ge=1, le=128)] | None = None
    """Callers of one IPv6 net of this size count as one."""


class SourceCriterion(Model):
    """Whose requests are counted together; exactly one of these."""

    rivals = (frozenset({"ip_strategy", "request_header_name", "request_host"}),)

    ip_strategy: IpStrategy | None = None
    """Those of one address."""

    request_header_name: HeaderName | None = None
    """Those with the same value of this header."""

    request_host: bool | None = None
    """Those for one host."""


class TraefikRateLimit(Model):
    """Refuses requests beyond a number in a time, by 429."""

    average: Count = MUST
    """Requests in a period; 0 for no limit."""

    period: TraefikTime = "1s"
    """The period: below one a second by ``average=6, period="1m"``."""

    burst: Positive | None = None
    """Requests that may come at once; Traefik's default is 1."""

    source_criterion: SourceCriterion | None = None
    """Whose requests are counted together; by default those of one address."""


class InFlightReq(Model):
    """Refuses requests while others are being answered, by 429."""

    amount: Positive = MUST
    """Requests at a time."""

    source_criterion: SourceCriterion | None = None
    """Whose requests are counted together; by default those for one host."""


class TraefikLogin(Model):
    """Asks for a name and a password, which a Secret knows."""

    secret: ObjectName = MUST
    """An existing Secret, whose key ``users`` has a line ``name:hash`` for each."""

    realm: NonEmpty | None = None
    """What a browser shows beside the question; Traefik's default is ``traefik``."""

    remove_header: bool | None = None
    """Take the login out of the request."""

    header_field: HeaderName | None = None
    """The header in which the name is passed on."""


class ForwardAuthTls(Model):
    """How who decides is called by HTTPS."""

    ca_secret: ObjectName | None = None
    """An existing Secret with the authority's certificate, key ``ca.crt`` or ``tls.ca``."""

    cert_secret: ObjectName | None = None
    """An existing Secret with the certificate that Traefik shows."""

    insecure_skip_verify: bool | None = None
    """Believe any certificate."""


class ForwardAuth(Model):
    """Lets another service decide on each request: a status of 200 to 299 lets it pass."""

    address: Annotated[str, Field(pattern=r"^https?://[^\s]+$", max_length=2048)] = MUST
    """Who decides: ``http://oauth2-proxy.auth.svc.cluster.local/oauth2/auth``."""

    trust_forward_header: bool | None = None
    """Believe the ``X-Forwarded-`` headers of the request."""

    auth_response_headers: Sequence[HeaderName] = ()
    """Headers of the decision that are passed on with the request: ``X-Auth-User``."""

    auth_response_headers_regex: NonEmpty | None = None
    """The same, as a regular expression."""

    auth_request_headers: Sequence[HeaderName] = ()
    """Headers of the request that the one who decides sees; none for all."""

    add_auth_cookies_to_response: Sequence[NonEmpty] = ()
    """Cookies of the decision that go into the answer."""

    forward_body: bool | None = None
    """Send the request's body along."""

    max_body_size: Annotated[int, Field(ge=-1, le=2**50)] | None = None
    """Bytes of a body at most, with ``forward_body``; -1 for any number."""

    preserve_location_header: bool | None = None
    """Leave the ``Location`` of a refusal as it is."""

    preserve_request_method: bool | None = None
    """Ask by the request's own method, in place of GET."""

    header_field: HeaderName | None = None
    """The header in which the name is passed on to logs."""

    tls: ForwardAuthTls | None = None
    """How who decides is called by HTTPS."""


class IpAllowList(Model):
    """Lets only these addresses pass."""

    source_range: Annotated[Sequence[CidrBlock], Field(min_length=1)] = MUST
    """Blocks of addresses: ``10.0.0.0/8``."""

    ip_strategy: IpStrategy | None = None
    """Which address is the caller's; by default the one that calls Traefik."""

    reject_status_code: Annotated[int, Field(ge=100, le=599)] | None = None
    """The status of a refusal; Traefik's default is 403."""


class Compress(Model):
    """Compresses answers."""

    excluded_content_types: Sequence[NonEmpty] = ()
    """Types that are left alone: ``text/event-stream``."""

    included_content_types: Sequence[NonEmpty] = ()
    """Types that alone are compressed."""

    min_response_body_bytes: Count | None = None
    """Bytes from which on it is worth while; Traefik's default is 1024."""

    encodings: Sequence[Literal["zstd", "br", "gzip"]] = ()
    """Ways to compress, the best first; by default all."""

    default_encoding: Literal["zstd", "br", "gzip"] | None = None
    """The way for callers that name none; by default they get plain answers."""


class Chain(Model):
    """Several middlewares under one name."""

    middlewares: Annotated[Sequence[Middleware], Field(min_length=1)] = MUST
    """The middlewares, in their order."""


class Retry(Model):
    """Asks again where the pods did not answer."""

    attempts: Positive = MUST
    """How often it is asked."""

    initial_interval: TraefikTime | None = None
    """The first pause, which doubles; by default none."""


class CircuitBreaker(Model):
    """Answers by itself while the pods are not well."""

    expression: NonEmpty = MUST
    """When: ``NetworkErrorRatio() > 0.30 || LatencyAtQuantileMS(50.0) > 100``."""

    check_period: TraefikTime | None = None
    """How often it is looked at; Traefik's default is ``100ms``."""

    fallback_duration: TraefikTime | None = None
    """How long it answers by itself; Traefik's default is ``10s``."""

    recovery_duration: TraefikTime | None = None
    """How long it takes to let all requests pass again; Traefik's default is ``10s``."""

    response_code: Annotated[int, Field(ge=100, le=599)] | None = None
    """The status of its answers; Traefik's default is 503."""


Bytes = Annotated[int, Field(ge=0, le=2**50)]


class Buffering(Model):
    """Reads whole requests and answers, within limits."""

    max_request_body_bytes: Bytes | None = None
    """Bytes of a request's body at most, beyond which it is refused by 413."""

    mem_request_body_bytes: Bytes | None = None
    """Bytes of it that are kept in memory; the rest is on disk."""

    max_response_body_bytes: Bytes | None = None
    """Bytes of an answer's body at most, beyond which it becomes 500."""

    mem_response_body_bytes: Bytes | None = None
    """Bytes of it that are kept in memory."""

    retry_expression: NonEmpty | None = None
    """When to ask again: ``IsNetworkError() && Attempts() <= 2``."""


class StickyCookie(Model):
    """A cookie by which a caller comes to the same pod again."""

    name: Annotated[str, Field(pattern=r"^[-A-Za-z0-9_.]+$", max_length=128)] | None = None
    """The cookie's name; by default one that Traefik makes."""

    secure: bool | None = None
    """By HTTPS alone."""

    http_only: bool | None = None
    """Out of reach of scripts."""

    same_site: Literal["none", "lax", "strict"] | None = None
    """Which sites may send it."""

    max_age: Annotated[int, Field(ge=-1, le=2**31 - 1)] | None = None
    """Seconds that it is kept; 0 for as long as the browser runs."""


class TraefikBackend(FarTarget):
    """A Service that answers: a port of this one, of a component, of another; or one of Traefik's own."""

    rivals = (frozenset({"component", "service", "traefik_service"}),)

    traefik_service: OwnName | None = None
    """A TraefikService by its name, or ``api@internal``, Traefik's own pages."""

    weight: Count | None = None
    """Its share of the sum of all weights; Traefik's default is 1."""

    scheme: Literal["http", "https", "h2c"] | None = None
    """What the pods speak; by default what the port's name or number says, else HTTP."""

    pass_host_header: bool | None = None
    """Pass the host on that was asked for; Traefik's default is ``True``."""

    servers_transport: Word | None = None
    """The ServersTransport, which says how the pods are called by HTTPS."""

    native_lb: bool | None = None
    """Call the Service's address, and let Kubernetes choose the pod."""

    sticky: StickyCookie | None = None
    """Send a caller to the same pod again."""


class ErrorPages(Model):
    """Answers by another Service where the status tells of an error."""

    status: Annotated[Sequence[Statuses], Field(min_length=1)] = MUST
    """The statuses: ``500-599``."""

    service: TraefikBackend = MUST
    """Who answers instead."""

    query: TraefikPath | None = None
    """The path that is asked for there: ``/{status}.html``."""


class TraefikMiddleware(Model):
    """What changes requests on their way through Traefik; exactly one of these.

    An Ingress names it by ``Traefik(middlewares=[Middleware("strip", own=True)])``, an IngressRoute in its rules.
    Source: https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/overview/
    """

    rivals = (
        frozenset(
            {
                "headers",
                "strip_prefix",
                "strip_prefix_regex",
                "add_prefix",
                "replace_path",
                "replace_path_regex",
                "redirect_scheme",
                "redirect_regex",
                "rate_limit",
                "in_flight_req",
                "basic_auth",
                "digest_auth",
                "forward_auth",
                "ip_allow_list",
                "compress",
                "chain",
                "retry",
                "circuit_breaker",
                "buffering",
                "errors",
            }
        ),
    )

    headers: TraefikHeaders | None = None
    """Headers, CORS, and what browsers may do."""

    strip_prefix: StripPrefix | None = None
    """Takes the beginning of the path away."""

    strip_prefix_regex: StripPrefixRegex | None = None
    """The same by regular expressions."""

    add_prefix: AddPrefix | None = None
    """Puts something before the path."""

    replace_path: ReplacePath | None = None
    """Asks for another path."""

    replace_path_regex: ReplacePathRegex | None = None
    """Asks for another path, made of the parts of the former."""

    redirect_scheme: RedirectScheme | None = None
    """Sends the caller to another scheme."""

    redirect_regex: RedirectRegex | None = None
    """Sends the caller to another URL."""

    rate_limit: TraefikRateLimit | None = None
    """Refuses requests beyond a number in a time."""

    in_flight_req: InFlightReq | None = None
    """Refuses requests beyond a number at a time."""

    basic_auth: TraefikLogin | None = None
    """Asks for a name and a password."""

    digest_auth: TraefikLogin | None = None
    """The same by digests."""

    forward_auth: ForwardAuth | None = None
    """Lets another service decide on each request."""

    ip_allow_list: IpAllowList | None = None
    """Lets only some addresses pass."""

    compress: Compress | None = None
    """Compresses answers; ``Compress()`` by Traefik's own choices."""

    chain: Chain | None = None
    """Several middlewares under one name."""

    retry: Retry | None = None
    """Asks again where the pods did not answer."""

    circuit_breaker: CircuitBreaker | None = None
    """Answers by itself while the pods are not well."""

    buffering: Buffering | None = None
    """Reads whole requests and answers, within limits."""

    errors: ErrorPages | None = None
    """Answers by another Service where the status tells of an error."""


class TraefikRule(Model):
    """Requests that are taken, and who answers."""

    match: NonEmpty = MUST
    """Which requests, in Traefik's words: ``Host(`shop.example.com`) && PathPrefix(`/api`)``."""

    priority: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None
    """Which rule wins where several match: the greater; by default the longer one."""

    middlewares: Sequence[Middleware] = ()
    """What changes the requests on their way, in this order; one without a namespace lies in the release's."""

    services: Annotated[Sequence[TraefikBackend], Field(min_length=1)] = (TraefikBackend(),)
    """Who answers; by default the service itself."""


class TraefikDomain(Model):
    """Names of a certificate that a resolver makes."""

    main: Host = MUST
    """The first name."""

    sans: Sequence[Host] = ()
    """The others."""


class IngressRouteTls(Model):
    """How Traefik speaks TLS for a route; empty for its own certificate."""

    rivals = (frozenset({"secret_name", "cert_resolver"}),)

    secret_name: ObjectName | None = None
    """An existing Secret with the certificate."""

    cert_resolver: Word | None = None
    """Traefik's resolver that makes the certificate."""

    domains: Sequence[TraefikDomain] = ()
    """Names of that certificate; by default the hosts of the rules."""

    options: Middleware | None = None
    """The TLSOption, by its name and namespace."""


class IngressRoute(Model):
    """Traffic from outside by Traefik's own kind of route.

    Source: https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/
    """

    entry_points: Sequence[Word] = ()
    """Where requests come in: ``web``, ``websecure``; by default all of Traefik's own defaults."""

    routes: Annotated[Sequence[TraefikRule], Field(min_length=1)] = MUST
    """The rules."""

    tls: IngressRouteTls | None = None
    """How TLS is spoken; ``None`` for plain HTTP."""

    annotations: Mapping[LabelKey, Text] = {}
    """Annotations, as those of external-dns."""

    ingress_class: ObjectName | None = None
    """The IngressClass, where several Traefiks watch the cluster."""
