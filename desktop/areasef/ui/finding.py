"""What the palette finds in the file: statements, pages, plan and the rest, each with the jump to it."""

from __future__ import annotations

from typing import Final

from areasef.services.gathering import search, standing
from areasef.services.session import Session
from areasef.ui.navigation import Target
from areasef.ui.palette import Found

_GROUPS: Final = {
    "statement": ("Statements", "evaluate", "quote"),
    "self_view": ("Statements", "evaluate", "quote"),
    "response": ("Statements", "evaluate", "message-square"),
    "evidence": ("Pages in evidence", "evidence", "file-text"),
    "citation": ("Pages in evidence", "evaluate", "file-text"),
    "request": ("Pages in evidence", "evidence", "send"),
    "priority": ("Plan and data", "plan", "route"),
    "action": ("Plan and data", "plan", "route"),
    "measure": ("Plan and data", "plan", "chart-line"),
    "risk": ("Plan and data", "plan", "shield"),
    "funding": ("Plan and data", "plan", "list-checks"),
    "decision": ("Plan and data", "plan", "list-checks"),
    "action_step": ("Plan and data", "plan", "route"),
    "milestone": ("Plan and data", "plan", "route"),
    "finding_citation": ("Plan and data", "findings", "file-text"),
    "finding": ("Plan and data", "findings", "history"),
    "partner": ("Partnership", "settings", "message-square"),
    "person": ("Partnership", "settings", "message-square"),
    "evaluation": ("Partnership", "settings", "notebook-pen"),
    "area": ("Partnership", "settings", "notebook-pen"),
}
_ORDER: Final = tuple(_GROUPS)


def find(session: Session, text: str) -> list[Found]:
    """Return what is found for words being typed, in groups."""
    hits = sorted(search(session, text), key=lambda hit: _ORDER.index(hit.kind) if hit.kind in _ORDER else len(_ORDER))
    found = []
    for hit in hits:
        group, place, icon = _GROUPS.get(hit.kind, ("Plan and data", "overview", "search"))
        field = str(hit.page) if hit.page else ""
        words = hit.snippet.replace("\n", " ")
        target = Target(place, hit.kind, hit.id, field)
        found.append(Found(group, words, standing(session, hit), target, icon, hit.marks))
    order = list(dict.fromkeys(group for group, _, _ in _GROUPS.values()))
    return sorted(found, key=lambda each: order.index(each.group))
