"""The measures of an action: where it started, what it aims for by when, and each value on its day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from areasef.domain.dossier import Dossier
from areasef.domain.identity import new_id
from areasef.domain.numbering import measures_of, numbering
from areasef.domain.plan import Action, Actual, Measure
from areasef.services import planning
from areasef.services.session import Session
from areasef.ui.pages.plan.parts import Part, PartsBox
from areasef.ui.pages.plan.view import Do
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.entries import DayEntry, Entry, LineEntry, NumberEntry
from areasef.ui.widgets.label import label


class MeasuresBox(PartsBox[Measure]):
    """How we will know, in numbers."""

    def __init__(self, session: Session, do: Do) -> None:
        super().__init__(session, do, "Measures", "a measure")
        self._values: dict[str, list[Actual]] = {}
        self._shape: list[tuple[str, tuple[str, ...]]] = []
        self._day = date.min

    def show_action(self, dossier: Dossier, action: Action) -> None:
        """Show the measures of an action with their values, the oldest value first."""
        found = measures_of(dossier, action.id)
        by_day = sorted(dossier.actuals, key=lambda each: (each.on, each.id))
        self._day = dossier.evaluation.as_at
        self._values = {each.id: [one for one in by_day if one.measure_id == each.id] for each in found}
        shape = [(key, tuple(sorted(one.id for one in values))) for key, values in self._values.items()]
        anew, self._shape = shape != self._shape, shape
        numbers = numbering(dossier).measures
        self.show_things(action, found, lambda each: self._part(each, numbers[each.id]), anew=anew)

    def add(self) -> None:
        """Add a measure and stand in it."""
        if self._action is not None:
            last = max((each.position for each in self._kept.values()), default=0.0)
            made = Measure(new_id(), self._action.id, "New measure", position=last + 1.0)
            self._do(partial(planning.keep, self._session, made, "Add a measure"))
            self.focus_words(made.id)

    def _part(self, measure: Measure, number: str) -> Part:
        part, key = Part(measure.id), measure.id
        keep = self.keeper
        part.lines.addWidget(label(number, "label", "muted"))
        part.add_line(
            ("Remove this measure", partial(self.remove, key)),
            title=LineEntry("Measure", keep(key, "title")),
        )
        part.add_line(
            baseline=NumberEntry("At the start", keep(key, "baseline")),
            baseline_on=DayEntry("On", keep(key, "baseline_on")),
        )
        part.add_line(target=NumberEntry("Aim", keep(key, "target")), target_on=DayEntry("By", keep(key, "target_on")))
        part.add_line(
            unit=LineEntry("Counted in", keep(key, "unit")),
            source=LineEntry("Where the number comes from", keep(key, "source")),
        )
        for actual in self._values[key]:
            self._add_actual(part, actual)
        part.lines.addWidget(Button("Add a value", lambda: self._add_value(key), icon="plus", small=True))
        return part

    def _add_actual(self, part: Part, actual: Actual) -> None:
        keep, key = self._actual_keeper, actual.id
        entries: dict[str, Entry] = {
            f"value/{key}": NumberEntry("Value", keep(key, "value")),
            f"on/{key}": DayEntry("On", keep(key, "on")),
            f"note/{key}": LineEntry("Note", keep(key, "note")),
        }
        part.add_line(("Remove this value", partial(self._remove_value, key)), **entries)

    def show_part(self, part: Part) -> None:
        """Show in a part what is kept of its measure and of each value."""
        for name, entry in part.entries.items():
            field, _, actual_id = name.partition("/")
            thing = self._actual(actual_id) if actual_id else self._kept[part.thing_id]
            entry.show_value(getattr(thing, field))

    def _actual(self, actual_id: str) -> Actual:
        return next(one for values in self._values.values() for one in values if one.id == actual_id)

    def _actual_keeper(self, actual_id: str, field: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            if value is None and field in ("value", "on"):
                self.show_again()
                return
            changes: dict[str, Any] = {field: value}
            changed = replace(self._actual(actual_id), **changes)
            row = self._values[changed.measure_id]
            row[[one.id for one in row].index(actual_id)] = changed
            self._do(partial(planning.keep, self._session, changed, "Change a value"))

        return keep

    def show_again(self) -> None:
        """Show what is kept: a value without a number or a day is not one."""
        for part in self.parts:
            self.show_part(part)

    def _add_value(self, measure_id: str) -> None:
        last = self._values[measure_id]
        start = last[-1].value if last else self._kept[measure_id].baseline
        new = Actual(new_id(), measure_id, self._day, start if start is not None else 0.0)
        self._do(partial(planning.keep, self._session, new, "Add a value"))
        part = next((each for each in self.parts if each.thing_id == measure_id), None)
        entry = part.entries.get(f"value/{new.id}") if part is not None else None
        if isinstance(entry, NumberEntry):
            entry.edit.setFocus()
            entry.edit.selectAll()

    def _remove_value(self, actual_id: str) -> None:
        self._do(partial(planning.remove, self._session, self._actual(actual_id)))
        self.add_button.setFocus()
