from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from areasef.domain.plan import Delivery
from areasef.services import planning
from areasef.services.looking_ahead import SHOWN, glance
from areasef.services.scheduling import working_days
from areasef.services.session import Session


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), 0),
        (date(2026, 11, 23), date(2026, 11, 26), 3),
        (date(2026, 11, 27), date(2026, 11, 30), 1),
        # Christmas Day, and the Monday in lieu of Boxing Day, a Saturday
        (date(2026, 12, 24), date(2026, 12, 29), 1),
        # New Year's Day, across the years
        (date(2026, 12, 31), date(2027, 1, 4), 1),
        # Good Friday and Easter Monday
        (date(2027, 3, 25), date(2027, 3, 30), 1),
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(start: date, end: date, days: int) -> None:
    assert working_days(start, end) == days


def test_what_is_due_comes_in_order_without_what_is_done_and_by_its_moved_date(session: Session) -> None:
    priority = planning.add_priority(session, "Help sooner")
    days = (date(2026, 12, 20), date(2026, 12, 1), date(2026, 11, 1), date(2026, 12, 5))
    actions = [planning.add_action(session, priority.id, f"Action {number}") for number in range(len(days))]
    for action, day in zip(actions, days, strict=True):
        planning.keep(session, replace(action, due=day))
    planning.keep(session, replace(actions[1], due=days[1], new_due=date(2027, 1, 8)))
    planning.keep(session, replace(actions[3], due=days[3], delivery=Delivery.DONE, closing_reason="No longer needed"))
    found = glance(session)
    assert [each.title for each in found.coming] == ["Action 0", "Action 1"]
    assert found.coming[1].day == date(2027, 1, 8)
    assert found.overdue == 1


def test_no_more_than_the_next_five_are_shown(session: Session) -> None:
    priority = planning.add_priority(session, "Help sooner")
    for number in range(SHOWN + 2):
        action = planning.add_action(session, priority.id, f"Action {number}")
        planning.keep(session, replace(action, due=date(2027, 1, 4 + number)))
    assert len(glance(session).coming) == SHOWN
