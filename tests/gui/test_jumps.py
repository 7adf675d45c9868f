"""Wherever a jump leads, in a narrow, low window too, one stands on something that is seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from tests.gui import overview_content, plan_content
from tests.gui.clipping import settle
from tests.gui.test_narrow import NARROW

from areasef.domain.evidence import Evidence
from areasef.domain.plan import Action, Priority
from areasef.domain.record import Finding
from areasef.domain.statement import Statement
from areasef.services.session import Session
from areasef.ui.navigation import Target
from areasef.ui.window import Window

HALF = (910, 458)  # 1366 by 688 at 150 %
LEAST = 20  # of what has the focus, so high is seen


@pytest.fixture
def session(session: Session) -> Session:
    overview_content.fill(session)
    plan_content.fill(session)
    return session


def targets(session: Session) -> Iterator[Target]:
    strand = session.framework.strands[2].id
    yield from (Target("evaluate", "strand", strand, field) for field in ("", "reason", "statements", "not_known"))
    yield from (Target("evaluate", "guide"), Target("evaluate", "strand", strand, "reason"))
    statement, item = session.store.all(Statement)[0].id, session.store.all(Evidence)[0].id
    yield from (Target("evaluate", "statement", statement, field) for field in ("", "confidence_reason"))
    yield from (Target("evaluate", "checks"), Target("evaluate", "strand", strand, "evidence"))
    yield from (Target("evidence", "evidence", item, field) for field in ("", "1", "title"))
    yield from (Target("evidence", "stale"), Target("evidence", "evidence", item), Target("evidence"))
    action, priority = session.store.all(Action)[0].id, session.store.all(Priority)[0].id
    yield from (Target("plan", "action", action, field) for field in ("", "measures", "evidence_ids", "closing_reason"))
    yield from (Target("plan", "priority", priority, field) for field in ("", "outcome", "finding_ids"))
    yield from (Target("plan", kind) for kind in ("off_track", "changes", "sight", "dates"))
    finding = session.store.all(Finding)[0].id
    yield from (Target("findings", "finding", finding, field) for field in ("", "answers", "evidence"))
    yield from (Target("settings", "partnership"), Target("publish"), Target("help"), Target("overview"))


@pytest.mark.parametrize("size", [NARROW, HALF], ids=["200 %", "150 %"])
def test_every_jump_stands_on_something_that_is_seen(window: Window, session: Session, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.go(Target("overview"))
    settle()
    for target in targets(session):
        window.go(target)
        settle()
        here = QApplication.focusWidget()
        assert here is not None, f"nothing has the focus after {target}"
        seen = here.visibleRegion().boundingRect()
        if seen.height() < min(here.height(), LEAST):
            window.grab().save("/tmp/j-test.png")
        assert seen.height() >= min(here.height(), LEAST), f"{here.accessibleName()!r} after {target}: {seen}"


def test_keys_for_statements_bring_them_to_the_front(window: Window, session: Session) -> None:
    window.resize(*NARROW)
    statement = session.store.all(Statement)[0]
    for command in ("previous", "next", "edit", "done", "move_up"):
        window.go(Target("evaluate", "statement", statement.id))
        window.go(Target("evaluate", "checks"))
        settle()
        window.commands.run(command)
        settle()
        here = QApplication.focusWidget()
        assert here is not None, f"nothing has the focus after {command}"
        assert here.isVisible(), f"{here.accessibleName()!r} after {command}"
