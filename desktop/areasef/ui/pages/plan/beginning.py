"""What stands in the plan's place before there is one."""

from __future__ import annotations

from areasef.ui.widgets.button import Button
from areasef.ui.widgets.empty import EmptyState


def plan_beginning(begin: Button, report: Button) -> EmptyState:
    """Return the empty state with its two ways to begin."""
    facts = (
        ("list-checks", "Each priority says what will be different for children and young people."),
        ("chart-line", "Each action says how we will know: where it started, what it aims for, by when."),
    )
    sentence = "Here stand the priorities, the actions under them, and whether children noticed."
    return EmptyState("route", "No plan yet", sentence, facts, (begin, report))
