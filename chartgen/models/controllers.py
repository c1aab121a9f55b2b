"""What only one ingress controller or external-dns understands: typed, and printed as its annotations."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.types import CidrBlock, Count, Host, Name, ObjectName, PortNumber, Positive, Text, UrlPath

Controller = Literal["ingress-nginx", "traefik", "aws-alb", "gke"]
"""Ingress controllers whose annotations are typed."""

Word = Annotated[Text, Field(pattern=r"^[^\s,]+$", max_length=1024)]
"""Text without spaces and commas."""

OneLine = Annotated[Text, Field(pattern=r"^[^\n\r]+$", max_length=4096)]
"""Text on one line, not empty."""

Url = Annotated[str, Field(pattern=r"^(https?://[^\s]+|/[^\s]*)$", max_length=2048)]
"""A URL, or a path on the same host."""


LoadBalancerName = Annotated[str, Field(pattern=r"^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$", max_length=32)]
"""The name of a load balancer of AWS."""


class SessionCookie(Model):
    """Send a client to the same pod, by a cookie."""

    name: Word | None = None
    """The cookie's name; ingress-nginx's default is ``INGRESSCOOKIE``."""

    max_age_seconds: Count | None = None
    """Seconds that it lasts; none for the browser's session."""

    path: UrlPath | None = None
    """The path it is for; needed where paths are regular expressions."""

    same_site: Literal["None", "Lax", "Strict"] | None = None
    """When a browser sends it from other sites."""

    mode: Literal["balanced", "persistent"] | None = None
    """``persistent`` keeps a client on its pod though copies are added; the default is ``balanced``."""


class NginxCors(Model):
    """Which pages of other origins may call."""

    allow_origins: Sequence[Word] = ()
    """Origins that may, as ``https://www.example.com``; ingress-nginx's default is all."""

    allow_methods: Sequence[Word] = ()
    """Methods that may be used."""

    allow_headers: Sequence[Word] = ()
    """Request headers that may be sent."""

    expose_headers: Sequence[Word] = ()
    """Headers of the answer that the page may read."""

    allow_credentials: bool | None = None
    """Let the page send cookies; ingress-nginx's default is true."""

    max_age_seconds: Count | None = None
    """Seconds that a browser may keep the answer to a preflight."""


class BasicAuth(Model):
    """Ask for a name and a password."""

    secret: Annotated[str, Field(pattern=r"^[a-z0-9]([-a-z0-9./]*[a-z0-9])?$", max_length=317)] = MUST
    """The Secret with the htpasswd file under ``auth``; ``namespace/name`` for another namespace."""

    realm: OneLine | None = None
    """What the browser shows."""

    type: Literal["basic", "digest"] = "basic"
    """How it is asked."""


class Canary(Model):
    """Take a share of the requests from another Ingress of the same host and path.

    Source: https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary
    """

    weight: Annotated[int, Field(ge=0, le=1_000_000)] | None = None
    """The share, out of ``weight_total``."""

    weight_total: Positive | None = None
    """What all weights sum to; ingress-nginx's default is 100."""

    by_header: Word | None = None
    """A header that decides: ``always`` or ``never``, or ``by_header_value``."""

    by_header_value: OneLine | None = None
    """The header's value that is meant."""

    by_header_pattern: OneLine | None = None
    """A regular expression for the header's value."""

    by_cookie: Word | None = None
    """A cookie that decides: ``always`` or ``never``."""


class Nginx(Model):
    """What only ingress-nginx understands; snippets stand in plain ``annotations``.

    Source: https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/
    """

    rewrite_target: OneLine | None = None
    """The path that the service sees; ``$2`` is the second group of a path that is a regular expression."""

    use_regex: bool | None = None
    """Read paths as regular expressions; set where a path says ``RegularExpression``."""

    app_root: UrlPath | None = None
    """Where ``/`` is sent on to."""

    force_ssl_redirect: bool | None = None
    """Send plain HTTP on to HTTPS though no certificate is here, as behind a load balancer that has it."""

    ssl_passthrough: bool | None = None
    """Hand TLS through to the pods."""

    backend_protocol: Literal["HTTP", "HTTPS", "AUTO_HTTP", "GRPC", "GRPCS", "FCGI"] | None = None
    """What the pods speak; the default is HTTP."""

    allow_from: Sequence[CidrBlock] = ()
    """Addresses that may call (``whitelist-source-range``); none for all."""

    deny_from: Sequence[CidrBlock] = ()
    """Addresses that may not call (``denylist-source-range``)."""

    limit_requests_per_minute: Positive | None = None
    """Requests a minute of a client."""

    limit_burst_multiplier: Positive | None = None
    """How many times the limit may come at once; the default is 5."""

    unlimited_from: Sequence[CidrBlock] = ()
    """Addresses that no limit holds for (``limit-whitelist``)."""

    session_cookie: SessionCookie | None = None
    """Send a client to the same pod."""

    cors: NginxCors | None = None
    """Which pages of other origins may call."""

    basic_auth: BasicAuth | None = None
    """Ask for a name and a password."""

    auth_url: Url | None = None
    """Who is asked about each request: 2xx lets it through."""

    auth_signin: Url | None = None
    """Where a client without a login is sent."""

    auth_response_headers: Sequence[Word] = ()
    """Headers of that answer that the service sees."""

    canary: Canary | None = None
    """Take a share of the requests from another Ingress."""

    proxy_buffering: bool | None = None
    """Read answers ahead of a slow client; the default is off."""

    proxy_buffer_size: Annotated[str, Field(pattern=r"^[0-9]+[kmKM]?$")] | None = None
    """The buffer for an answer's head, as ``16k``: long cookies need more than the default of 4k or 8k."""

    proxy_request_buffering: bool | None = None
    """Read a whole body before the service sees it; the default is on."""

    proxy_http_version: Literal["1.0", "1.1"] | None = None
    """The version spoken to the pods."""

    service_upstream: bool | None = None
    """Send requests to the Service's address instead of the pods', as meshes need it."""

    upstream_hash_by: OneLine | None = None
    """What chooses the pod, as ``$request_uri``."""

    upstream_vhost: OneLine | None = None
    """The ``Host`` header that the service sees."""

    x_forwarded_prefix: OneLine | None = None
    """The ``X-Forwarded-Prefix`` header that the service sees."""

    enable_access_log: bool | None = None
    """Log each request; the default is on."""

    enable_modsecurity: bool | None = None
    """Ask the firewall ModSecurity about each request."""

    enable_owasp_core_rules: bool | None = None
    """Give ModSecurity the OWASP core rules."""


class Middleware(Model):
    """A Middleware or TLSOption of Traefik."""

    positional = ("name", "namespace")

    name: Name = Field(default=MUST, kw_only=False)
    """Its name."""

    namespace: Name | None = Field(default=None, kw_only=False)
    """The namespace that it lies in, which Traefik wants to be told of an object of the cluster."""

    provider: Literal["kubernetescrd", "file"] = "kubernetescrd"
    """Where Traefik has it from: an object of the cluster, or its own files."""

    own: bool = False
    """It is one of the chart, by its name in ``traefik_middlewares``; without a namespace then."""


class Traefik(Model):
    """What only Traefik understands.

    Source: https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/
    """

    entrypoints: Sequence[Word] = ()
    """Where requests come in: ``web``, ``websecure``; by default all of Traefik's own defaults."""

    middlewares: Sequence[Middleware] = ()
    """What changes requests on their way, in this order."""

    priority: Positive | None = None
    """Which router wins where several match: the greater; by default the longer rule."""

    tls: bool | None = None
    """Take TLS on the entry points, with Traefik's own certificate where no Secret has one."""

    tls_options: Middleware | None = None
    """The TLSOption of the router."""

    cert_resolver: Word | None = None
    """Traefik's resolver that makes the certificate."""


class Alb(Model):
    """What only the AWS Load Balancer Controller understands.

    Source: https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/
    """

    scheme: Literal["internal", "internet-facing"] | None = None
    """Who reaches the load balancer; the controller's default is ``internal``."""

    target_type: Literal["instance", "ip"] | None = None
    """``ip`` sends requests to the pods; ``instance``, the controller's default, needs a Service of type NodePort."""

    ip_address_type: Literal["ipv4", "dualstack", "dualstack-without-public-ipv4"] | None = None
    """Addresses of the load balancer."""

    listen_ports: Sequence[Mapping[Literal["HTTP", "HTTPS"], PortNumber]] = ()
    """Ports that it listens on; by default 80, and 443 where there is a certificate."""

    certificate_arns: Sequence[Annotated[str, Field(pattern=r"^arn:[^\s,]+$", max_length=2048)]] = ()
    """Certificates of ACM; without any the controller looks for those of the hosts."""

    ssl_policy: Word | None = None
    """The TLS policy, as ``ELBSecurityPolicy-TLS13-1-2-2021-06``."""

    ssl_redirect: PortNumber | None = None
    """The HTTPS port that plain HTTP is sent on to; by default 443 where the route has TLS and ``redirect_https``."""

    group_name: Annotated[str, Field(pattern=r"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$", max_length=63)] | None = None
    """Ingresses of the same group share one load balancer."""

    group_order: Annotated[int, Field(ge=-1000, le=1000)] | None = None
    """Whose rules come first in the group: the smaller."""

    load_balancer_name: (
        Annotated[str, Field(pattern=r"^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$", max_length=32)] | None
    ) = None
    """The load balancer's name."""

    backend_protocol: Literal["HTTP", "HTTPS"] | None = None
    """What the pods speak; the default is HTTP."""

    backend_protocol_version: Literal["HTTP1", "HTTP2", "GRPC"] | None = None
    """The version that they speak; the default is HTTP1."""

    healthcheck_path: UrlPath | None = None
    """What the load balancer asks; the default is ``/``."""

    healthcheck_port: PortNumber | Literal["traffic-port"] | None = None
    """The port that it asks; the default is that of the traffic."""

    healthcheck_protocol: Literal["HTTP", "HTTPS"] | None = None
    """What it speaks then; the default is HTTP."""

    healthcheck_interval_seconds: Annotated[int, Field(ge=5, le=300)] | None = None
    """Seconds between two questions; the default is 15."""

    healthcheck_timeout_seconds: Annotated[int, Field(ge=2, le=120)] | None = None
    """Seconds that an answer may take; the default is 5."""

    healthy_threshold: Annotated[int, Field(ge=2, le=10)] | None = None
    """Good answers until a pod gets traffic; the default is 2."""

    unhealthy_threshold: Annotated[int, Field(ge=2, le=10)] | None = None
    """Bad answers until it gets none; the default is 2."""

    success_codes: Annotated[str, Field(pattern=r"^[0-9]{1,3}([-,][0-9]{1,3})*$")] | None = None
    """Good answers, as ``200`` or ``200-299``."""

    inbound_cidrs: Sequence[CidrBlock] = ()
    """Addresses that may call; none for all."""

    security_groups: Sequence[Word] = ()
    """Security groups of the load balancer, by id or name."""

    subnets: Sequence[Word] = ()
    """Subnets of the load balancer, by id or name."""

    wafv2_acl_arn: Annotated[str, Field(pattern=r"^arn:[^\s,]+$", max_length=2048)] | None = None
    """The WAF's ACL."""

    load_balancer_attributes: Mapping[Word, Word] = {}
    """Attributes of the load balancer, as ``idle_timeout.timeout_seconds``."""

    target_group_attributes: Mapping[Word, Word] = {}
    """Attributes of the target groups, as ``deregistration_delay.timeout_seconds``."""

    tags: Mapping[Word, Word] = {}
    """Tags of what AWS makes."""


class Gke(Model):
    """What only GKE's Ingress understands.

    A BackendConfig is named by an annotation of the Service: ``backend_config`` puts it there.

    Source: https://cloud.google.com/kubernetes-engine/docs/how-to/ingress-configuration
    """

    static_ip_name: Name | None = None
    """The reserved global address, by its name."""

    regional_static_ip_name: Name | None = None
    """The reserved regional address, of an internal load balancer."""

    managed_certificates: Sequence[Name] = ()
    """ManagedCertificates of the namespace."""

    pre_shared_certificates: Sequence[Name] = ()
    """Certificates that Google Cloud has, by their names."""

    allow_http: bool | None = None
    """Take plain HTTP too; the default is true."""

    frontend_config: ObjectName | None = None
    """The FrontendConfig, which redirects to HTTPS and says which TLS is spoken."""

    backend_config: ObjectName | None = None
    """The BackendConfig: health checks, timeouts, CDN, IAP. Printed on the Service."""


class ExternalDns(Model):
    """What external-dns makes of a route.

    Source: https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/
    """

    hostnames: Sequence[Host] = ()
    """Names to make beside the route's hosts."""

    ttl_seconds: Positive | None = None
    """Seconds that resolvers may keep an answer."""

    target: Sequence[Word] = ()
    """What the names lead to, instead of the load balancer's address."""

    set_identifier: Word | None = None
    """Which of several records of one name this is."""

    aws_weight: Annotated[int, Field(ge=0, le=255)] | None = None
    """Route 53: its share among the records of one name; needs ``set_identifier``."""

    cloudflare_proxied: bool | None = None
    """Cloudflare: take the traffic through its proxy."""


class ControllerSettings(Model):
    """What only one controller understands: the settings of one of them."""

    nginx: Nginx | None = None
    """What only ingress-nginx understands."""

    traefik: Traefik | None = None
    """What only Traefik understands."""

    alb: Alb | None = None
    """What only the AWS Load Balancer Controller understands."""

    gke: Gke | None = None
    """What only GKE's Ingress understands."""

    external_dns: ExternalDns | None = None
    """What external-dns makes of it."""
