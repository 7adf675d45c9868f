"""What the rows of actions depend on: read once every action is known, since a row may name one that stands below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from areasef.domain.dependency import waits_for
from areasef.domain.plan import Action
from areasef.domain.plan_sheet.building import Builder
from areasef.domain.plan_sheet.columns import Kind, column_of
from areasef.domain.plan_sheet.lines import Line
from areasef.domain.plan_sheet.meaning import CellMeaning, Happens, RowMeaning
from areasef.domain.plan_sheet.reading import UNTOUCHED, Read, placed

DEPENDS: Final = "depends_on_refs"


def with_dependencies(builder: Builder, depending: Mapping[str, tuple[Line, str]], row: RowMeaning) -> RowMeaning:
    """Return what a row means with the actions it depends on, and hold them."""
    line, action_id = depending.get(row.key, (None, ""))
    action = builder.get(Action, action_id)
    if line is None or action is None or DEPENDS not in line.cells:
        return row
    column = column_of(Kind.ACTIONS, DEPENDS)
    read = builder.reader.read(column, line.cells[DEPENDS])
    before = action.depends_on_ids
    now = before if read.value is UNTOUCHED else _wanted(builder, action, read)
    changes = set(now) != set(before)
    if changes:
        builder.change(action, depends_on_ids=now)
    refs = builder.numbers.actions
    cell = CellMeaning(
        DEPENDS,
        column.head,
        line.place(DEPENDS),
        line.text(DEPENDS),
        read.words,
        "; ".join(refs[key] for key in before if key in refs) if changes else "",
        changes,
        placed(read.faults, line.sheet, line.place(DEPENDS)),
    )
    happens = Happens.CHANGED if changes and row.happens is Happens.SAME else row.happens
    return replace(row, happens=happens, cells=(*row.cells, cell))


def _wanted(builder: Builder, action: Action, read: Read) -> tuple[str, ...]:
    """Return what the action depends on by its cell, without what is not there, and without a circle."""
    found: list[str] = []
    named = builder.refs_here & {ref.casefold() for ref in read.value}
    for ref in read.value:
        other = builder.find_action(ref)
        if other is None:
            read.fault("sheet.no_such_ref", words=ref)
            continue
        waiting = waits_for(builder.all(Action), replace(action, depends_on_ids=(*found, other.id)))
        if waiting is not None:
            read.fault("sheet.waits_for_itself", words=ref)
        else:
            found.append(other.id)
    if builder.kept(action.id) is not None and found and not named:
        if set(found) != set(action.depends_on_ids):  # what is numbered so now need not be what was meant
            read.fault("sheet.no_actions_here")
        return action.depends_on_ids
    if found or not read.value:
        return tuple(dict.fromkeys(found))
    return action.depends_on_ids
