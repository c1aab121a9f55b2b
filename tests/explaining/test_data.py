"""Paths in plain data: what words mean, what changed, and what merely moved."""

import pytest

from chartgen.explaining.data import ABSENT, changes, find, leaves, put

POD = {
    "labels": {"app.kubernetes.io/name": "web", "app": "x"},
    "containers": [{"name": "web", "ports": [80, 81]}, {"name": "proxy", "ports": []}],
}


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("", ()),
        ("labels.app.kubernetes.io/name", ("labels", "app.kubernetes.io/name")),
        ("labels.app", ("labels", "app")),
        ('labels["app.kubernetes.io/name"]', ("labels", "app.kubernetes.io/name")),
        ("containers[1].name", ("containers", 1, "name")),
        ("containers.1.name", ("containers", 1, "name")),
        ("containers[proxy].ports", ("containers", 1, "ports")),
        ("containers.web.ports[1]", ("containers", 0, "ports", 1)),
        ("containers[2]", None),
        ("labels.ap", None),
        ("labels.app.more", None),
    ],
)
def test_words_mean_a_path(words: str, path: object) -> None:
    assert find(POD, words) == path


def test_a_field_may_be_spelled_as_in_yaml() -> None:
    assert find({"min_replicas": 2, "env": {"LOG_LEVEL": "x"}}, "minReplicas") == ("min_replicas",)
    assert find({"min_replicas": 2, "env": {"LOG_LEVEL": "x"}}, "env.LOG_LEVEL") == ("env", "LOG_LEVEL")


def test_leaves_are_scalars_and_what_is_empty() -> None:
    assert [path for path, _ in leaves(POD["containers"])] == [
        (0, "name"),
        (0, "ports", 0),
        (0, "ports", 1),
        (1, "name"),
        (1, "ports"),
    ]


def test_a_change_is_made_in_a_copy() -> None:
    assert put({"a": [{"b": 1}]}, ("a", 0, "b"), 2) == {"a": [{"b": 2}]}
    assert put({"a": {"b": 1}}, ("a", "b"), ABSENT) == {"a": {}}
    assert put({"a": [1, 2]}, ("a", 0), ABSENT) == {"a": [2]}
    assert put({}, ("a", "b"), 1) == {"a": {"b": 1}}
    assert POD["labels"] == {"app.kubernetes.io/name": "web", "app": "x"}


def test_what_changed_and_what_is_gone_are_told_apart() -> None:
    found = changes({"a": 1, "b": 1, "c": {"d": 1}, "e": True}, {"a": 2, "b": 1, "c": {}, "e": 1})

    assert found.other == {("a",), ("e",)}
    assert found.gone == {("c", "d")}


def test_an_item_with_a_name_that_only_moved_did_not_change() -> None:
    found = changes(POD, put(POD, ("containers", 0), ABSENT))

    assert found.other | found.gone == {
        ("containers", 0, "name"),
        ("containers", 0, "ports", 0),
        ("containers", 0, "ports", 1),
    }
