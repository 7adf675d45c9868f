"""A workbook against the plan that is kept: what every cell means, what would change, and every fault in its place."""

from __future__ import annotations

from areasef.domain.dossier import Dossier
from areasef.domain.plan_sheet.actions import ActionRows
from areasef.domain.plan_sheet.building import Builder
from areasef.domain.plan_sheet.columns import Kind
from areasef.domain.plan_sheet.depending import with_dependencies
from areasef.domain.plan_sheet.guessing import is_ours
from areasef.domain.plan_sheet.lines import lines_of
from areasef.domain.plan_sheet.mapping import Mapping
from areasef.domain.plan_sheet.meaning import Happens, RowMeaning, Understanding
from areasef.domain.plan_sheet.others import read_other
from areasef.domain.plan_sheet.reading import Reader
from areasef.domain.workbook import Workbook
from areasef.words.faults import Fault


def understand(book: Workbook, mapping: Mapping, dossier: Dossier) -> Understanding:
    """Return what a workbook means for the plan of a dossier. Pure: nothing is kept by it.

    Actions are read first, then what hangs on them, so that a measure finds an action of the same workbook.
    """
    reader = Reader(dossier, mapping)
    builder = Builder(dossier, reader)
    actions = ActionRows(builder)
    met: dict[str, int] = {}
    found: dict[int, list[RowMeaning]] = {}
    for kind in Kind:
        for at, (sheet, held) in enumerate(zip(book.sheets, mapping.sheets, strict=True)):
            if held.kind is kind:
                lines = lines_of(sheet, at, held)
                found[at] = [
                    actions.read(line) if kind is Kind.ACTIONS else read_other(builder, line, met) for line in lines
                ]
        if kind is Kind.ACTIONS:
            found = {
                at: [with_dependencies(builder, actions.depending, row) for row in held] for at, held in found.items()
            }
    rows = tuple(row for at in sorted(found) for row in found[at])
    faults = book.faults
    if not any(row.happens is not Happens.HEADING for row in rows):
        faults = (*faults, Fault("sheet.no_plan_found"))
    ours = any(held.kind is Kind.ACTIONS and is_ours(held) for held in mapping.sheets)
    absent = sum(1 for each in dossier.actions if each.id not in actions.seen) if ours else 0
    return Understanding(rows, builder.things(), reader.word_uses, reader.name_uses, faults, absent)
