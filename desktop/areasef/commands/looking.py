"""Look, and write nothing into a workspace: its checks, its dates, whether it is whole, and the packs."""

from __future__ import annotations

import argparse
from datetime import date

from areasef.commands.telling import DONE, FAULTS, opened, tell, tell_faults
from areasef.domain.deadline import Deadline
from areasef.domain.progress import MONTHS, WEEKDAYS
from areasef.packs.listing import shipped_packs
from areasef.packs.reading import read_pack
from areasef.services.gathering import checks
from areasef.services.scheduling import MISSING_WORDS, as_data, export_calendar, missing, schedule
from areasef.words.checks import check_words


def dates(given: argparse.Namespace) -> int:
    """List the dates that follow from the report, and write them for a calendar program where that is asked."""
    with opened(given.workspace) as session:
        found = schedule(session)
        written = export_calendar(session, given.ics) if given.ics else 0
    lines = [
        f"{_day(each.day):<15}  {each.interval.title}: {each.why}{_of_a_date(each)}" for each in found.dated if each.day
    ]
    lines += [f"Not said yet: {MISSING_WORDS[name]}." for name in missing(found)]
    if given.ics:
        lines.append(f"{given.ics}: {written} date{'' if written == 1 else 's'}")
    tell(given, as_data(found) | {"ics": str(given.ics) if given.ics else None}, lines)
    return DONE


def _day(day: date) -> str:
    """Return a day as it is written on screen: ``Tue 13 Aug 2024``. Never the system's names."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _of_a_date(deadline: Deadline) -> str:
    done = f", done on {_day(deadline.done_on)}" if deadline.done_on else ""
    return f"{', fixed by hand' if deadline.own_day else ''}{'' if deadline.verified else ', unverified'}{done}"


def check(given: argparse.Namespace) -> int:
    """List what is weak in an evaluation, each with its place."""
    with opened(given.workspace) as session:
        found = checks(session)
    rows = []
    for check in found:
        said = check_words(check.code, check.params)
        rows.append(
            {"code": check.code, "severity": check.severity, "strand": check.strand_id, "what": said.what}
            | {"where": said.where, "kind": check.spot.kind, "id": check.spot.id, "field": check.spot.field}
        )
    words = {"must": "Must fix", "look": "Look at", "note": "Note"}
    tell(given, {"checks": rows}, [f"{words[row['severity']]}: {row['what']} ({row['where']})" for row in rows])
    return FAULTS if rows else DONE


def verify(given: argparse.Namespace) -> int:
    """Prove that a workspace is whole."""
    with opened(given.workspace) as session:
        faults = session.verify()
    tell_faults(
        given, faults, f"{given.workspace.name} is whole: every row, log entry and original agrees with its hash."
    )
    return FAULTS if faults else DONE


def packs_list(given: argparse.Namespace) -> int:
    """List the packs that ship with the application."""
    rows = [
        {"id": pack.id, "edition": pack.edition, "title": pack.title, "path": str(pack.path)}
        for pack in shipped_packs()
    ]
    tell(given, {"packs": rows}, [f"{row['id']}: {row['title']} ({row['edition']})" for row in rows])
    return DONE


def packs_check(given: argparse.Namespace) -> int:
    """Say every fault of a pack."""
    reading = read_pack(given.path)
    framework = reading.framework
    said = f"{framework.title}: {len(framework.strands)} strands, no faults." if framework else ""
    tell_faults(given, reading.faults, said)
    return FAULTS if reading.faults else DONE
