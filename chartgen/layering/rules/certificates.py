"""Certificates: what cert-manager refuses, and Secrets that two of them would share."""

from collections.abc import Iterator
from ipaddress import ip_address

from chartgen.layering.problem import Problem
from chartgen.models.certificates import Certificate, PrivateKey
from chartgen.models.service import Spec
from chartgen.models.types import seconds
from chartgen.project.shapes import FieldPath

_SIZES: dict[str, tuple[int, ...]] = {"RSA": (2048, 4096, 8192), "ECDSA": (256, 384, 521), "Ed25519": ()}
_HOUR = seconds("1h")
_DEFAULT_DURATION = "2160h"


def certificate_is_for_something(spec: Spec) -> Iterator[Problem]:
    """A certificate names at least one thing that it is for."""
    for name, one in spec.certificates.items():
        if not (one.dns_names or one.common_name or one.ip_addresses or one.uris or one.email_addresses):
            text = "names nothing that it is for"
            yield Problem(("certificates", name), text, 'write dns_names=["orders.example.com"]')


def certificate_is_valid(spec: Spec) -> Iterator[Problem]:
    """Its times, its addresses and its key are ones that cert-manager takes."""
    for name, one in spec.certificates.items():
        at = ("certificates", name)
        yield from _time_problems(at, one)
        yield from _address_problems(at, one)
        if one.private_key:
            yield from _key_problems((*at, "private_key"), one.private_key)


def certificates_differ(spec: Spec) -> Iterator[Problem]:
    """Two certificates are not kept in one Secret."""
    seen: dict[str, str] = {}
    for name, one in spec.certificates.items():
        if one.secret_name:
            other = seen.setdefault(one.secret_name, name)
            if other != name:
                text = f"is the Secret of the certificate {other!r} too: each would overwrite the other for ever"
                at = ("certificates", name, "secret_name")
                yield Problem(at, text, also=(("certificates", other, "secret_name"),))


def _time_problems(at: FieldPath, one: Certificate) -> Iterator[Problem]:
    whole = seconds(one.duration or _DEFAULT_DURATION)
    if whole < _HOUR:
        yield Problem((*at, "duration"), f"is {one.duration}; cert-manager takes no less than 1h")
    elif one.renew_before and seconds(one.renew_before) >= whole:
        text = f"is {one.renew_before}, and the certificate holds for {one.duration or _DEFAULT_DURATION}"
        yield Problem((*at, "renew_before"), text, also=((*at, "duration"),))
    if one.renew_before and seconds(one.renew_before) < _HOUR // 12:
        yield Problem((*at, "renew_before"), f"is {one.renew_before}; cert-manager takes no less than 5m")


def _address_problems(at: FieldPath, one: Certificate) -> Iterator[Problem]:
    for index, address in enumerate(one.ip_addresses):
        try:
            ip_address(address)
        except ValueError:
            yield Problem((*at, "ip_addresses", index), f"is {address!r}, which is no address")


def _key_problems(at: FieldPath, key: PrivateKey) -> Iterator[Problem]:
    sizes = _SIZES[key.algorithm]
    if key.size is not None and key.size not in sizes:
        known = ", ".join(map(str, sizes)) or "none to state"
        yield Problem(
            (*at, "size"), f"is {key.size}; the sizes of {key.algorithm} are {known}", also=((*at, "algorithm"),)
        )
