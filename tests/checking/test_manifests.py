"""What check says of rendered manifests: twice the same key or object, and what Kubernetes would refuse."""

from chartgen.checking.manifests import invalid_manifests

SERVICE_ACCOUNT = """\
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders-api
automountServiceAccountToken: false
"""


def test_valid_manifests_have_no_problems() -> None:
    assert list(invalid_manifests(SERVICE_ACCOUNT, "1.30", "1.37")) == []


def test_nothing_rendered_is_valid() -> None:
    assert list(invalid_manifests("---\n---\n# Source: nothing\n", "1.30")) == []


def test_a_key_that_is_given_twice_is_told_with_its_line() -> None:
    text = SERVICE_ACCOUNT + "automountServiceAccountToken: true\n"

    assert list(invalid_manifests(text, "1.30")) == ["line 7: the key 'automountServiceAccountToken' is given twice"]


def test_an_object_that_is_rendered_twice_is_told_once() -> None:
    assert list(invalid_manifests(SERVICE_ACCOUNT * 2, "1.30")) == ["ServiceAccount orders-api is rendered twice"]


def test_the_same_name_of_another_kind_is_another_object() -> None:
    service = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: orders-api}\n"

    assert list(invalid_manifests(SERVICE_ACCOUNT + service, "1.30")) == []


def test_the_same_name_in_another_namespace_is_another_object() -> None:
    there = SERVICE_ACCOUNT.replace("  name: orders-api\n", "  name: orders-api\n  namespace: other\n")

    assert list(invalid_manifests(SERVICE_ACCOUNT + there, "1.30")) == []


def test_an_unknown_field_and_a_wrong_type_are_told_with_the_kubernetes_that_refuses_them() -> None:
    text = SERVICE_ACCOUNT.replace("automountServiceAccountToken: false", "automountServiceAccountToken: 'no'\nnope: 1")

    found = list(invalid_manifests(text, "1.30", "1.37"))

    assert len(found) == 2
    assert [line for line in found if not line.startswith("ServiceAccount orders-api: ")] == []
    assert [line for line in found if not line.endswith(" (Kubernetes 1.30 and 1.37)")] == []
    assert any("nope" in line for line in found)
    assert any("automountServiceAccountToken" in line for line in found)


def test_one_version_given_twice_is_asked_once() -> None:
    text = SERVICE_ACCOUNT + "nope: 1\n"

    assert len(list(invalid_manifests(text, "1.34", "1.34"))) == 1


def test_a_kind_that_kubernetes_does_not_have_is_told() -> None:
    text = "apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: {name: x}\n"

    assert list(invalid_manifests(text, "1.37")) == [
        "PodSecurityPolicy x: there is no policy/v1beta1 PodSecurityPolicy (Kubernetes 1.37)"
    ]


def test_a_document_that_is_no_object_is_told() -> None:
    for text in ("just text\n", "kind: Service\n", "apiVersion: v1\nkind: Service\nmetadata: {}\n"):
        found = list(invalid_manifests(SERVICE_ACCOUNT + "---\n" + text, "1.30"))

        assert found == ["a document is no object with apiVersion, kind and metadata.name"]
