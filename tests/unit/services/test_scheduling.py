from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from areasef import commands
from areasef.domain.deadline import OwnInterval
from areasef.services import scheduling, undoing
from areasef.services.looking_ahead import glance
from areasef.services.scheduling import Schedule, schedule
from areasef.services.session import Session
from areasef.words.faults import AppError

RECEIVED = date(2026, 11, 16)


@pytest.fixture
def begun(session: Session) -> Session:
    clock = scheduling.current_clock(session)
    scheduling.keep_clock(
        session, replace(clock, outcome_id="systemic_failings", received=RECEIVED, inspected=date(2026, 9, 18))
    )
    return session


def day_of(found: Schedule, interval_id: str) -> date | None:
    return next(each.day for each in found.deadlines if each.interval.id == interval_id)


def test_a_date_of_receipt_gives_the_whole_calendar(begun: Session) -> None:
    found = schedule(begun)
    # Christmas Day, Boxing Day in lieu and New Year's Day are not counted
    assert day_of(found, "priority_action_plan") == date(2027, 1, 7)
    assert day_of(found, "icb_board_meeting") == date(2027, 1, 5)
    assert day_of(found, "cabinet_meeting") == date(2026, 12, 30)
    assert day_of(found, "cabinet_papers") == date(2026, 12, 14)
    assert day_of(found, "monitoring") == date(2028, 5, 16)
    assert day_of(found, "next_full_other") == date(2029, 9, 18)
    assert scheduling.missing(found) == ("draft_received",)


def test_the_closure_moves_the_plan(begun: Session) -> None:
    scheduling.keep_clock(begun, replace(scheduling.current_clock(begun), closure=True))
    assert day_of(schedule(begun), "priority_action_plan") == date(2027, 1, 12)


def test_an_interval_of_ones_own_is_kept_and_goes_back(begun: Session) -> None:
    scheduling.set_amount(begun, "priority_action_plan", 30)
    assert day_of(schedule(begun), "priority_action_plan") == date(2026, 12, 30)
    undoing.undo(begun)
    assert day_of(schedule(begun), "priority_action_plan") == date(2027, 1, 7)
    scheduling.set_amount(begun, "priority_action_plan", 30)
    scheduling.set_amount(begun, "priority_action_plan", None)
    assert begun.store.all(OwnInterval) == ()
    with pytest.raises(AppError, match="from 0 to 1000"):
        scheduling.set_amount(begun, "priority_action_plan", -1)


def test_overview_hears_of_dates_until_they_are_done(begun: Session) -> None:
    before = glance(begun)
    assert [each.title for each in before.coming if each.kind == "date"][:1] == [
        "Cabinet papers close before the meeting"
    ]
    scheduling.set_done(begun, scheduling.current_clock(begun), "cabinet_papers", True)
    after = glance(begun)
    assert "Cabinet papers close before the meeting" not in [each.title for each in after.coming]
    scheduling.set_done(begun, scheduling.current_clock(begun), "cabinet_papers", False)
    assert glance(begun).coming == before.coming


def test_what_others_do_is_never_overdue_and_a_missed_deadline_is(begun: Session) -> None:
    clock = scheduling.current_clock(begun)
    scheduling.keep_clock(begun, replace(clock, received=date(2020, 1, 6), inspected=date(2019, 9, 25)))
    late = [each.interval.id for each in schedule(begun).still_to_come]
    assert "priority_action_plan" in late
    assert not {"monitoring", "publication", "stocktake", "next_full_other"} & set(late)


def test_a_later_report_begins_again_and_the_ticks_of_the_first_stay_with_it(begun: Session) -> None:
    first = scheduling.current_clock(begun)
    scheduling.set_done(begun, first, "cabinet_papers", True)
    scheduling.start_again(begun)
    assert scheduling.current_clock(begun).id != first.id
    assert not any(each.done_on for each in schedule(begun).deadlines)


def events(text: str) -> Iterator[dict[str, str]]:
    """Read an iCalendar file as a calendar program does: lines unfolded first, escapes undone."""
    event: dict[str, str] = {}
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT":
            yield event
        else:
            event[name] = value.replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n").replace("\\\\", "\\")


def test_the_calendar_file_holds_what_is_still_to_come(begun: Session, tmp_path: Path) -> None:
    scheduling.set_done(begun, scheduling.current_clock(begun), "cabinet_papers", True)
    target = tmp_path / "dates.ics"
    count = scheduling.export_calendar(begun, target)
    raw = target.read_bytes()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert b"\n" not in raw.replace(b"\r\n", b"")
    found = {each["UID"].partition(".")[0]: each for each in events(raw.decode())}
    assert len(found) == count
    assert "cabinet_papers" not in found
    plan = found["priority_action_plan"]
    assert plan["DTSTART;VALUE=DATE"] == "20270107"
    assert plan["SUMMARY"] == "Priority action plan: submit (Alderbrook)"
    assert "35 working days after the final report was received" in plan["DESCRIPTION"].capitalize().replace("\n", " ")
    assert "(unverified)" in plan["DESCRIPTION"]


def test_nothing_is_exported_where_nothing_is_known(session: Session, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="No date"):
        scheduling.export_calendar(session, tmp_path / "dates.ics")
    assert not (tmp_path / "dates.ics").exists()


def test_the_command_line_lists_the_dates_and_says_what_is_missing(
    begun: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begun.store.publish()
    out = tmp_path / "dates.ics"
    assert commands.run(["dates", str(begun.document), "--ics", str(out)]) == commands.DONE
    said = capsys.readouterr().out
    assert "Thu 7 Jan 2027   Priority action plan: submit: 35 working days after" in said
    assert ", unverified" in said
    assert "Not said yet: the day the draft report was received." in said
    assert out.read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
