"""Asks before a report is removed: how many findings go, which links go with them, and what stays."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from areasef.domain.numbering import numbers_in_words
from areasef.services.following_up import Removal
from areasef.ui.models.file_words import counted
from areasef.ui.models.finding_rows import report_words
from areasef.ui.widgets.question import Choice, Question


def asks_to_remove(parent: QWidget, found: Removal, numbers: dict[str, str]) -> bool:
    """Ask whether a report should be removed; ``numbers`` are those of the priorities, by id."""
    choices = (
        Choice("leave", "Leave it here", safe=True),
        Choice("remove", f"Remove {counted(len(found.finding_ids), 'finding')}", primary=True),
    )
    return Question(parent, "Remove this report?", what_goes(found, numbers), choices).ask() == "remove"


def what_goes(found: Removal, numbers: dict[str, str]) -> str:
    """Return in words what goes and what stays."""
    count = counted(len(found.finding_ids), "finding")
    said = f"{report_words(found.report)}: {count} go{'es' if len(found.finding_ids) == 1 else ''} to the bin"
    if found.followed_up:
        said += f", with what was said of {found.followed_up} of them since"
    parts = [f"{said}."]
    if found.priorities:
        named = numbers_in_words([numbers.get(each.id, each.title) for each in found.priorities])
        one = len(found.priorities) == 1
        parts.append(
            f"Priorit{'y' if one else 'ies'} {named} no longer answer{'s' if one else ''} any of it, "
            f"and stay{'s' if one else ''} in the plan."
        )
    else:
        parts.append("No priority answers any of it.")
    if found.evidence is not None:
        parts.append(f"The file stays in Evidence as {found.evidence.ref}, and what cites it stays.")
    return "\n\n".join((" ".join(parts), "Undo brings all of it back at once."))
