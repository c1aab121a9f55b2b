"""Schedules are read as Kubernetes' own scheduler reads them; the cases were compared with robfig/cron 3.0.1."""

import re

import pytest

from chartgen.models.schedule import TIME_ZONES, five_fields, schedule, time_zone


@pytest.mark.parametrize(
    "text",
    [
        "30 2 * * *",
        "*/5 8-18 * * mon-FRI",
        "0,30 0-23/2 1,15 jan,jul ?",
        "5/10 * * * *",
        "0 0 29 2 *",
        "0 0 31 2 1",
        "0 0 31 2,3 *",
        "0 0 31 2 */2",
        "@daily",
        "@every 1h30m",
    ],
)
def test_a_schedule_that_the_scheduler_reads_is_taken(text: str) -> None:
    assert schedule(text) == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("60 * * * *", "has '60' for the minute: 60 is not within 0 and 59"),
        ("* * * * 7", "has '7' for the day of the week: 7 is not within 0 and 6; Sunday is 0"),
        ("* * * * 5-7", "has '5-7' for the day of the week: 7 is not within 0 and 6; Sunday is 0"),
        ("* * 0 * *", "has '0' for the day of the month: 0 is not within 1 and 31"),
        ("* * L * *", "has 'L' for the day of the month: 'L' is no number"),
        ("* * * januar *", "has 'januar' for the month: 'januar' is no number or a name such as jan"),
        ("30-10 * * * *", "has '30-10' for the minute: 30 comes after 10"),
        ("*/0 * * * *", "has '*/0' for the minute: steps of 0 lead nowhere"),
        ("1,,2 * * * *", "has '' for the minute: a number is missing"),
        ("0 0 0 * * *", "has 6 fields; five belong here: minute, hour, day of the month, month, day of the week"),
        ("@reboot", "is '@reboot'; the macros are @yearly, "),
        ("0 0 31 2 *", "is '0 0 31 2 *', a date that never comes"),
        ("0 0 31 4,6,9,11 ?", "is '0 0 31 4,6,9,11 ?', a date that never comes"),
        ("TZ=UTC 0 0 * * *", "holds a time zone, which Kubernetes refuses here; write it as time_zone"),
    ],
)
def test_a_schedule_that_the_scheduler_does_not_read_is_refused_with_its_reason(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=re.escape(why)):
        schedule(text)


def test_a_trigger_takes_five_fields_and_no_macro() -> None:
    assert five_fields("0 8 * * 1-5") == "0 8 * * 1-5"
    with pytest.raises(ValueError, match="has 1 fields"):
        five_fields("@daily")


def test_a_time_zone_is_one_of_the_iana_database_whatever_the_host_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONTZPATH", "")

    assert time_zone("Europe/Berlin") == "Europe/Berlin"
    assert time_zone("UTC") == "UTC"
    with pytest.raises(ValueError, match=r"is 'europe/berlin', .*; did you mean 'Europe/Berlin'\?"):
        time_zone("europe/berlin")
    with pytest.raises(ValueError, match="write one such as"):
        time_zone("Local")


def test_the_list_of_zones_is_sorted_and_whole() -> None:
    names = TIME_ZONES.read_text(encoding="utf-8").split()

    assert names == sorted(names)
    assert len(names) > 590
