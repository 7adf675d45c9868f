"""What stands in the plan's place before there is one, and the sentence over it once there is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from areasef.domain.dossier import Dossier
from areasef.ui.navigation import Target
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.empty import EmptyState


def plan_beginning(begin: Button, go: Callable[[Target], object]) -> EmptyState:
    """Return the empty state with its three ways to begin."""
    report = Button("Import an inspection report", partial(go, Target("report")), icon="file-text")
    workbook = Button("Import a plan from Excel", partial(go, Target("workbook")), icon="upload")
    facts = (
        ("list-checks", "Each priority says what will be different for children and young people."),
        ("chart-line", "Each action says how we will know: where it started, what it aims for, by when."),
    )
    sentence = "Here stand the priorities, the actions under them, and whether children noticed."
    return EmptyState("route", "No plan yet", sentence, facts, (begin, report, workbook))


def plan_in_a_sentence(dossier: Dossier) -> str:
    """Return how much a plan holds, and what its two ratings ask; nothing for no plan."""
    actions, priorities = len(dossier.actions), len(dossier.priorities)
    if not priorities:
        return ""
    if not actions:
        return (
            f"{priorities} priorit{'y' if priorities == 1 else 'ies'}, no action yet. Add one: who does what by when?"
        )
    said = f"{actions} action{'' if actions == 1 else 's'} under "
    said += f"{priorities} priorit{'y' if priorities == 1 else 'ies'}"
    return f"{said}. Two ratings: did we do it, and did children notice?"
