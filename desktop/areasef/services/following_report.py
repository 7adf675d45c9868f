"""Which report is followed up: the area's newest, or the one that somebody chose; documents follow the same one."""

from __future__ import annotations

import json
from datetime import date
from typing import Final

from areasef.domain.change import Change
from areasef.domain.followed import ReportKey, newest_report
from areasef.domain.record import Finding
from areasef.services.session import Session

REPORT: Final = "report"  # the kind of thing that a change of it names
_SETTING: Final = "report"


def chosen_report(session: Session) -> ReportKey | None:
    """Return the report that somebody chose, or None: then the newest is followed."""
    kept = session.store.setting(_SETTING)
    if not kept:
        return None
    title, day = json.loads(kept)
    return ReportKey(title, date.fromisoformat(day) if day else None)


def followed_report(session: Session) -> ReportKey | None:
    """Return the report that is followed up; None where no finding has a dated report."""
    chosen = chosen_report(session)
    if chosen is not None and session.store.all(Finding, report=chosen.title, report_date=chosen.day):
        return chosen
    return newest_report(session.store.all(Finding), session.area.name)


def follow_report(session: Session, key: ReportKey) -> Change:
    """Follow a report from now on; the newest is followed without being named, so that one still newer takes its place."""
    newest = newest_report(session.store.all(Finding), session.area.name)
    day = key.day.isoformat() if key.day else None
    session.store.set_setting(_SETTING, "" if key == newest else json.dumps([key.title, day]))
    return Change(frozenset({REPORT}), frozenset(), "Follow another report")
