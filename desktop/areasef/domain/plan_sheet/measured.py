"""Measures, milestones and steps that stand in the row of an action, as most plans have them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from areasef.domain.days import full_words
from areasef.domain.identity import new_id
from areasef.domain.plan import Action, ActionStep, Actual, Measure, Milestone
from areasef.domain.plan_sheet.building import Builder, same
from areasef.domain.plan_sheet.columns import COLUMNS, Kind
from areasef.domain.plan_sheet.lines import Line
from areasef.domain.plan_sheet.meaning import CellMeaning
from areasef.domain.plan_sheet.names import plain
from areasef.domain.plan_sheet.reading import UNTOUCHED, Read, placed
from areasef.domain.plan_sheet.rows import step_words
from areasef.domain.plan_sheet.values import NOTHING, NotUnderstood, read_days
from areasef.domain.progress import number_words
from areasef.domain.workbook import Cell

MEASURED: Final = frozenset(("measure", "unit", "baseline", "target", "value", "milestones", "steps"))
_NUMBERS: Final = ("baseline", "target", "value")
_BULLET: Final = re.compile(r"^\s*(?:[•●▪*\-–]|\(?\d{1,2}[.)]|[a-z]\))\s+")
_BOX: Final = re.compile(r"^\[(?P<done>[ xX✓]?)\]\s*")
_DATED: Final = re.compile(
    r"^(?P<day>.{4,24}?)\s*[:–\-]\s+(?P<words>\S.+)$|^(?P<words2>.+?)\s*(?:\(|\bby )(?P<day2>[^()]{4,24})\)?$"
)


def measured_cells(builder: Builder, line: Line, action: Action, keys: Iterable[str]) -> list[CellMeaning]:
    """Hold the measures and milestones of a row, and return what its cells mean."""
    wanted = set(keys)
    reads = {
        column.key: builder.reader.read(column, line.cells.get(column.key))
        for column in COLUMNS[Kind.ACTIONS]
        if column.key in wanted and line.text(column.key)
    }
    writes = builder.writes
    if any(key in reads for key in ("measure", *_NUMBERS)):
        _measures(builder, line, action, reads)
    if "steps" in reads:
        _steps(builder, action, reads["steps"])
    if "milestones" in reads:
        _milestones(builder, action, reads["milestones"])
    changed = builder.writes > writes
    heads = {column.key: column.head for column in COLUMNS[Kind.ACTIONS]}
    return [
        CellMeaning(
            key,
            heads[key],
            line.place(key),
            line.text(key),
            read.words,
            "",
            changed,
            placed(read.faults, line.sheet, line.place(key)),
        )
        for key, read in reads.items()
    ]


def lines_in(words: str) -> list[str]:
    """Return what stands in the lines of a cell, without the signs before them; a line that goes on is joined."""
    parts = [part for part in words.split("\n") if part.strip()]
    listed = [part for part in parts if _BULLET.match(part)]
    if listed and len(listed) < len(parts):
        joined: list[str] = []
        for part in parts:
            if _BULLET.match(part) or not joined:
                joined.append(part)
            else:
                joined[-1] += f" {part.strip()}"
        parts = joined
    return [_BULLET.sub("", part).strip() for part in parts]


def _measures(builder: Builder, line: Line, action: Action, reads: dict[str, Read]) -> None:
    said = reads["measure"].value if "measure" in reads else UNTOUCHED
    titles = lines_in(str(said)) if isinstance(said, str) and said else []
    own = list(builder.under(Measure, action.id))
    if not titles and len(own) != 1:
        for key in _NUMBERS:
            if key in reads and reads[key].value is not UNTOUCHED:
                reads[key].fault("sheet.many_measures", count=len(own))
        return
    found = [builder.measure_of(action.id, title) for title in titles] or own
    for key in _NUMBERS:
        if key in reads and reads[key].value is not UNTOUCHED:
            if len(found) > 1:
                reads[key].fault("sheet.many_measures", count=len(found))
            else:
                _number(builder, line, found[0], key, reads)


def _number(builder: Builder, line: Line, measure: Measure, key: str, reads: dict[str, Read]) -> None:
    read = reads[key]
    held = builder.get(Measure, measure.id) or measure
    unit = line.text("unit") or read.unit
    changes: dict[str, Any] = {"unit": unit} if unit and not held.unit else {}
    if key == "value":
        if read.value is not None:
            new_value(builder, held, builder.dossier.evaluation.as_at, read)
    else:
        changes[key] = read.value
    mind_unit(read, key, builder.change(held, **changes).unit, line)


def unit_of(builder: Builder, thing: Any) -> str:
    """Return the unit that the numbers of a thing are in; a thing without numbers has none, and is said to have a blank."""
    measure = thing if isinstance(thing, Measure) else builder.get(Measure, getattr(thing, "measure_id", None) or "")
    return (measure.unit or " ") if measure is not None else ""


def mind_unit(read: Read, key: str, unit: str, line: Line) -> None:
    """Say where a number is most likely not meant as it stands: 0.85 among percentages, or 85% of what counts families."""
    value = read.value
    if not isinstance(value, float):
        return
    if not read.unit and 0 < abs(value) < 1 and (unit == "%" or key in line.percentages):
        read.fault("sheet.fraction", words=number_words(value), percent=number_words(round(value * 100, 8)))
    elif read.unit == "%" and unit.strip() not in ("", "%"):
        read.fault("sheet.other_unit", words=f"{number_words(value)}%", unit=unit, number=number_words(value))


def new_value(builder: Builder, measure: Measure, day: Any, read: Read, *, day_is_said: bool = False) -> None:
    """Hold a value of a measure on a day. One that stands on that day, or is the newest where no day is said, is not doubled."""
    kept = sorted(builder.under(Actual, measure.id), key=lambda each: each.on)
    if kept and kept[-1].value == read.value and not day_is_said:
        return
    on_the_day = next((each for each in kept if each.on == day), None)
    if on_the_day is not None and on_the_day.value == read.value:
        return
    if on_the_day is not None:
        builder.change(on_the_day, value=read.value)
    else:
        builder.put(Actual(new_id(), measure.id, day, read.value))
    read.words = f"{read.words} on {full_words(day)}"


def _milestones(builder: Builder, action: Action, read: Read) -> None:
    if not isinstance(read.value, str):
        return
    said = []
    for words in lines_in(read.value):
        if words.casefold() in NOTHING:
            continue
        title, day = _dated(words)
        kept = (each for each in builder.under(Milestone, action.id) if plain(each.title) == plain(title))
        found = next(kept, None) or Milestone(new_id(), action.id, None, title)
        builder.change(found, **({"due": day} if day else {}))
        said.append(f"{title}, {full_words(day)}" if day else title)
    read.words = "; ".join(said)


def _steps(builder: Builder, action: Action, read: Read) -> None:
    """Hold the steps of a cell, one for each line; ``[x]`` before its words says that it is done. None is taken away."""
    if not isinstance(read.value, str):
        return
    said = []
    for line in lines_in(read.value):
        held = builder.under(ActionStep, action.id)
        if line.casefold() in NOTHING or any(same(step_words(each), line) for each in held):
            said += [line] if line.casefold() not in NOTHING else []
            continue
        box = _BOX.match(line)
        title, day = _dated(line[box.end() :] if box else line)
        found = next((each for each in held if plain(each.title) == plain(title)), None)
        last = max((each.position for each in held), default=0.0)
        changes: dict[str, Any] = {"done": bool(box["done"].strip())} if box else {}
        changes |= {"due": day} if day else {}
        made = builder.change(found or ActionStep(new_id(), action.id, title, position=last + 1.0), **changes)
        said.append(step_words(made))
    read.words = "; ".join(said)


def _dated(words: str) -> tuple[str, Any]:
    """Return a milestone's words and the day that stands before or after them, if one does."""
    match = _DATED.match(words)
    if match is None:
        return words, None
    try:
        found = read_days(Cell(match["day"] or match["day2"]))
    except NotUnderstood:
        return words, None
    return (match["words"] or match["words2"]).strip(), found.end if found else None
