"""The plan as it would be after an import: what is kept now, changed step by step, and in the end what differs."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Any, Final, TypeVar

from areasef.domain.dossier import Dossier
from areasef.domain.funding import Funding
from areasef.domain.identity import new_id
from areasef.domain.numbering import Numbering, numbering
from areasef.domain.partner import Partner, Person
from areasef.domain.plan import Action, ActionStep, ActionUpdate, Actual, Measure, Milestone, Priority
from areasef.domain.plan_sheet.lines import without_number
from areasef.domain.plan_sheet.names import plain
from areasef.domain.plan_sheet.reading import Reader
from areasef.domain.record import Decision, Risk

T = TypeVar("T")
ORDER: Final = (
    Partner,
    Person,
    Priority,
    Action,
    Measure,
    Milestone,
    Actual,
    ActionUpdate,
    ActionStep,
    Risk,
    Decision,
    Funding,
)
PARENTS: Final[Mapping[type, str]] = MappingProxyType(
    {
        Action: "priority_id",
        Measure: "action_id",
        Milestone: "action_id",
        ActionUpdate: "action_id",
        ActionStep: "action_id",
        Actual: "measure_id",
    }
)
"""What each kind hangs on."""
_TITLED: Final = (Priority, Action, Measure, Risk, Decision, Funding)
CELL_HOLDS: Final = 20_000
"""Characters of a cell that are read: a text that goes on past them was cut by the workbook, not by anybody."""
_ALIKE: Final = 0.75
_NO_SIGN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Builder:
    """Holds every thing of the plan by id. ``put`` counts only what differs, so a row can say whether it changed anything."""

    def __init__(self, dossier: Dossier, reader: Reader) -> None:
        self.dossier = dossier
        self.reader = reader
        self.numbers: Numbering = numbering(dossier)
        self.writes = 0
        self.refs_here: set[str] = set()
        """References that rows of the workbook itself bear: they mean what it means by them, whatever is numbered so now."""
        self.action_by_ref = {ref.casefold(): key for key, ref in self.numbers.actions.items()}
        self.measure_by_ref = {ref.casefold(): key for key, ref in self.numbers.measures.items()}
        self.outcome_places: dict[str, str] = {}
        groups: tuple[Iterable[Any], ...] = (
            *(dossier.priorities, dossier.actions, dossier.measures, dossier.milestones),
            *(dossier.actuals, dossier.updates, dossier.steps, dossier.risks, dossier.decisions, dossier.funding),
        )
        self._before: dict[str, Any] = {each.id: each for group in groups for each in group}
        self._now: dict[str, Any] = {}
        self._of_kind: dict[type, dict[str, Any]] = defaultdict(dict)
        self._under: dict[tuple[type, str], dict[str, Any]] = defaultdict(dict)
        self._titled: dict[tuple[type, str], str] = {}
        for each in self._before.values():
            self._hold(each)

    def put(self, thing: Any) -> None:
        """Hold a thing as it would be; one that is as before counts for nothing."""
        if self._now.get(thing.id) != thing:
            self._hold(thing)
            self.writes += 1

    def get(self, kind: type[T], key: str) -> T | None:
        """Return a thing of a kind as it would be."""
        found = self._now.get(key)
        return found if isinstance(found, kind) else None

    def kept(self, key: str) -> Any:
        """Return a thing as it is kept now, before anything of the workbook; None for one that is new."""
        return self._before.get(key)

    def bears(self, ref: str, key: str, by_ref: dict[str, str]) -> None:
        """Note the reference that a row of the workbook bears."""
        by_ref[ref.casefold()] = key
        if ref:
            self.refs_here.add(ref.casefold())

    def all(self, kind: type[T]) -> tuple[T, ...]:
        """Return every thing of a kind as it would be."""
        return tuple(self._of_kind[kind].values())

    def under(self, kind: type[T], parent_id: str) -> tuple[T, ...]:
        """Return the things of a kind that hang on another: actions on a priority, measures on an action, values on a measure."""
        return tuple(self._under[kind, parent_id].values())

    def titled(self, kind: type[T], words: str) -> T | None:
        """Return the first thing of a kind with a title."""
        return self.get(kind, self._titled.get((kind, plain(words)), ""))

    def is_new(self, key: str) -> bool:
        """Say whether a thing is not kept yet."""
        return key not in self._before

    def things(self) -> tuple[object, ...]:
        """Return what is new or differs, what others point to first; people and bodies only where something names them."""
        changed = [each for each in self._now.values() if self._before.get(each.id) != each]
        named = {key for each in changed if isinstance(each, Action) for key in _named(each)}
        named |= {each.partner_id for each in changed if isinstance(each, Funding) and each.partner_id}
        made = [each for each in self.reader.made.values() if each.id in named]
        return tuple(sorted((*made, *changed), key=lambda each: ORDER.index(type(each))))

    def find_priority(self, words: str) -> Priority | None:
        """Return the priority that words name: by its title, else by its number."""
        named = self.titled(Priority, words) or self.titled(Priority, without_number(words)) if words else None
        if named is not None:
            return named
        number = plain(words).removeprefix("priority").strip()
        by_number = {ref: key for key, ref in self.numbers.priorities.items()}
        return self.get(Priority, by_number.get(number, "")) if number.isdigit() else None

    def priority(self, words: str) -> Priority:
        """Return the priority that words name, else a new one after the others."""
        found = self.find_priority(words)
        if found is not None:
            return found
        last = max((each.position for each in self.all(Priority)), default=0.0)
        made = Priority(new_id(), without_number(words), position=last + 1.0)
        self.put(made)
        return made

    def new_action(self, priority_id: str, title: str) -> Action:
        """Return an action at the end of a priority; it is held once it is put."""
        return Action(new_id(), priority_id, title, position=self.last_place(priority_id) + 1.0)

    def last_place(self, priority_id: str) -> float:
        """Return where the last action of a priority stands."""
        return max((each.position for each in self.under(Action, priority_id)), default=0.0)

    def find_action(self, words: str) -> Action | None:
        """Return the action of a reference or a title."""
        ref = words.strip().casefold()  # a row without a reference is nobody's reference
        return (self.get(Action, self.action_by_ref.get(ref, "")) or self.titled(Action, words)) if ref else None

    def find_measure(self, words: str) -> Measure | None:
        """Return the measure of a reference or a title."""
        ref = words.strip().casefold()  # a row without a reference is nobody's reference
        return (self.get(Measure, self.measure_by_ref.get(ref, "")) or self.titled(Measure, words)) if ref else None

    def measure_of(self, action_id: str, title: str) -> Measure:
        """Return the measure of an action by its title, or a new one."""
        own = self.under(Measure, action_id)
        found = next((each for each in own if plain(each.title) == plain(title)), None)
        if found is None:
            found = Measure(
                new_id(), action_id, title, position=max((each.position for each in own), default=0.0) + 1.0
            )
            self.put(found)
        return found

    def _hold(self, thing: Any) -> None:
        kind, before = type(thing), self._now.get(thing.id)
        parent = PARENTS.get(kind)
        if parent and before is not None:
            self._under[kind, getattr(before, parent)].pop(thing.id, None)
        if parent:
            self._under[kind, getattr(thing, parent)][thing.id] = thing
        if kind in _TITLED:
            self._titled.setdefault((kind, plain(thing.title)), thing.id)
        self._now[thing.id] = self._of_kind[kind][thing.id] = thing

    def change(self, thing: T, **fields: Any) -> T:
        """Hold a thing with other values; words that differ by blanks alone stay as they are."""
        held: Any = thing
        wanted = {name: value for name, value in fields.items() if not same(getattr(held, name), value)}
        made = replace(held, **wanted) if wanted else held
        self.put(made)
        return made  # type: ignore[no-any-return]


def same(old: object, new: object) -> bool:
    """Say whether two values are the same to a reader."""
    if isinstance(old, str) and isinstance(new, str):
        first, second = _bare(old), _bare(new)
        return first == second or (len(new) >= CELL_HOLDS and first.startswith(second))
    if isinstance(old, float) and isinstance(new, float):
        return math.isclose(old, new, rel_tol=1e-12)  # a workbook holds 15 figures
    return old == new


def _bare(words: str) -> str:
    """Return words without the signs that no workbook may hold."""
    return " ".join(_NO_SIGN.sub("", words).split())


def alike(one: str, other: str) -> bool:
    """Say whether two titles are most likely of the same action."""
    first, second = plain(one), plain(other)
    if not first or not second:
        return False
    if first.startswith(second) or second.startswith(first):
        return True
    return SequenceMatcher(None, first, second).ratio() >= _ALIKE


def _named(action: Action) -> tuple[str, ...]:
    one = (action.lead_id, action.accountable_id, action.lead_partner_id)
    return (*(key for key in one if key), *action.partner_ids, *action.made_with_ids)
