"""Which action or measure a row hangs on, and that it moves where somebody typed another one over what was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from areasef.domain.plan import Action, Measure, Milestone
from areasef.domain.plan_sheet.building import PARENTS, Builder
from areasef.domain.plan_sheet.columns import Kind, column_of
from areasef.domain.plan_sheet.lines import Line
from areasef.domain.plan_sheet.meaning import CellMeaning, Move
from areasef.domain.plan_sheet.names import plain
from areasef.domain.plan_sheet.values import NOTHING
from areasef.words.faults import Fault


@dataclass(frozen=True, slots=True)
class _Heads:
    """The two columns that say what a row hangs on, by reference and by name, and how each is looked up."""

    type: type[Any]
    ref: str
    name: str
    by_ref: Callable[[Builder, str], Any]


HEADS: Final[Mapping[Kind, _Heads]] = MappingProxyType(
    dict.fromkeys(
        (Kind.MEASURES, Kind.MILESTONES, Kind.UPDATES),
        _Heads(Action, "action_ref", "action", lambda builder, ref: builder.action_by_ref.get(ref.casefold())),
    )
    | {
        Kind.VALUES: _Heads(
            Measure, "measure_ref", "measure", lambda builder, ref: builder.measure_by_ref.get(ref.casefold())
        )
    }
)


@dataclass
class Home:
    """Where a row that is kept already belongs now: ``by`` names the column that says so where it moves."""

    id: str
    by: str = ""
    faults: dict[str, Fault] = field(default_factory=dict)


def home_of(builder: Builder, line: Line, held: Any) -> Home:
    """Return where a row belongs. What stands in the file as it was written moves nothing, however it is numbered now."""
    heads = HEADS[line.kind]
    parent = PARENTS[type(held)]
    was = getattr(builder.kept(held.id) or held, parent)
    home = Home(getattr(held, parent))
    ref, name = line.text(heads.ref), line.text(heads.name)
    by_ref = heads.by_ref(builder, ref) if ref else None
    fits = not name or plain(name) in _called(builder, was)
    named = None if fits else builder.titled(heads.type, name)
    if named is not None and named.id != was and by_ref in (None, was, named.id):
        home.id, home.by = named.id, heads.name
    elif by_ref is not None and by_ref != was and (not fits or not name or ref.casefold() in builder.refs_here):
        home.id, home.by = by_ref, heads.ref
        if named is not None:
            home.faults[heads.name] = Fault("sheet.differs", params={"place": line.place(heads.ref)})
    elif by_ref is not None and by_ref != was:
        home.faults[heads.ref] = Fault("sheet.differs", params={"place": line.place(heads.name)})
    for key, words, unknown in (
        (heads.ref, ref, bool(ref) and by_ref is None),
        (heads.name, name, not fits and named is None and not home.by),
    ):
        if unknown:
            home.faults[key] = Fault("sheet.other_name", params={"words": words, "kept": said(builder, was)})
    return home


def settle(builder: Builder, line: Line, held: Any, thing: Any, home: Home) -> Any:
    """Return a thing in its home: a measure stands last there and takes its milestones with it."""
    parent = PARENTS[type(thing)]
    if isinstance(thing, Milestone):
        thing = _of_measure(builder, line, replace(thing, action_id=home.id), home)
    elif getattr(thing, parent) != home.id:
        thing = replace(thing, **{parent: home.id})
        if isinstance(thing, Measure):
            last = max((each.position for each in builder.under(Measure, home.id)), default=0.0)
            thing = replace(thing, position=last + 1.0)
            for each in builder.under(Milestone, held.action_id):
                if each.measure_id == thing.id:
                    builder.change(each, action_id=home.id)
    return thing


def head_cells(builder: Builder, line: Line, held: Any, thing: Any, home: Home | None) -> list[CellMeaning]:
    """Return what the cells mean that say where a row belongs."""
    heads = HEADS.get(line.kind)
    keys = (heads.ref, heads.name) if heads else ()
    known = home or Home("")
    cells = [_head_cell(line, key, known, move_of(builder, held, home)) for key in keys if key in line.cells]
    if line.kind is Kind.MILESTONES and "measure_ref" in line.cells:
        old, new = (each.measure_id if each is not None else None for each in (held, thing))
        move = Move(said(builder, old or ""), said(builder, new or "")) if held is not None and old != new else None
        cells.append(_head_cell(line, "measure_ref", replace(known, by="measure_ref"), move))
    return cells


def _head_cell(line: Line, key: str, home: Home, move: Move | None) -> CellMeaning:
    fault, place = home.faults.get(key), line.place(key)
    moved = move if home.by == key else None
    words, before = (moved.now or "None", moved.before) if moved else (line.text(key), "")
    placed = (replace(fault, place=f"{line.sheet}!{place}"),) if fault else ()
    head = column_of(line.kind, key).head
    return CellMeaning(key, head, place, line.text(key), words, before, moved is not None, placed)


def move_of(builder: Builder, held: Any, home: Home | None) -> Move | None:
    """Return from where to where a row moves."""
    if home is None or not home.by:
        return None
    was = getattr(builder.kept(held.id) or held, PARENTS[type(held)])
    return Move(said(builder, was), said(builder, home.id))


def said(builder: Builder, key: str) -> str:
    """Return how an action or measure is named: ``1.2 Hold two clinics a month``."""
    numbers = builder.numbers.actions | builder.numbers.measures
    found = builder.get(Action, key) or builder.get(Measure, key)
    return f"{numbers.get(key, '')} {found.title if found else ''}".strip()


def _called(builder: Builder, key: str) -> set[str]:
    """Return what a thing is called in the plan and in the workbook."""
    now = builder.get(Action, key) or builder.get(Measure, key)
    return {plain(each.title) for each in (builder.kept(key), now) if each is not None}


def _of_measure(builder: Builder, line: Line, milestone: Milestone, home: Home) -> Milestone:
    """Return a milestone with the measure that its row names, which must be one of its action."""
    words = line.text("measure_ref")
    if words and words.casefold() in NOTHING:
        return replace(milestone, measure_id=None)
    held = builder.get(Measure, milestone.measure_id or "")
    if held is not None and held.action_id != milestone.action_id:
        milestone, held = replace(milestone, measure_id=None), None
    found = builder.find_measure(words)
    if found is not None and found.action_id == milestone.action_id and words.casefold() in builder.refs_here:
        return replace(milestone, measure_id=found.id)
    if words and (found is None or words.casefold() in builder.refs_here) and not home.by:
        home.faults["measure_ref"] = Fault("sheet.not_its_measure", params={"words": words})
    return milestone
