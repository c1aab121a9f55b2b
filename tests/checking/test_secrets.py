"""What counts as a secret that is written out, and what only sounds like one."""

from base64 import b64encode
from typing import Any

import pytest

from chartgen.checking.rules.secrets import form_of
from chartgen.models import Component, ConfigEntry, ConfigMap, ExternalSecret, HelmTest, SecretTemplate, Sidecar
from tests.checking.test_rules import found

WRITTEN_OUT = [
    ("DB_PASSWORD", "hunter2"),
    ("PGPASSWORD", "12345"),
    ("SMTP_PASSWD", "x"),
    ("API_KEY", "4711"[::-1] + "a"),
    ("apiKey", "abc"),
    ("STRIPE_API_KEY_2", "abc"),
    ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
    ("JWT_SIGNING_KEY", "s3cret"),
    ("SESSION_SECRET", "c2VjcmV0"),
    ("GITHUB_TOKEN", "abc123"),
    ("GOOGLE_CREDENTIALS", "{}x"),
    ("DB_PASSWORD", "p%40ss%21"),
]
NOT = [
    ("DB_PASSWORD", ""),
    ("DB_PASSWORD", "$(OTHER)"),
    ("DB_PASSWORD", "${OTHER}"),
    ("DB_PASSWORD", "%DB_PASSWORD%"),
    ("DB_PASSWORD", "<set by the deployment>"),
    ("DB_PASSWORD", "/run/secrets/password"),
    ("DB_PASSWORD", "op://vault/orders/password"),
    ("DB_PASSWORD", "arn:aws:secretsmanager:eu-west-1:1:secret:orders"),
    ("DB_PASSWORD", "secret/data/orders"),
    ("REQUIRE_PASSWORD", "false"),
    ("PASSWORD_MIN_LENGTH", "12"),
    ("PASSWORD_POLICY", "strict"),
    ("TOKEN_URL", "https://login.example.com/token"),
    ("TOKEN_TTL", "3600"),
    ("COST_PER_TOKEN", "3"),
    ("MAX_TOKENS", "4096"),
    ("SECRET_NAME", "orders-db"),
    ("TLS_SECRET", "orders-tls"),
    ("AWS_ACCESS_KEY_ID", "orders"),
    ("PUBLIC_KEY", "abc"),
    ("PARTITION_KEY", "abc"),
    ("KEYBOARD", "qwerty"),
    ("SECRETARY", "Ms Jones"),
]
FORMS = {
    "a private key": "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl",
    "a token of GitHub": "ghp_" + "a1" * 18,
    "a token of GitLab": "glpat-" + "a" * 20,
    "a token of Slack": "xoxb-" + "1234567890-abc",
    "a key of Stripe": "sk_live_" + "a" * 24,
    "an access key of AWS": "AKIA" + "IOSFODNN7EXAMPLE",
    "a key of Google": "AIza" + "a" * 35,
    "a storage key of Azure": f"AccountKey={'a' * 86}==;EndpointSuffix=core",
    "a token of npm": "//registry.npmjs.org/:_authToken=npm_" + "a" * 36,
    "a token of PyPI": "pypi-AgEI" + "a" * 60,
    "a key of SendGrid": f"SG.{'a' * 22}.{'b' * 43}",
    "a key of a model's API": "sk-ant-" + "a" * 30,
    "a token of Vault": "hvs." + "a" * 24,
    "a signed web token": f"eyJ{'a' * 20}.eyJ{'b' * 20}.{'c' * 20}",
    "a password in a URL": "redis://:hunter2@cache:6379",
}
HARMLESS = [
    "-----BEGIN CERTIFICATE-----\nMIIE",
    "-----BEGIN PUBLIC KEY-----",
    "postgres://orders@orders-db/orders",
    "postgres://$(USER):$(PASSWORD)@orders-db/orders",
    "https://example.com:8080/a@b",
    "https://example.com/?a=b:c@d",
    "git@github.com:acme/orders.git",
    "sk_test_" + "a" * 24,
    "eyJhbGciOiJIUzI1NiJ9",
    "ghp_short",
    "AKIASHORT",
]


@pytest.mark.parametrize(("name", "value"), WRITTEN_OUT)
def test_a_value_is_found_by_its_name(name: str, value: str) -> None:
    assert found(env={name: value}) == [f"CG901 env.{name}"]
    assert found(config={name: value}) == [f"CG901 config.{name}"]


@pytest.mark.parametrize(("name", "value"), NOT)
def test_what_is_no_secret_is_not_found(name: str, value: str) -> None:
    assert found(env={name: value}) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_key_or_token_is_known_by_its_form_wherever_it_stands(form: str) -> None:
    assert form_of(f"a: b\nc: {FORMS[form]}\n") == form
    assert form_of("postgres://orders:p%40ss%21w@db/orders") == "a password in a URL"
    assert found(env={"A": FORMS[form]}) == ["CG901 env.A"]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_it_is_not_found(text: str) -> None:
    assert form_of(text) == ""


@pytest.mark.parametrize("piece", ["eyJ-", "a.", "a-", "://", "a://b:", "-----BEGIN A ", "<", "xox"])
def test_a_text_that_is_made_to_be_slow_is_read_in_one_go(piece: str) -> None:
    text = piece * (1024 * 1024 // len(piece))

    assert form_of(text) == ""
    assert found(env={"DB_PASSWORD": text}) == ["CG901 env.DB_PASSWORD"]


def test_bytes_are_looked_into_as_well() -> None:
    binary = b64encode(b"\xff-----BEGIN PRIVATE KEY-----").decode()
    said: dict[str, Any] = {"config_maps": {"tls": ConfigMap(data={"a": ConfigEntry(binary=binary)})}}

    assert found(**said) == ["CG901 config_maps.tls.data.a"]


def test_a_password_in_a_template_of_an_external_secret_is_found() -> None:
    template = SecretTemplate(data={"url": "postgres://orders:hunter2@db/", "fine": "postgres://a:{{ .password }}@db/"})
    said: dict[str, Any] = {
        "external_secrets": {"db": ExternalSecret(store="vault", data={"a": "b"}, template=template)}
    }

    assert found(**said) == ["CG901 external_secrets.db.template.data.url"]


def test_components_and_further_containers_are_looked_into_and_what_they_inherit_is_told_once() -> None:
    env = {"DB_PASSWORD": "hunter2"}

    assert found(env=env, components={"worker": Component()}) == ["CG901 env.DB_PASSWORD"]
    assert found(components={"worker": Component(env=env)}) == ["CG901 components.worker.env.DB_PASSWORD"]
    check = HelmTest(image=f"busybox@sha256:{'0' * 64}", command=["true"], env=env)
    assert found(tests={"login": check}) == ["CG901 tests.login.env.DB_PASSWORD"]
    assert found(sidecars={"proxy": Sidecar(env=env)}) == ["CG901 sidecars.proxy.env.DB_PASSWORD"]
