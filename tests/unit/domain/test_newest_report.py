from __future__ import annotations

from datetime import date

import pytest

from areasef.domain.followed import ReportKey, findings_of_report, newest_report, report_title, reports_of, same_area
from areasef.domain.record import Finding, FindingKind

NEW, OLD = date(2026, 3, 2), date(2021, 7, 5)


def finding(key: str, day: date | None, report: str = "Area SEND inspection report") -> Finding:
    return Finding(key, FindingKind.IMPROVEMENT, "Waits are long.", report=report, report_date=day)


def followed(found: tuple[Finding, ...], area: str = "Alderbrook") -> list[str]:
    return [each.id for each in findings_of_report(found, newest_report(found, area), area)]


def test_the_newest_report_is_followed_whatever_was_kept_first() -> None:
    found = tuple(finding(*each) for each in (("new", NEW), ("old", OLD), ("hand", None)))
    assert followed(found) == ["new", "hand"]
    assert followed(found[::-1]) == ["hand", "new"]


def test_findings_without_a_day_are_all_followed() -> None:
    assert len(followed((finding("one", None), finding("other", None)))) == 2


def test_a_newer_report_of_another_area_is_not_the_area_s_own() -> None:
    own, other = report_title("Alderbrook Borough Council"), report_title("Millford")
    found = (finding("own", OLD, own), finding("other", NEW, other), finding("undated", None, other))
    assert followed(found) == ["own"]
    assert followed(found, "Millford") == ["other", "undated"]
    assert reports_of(found)[:2] == (ReportKey(other, NEW), ReportKey(own, OLD))


def test_where_no_report_is_the_area_s_own_the_newest_of_any_is_followed() -> None:
    found = (finding("old", OLD, report_title("Millford")), finding("new", NEW, report_title("Upper Stow")))
    assert followed(found) == ["new"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bedford Borough Council", "Bedford", True),
        ("Kingston-upon-Hull", "kingston upon hull City Council", True),
        ("Bedford", "Central Bedfordshire", False),
        ("City of London", "London", True),
        ("Council", "Borough", False),
    ],
)
def test_names_of_one_area(one: str, other: str, same: bool) -> None:
    assert same_area(one, other) is same
