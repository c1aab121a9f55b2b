"""Certificates, in cert-manager's shape."""

from chartgen.charting.values.container import Values, stated
from chartgen.models.base import written_out
from chartgen.models.certificates import Certificate, PrivateKey
from chartgen.models.service import Spec


def certificates(spec: Spec) -> dict[str, Values]:
    """A certificate a name."""
    return {name: _certificate(one) for name, one in spec.certificates.items()}


def _certificate(one: Certificate) -> Values:
    issuer = written_out(one.issuer)
    return stated(
        {
            "secretName": one.secret_name or "",
            "issuerRef": {"name": issuer.name, "kind": issuer.kind, "group": issuer.group},
            "commonName": one.common_name,
            "subject": {"organizations": list(one.organizations)} if one.organizations else None,
            "dnsNames": list(one.dns_names),
            "ipAddresses": list(one.ip_addresses),
            "uris": list(one.uris),
            "emailAddresses": list(one.email_addresses),
            "duration": one.duration,
            "renewBefore": one.renew_before,
            "usages": list(one.usages),
            "isCA": one.is_ca or None,
            "privateKey": _key(one.private_key) if one.private_key else None,
            "secretTemplate": _template(one),
            "revisionHistoryLimit": one.revision_history_limit,
        }
    )


def _key(key: PrivateKey) -> Values:
    said = {"algorithm": key.algorithm, "size": key.size, "encoding": key.encoding}
    return stated({**said, "rotationPolicy": key.rotation_policy})


def _template(one: Certificate) -> Values | None:
    both = {"labels": dict(one.secret_labels), "annotations": dict(one.secret_annotations)}
    return {key: value for key, value in both.items() if value} or None
