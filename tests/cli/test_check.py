"""chartgen check: fresh, lints, renders, valid, clean; of several exit codes, the one that weighs most."""

from pathlib import Path

import pytest

from tests.conftest import Run

MOVING = "is 'latest', which may name another build tomorrow"
HINT = 'hint: write a version, commit or build number, or add digest="sha256:…"\n'


@pytest.fixture
def service(project: Path, run: Run) -> Path:
    """A fresh service."""
    assert run("new", "orders-api")[0] == 0
    return project / "orders-api"


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def waive(service: Path, until: str) -> None:
    replace(service / "service.py", "Service\n", "Service, Waiver\n")
    waiver = f'Waiver(rule="CG401", reason="for now", owner="team-orders", until="{until}")'
    replace(service / "service.py", "    image=", f"    waivers=[{waiver}],\n    image=")


def find(service: Path, run: Run) -> None:
    """Make it break a rule, and fresh again."""
    replace(service / "service.py", '"0.1.0"', '"latest"')
    assert run("generate")[0] == 0


def test_a_fresh_clean_chart_is_well(service: Path, run: Run) -> None:
    assert run("check") == (0, "1 chart checked: all is well\n", "")


def test_many_charts_are_checked_at_once(service: Path, run: Run) -> None:
    names = [f"service-{number}" for number in range(5)]
    (service.parent / "many.yaml").write_text("".join(f"- name: {name}\n" for name in names))
    run("new", "--data-file", "many.yaml")

    assert run("check") == (0, "6 charts checked: all is well\n", "")
    assert run("check", *names[:2])[1] == "2 charts checked: all is well\n"


def test_a_stale_chart_exits_3(service: Path, run: Run) -> None:
    replace(service / "service.py", "0.1.0", "0.2.0")

    assert run("check") == (
        3,
        "1 chart checked: 1 stale\n",
        (
            "stale: orders-api/chart: Chart.yaml, README.md, values.yaml, .chartgen.json\n"
            "hint: chartgen generate orders-api\n"
        ),
    )


def test_a_service_without_a_chart_exits_3(service: Path, run: Run) -> None:
    (service / "chart").rename(service.parent / "elsewhere")

    assert run("check", "orders-api")[::2] == (
        3,
        "stale: orders-api/chart: there is no chart yet\nhint: chartgen generate orders-api\n",
    )


def test_an_invalid_service_exits_2(service: Path, run: Run) -> None:
    replace(service / "service.py", "tag=", "tg=")

    status, output, messages = run("check")

    assert (status, output) == (2, "")
    assert messages.startswith("error: orders-api/service.py:8: ")


def test_a_finding_exits_1_and_is_told_once_for_all_environments(service: Path, run: Run) -> None:
    find(service, run)

    assert run("check") == (
        1,
        "1 chart checked: 1 finding\n",
        f"CG401: orders-api/service.py:8: image.tag: {MOVING}\n{HINT}",
    )


def test_a_finding_of_one_environment_names_it(service: Path, run: Run) -> None:
    overlay = 'Overlay(image=Image(tag="latest"))'
    replace(service / "service.py", '"staging": Overlay()', f'"staging": {overlay}')
    run("generate")

    assert run("check")[2] == f"CG401 [staging]: orders-api/service.py:9: image.tag: {MOVING}\n{HINT}"


def test_a_waiver_lifts_a_finding_until_its_last_day(service: Path, run: Run) -> None:
    waive(service, "2026-11-21")
    find(service, run)

    assert run("check", "--today", "2026-11-21")[0] == 0
    status, _, messages = run("check", "--today", "2026-11-22")
    assert status == 1
    assert f"image.tag: {MOVING}; its waiver ended on 2026-11-21\n" in messages


def test_source_date_epoch_is_the_day_where_none_is_given(
    service: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    waive(service, "2026-11-21")
    find(service, run)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 2026-11-21 00:00 UTC
    assert run("check")[0] == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # a day later
    assert run("check")[0] == 1
    assert run("check", "--today", "2026-11-21")[0] == 0


@pytest.mark.parametrize("day", ["", "2026", "tomorrow", "2026-13-01", "2026-02-30"])
def test_what_is_no_day_is_refused(service: Path, run: Run, day: str) -> None:
    assert run("check", "--today", day) == (2, "", f"error: --today: {day!r} is not a day\nhint: --today 2027-01-31\n")


@pytest.mark.parametrize("epoch", ["x", "1e9", "99999999999999999999"])
def test_what_is_no_point_in_time_is_refused(
    service: Path, run: Run, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert run("check")[::2] == (
        2,
        (
            f"error: SOURCE_DATE_EPOCH: {epoch!r} is not a point in time\n"
            "hint: write the seconds since 1970, or unset it\n"
        ),
    )


def test_a_broken_image_file_exits_2_and_is_named(service: Path, run: Run) -> None:
    run("generate", "--image-files")
    (service / "chart" / "image-staging.yaml").write_text("image: [\n")

    status, output, messages = run("check")

    assert (status, output) == (2, "1 chart checked: 1 invalid\n")
    assert messages.startswith("error: orders-api/chart: values-staging.yaml with image-staging.yaml: ")


def test_an_image_file_that_the_schema_refuses_exits_2(service: Path, run: Run) -> None:
    (service / "chart" / "image-staging.yaml").write_text("image: {tagg: x}\n")

    status, _, messages = run("check")

    assert status == 2
    assert "additional properties 'tagg' not allowed" in messages


def test_an_image_that_is_set_at_deployment_needs_no_pin_to_be_checked(service: Path, run: Run) -> None:
    replace(service / "service.py", 'tag="0.1.0"', 'set_by="deployment"')
    run("generate")

    assert run("check") == (0, "1 chart checked: all is well\n", "")


def test_a_pin_that_is_left_empty_is_told(service: Path, run: Run) -> None:
    replace(service / "service.py", 'tag="0.1.0"', 'set_by="deployment"')
    run("generate", "--image-files")
    (service / "chart" / "image-staging.yaml").write_text('image: {tag: "", digest: ""}\n')
    (service / "chart" / "image-production.yaml").write_text('image: {tag: "1.2.3"}\n')

    status, _, messages = run("check")

    assert status == 2
    assert "values-staging.yaml with image-staging.yaml: " in messages
    assert "image-production.yaml" not in messages


def test_a_template_of_the_users_own_that_does_not_render_exits_2(service: Path, run: Run) -> None:
    (service / "chart" / "templates" / "mine.yaml").write_text("{{ nope }}\n")

    status, _, messages = run("check")

    assert status == 2
    assert 'function "nope" not defined' in messages


OWN_OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: mine\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (OWN_OBJECT + "data: {}\ndata: {a: b}\n", "the key 'data' is given twice"),
        (OWN_OBJECT + "---\n" + OWN_OBJECT, "ConfigMap mine is rendered twice"),
        (OWN_OBJECT + "dota: {}\n", "ConfigMap mine: "),
        ("apiVersion: v1\nkind: ConfigMop\nmetadata:\n  name: mine\n", "ConfigMop mine: there is no v1 ConfigMop"),
    ],
    ids=["a key twice", "an object twice", "an unknown field", "an unknown kind"],
)
def test_what_kubernetes_would_refuse_of_a_template_exits_2(service: Path, run: Run, text: str, message: str) -> None:
    (service / "chart" / "templates" / "mine.yaml").write_text(text)

    status, _, messages = run("check")

    assert status == 2
    assert message in messages


def test_a_hand_edit_is_told_as_such(service: Path, run: Run) -> None:
    with (service / "chart" / "values.yaml").open("a") as file:
        file.write("# by hand\n")

    status, _, messages = run("check")

    assert status == 3
    assert messages.startswith("stale: orders-api/chart: values.yaml (edited by hand)\nhint: ")


def test_a_values_file_that_was_deleted_is_told_once(service: Path, run: Run) -> None:
    (service / "chart" / "values-staging.yaml").unlink()

    status, _, messages = run("check")

    assert status == 3
    assert messages.startswith("stale: orders-api/chart: values-staging.yaml (deleted by hand)\n")
    assert messages.count("values-staging.yaml") == 1


def test_of_several_exit_codes_stale_weighs_more_than_findings(service: Path, run: Run) -> None:
    replace(service / "service.py", '"0.1.0"', '"latest"')

    status, output, _ = run("check")

    assert (status, output) == (3, "1 chart checked: 1 stale, 1 finding\n")


def test_of_several_exit_codes_invalid_weighs_more_than_stale(service: Path, run: Run) -> None:
    run("new", "users")
    replace(service / "service.py", '"0.1.0"', '"latest"')
    (service.parent / "users" / "chart" / "image-staging.yaml").write_text("image: [\n")

    status, output, _ = run("check")

    assert (status, output) == (2, "2 charts checked: 1 stale, 1 invalid, 1 finding\n")


def test_of_several_exit_codes_a_missing_tool_weighs_more_than_stale(service: Path, run: Run) -> None:
    replace(service / "service.py", "0.1.0", "0.2.0")

    assert run("check", "--helm", "/nowhere/helm")[0] == 4


def test_quiet_says_only_what_is_wrong(service: Path, run: Run) -> None:
    assert run("check", "-q") == (0, "", "")
    find(service, run)
    assert run("check", "--quiet") == (1, "", f"CG401: orders-api/service.py:8: image.tag: {MOVING}\n{HINT}")


def test_verbose_says_which_helm_is_used_and_what_is_well(service: Path, run: Run) -> None:
    status, _, messages = run("check", "--verbose")

    assert status == 0
    assert messages.startswith("rendering with embedded Helm v4.")
    assert messages.endswith("\norders-api/chart: all is well\n")


@pytest.mark.helm
def test_an_executable_helm_says_the_same_as_the_embedded_one(service: Path, run: Run) -> None:
    from tests.helms import PROGRAMS

    helm = str(PROGRAMS["helm 3.17"])
    assert run("check", "--helm", helm) == (0, "1 chart checked: all is well\n", "")
    (service / "chart" / "image-staging.yaml").write_text("image: [\n")
    assert run("check", "--helm", helm)[::2][0] == 2
