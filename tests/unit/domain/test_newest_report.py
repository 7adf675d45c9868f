from __future__ import annotations

from datetime import date

from areasef.domain.record import Finding, FindingKind, of_newest_report


def finding(key: str, day: date | None) -> Finding:
    return Finding(key, FindingKind.IMPROVEMENT, "Waits are long.", report="Area SEND inspection", report_date=day)


def test_the_newest_report_is_followed_whatever_was_kept_first() -> None:
    found = tuple(finding(*each) for each in (("new", date(2026, 3, 2)), ("old", date(2021, 7, 5)), ("hand", None)))
    assert [each.id for each in of_newest_report(found)] == ["new", "hand"]
    assert [each.id for each in of_newest_report(found[::-1])] == ["hand", "new"]


def test_findings_without_a_day_are_all_followed() -> None:
    assert len(of_newest_report((finding("one", None), finding("other", None)))) == 2
