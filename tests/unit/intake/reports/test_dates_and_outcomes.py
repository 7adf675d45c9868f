"""Dates in every form that reports print, and outcomes by the stems of their sentences."""

from __future__ import annotations

from datetime import date

import pytest

from areasef.domain.report import InspectionOutcome, PlanAsked
from areasef.intake.reports.dates import span
from areasef.intake.reports.opening import follow, opening, outcomes, worded


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("8 to 12 July 2024", "2024-07-08", "2024-07-12"),
        ("27 March 2023 to 31 March 2023", "2023-03-27", "2023-03-31"),
        ("23 September to 27 September 2024", "2024-09-23", "2024-09-27"),
        ("29 April to 3 May 2024", "2024-04-29", "2024-05-03"),
        ("29 January 2024 to 02 February 2024", "2024-01-29", "2024-02-02"),
        ("16 May 2016", "2016-05-16", "2016-05-16"),
        ("28 February to 4 March 2022", "2022-02-28", "2022-03-04"),
        ("30 December to 3 January 2025", "2024-12-30", "2025-01-03"),
        ("Monday 8 – Friday 12 July 2024", "2024-07-08", "2024-07-12"),
        ("8th to 12th\u00a0July\u202f2024", "2024-07-08", "2024-07-12"),
        ("27 February to 3 March 2023", "2023-02-27", "2023-03-03"),
        ("between 25 and 29 September 2023", "2023-09-25", "2023-09-29"),
        ("from 4 December 2023 until 8 December 2023", "2023-12-04", "2023-12-08"),
        ("30 December 2024 to 3 January 2025", "2024-12-30", "2025-01-03"),
        ("8-12 Sept 2024", "2024-09-08", "2024-09-12"),
        ("6 February 2023 to 10 February", "2023-02-06", "2023-02-10"),
        ("08/07/2024 to 12/07/2024", "2024-07-08", "2024-07-12"),
        ("8.7.2024 – 12.7.2024", "2024-07-08", "2024-07-12"),
        ("2 to 6 December 2024", "2024-12-02", "2024-12-06"),
        ("30 September to 4 October 2024", "2024-09-30", "2024-10-04"),
        ("13\u201317 May 2019", "2019-05-13", "2019-05-17"),
        ("26 to 30 June 2017, revisit 9 to 11 December 2019", "2017-06-26", "2017-06-30"),
        ("4 to 8 July 2016 and 11 to 13 December 2019 (revisit)", "2016-07-04", "2016-07-08"),
        ("4 July 2016 to 8 July 2016; 2 December 2019", "2016-07-04", "2016-07-08"),
        ("11, 12, 13, 14 and 15 December 2023", "2023-12-11", "2023-12-15"),
        ("11 and 12 December and 14 to 15 December 2023", "2023-12-11", "2023-12-15"),
        ("29 January and 2 February 2018", "2018-01-29", "2018-02-02"),
        ("25 September 2023 and 29 September 2023", "2023-09-25", "2023-09-29"),
        ("12 and 13 March 2025 and 17 to 21 March 2025", "2025-03-12", "2025-03-21"),
        ("11 to15 December 2023", "2023-12-11", "2023-12-15"),
        ("11 to 15 Decem- ber 2023", "2023-12-11", "2023-12-15"),
        ("11 \u00adto 15 December 2023", "2023-12-11", "2023-12-15"),
        ("11/12/23 – 15/12/23", "2023-12-11", "2023-12-15"),
        ("2023-12-11 to 2023-12-15", "2023-12-11", "2023-12-15"),
    ],
)
def test_dates(text: str, start: str, end: str) -> None:
    assert span(text) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "text",
    [
        "Not previously inspected",
        "8 to 12 July",
        "12/31/2024",
        "First inspection",
        "",
        "31 June 2024",
        "in the summer of 2019",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert span(text) == (None, None)


@pytest.mark.parametrize(
    ("title", "area"),
    [
        (
            "Area SEND inspection of Stoke-on-Trent Local Area Partnership Inspection dates: 8 to 12 July 2024",
            "Stoke-on-Trent",
        ),
        ("Area SEND inspection of the Greenwich Local Area Partnership Inspection dates:", "Greenwich"),
        ("Area SEND inspection of Kingston upon Hull Local Area partnership", "Kingston upon Hull"),
        ("Area SEND inspection of Bath, Weir and Marl Local AREA Partnership", "Bath, Weir and Marl"),
        ("Area SEND inspection of Weirland and Marlshire Local Area Partnership (LAP)", "Weirland and Marlshire"),
        ("Area SEND inspection: Marlbridge Local Area Partnership", "Marlbridge"),
        ("Area SEND reinspection of Marlbridge Local Area SEND Partnership", "Marlbridge"),
        ("Area SEND inspection of Marlbridge SEND Partnership Inspection dates:", "Marlbridge"),
        ("Marlbridge Local Area Partnership Area SEND inspection Inspection dates:", "Marlbridge"),
        ("Area SEND inspection of Marlbridge Inspection dates: 8 to 12 July 2024", "Marlbridge"),
    ],
)
def test_the_area_is_named_by_the_title(title: str, area: str) -> None:
    assert opening("Local area partnership report " + title).area == area


@pytest.mark.parametrize("dates", ["Inspection dates:", "Dates of inspection:", "Inspection date(s)", "Inspected from"])
@pytest.mark.parametrize(
    "previous",
    [
        "Date of previous inspection:",
        "Date(s) of previous inspection:",
        "Dates of previous inspection(s):",
        "Previous inspection dates:",
        "Previous inspection:",
        "Date of last inspection:",
        "Date of most recent inspection:",
        "Date of previous local area SEND inspection:",
        "Date of previous joint area revisit:",
        "Date of previous re-visit:",
    ],
)
def test_both_dates_are_found_whatever_stands_before_them(dates: str, previous: str) -> None:
    title = f"Area SEND inspection of Marlbridge Local Area Partnership {dates} 11 to 15 December 2023"
    found = opening(f"{title} {previous} 4 to 8 July 2016")
    assert (found.area, found.dates) == ("Marlbridge", (date(2023, 12, 11), date(2023, 12, 15)))
    assert found.previous == (date(2016, 7, 4), date(2016, 7, 8))


def test_the_day_of_a_revision_is_no_previous_inspection() -> None:
    title = "Area SEND inspection of Marlbridge Local Area Partnership Inspection dates: 11 to 15 March 2024 "
    none = opening(
        title + "Date of previous inspection: Not previously inspected This report was revised on 3 May 2024"
    )
    assert none.previous == (None, None)
    some = opening(title + "Date of previous inspection: 4 to 8 July 2016 This report was revised on 3 May 2024")
    assert some.previous == (date(2016, 7, 4), date(2016, 7, 8))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The next full area SEND inspection will be within approximately 3 years.", 3),
        ("The next full Area SEND inspection will take place within approximately five years.", 5),
        ("The next full reinspection will be within approximately three years.", 3),
        ("The next full area SEND inspection will be within five years.", 5),
        ("The next full area SEND inspection of the Marlbridge Local Area Partnership is due within three years.", 3),
        ("A full reinspection will be carried out within approximately 3 years.", 3),
        ("The next full area SEND inspection is expected within approximately 5 (five) years.", 5),
        ("The next full area SEND inspection will be within approximately 36 months.", 3),
        ("The next full inspection will be announced. A plan covers 5 years.", None),
        ("A monitoring inspection will be carried out within approximately 2 years.", None),
    ],
)
def test_the_next_inspection(text: str, years: int | None) -> None:
    assert follow(text).years == years


def test_monitoring_is_another_date_than_the_next_full_inspection() -> None:
    after = follow(
        "A monitoring inspection will be carried out within approximately 18 months. The next full reinspection will "
        "be within approximately three years. HMCI requires the partnership to submit a priority action plan (area SEND)."
    )
    assert (after.months, after.years, after.asked) == (18, 3, PlanAsked.PRIORITY_ACTION_PLAN)


@pytest.mark.parametrize(
    ("text", "months", "asked"),
    [
        ("A monitoring inspection will take place within approximately one year.", 12, None),
        ("Monitoring inspections will be carried out.", 18, None),
        ("There will be no monitoring inspection.", None, None),
        (
            "The partnership updates its strategic plan. No priority action plan is needed.",
            None,
            PlanAsked.STRATEGIC_PLAN,
        ),
    ],
)
def test_what_is_denied_is_not_asked_for(text: str, months: int | None, asked: PlanAsked | None) -> None:
    after = follow(text)
    assert (after.months, after.asked) == (months, asked)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("arrangements typically lead to consistently positive experiences", InspectionOutcome.POSITIVE),
        ("arrangements typically lead to positive outcomes and experiences", InspectionOutcome.POSITIVE),
        ("arrangements lead to inconsistencies in the experiences and outcomes", InspectionOutcome.INCONSISTENT),
        ("there are systemic and/or widespread failings", InspectionOutcome.SYSTEMIC_FAILINGS),
        ("there are widespread and/or systematic failures", InspectionOutcome.SYSTEMIC_FAILINGS),
        ("there are widespread and/or sys-temic failings", InspectionOutcome.SYSTEMIC_FAILINGS),
    ],
)
def test_an_outcome_in_other_words_is_known_under_its_heading(text: str, outcome: InspectionOutcome) -> None:
    assert worded(text) == (outcome,)


def test_a_text_may_hold_more_than_one_stem() -> None:
    text = "typically lead to positive experiences and outcomes; lead to inconsistent experiences\nand outcomes"
    assert outcomes(text) == (InspectionOutcome.POSITIVE, InspectionOutcome.INCONSISTENT)
