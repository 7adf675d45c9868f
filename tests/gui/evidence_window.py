"""The window on the Evidence screen, for its tests."""

from __future__ import annotations

from areasef.domain.evidence import Evidence
from areasef.services.session import Session
from areasef.ui.navigation import Target
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.window import Window


def evidence_of(window: Window, target: Target | None = None) -> EvidencePage:
    """Go to Evidence and return its page."""
    window.go(target or Target("evidence"))
    assert isinstance(window.page, EvidencePage)
    return window.page


def titles(page: EvidencePage) -> list[str]:
    """Return what the list shows, from the top."""
    return [page.view.model.row(at).title for at in range(page.view.model.rowCount())]


def kept(session: Session, evidence_id: str) -> Evidence:
    """Return an item as the workspace holds it."""
    item = session.store.get(Evidence, evidence_id)
    assert item is not None
    return item
