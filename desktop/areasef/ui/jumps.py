"""From a check to the very field: where the window goes when a fix link is followed."""

from __future__ import annotations

from typing import Final

from areasef.domain.check import Check
from areasef.ui.navigation import Target
from areasef.ui.widgets.check_rows import CheckRow
from areasef.words.checks import check_words

_ASKS: Final = {"no_health_evidence": "health", "no_care_evidence": "social_care"}
"""Checks whose link says that somebody is asked, and the agency that is."""


def target_of(check: Check) -> Target:
    """Return where a check is mended: what has no action yet in the plan, what nobody gave yet by asking for it."""
    if check.code in _ASKS:
        return Target("evidence", "ask", check.strand_id, _ASKS[check.code])
    if check.spot.kind == "statement" and check.spot.field == "actions":
        return Target("plan", "new", "", check.spot.id)
    if check.spot.kind == "finding":
        return Target("findings", "finding", check.spot.id, check.spot.field)
    return Target("evaluate", check.spot.kind, check.spot.id, check.spot.field)


def row_of(check: Check) -> CheckRow:
    """Return a check as a row, with its jump."""
    said = check_words(check.code, check.params)
    return CheckRow(check.severity, said.what, said.where, said.fix, target_of(check))
