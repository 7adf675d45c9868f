"""What was reported about an action: the newest update in its row, told apart from those that are kept."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from areasef.domain.days import NotADate, full_words, read_day
from areasef.domain.identity import new_id
from areasef.domain.plan import Action, ActionUpdate
from areasef.domain.plan_sheet.building import Builder, same
from areasef.domain.plan_sheet.columns import Kind, column_of
from areasef.domain.plan_sheet.lines import Line
from areasef.domain.plan_sheet.meaning import CellMeaning
from areasef.domain.plan_sheet.reading import UNTOUCHED, placed
from areasef.domain.plan_sheet.rows import update_words

_OURS: Final = re.compile(r"^(?P<day>\d{1,2} [A-Z][a-z]+ \d{4})(?:, (?P<by>[^:\n]{1,80}))?: (?P<words>.+)$", re.S)


def keep_update(builder: Builder, line: Line, action: Action) -> list[CellMeaning]:
    """Hold the update of a row where it says something new, and return what its cell means."""
    column = column_of(Kind.ACTIONS, "update")
    read = builder.reader.read(column, line.cells.get("update"))
    if read.value is UNTOUCHED and not read.faults:
        return []
    changed = False
    if isinstance(read.value, str) and read.value:
        made = _parted(builder, action, read.value)
        kept = builder.under(ActionUpdate, action.id)
        if not any(same(each.text, read.value) or same(update_words(each), read.value) for each in kept):
            builder.put(made)
            changed = True
            read.words = f"Update of {full_words(made.on)}{f' by {made.author}' if made.author else ''}: {made.text}"
    place = line.place("update")
    faults = placed(read.faults, line.sheet, place)
    return [CellMeaning("update", column.head, place, line.text("update"), read.words, "", changed, faults)]


def _parted(builder: Builder, action: Action, words: str) -> ActionUpdate:
    """Return an update with the day and the author that stand before its words; else of the as-at date, by nobody named."""
    match = _OURS.match(words)
    day: date = builder.dossier.evaluation.as_at
    if match is not None:
        try:
            return ActionUpdate(new_id(), action.id, read_day(match["day"]), match["by"] or "", match["words"].strip())
        except NotADate:
            pass
    return ActionUpdate(new_id(), action.id, day, "", words)
