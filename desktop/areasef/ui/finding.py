"""What the palette finds in the file: statements, pages, plan and the rest, each with the jump to it."""

from __future__ import annotations

from typing import Final

from areasef.services.gathering import search
from areasef.services.session import Session
from areasef.ui.navigation import Target
from areasef.ui.palette import Found

_GROUPS: Final = {
    "statement": ("Statements", "evaluate", "quote"),
    "self_view": ("Statements", "evaluate", "quote"),
    "response": ("Statements", "evaluate", "message-square"),
    "evidence": ("Pages", "evidence", "file-text"),
    "citation": ("Pages", "evaluate", "file-text"),
    "priority": ("Plan and data", "plan", "route"),
    "action": ("Plan and data", "plan", "route"),
    "measure": ("Plan and data", "plan", "chart-line"),
    "milestone": ("Plan and data", "plan", "route"),
    "request": ("Pages", "evidence", "send"),
    "partner": ("Partnership", "settings", "message-square"),
    "person": ("Partnership", "settings", "message-square"),
}


def find(session: Session, text: str) -> list[Found]:
    """Return what is found for words being typed, in groups."""
    found = []
    for hit in search(session, text):
        group, place, icon = _GROUPS.get(hit.kind, ("Plan and data", "overview", "search"))
        where = f"{hit.title[:60]}, page {hit.page}" if hit.page else hit.title[:60]
        field = str(hit.page) if hit.page else ""
        found.append(Found(group, hit.snippet, where, Target(place, hit.kind, hit.id, field), icon))
    order = list(dict.fromkeys(group for group, _, _ in _GROUPS.values()))
    return sorted(found, key=lambda each: order.index(each.group))
