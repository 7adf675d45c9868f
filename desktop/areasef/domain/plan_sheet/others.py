"""Rows that are no actions: measures, their values, milestones, updates, risks, decisions and money."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from areasef.domain.days import full_words
from areasef.domain.funding import Funding
from areasef.domain.identity import new_id
from areasef.domain.plan import Action, ActionUpdate, Actual, Measure, Milestone
from areasef.domain.plan_sheet.building import PARENTS, Builder, same
from areasef.domain.plan_sheet.columns import COLUMNS, Column, Kind
from areasef.domain.plan_sheet.homes import HEADS, head_cells, home_of, move_of, settle
from areasef.domain.plan_sheet.lines import Line
from areasef.domain.plan_sheet.meaning import CellMeaning, Happens, RowMeaning
from areasef.domain.plan_sheet.measured import mind_unit, new_value, unit_of
from areasef.domain.plan_sheet.names import plain
from areasef.domain.plan_sheet.reading import UNTOUCHED, Read, placed
from areasef.domain.progress import number_words
from areasef.domain.record import Decision, Risk
from areasef.words.faults import Fault

_FIELDS: Final[Mapping[str, str]] = MappingProxyType({"action_refs": "action_ids", "body": "partner_id"})
"""The fields that cells of other names fill."""
_HEADS: Final = ("action_ref", "action", "measure_ref", "measure", "ref", "key")


@dataclass(frozen=True, slots=True)
class _Way:
    """How the rows of a kind become things: their type, where they hang, what a new one needs, what tells two apart."""

    type: type[Any]
    new: Callable[[Builder, Line, dict[str, Read]], Any]
    twin: tuple[str, ...]
    title: str = "title"


def read_other(builder: Builder, line: Line, met: dict[str, int]) -> RowMeaning:
    """Return what a row means, and hold what it changes."""
    way = _WAYS[line.kind]
    reads = {
        column.key: (column, builder.reader.read(column, line.cells.get(column.key)))
        for column in COLUMNS[line.kind]
        if column.key in line.cells and column.key not in _HEADS
    }
    title = line.text(way.title) or line.text("title") or line.text("text") or line.text("measure")
    about = RowMeaning(line.key, line.sheet, line.number, line.kind, Happens.LEFT_OUT, title, line.text("ref"))
    plain_reads = {key: read for key, (_, read) in reads.items()}
    made = way.new(builder, line, plain_reads)
    if isinstance(made, Fault):
        cells = tuple(_cell(line, column, read, None, None) for column, read in reads.values())
        return replace(about, own_faults=(made,), cells=cells)
    held, doubled = _match(builder, line, way, made, met)
    if line.key in builder.reader.mapping.left_out:
        return replace(about, by_hand=True)
    writes = builder.writes
    values = _values(builder, line, plain_reads, builder.kept(held.id) if held is not None else None)
    home = home_of(builder, line, held) if held is not None and line.text("key") and line.kind in HEADS else None
    stands = settle(builder, line, held, held, home) if home is not None else held
    thing = builder.change(stands or made, **values) if held is not None else builder.change(replace(made, **values))
    if held is None:
        builder.put(thing)
    met[thing.id] = line.number
    latest: dict[str, str] = {}
    if line.kind is Kind.MEASURES:
        builder.bears(line.text("ref"), thing.id, builder.measure_by_ref)
        latest = _latest(builder, thing, plain_reads)
    happens = Happens.CHANGED if builder.writes > writes else Happens.SAME
    if (held is None or happens is Happens.CHANGED) and (unit := unit_of(builder, thing)):
        for key, read in plain_reads.items():
            mind_unit(read, key, unit, line)
    cells = (
        *head_cells(builder, line, held, thing, home),
        *(_with_latest(_cell(line, column, read, held, thing), latest) for column, read in reads.values()),
    )
    moves = move_of(builder, held, home)
    own = placed(doubled, line.sheet, line.place(way.title))
    return replace(about, happens=Happens.NEW if held is None else happens, cells=cells, own_faults=own, moves=moves)


def _match(builder: Builder, line: Line, way: _Way, made: Any, met: dict[str, int]) -> tuple[Any, list[Fault]]:
    """Return what is kept of a row: by its key, else by what tells two of its kind apart."""
    keyed = builder.get(way.type, line.text("key"))
    if keyed is not None and keyed.id not in met:
        return keyed, []
    if keyed is not None:
        return None, [Fault("sheet.same_key", params={"row": met[keyed.id]})]
    parent = PARENTS.get(way.type)
    near = builder.under(way.type, getattr(made, parent)) if parent else (builder.titled(way.type, made.title),)
    for each in near:
        if (
            each is not None
            and each.id not in met
            and all(_alike(getattr(each, name), getattr(made, name)) for name in way.twin)
        ):
            return each, []
    return None, []


def _alike(one: Any, other: Any) -> bool:
    return plain(one) == plain(other) if isinstance(one, str) and isinstance(other, str) else bool(one == other)


def _values(builder: Builder, line: Line, reads: dict[str, Read], kept: Any) -> dict[str, Any]:
    """Return the fields that a row gives its thing; a cell that is as it was written gives none, and undoes no other row."""
    given: dict[str, Any] = {}
    for key, read in reads.items():
        if read.value is UNTOUCHED or (line.kind is Kind.MEASURES and key in ("value", "value_on")):
            continue
        if read.value is None and key == "on" and line.kind is not Kind.DECISIONS:
            continue  # a value and an update always have their day
        if key == "action_refs":
            found = _actions(builder, read)
            if kept is not None and found and not builder.refs_here & {ref.casefold() for ref in read.value}:
                if set(kept.action_ids) != set(found):  # what is numbered so now need not be what was meant
                    read.fault("sheet.no_actions_here")
            elif found or not read.value:
                given["action_ids"] = found
        elif key == "body":
            bodies = [who for kind, who in read.value if kind == "partner"]
            given |= {"partner_id": bodies[0] if bodies else None} if bodies or not read.value else {}
        elif key in ("baseline", "target") and read.unit and not line.text("unit"):
            given |= {key: read.value, "unit": read.unit}
        else:
            given[key] = read.value
    return {key: value for key, value in given.items() if kept is None or not same(getattr(kept, key), value)}


def _actions(builder: Builder, read: Read) -> tuple[str, ...]:
    found = []
    for ref in read.value:
        action = builder.find_action(ref)
        if action is None:
            read.fault("sheet.unknown_action", words=ref)
        else:
            found.append(action.id)
    return tuple(found)


def _latest(builder: Builder, measure: Measure, reads: dict[str, Read]) -> dict[str, str]:
    """Hold the newest value of a measure, and return what stood before in the cells that change it.

    One without a day counts from the as-at date.
    """
    value, on = reads.get("value"), reads.get("value_on")
    if value is None or not isinstance(value.value, float):
        return {}
    said = on is not None and on.value is not UNTOUCHED and bool(on.value)
    day = on.value if on is not None and said else builder.dossier.evaluation.as_at
    before = max(builder.under(Actual, measure.id), key=lambda each: each.on, default=None)
    writes = builder.writes
    new_value(builder, measure, day, value, day_is_said=said)
    if builder.writes == writes:
        return {}
    changed = {} if before and before.value == value.value else {"value": _said(before.value) if before else ""}
    if said and not (before and before.on == day):
        changed["value_on"] = _said(before.on) if before else ""
    return changed


def _with_latest(cell: CellMeaning, before: dict[str, str]) -> CellMeaning:
    return replace(cell, changes=True, before=before[cell.key]) if cell.key in before else cell


def _action_of(builder: Builder, line: Line) -> Action | Fault:
    found = builder.find_action(line.text("action_ref")) or builder.find_action(line.text("action"))
    if found is not None:
        return found
    words = line.text("action_ref") or line.text("action")
    where = "action_ref" if line.text("action_ref") else "action"
    return Fault("sheet.unknown_action", f"{line.sheet}!{line.place(where)}", {"words": words})


def _measure_of(builder: Builder, line: Line) -> Measure | Fault:
    found = builder.find_measure(line.text("measure_ref")) or builder.find_measure(line.text("measure"))
    if found is not None:
        return found
    words = line.text("measure_ref") or line.text("measure")
    return Fault("sheet.unknown_measure", f"{line.sheet}!{line.place('measure_ref')}", {"words": words})


def _nothing(line: Line, key: str) -> Fault:
    return Fault("sheet.no_title", f"{line.sheet}!{line.place(key)}")


def _measure(builder: Builder, line: Line, _reads: dict[str, Read]) -> Measure | Fault:
    if not line.text("title"):
        return _nothing(line, "title")
    action = _action_of(builder, line)
    if isinstance(action, Fault):
        return action
    own = (each.position for each in builder.under(Measure, action.id))
    return Measure(new_id(), action.id, line.text("title"), position=max(own, default=0.0) + 1.0)


def _milestone(builder: Builder, line: Line, _reads: dict[str, Read]) -> Milestone | Fault:
    if not line.text("title"):
        return _nothing(line, "title")
    action = _action_of(builder, line)
    measure = builder.find_measure(line.text("measure_ref"))
    return (
        action
        if isinstance(action, Fault)
        else Milestone(new_id(), action.id, measure.id if measure else None, line.text("title"))
    )


def _value(builder: Builder, line: Line, reads: dict[str, Read]) -> Actual | Fault:
    measure = _measure_of(builder, line)
    if isinstance(measure, Fault):
        return measure
    on, value = reads.get("on"), reads.get("value")
    if value is None or not isinstance(value.value, float):
        return _nothing(line, "value")
    if on is None or on.value is UNTOUCHED or on.value is None:
        return Fault("sheet.no_day_of_value", f"{line.sheet}!{line.place('on')}")
    return Actual(new_id(), measure.id, on.value, value.value)


def _update(builder: Builder, line: Line, reads: dict[str, Read]) -> ActionUpdate | Fault:
    if not line.text("text"):
        return _nothing(line, "text")
    action = _action_of(builder, line)
    on = reads.get("on")
    day = on.value if on is not None and on.value is not UNTOUCHED and on.value else builder.dossier.evaluation.as_at
    return (
        action
        if isinstance(action, Fault)
        else ActionUpdate(new_id(), action.id, day, line.text("author"), line.text("text"))
    )


def _risk(_builder: Builder, line: Line, _reads: dict[str, Read]) -> Risk | Fault:
    return Risk(new_id(), line.text("title")) if line.text("title") else _nothing(line, "title")


def _decision(_builder: Builder, line: Line, _reads: dict[str, Read]) -> Decision | Fault:
    return Decision(new_id(), line.text("title")) if line.text("title") else _nothing(line, "title")


def _funding(_builder: Builder, line: Line, _reads: dict[str, Read]) -> Funding | Fault:
    return Funding(new_id(), line.text("title")) if line.text("title") else _nothing(line, "title")


_WAYS: Final[Mapping[Kind, _Way]] = MappingProxyType(
    {
        Kind.MEASURES: _Way(Measure, _measure, ("action_id", "title")),
        Kind.VALUES: _Way(Actual, _value, ("measure_id", "on"), "measure"),
        Kind.MILESTONES: _Way(Milestone, _milestone, ("action_id", "title")),
        Kind.UPDATES: _Way(ActionUpdate, _update, ("action_id", "on", "text"), "text"),
        Kind.RISKS: _Way(Risk, _risk, ("title",)),
        Kind.DECISIONS: _Way(Decision, _decision, ("title",)),
        Kind.FUNDING: _Way(Funding, _funding, ("title",)),
    }
)


def _cell(line: Line, column: Column, read: Read, held: Any, thing: Any) -> CellMeaning:
    name = _FIELDS.get(column.key, column.key)
    has = thing is not None and hasattr(thing, name)
    now, old = (getattr(thing, name), getattr(held, name, None)) if has else (None, None)
    changes = has and read.value is not UNTOUCHED and not (held is not None and same(old, now))
    faults = placed(read.faults, line.sheet, line.place(column.key))
    before = _said(old) if changes and held is not None and name != "partner_id" else ""
    return CellMeaning(
        column.key, column.head, line.place(column.key), line.text(column.key), read.words, before, changes, faults
    )


def _said(value: Any) -> str:
    if hasattr(value, "isoformat"):
        return full_words(value)
    if isinstance(value, int | float):
        return number_words(float(value))
    return value if isinstance(value, str) else ""
