"""Which report is followed up: the area's newest, or the one that somebody chose; documents follow the same one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Final

from areasef.domain.change import Change
from areasef.domain.followed import ReportKey, newest_report
from areasef.domain.record import Finding
from areasef.services.session import Session

_LABEL: Final = "Follow another report"
_SETTING: Final = "report"  # where older files hold the choice, outside the log


def chosen_report(session: Session) -> ReportKey | None:
    """Return the report that somebody chose, or None: then the newest is followed."""
    area = session.area
    if area.followed_report:
        return ReportKey(area.followed_report, area.followed_day)
    return _chosen_before(session)


def followed_report(session: Session) -> ReportKey | None:
    """Return the report that is followed up; None where no finding has a dated report."""
    chosen = chosen_report(session)
    if chosen is not None and session.store.all(Finding, report=chosen.title, report_date=chosen.day):
        return chosen
    return newest_report(session.store.all(Finding), session.area.name)


def follow_report(session: Session, key: ReportKey) -> Change:
    """Follow a report from now on; the newest is followed without being named, so that one still newer takes its place."""
    _bring_over(session)
    newest = newest_report(session.store.all(Finding), session.area.name)
    chosen = ReportKey("") if key == newest else key
    with session.store.write(_LABEL) as batch:
        batch.put(replace(session.area, followed_report=chosen.title, followed_day=chosen.day))
    return batch.change


def _chosen_before(session: Session) -> ReportKey | None:
    kept = session.store.setting(_SETTING)
    if not kept:
        return None
    title, day = json.loads(kept)
    return ReportKey(title, date.fromisoformat(day) if day else None)


def _bring_over(session: Session) -> None:
    """Move the choice of an older file to where it is logged, so that the next one can be taken back to it."""
    before = _chosen_before(session)
    if before is None:
        return
    with session.store.write(_LABEL, undoable=False) as batch:
        batch.put(replace(session.area, followed_report=before.title, followed_day=before.day))
        session.store.set_setting(_SETTING, "")
