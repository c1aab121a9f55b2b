"""The constrained scalars that Kubernetes, Helm and OCI define: names, ports, quantities, references, text.

Patterns are written in the part of regular expressions that Python's validator (Rust's regex), Helm's (Go's RE2) and
editors (ECMAScript) share, so that the emitted schemas accept and refuse what the models do.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

MAX_INTEGER = 2**53 - 1
"""The largest integer that survives Helm, which reads every number of a values file as a float64."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def refuse_control_characters(text: str) -> str:
    """Text that YAML, Helm and Kubernetes carry unchanged: no control characters but tab and newline, no surrogates."""
    if found := _CONTROL.search(text):
        msg = f"holds the control character U+{ord(found.group()):04X} at position {found.start()}"
        raise ValueError(msg)
    return text


def refuse_bad_key(key: str) -> str:
    """A key that YAML and Helm can carry.

    A reader gives up on a key after 1,024 characters, and what is not ASCII may be written by its number; Helm merges
    mappings where a key is ``<<``, quoted or not.
    """
    if key == "<<":
        msg = "has the key '<<', by which Helm merges mappings"
        raise ValueError(msg)
    if sum(2 if character.isascii() else 10 for character in key) > 1000:
        msg = f"has the key {key[:20]!r}…, too long for YAML: 500 characters at most, 100 where they are not ASCII"
        raise ValueError(msg)
    return key


def refuse_what_is_not_base64(text: str) -> str:
    """Base64 with padding, on one line; what is refused is not told."""
    if not text or not re.fullmatch(BASE64, text):
        msg = "is not base64 on one line, as kubeseal --raw prints it"
        raise ValueError(msg)
    return text


_UNITS = ("", "k", "M", "G", "T", "P", "E")
_QUANTITY = re.compile(r"([0-9]+)(?:\.([0-9]+))?(m|k|Ki|M|Mi|G|Gi|T|Ti|P|Pi|E|Ei)?")
_BINARY = {"Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40, "Pi": 2**50, "Ei": 2**60}
_DECIMAL = {"m": 1, **{unit: 1000 ** (power + 1) for power, unit in enumerate(_UNITS)}}


def millis(quantity: str) -> int:
    """A quantity in thousandths, for comparing two: ``500m`` is 500, ``1Gi`` is 1073741824000."""
    return _thousandths(quantity)[0]


def canonical(quantity: str) -> str:
    """The form that the API server stores: ``1`` for ``1000m`` and ``1.0``, ``1Gi`` for ``1024Mi``.

    Raises ValueError for what is finer than a thousandth, no whole number of bytes, or beyond 2^63.
    """
    value, rest = _thousandths(quantity)
    unit = quantity.lstrip("0123456789.")
    if rest:
        msg = f"is {quantity!r}, which is finer than 1m"
    elif unit not in ("", "m") and value % 1000:
        msg = f"is {quantity!r}, which is no whole number of bytes"
    elif value >= 1000 * 2**63:
        msg = f"is {quantity!r}, which is beyond 2^63"
    else:
        return _binary(value) if unit in _BINARY else _decimal(value)
    raise ValueError(msg)


def _thousandths(quantity: str) -> tuple[int, int]:
    """Whole thousandths, and whether something is left."""
    matched = _QUANTITY.fullmatch(quantity)
    if not matched:
        msg = f"{quantity!r} is not a quantity"
        raise ValueError(msg)
    whole, fraction, unit = matched.group(1), matched.group(2) or "", matched.group(3) or ""
    scale = 1000 * _BINARY[unit] if unit in _BINARY else _DECIMAL[unit]
    return divmod(int(whole + fraction) * scale, int(10 ** len(fraction)))


def _binary(value: int) -> str:
    for unit, size in reversed(_BINARY.items()):
        if value and value % (1000 * size) == 0:
            return f"{value // (1000 * size)}{unit}"
    return _decimal(value)


def _decimal(value: int) -> str:
    if value % 1000:
        return f"{value}m"
    value //= 1000
    power = 0
    while value and value % 1000 == 0 and power < len(_UNITS) - 1:
        value //= 1000
        power += 1
    return f"{value}{_UNITS[power]}"


_SECONDS = {"y": 31536000, "w": 604800, "d": 86400, "h": 3600, "m": 60, "s": 1, "ms": 0.001}


def seconds(duration: str) -> float:
    """A duration in seconds, for comparing two: ``1m30s`` is 90."""
    return sum(float(number) * _SECONDS[unit] for number, unit in re.findall(r"([0-9.]+)([a-z]+)", duration))


DNS_LABEL = r"^[a-z]([-a-z0-9]*[a-z0-9])?$"
QUANTITY = r"^[0-9]+(\.[0-9]+)?(m|k|Ki|M|Mi|G|Gi|T|Ti|P|Pi|E|Ei)?$"
DIGEST = r"^sha256:[0-9a-f]{64}$"
TAG = r"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$"
LABEL_KEY = r"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$"
LABEL_VALUE = r"^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$"
OBJECT_NAME = r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
ENVIRONMENT_NAME = r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
ENV_NAME = r"^[A-Za-z_][A-Za-z0-9_]*$"
CONFIG_KEY = r"^\.?[-_a-zA-Z0-9][-._a-zA-Z0-9]*$"
PORT_NAME = r"^[a-z0-9]*[a-z][a-z0-9]*(-[a-z0-9]+)*$|^[a-z0-9]+(-[a-z0-9]+)*-[a-z0-9]*[a-z][a-z0-9]*(-[a-z0-9]+)*$"
PERCENTAGE = r"^[0-9]{1,3}%$"
REPOSITORY = r"^[a-z0-9]+([._-]+[a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*$"
HOST = r"^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
URL_PATH = r"^/[^\s]*$"
ABSOLUTE_PATH = r"^/[^:\x00-\x1f]*$"
CIDR = r"^[0-9a-f.:]+/[0-9]{1,3}$"
HEADER_NAME = r"^[-A-Za-z0-9]+$"
OBJECT_KEY = r"^[A-Z][A-Za-z]*(/[a-z0-9]([-a-z0-9]*[a-z0-9])?)?$"
_NUMBER = r"(0|[1-9][0-9]{0,8})"
_IDENTIFIER = r"(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
_BUILD = r"[0-9A-Za-z-]+"
SEMVER = rf"^{_NUMBER}\.{_NUMBER}\.{_NUMBER}(-{_IDENTIFIER}(\.{_IDENTIFIER})*)?(\+{_BUILD}(\.{_BUILD})*)?$"
"""Of a chart: Helm reads its numbers into 64 bits."""
RULE = r"^CG[0-9]{3}$"
PRESET_NAME = r"^([a-z]([-a-z0-9]*[a-z0-9])?/)?[a-z]([-a-z0-9]*[a-z0-9])?$"
BASE64 = r"^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
PROJECT_PATH = r"^[^/\\:\x00-\x1f][^\\:\x00-\x1f]*$"
DURATION = r"^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$|^0$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

_TIME_UNITS = ("y", "w", "d", "h", "m", "s", "ms")
PROMETHEUS_TIME = "^({})$".format(
    "|".join(
        f"[0-9]{{1,9}}{unit}" + "".join(f"([0-9]{{1,9}}{smaller})?" for smaller in _TIME_UNITS[place + 1 :])
        for place, unit in enumerate(_TIME_UNITS)
    )
)
PINNED_IMAGE = r"^[a-z0-9][a-z0-9._:/-]*@sha256:[0-9a-f]{64}$"
URL = r"^https?://[^\s]+$"
METRIC_LABEL = ENV_NAME
METRIC_NAME = r"^[A-Za-z_:][A-Za-z0-9_:]*$"

Text = Annotated[str, AfterValidator(refuse_control_characters)]
"""Any text without control characters (tab and newline are none)."""

KeyText = Annotated[Text, AfterValidator(refuse_bad_key)]
"""A key that an author chooses freely."""

Name = Annotated[str, Field(pattern=DNS_LABEL, max_length=63)]
"""An RFC 1035 label: lower-case letters, digits and dashes, a letter first, 63 characters at most."""

ObjectName = Annotated[str, Field(pattern=OBJECT_NAME, max_length=253)]
"""The name of an existing object: an RFC 1123 subdomain."""

ObjectKey = Annotated[str, Field(pattern=OBJECT_KEY, max_length=127)]
"""An object of the chart: its kind, or ``<kind>/<which>`` beside the first of that kind."""

EnvironmentName = Annotated[str, Field(pattern=ENVIRONMENT_NAME, max_length=63)]
"""An environment: part of a file name (``values-production.yaml``), so lower-case letters, digits and dashes."""

EnvName = Annotated[str, Field(pattern=ENV_NAME, max_length=253)]
"""An environment variable's name: letters, digits and underscores, no digit first."""

ConfigKey = Annotated[str, Field(pattern=CONFIG_KEY, max_length=253)]
"""A key of a ConfigMap or Secret: letters, digits, dashes, underscores and dots; not two dots first."""

PortName = Annotated[str, Field(pattern=PORT_NAME, max_length=15)]
"""A port's name: lower-case letters, digits and single dashes, a letter among them, 15 characters at most."""

PortNumber = Annotated[int, Field(ge=1, le=65535)]
"""A TCP, UDP or SCTP port."""

Count = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""A number of things, none included."""

Positive = Annotated[int, Field(ge=1, le=2**31 - 1)]
"""A number of things or seconds, at least one."""

Percentage = Annotated[str, Field(pattern=PERCENTAGE)]
"""A share, as ``25%``."""

Quantity = Annotated[str, Field(pattern=QUANTITY, max_length=24), AfterValidator(canonical)]
"""A Kubernetes quantity: ``250m``, ``1``, ``512Mi``; kept in the form the API server stores."""

Digest = Annotated[str, Field(pattern=DIGEST)]
"""An image digest: ``sha256:`` and 64 hexadecimal digits."""

Tag = Annotated[str, Field(pattern=TAG)]
"""An image tag."""

Repository = Annotated[str, Field(pattern=REPOSITORY, max_length=255)]
"""An image repository with its registry, without tag or digest: ``ghcr.io/acme/orders-api``."""

LabelKey = Annotated[str, Field(pattern=LABEL_KEY, max_length=317)]
"""A label's or annotation's key: an optional DNS prefix and a slash, then up to 63 letters, digits, ``-_.``."""

LabelValue = Annotated[str, Field(pattern=LABEL_VALUE, max_length=63)]
"""A label's value: up to 63 letters, digits, ``-_.``, alphanumeric at both ends, or empty."""

Host = Annotated[str, Field(pattern=HOST, max_length=253)]
"""A host name, in lower case; ``*.`` may come first."""

UrlPath = Annotated[str, Field(pattern=URL_PATH, max_length=1024)]
"""An absolute path of a URL."""

AbsolutePath = Annotated[str, Field(pattern=ABSOLUTE_PATH, max_length=4096)]
"""An absolute path in a container, without a colon."""

CidrBlock = Annotated[str, Field(pattern=CIDR)]
"""A block of addresses, as ``10.0.0.0/8``."""

HeaderName = Annotated[str, Field(pattern=HEADER_NAME, max_length=256)]
"""The name of an HTTP header."""

SemVer = Annotated[
    str,
    Field(pattern=SEMVER, max_length=128),
]
"""A SemVer 2 version, as Helm wants it of a chart."""

PrometheusTime = Annotated[str, Field(pattern=PROMETHEUS_TIME)]
"""A time as Prometheus writes it, the largest unit first: ``30s``, ``1h30m``, ``1d``."""

MetricLabel = Annotated[str, Field(pattern=METRIC_LABEL, max_length=128)]
"""A label of a metric: letters, digits and underscores, no digit first."""

MetricName = Annotated[str, Field(pattern=METRIC_NAME, max_length=200)]
"""A metric's name: letters, digits, underscores and colons, no digit first."""

PinnedImage = Annotated[str, Field(pattern=PINNED_IMAGE, max_length=512)]
"""An image by digest: ``docker.io/library/busybox@sha256:`` and 64 hexadecimal digits."""

FileMode = Annotated[int, Field(ge=0, le=0o777)]
"""File permissions as a number: ``0o440`` in Python, 288 in YAML."""

ProjectPath = Annotated[str, Field(pattern=PROJECT_PATH, max_length=1024)]
"""A file beside the author's file or below its folder: relative, with forward slashes."""

Base64 = Annotated[str, Field(pattern=BASE64)]
"""Bytes in base64, with padding and without line breaks."""

Ciphertext = Annotated[str, AfterValidator(refuse_what_is_not_base64), Field(json_schema_extra={"pattern": BASE64})]
"""What ``kubeseal`` encrypted, in base64; a message never shows it, since it may be what was to be encrypted."""

Duration = Annotated[str, Field(pattern=DURATION, max_length=32)]
"""A span of time as Go writes it: ``30s``, ``15m``, ``1h``."""
