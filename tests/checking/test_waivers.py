"""Waivers: what they lift, until when, and which are for nothing."""

from datetime import date

from chartgen.checking.finding import Finding
from chartgen.checking.lint import unwaived, waiver_problems
from chartgen.checking.presets import DEPRECATED
from chartgen.checking.rules import NUMBERS
from chartgen.errors import Message
from chartgen.models import Service, Waiver
from chartgen.project.lines import PythonSource
from chartgen.project.services import LoadedService

TODAY = date(2026, 11, 21)


def finding(rule: str = "CG401", environment: str = "production") -> Finding:
    return Finding(Message("service.py", 8, "image.tag", "is 'latest'", "write a version"), rule, environment)


def waiver(rule: str = "CG401", until: str = "2026-12-31", environment: str | None = None) -> Waiver:
    return Waiver(rule=rule, reason="for now", owner="team-orders", until=until, environment=environment)


def problems(waivers: list[Waiver], found: list[Finding]) -> list[str]:
    from pathlib import Path

    service = Service(name="orders-api", waivers=waivers)
    loaded = LoadedService(service, Path("service.py"), PythonSource("service.py", service))
    return [f"{message.path} {message.text}; {message.hint}" for message in waiver_problems(loaded, found)]


def test_a_waiver_lifts_the_findings_of_its_rule_and_no_other() -> None:
    found = [finding("CG401"), finding("CG601")]

    assert unwaived(found, [waiver("CG401")], TODAY) == [finding("CG601")]


def test_a_waiver_holds_on_its_last_day_and_not_on_the_next() -> None:
    last = [waiver(until="2026-11-21")]

    assert unwaived([finding()], last, date(2026, 11, 21)) == []
    assert len(unwaived([finding()], last, date(2026, 11, 22))) == 1


def test_a_finding_whose_waiver_has_ended_says_so() -> None:
    kept = unwaived([finding()], [waiver(until="2026-11-01"), waiver(until="2026-11-20")], TODAY)

    assert kept[0].message.text == "is 'latest'; its waiver ended on 2026-11-20"
    assert kept[0].message.hint == "write a version"


def test_one_waiver_that_holds_is_enough() -> None:
    assert unwaived([finding()], [waiver(until="2026-11-20"), waiver(until="2026-11-22")], TODAY) == []


def test_a_waiver_for_one_environment_lifts_nothing_in_another() -> None:
    found = [finding(environment="staging"), finding(environment="production")]

    assert unwaived(found, [waiver(environment="staging")], TODAY) == [finding(environment="production")]


def test_a_waiver_of_a_rule_that_does_not_exist_is_refused() -> None:
    known = ", ".join(sorted((DEPRECATED.id, *NUMBERS)))

    assert problems([waiver("CG999")], [finding()]) == [
        f"waivers[0].rule is 'CG999', which is no rule; there are {known}"
    ]


def test_a_waiver_for_which_nothing_is_found_is_refused() -> None:
    assert problems([waiver("CG601"), waiver("CG401")], [finding("CG401")]) == [
        "waivers[0].rule waives CG601, which finds nothing here; take the waiver out"
    ]


def test_a_waiver_for_an_environment_without_the_finding_is_refused() -> None:
    assert problems([waiver(environment="staging")], [finding(environment="production")]) == [
        "waivers[0].rule waives CG401, which finds nothing here; take the waiver out"
    ]
