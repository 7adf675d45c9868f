from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from areasef.domain.deadline import ClockDay, Deadline, ReportClock, WorkingDays, calendar, stepped
from areasef.domain.framework import Framework
from areasef.packs.listing import shipped_packs
from areasef.packs.reading import read_pack

CHRISTMAS = frozenset({date(2023, 12, 25), date(2023, 12, 26), date(2024, 1, 1), date(2024, 3, 29), date(2024, 4, 1)})
WORKING = WorkingDays(CHRISTMAS)
CLOCK = ReportClock("clock", "positive", date(2023, 12, 22), inspected=date(2023, 10, 20))


@pytest.fixture(scope="module")
def framework() -> Framework:
    found = read_pack(shipped_packs()[0].path).framework
    assert found is not None
    return found


def days(framework: Framework, clock: ReportClock, **own: int) -> dict[str, Deadline]:
    return {each.interval.id: each for each in calendar(framework, clock, own, {}, WORKING)}


def test_the_working_days_of_a_published_plan_date_are_met() -> None:
    # A council was told on 22 December 2023 and published its plan on 14 February 2024, 35 working days later.
    assert WORKING.step(date(2023, 12, 22), 35) == date(2024, 2, 14)
    assert WORKING.between(date(2023, 12, 22), date(2024, 2, 14)) == 35


def test_the_christmas_closure_takes_three_more_days_away() -> None:
    closed = WorkingDays(CHRISTMAS, closure=True)
    assert closed.between(date(2023, 12, 22), date(2024, 2, 14)) == 32
    assert closed.step(date(2023, 12, 22), 35) == date(2024, 2, 19)


def test_steps_back_are_the_steps_forward_undone() -> None:
    for amount in range(60):
        assert WORKING.step(WORKING.step(date(2024, 1, 2), amount), -amount) == date(2024, 1, 2)


@pytest.mark.parametrize(
    ("day", "amount", "unit", "found"),
    [
        (date(2024, 8, 31), 18, "months", date(2026, 2, 28)),
        (date(2024, 2, 29), 3, "years", date(2027, 2, 28)),
        (date(2024, 12, 15), 1, "months", date(2025, 1, 15)),
        (date(2024, 1, 15), -1, "months", date(2023, 12, 15)),
    ],
)
def test_months_and_years_end_with_their_month(day: date, amount: int, unit: str, found: date) -> None:
    assert stepped(day, amount, unit, WORKING) == found


def test_each_outcome_has_its_own_calendar(framework: Framework) -> None:
    good = days(framework, CLOCK)
    bad = days(framework, replace(CLOCK, outcome_id="systemic_failings"))
    assert "strategic_plan" in good
    assert "monitoring" not in good
    assert "strategic_plan" not in bad
    assert bad["monitoring"].day == date(2025, 6, 22)
    assert bad["priority_action_plan"].day == date(2024, 2, 14)
    assert (good["next_full_positive"].day, bad["next_full_other"].day) == (date(2028, 10, 20), date(2026, 10, 20))
    assert "notice" not in good  # belongs to the next inspection


def test_sign_off_is_planned_back_from_the_plan_and_papers_from_the_meeting(framework: Framework) -> None:
    found = days(framework, CLOCK)
    assert found["icb_board_meeting"].day == WORKING.step(date(2024, 2, 14), -2)
    assert found["cabinet_meeting"].day == WORKING.step(date(2024, 2, 14), -5)
    assert found["cabinet_papers"].day == WORKING.step(date(2024, 2, 14), -15)
    assert found["cabinet_papers"].why == "10 working days before “Cabinet agrees the plan, at the latest”"


def test_a_meeting_fixed_by_hand_moves_its_papers_and_says_when_it_is_too_late(framework: Framework) -> None:
    kept = {"cabinet_meeting": ClockDay("day", "clock", "cabinet_meeting", on=date(2024, 2, 12))}
    found = {each.interval.id: each for each in calendar(framework, CLOCK, {}, kept, WORKING)}
    assert found["cabinet_meeting"].too_late
    assert found["cabinet_papers"].day == WORKING.step(date(2024, 2, 12), -10)
    assert not found["icb_board_meeting"].too_late


def test_an_amount_of_ones_own_is_unverified(framework: Framework) -> None:
    found = days(framework, replace(CLOCK, outcome_id="systemic_failings"), written_statement=60)
    assert (found["written_statement"].amount, found["written_statement"].verified) == (60, False)
    assert days(framework, replace(CLOCK, outcome_id="systemic_failings"))["written_statement"].verified


def test_what_has_no_day_yet_comes_last_and_no_day_is_invented(framework: Framework) -> None:
    found = calendar(framework, ReportClock("clock", "positive", received=date(2023, 12, 22)), {}, {}, WORKING)
    without = [each.day is None for each in found]
    assert without == sorted(without)
    assert {each.interval.after for each in found if each.day is None} == {"draft_report", "inspection"}


def test_a_pack_whose_intervals_count_from_one_another_in_a_ring_hangs_nothing(framework: Framework) -> None:
    ring = [
        replace(each, after="cabinet_papers") if each.id == "cabinet_meeting" else each for each in framework.intervals
    ]
    found = calendar(replace(framework, intervals=tuple(ring)), CLOCK, {}, {}, WORKING)
    assert {"cabinet_meeting", "cabinet_papers"}.isdisjoint(each.interval.id for each in found)
