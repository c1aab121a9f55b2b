"""CG9: secrets that are written out, where everyone who reads the repository, the chart or the object reads them."""

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from chartgen.checking.finding import rule
from chartgen.layering.own import entries
from chartgen.layering.problem import Problem
from chartgen.layering.rules.pod import further_containers
from chartgen.models.config_maps import Content
from chartgen.models.service import ContainerSpec, Spec, WorkloadSpec
from chartgen.models.variables import EnvVar
from chartgen.project.shapes import FieldPath


class _Said(NamedTuple):
    path: FieldPath
    name: str
    """What it is the value of; "" where its name says nothing."""

    text: str


@rule(
    "CG901",
    "secret in the open",
    why="It stays in the repository's history, in values and in every release, for all who can read one of them.",
)
def secret_in_the_open(spec: WorkloadSpec) -> Iterator[Problem]:
    """A value that its name calls a secret, or that has the form of a key or token."""
    for said in _texts(spec):
        if form := form_of(said.text):
            yield Problem(said.path, f"holds {form}", f"withdraw it where it was issued, then {_instead(said)}")
        elif said.name and names_a_secret(said.name) and is_literal(said.name, said.text):
            yield Problem(said.path, "is written out, though its name says that it is a secret", _instead(said))


def form_of(text: str) -> str:
    """What a text holds that is certainly secret, in words; "" for nothing."""
    for form, pattern in _FORMS.items():
        for found in pattern.finditer(text):
            if not _PLACEHOLDER.search(found.group()):
                return form
    return ""


def names_a_secret(name: str) -> bool:
    """If the last words of a name say so: DB_PASSWORD and apiKey do, TOKEN_URL and SECRET_NAME do not."""
    words = [word.lower() for word in _WORD.findall(name)]
    return bool(words) and (words[-1].endswith(_SECRETS) or tuple(words[-2:]) in _SECRET_KEYS)


def is_literal(name: str, text: str) -> bool:
    """If a text may be the secret itself: no switch, no path, no reference to where it is kept."""
    text = text.strip()
    if not text or "\n" in text or _REFERENCE.match(text) or _PLACEHOLDER.search(text):
        return False
    if text.isdecimal():
        return not name.lower().endswith(("token", "key"))
    return not (name.lower().endswith("secret") and _OBJECT_NAME.fullmatch(text))


_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SECRETS = ("password", "passwd", "passphrase", "pwd", "secret", "token", "apikey", "credentials")
_SECRET_KEYS = {(word, "key") for word in ("access", "account", "api", "encryption", "private", "secret", "signing")}
_OBJECT_NAME = re.compile(r"[a-z]+(-[a-z]+)+")
"""How a Secret is called: ``TLS_SECRET=orders-tls``."""

_PLACEHOLDER = re.compile(r"\$\(|\$\{|\{\{|<[^<>]*>|\*{3}|%[A-Z_]+%")
"""Something else will stand there."""

_REFERENCE = re.compile(
    r"(?i:true|false|yes|no|on|off|enabled|disabled|required|optional|none|null)$"  # switches
    r"|\.{0,2}/|~/|[a-z0-9_.-]+(/[a-z0-9_.-]+)+$|[A-Za-z]:\\"  # paths
    r"|(vault|arn|op|sm|awssm|gcpsm|azkv|env|file|https?|secretref|ref\+\w+|bao):"  # where it is kept
)

_FORMS = {
    "a private key": re.compile(r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"),
    "a token of GitHub": re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})"),
    "a token of GitLab": re.compile(r"\bgl(?:pat|dt|rt|cbt)-[\w-]{20,}"),
    "a token of Slack": re.compile(r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}|hooks\.slack\.com/services/T\w+/B\w+/\w{20,}"),
    "a key of Stripe": re.compile(r"\b[rs]k_live_[A-Za-z0-9]{20,}"),
    "an access key of AWS": re.compile(r"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b"),
    "a key of Google": re.compile(r"\bAIza[\w-]{35}(?![\w-])"),
    "a storage key of Azure": re.compile(r"\bAccountKey=[A-Za-z0-9+/]{86}=="),
    "a token of npm": re.compile(r"\bnpm_[A-Za-z0-9]{36}\b"),
    "a token of PyPI": re.compile(r"\bpypi-AgEI[\w-]{50,}"),
    "a key of SendGrid": re.compile(r"\bSG\.[\w-]{22}\.[\w-]{43}"),
    "a key of a model's API": re.compile(r"\bsk-(?:proj|ant|svcacct)-[\w-]{20,}|\bhf_[A-Za-z]{34}\b"),
    "a token of Vault": re.compile(r"\bhv[bs]\.[\w-]{24,}"),
    "a signed web token": re.compile(r"(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}"),
    "a password in a URL": re.compile(r"\b[a-zA-Z][a-zA-Z0-9+.-]{1,30}://[^\s/:@]*:[^\s/@]+@[^\s/]"),
}
"""Forms that nothing else has, as their issuers document them; each reads a text in one go, however it is made."""


def _texts(spec: WorkloadSpec) -> Iterator[_Said]:
    yield from _of_container(spec, ())
    for at, container in further_containers(spec):
        yield from _of_container(container, at)
    for name, text in spec.config.items():
        yield _Said(("config", name), name, text)
    for name, file in spec.config_files.items():
        yield _Said(("config_files", name), "", _text(file))
    if isinstance(spec, Spec):
        yield from _of_config_maps(spec)
        yield from _of_templates(spec)
        yield from _of_tests(spec)


def _of_config_maps(spec: Spec) -> Iterator[_Said]:
    for name, config_map in spec.config_maps.items():
        for key, entry in entries(config_map).items():
            yield _Said(("config_maps", name, "data", key), key, _text(entry))


def _of_templates(spec: Spec) -> Iterator[_Said]:
    for name, secret in spec.external_secrets.items():
        for key, text in (secret.template.data if secret.template else {}).items():
            yield _Said(("external_secrets", name, "template", "data", key), "", text)


def _of_tests(spec: Spec) -> Iterator[_Said]:
    for name, test in spec.tests.items():
        yield from _of_variables(test.env, ("tests", name))


def _of_variables(env: Mapping[str, EnvVar], at: FieldPath) -> Iterator[_Said]:
    for name, variable in env.items():
        if variable.value is not None:
            yield _Said((*at, "env", name), name, variable.value)
        elif variable.ref:
            yield _Said((*at, "env", name), "", variable.ref.text)


def _of_container(spec: ContainerSpec, at: FieldPath) -> Iterator[_Said]:
    yield from _of_variables(spec.env, at)
    for field in ("command", "args"):
        for index, text in enumerate(getattr(spec, field) or ()):
            yield _Said((*at, field, index), "", text)


def _text(content: Content) -> str:
    if content.binary is not None:
        return b64decode(content.binary).decode(errors="replace")
    return content.content or ""


def _instead(said: _Said) -> str:
    if said.path[0] == "external_secrets":
        return "keep it in the store and write {{ .password }} in its place"
    if said.path[0] in ("config_files", "config_maps") and "\n" in said.text:
        return 'mount a Secret: volumes={"…": Volume(secret="…", mounts=["…"])}'
    name = said.name if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", said.name) else "…"
    return f'write env={{"{name}": SecretKey(secret="…", key="…")}}, or own="…" with an ExternalSecret'
