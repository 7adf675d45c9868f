"""Rows of actions: matched to what is kept, read cell by cell, and never called done without what shows or explains it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from areasef.domain.days import full_words
from areasef.domain.plan import Action, Delivery, Priority
from areasef.domain.plan_sheet.building import Builder, alike, same
from areasef.domain.plan_sheet.columns import COLUMNS, Column, Kind, Reads
from areasef.domain.plan_sheet.depending import DEPENDS
from areasef.domain.plan_sheet.lines import Line, says_something, without_number
from areasef.domain.plan_sheet.meaning import CellMeaning, Happens, Move, RowMeaning
from areasef.domain.plan_sheet.measured import MEASURED, measured_cells
from areasef.domain.plan_sheet.money import FUNDING, keep_funding
from areasef.domain.plan_sheet.names import plain
from areasef.domain.plan_sheet.reading import UNTOUCHED, Read, error_of, placed
from areasef.domain.plan_sheet.reported import keep_update
from areasef.domain.plan_sheet.rows import Row, action_row
from areasef.domain.progress import DELIVERY_WORDS, can_be_done, held_ids
from areasef.domain.workbook import Cell
from areasef.words.faults import Fault

FIELDS: Final = {
    "title": "title",
    "detail": "detail",
    "starts": "starts",
    "due": "due",
    "new_due": "new_due",
    "delivery": "delivery",
    "impact": "impact_stage_id",
    "progress": "progress",
    "evidence": "evidence_ids",
    "closing_reason": "closing_reason",
    "made_with": "made_with",
    "depends_on": "depends_on",
    "strands": "strand_ids",
    "tags": "tags",
}
_FALLBACK: Final = "Imported actions"
_WHO: Final = (Reads.BODY, Reads.BODIES, Reads.PERSON, Reads.ANYBODY)


class ActionRows:
    """Reads one row after another; remembers which actions were met, and the one that further rows may belong to."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self._held = held_ids(builder.dossier.evidence)
        self._current: Action | None = None
        self._met: dict[str, int] = {}
        self.depending: dict[str, tuple[Line, str]] = {}
        self.seen: set[str] = set()
        self._above: dict[str, str] = {}
        kept = builder.dossier.actions
        self._by_ref = {builder.numbers.actions.get(each.id, "").casefold(): each for each in kept}
        self._by_title: dict[str, list[Action]] = {}
        for each in kept:
            self._by_title.setdefault(_bare(each.title), []).append(each)

    def read(self, line: Line) -> RowMeaning:
        """Return what a row means, and hold what it changes."""
        if line.heading:
            self._current = None
            self._above.pop(line.sheet, None)
            title = without_number(line.heading)
            return RowMeaning(line.key, line.sheet, line.number, line.kind, Happens.HEADING, title)
        title = line.text("title")
        if not title.strip("-–—. ") or "title" in line.from_above:
            return self._without_action(line)
        if line.text("priority"):
            self._above[line.sheet] = line.text("priority")
        by_hand = line.key in self.builder.reader.mapping.left_out
        held, own_faults = self._match(line)
        writes = self.builder.writes
        self.seen |= {held.id} if held is not None else set()
        if by_hand:
            self._current = None  # further rows of an action that is left out belong to no other
            row = self._row(line, held, held or self.builder.new_action("", line.text("title")), own_faults, keep=False)
            return replace(row, happens=Happens.LEFT_OUT, by_hand=True)
        priority = self._priority(line, held)
        action = held or self.builder.new_action(priority.id, line.text("title"))
        if held is not None and held.priority_id != priority.id:
            action = replace(held, priority_id=priority.id, position=self.builder.last_place(priority.id) + 1.0)
        self._met[action.id] = line.number
        row = self._row(line, held, action, own_faults, keep=True)
        if held is None:
            return row
        return replace(row, happens=Happens.CHANGED if self.builder.writes > writes else Happens.SAME)

    def _match(self, line: Line) -> tuple[Action | None, list[Fault]]:
        """Return the action that a row is about: by its key, by its very title, by its reference and one much like it.

        Of several actions of one title, the row means the one of its reference, else the one under its priority.
        """
        builder, title = self.builder, line.text("title")
        keyed = builder.get(Action, line.text("key"))
        if keyed is not None and keyed.id in self._met:
            return None, [Fault("sheet.same_key", params={"row": self._met[keyed.id]})]
        if keyed is not None:
            return keyed, []
        by_ref = self._by_ref.get(line.text("ref").casefold()) if line.text("ref") else None
        exact = [each for each in self._by_title.get(_bare(title), ()) if each.id not in self._met]
        if exact:
            near = builder.find_priority(self._priority_words(line))
            return min(exact, key=lambda each: (each is not by_ref, near is None or each.priority_id != near.id)), []
        if by_ref is not None and by_ref.id not in self._met and alike(by_ref.title, title):
            return by_ref, []
        return None, []

    def _priority_words(self, line: Line) -> str:
        """Return what says which priority a row stands under: its own cell, the one above, or the heading."""
        return line.text("priority") or self._above.get(line.sheet, "") or line.section

    def _priority(self, line: Line, held: Action | None) -> Priority:
        """Return the priority a row stands under: its own cell, the one above, the heading, the sheet, or as it is."""
        words = self._priority_words(line)
        kept = self.builder.get(Priority, held.priority_id) if held is not None else None
        if kept is not None and (not words or plain(words) == plain(kept.title)):
            return kept  # also where another priority has the same title
        if not words:
            words = line.sheet if says_something(line.sheet) else _FALLBACK
        return self.builder.priority(words)

    def _without_action(self, line: Line) -> RowMeaning:
        """Return what a row without an action of its own means: a priority alone, more of the action above, or nothing."""
        said = {key for key, cell in line.cells.items() if cell.text and key not in line.from_above}
        writes = self.builder.writes
        measured = said & MEASURED
        if measured and self._current is not None:
            more = tuple(measured_cells(self.builder, line, self._current, measured))
            happens = Happens.CHANGED if self.builder.writes > writes else Happens.SAME
            title = f"More of {self._current.title}"
            return RowMeaning(line.key, line.sheet, line.number, line.kind, happens, title, cells=more)
        if said & {"priority"} and not said - {"priority", "outcome", "ref", "key"}:
            known = len(self.builder.all(Priority))
            priority = self._priority(line, None)
            fresh = len(self.builder.all(Priority)) > known
            cells = tuple(self._about_priority(line, priority, None, keep=True))
            changed = Happens.CHANGED if self.builder.writes > writes else Happens.SAME
            happens = Happens.NEW if fresh else changed
            return RowMeaning(line.key, line.sheet, line.number, line.kind, happens, priority.title, cells=cells)
        broken = line.cells.get("title")
        if broken is not None and broken.error:
            faults = placed([error_of(broken)], line.sheet, line.place("title"))
            return RowMeaning(
                line.key, line.sheet, line.number, line.kind, Happens.LEFT_OUT, broken.text, own_faults=faults
            )
        first = next(key for key in (*line.cells, "title") if line.text(key) or key == "title")
        fault = Fault("sheet.no_action", f"{line.sheet}!{line.place(first)}")
        return RowMeaning(
            line.key, line.sheet, line.number, line.kind, Happens.LEFT_OUT, line.text(first), own_faults=(fault,)
        )

    def _row(self, line: Line, held: Action | None, action: Action, own: list[Fault], *, keep: bool) -> RowMeaning:
        builder = self.builder
        priority = builder.get(Priority, action.priority_id)
        refs = builder.numbers
        before = action_row(builder.dossier, held, refs.actions.get(held.id, ""), None, refs) if held else {}
        reads = {
            column.key: (column, builder.reader.read(column, line.cells.get(column.key)))
            for column in COLUMNS[Kind.ACTIONS]
            if column.key in line.cells
            and column.key not in ("key", "ref", "priority", "outcome", "update", DEPENDS, FUNDING, *MEASURED)
        }
        wanted = _wanted(action, held, {key: read for key, (_, read) in reads.items()}, self._held)
        if wanted.starts and wanted.due and wanted.due < wanted.starts and held is None:
            about = {"due": full_words(wanted.due), "starts": full_words(wanted.starts)}
            reads["due" if "due" in reads else "starts"][1].fault("sheet.ends_first", **about)
        cells = [_cell(line, column, read, action if held else None, wanted, before) for column, read in reads.values()]
        own_faults = placed(own, line.sheet, line.place("title"))
        if keep:
            made = builder.change(action, **{name: getattr(wanted, name) for name in _KEPT})
            self._current = made
            self.depending[line.key] = (line, made.id)
            builder.bears(line.text("ref"), made.id, builder.action_by_ref)
            cells += measured_cells(builder, line, made, MEASURED & line.cells.keys())
            cells += keep_update(builder, line, made)
            cells += keep_funding(builder, line, made)
        if priority is not None:
            cells = [*self._about_priority(line, priority, held, keep=keep), *cells]
        happens = Happens.NEW if held is None else Happens.CHANGED
        ref = line.text("ref")
        was = builder.get(Priority, held.priority_id) if held else None
        moves = Move(was.title, priority.title) if was and priority and was.id != priority.id else None
        return RowMeaning(
            line.key, line.sheet, line.number, line.kind, happens, wanted.title, ref, tuple(cells), own_faults, moves
        )

    def _about_priority(self, line: Line, priority: Priority, held: Action | None, *, keep: bool) -> list[CellMeaning]:
        """Return what the cells of the priority and of its outcome mean; the first outcome that is said is taken."""
        was = self.builder.get(Priority, held.priority_id) if held else None
        fresh = self.builder.is_new(priority.id)
        words = f"{priority.title} (new)" if fresh else priority.title
        moved = was is not None and was.id != priority.id
        cell = line.cells.get("priority")
        faults = placed([error_of(cell)], line.sheet, line.place("priority")) if cell and cell.error else ()
        found = [
            CellMeaning(
                "priority",
                "Priority",
                line.place("priority"),
                line.text("priority") or line.section,
                words,
                was.title if was and moved else "",
                moved or (held is None and fresh),
                faults,
            )
        ]
        before = [self.builder.kept(each.id) for each in (priority, was) if each is not None]
        return [*found, *self._about_outcome(line, priority, before, keep=keep)]

    def _about_outcome(
        self, line: Line, priority: Priority, before: list[Priority | None], *, keep: bool
    ) -> list[CellMeaning]:
        """Return what the cell of the outcome means; ``before`` are the priorities as the plan holds them."""
        outcome = self.builder.reader.read(
            next(c for c in COLUMNS[Kind.ACTIONS] if c.key == "outcome"), line.cells.get("outcome")
        )
        if outcome.value is UNTOUCHED:
            return []
        head, typed = "What children will notice", line.text("outcome")
        if any(each and same(each.outcome, outcome.value) for each in before):
            # as it was written; also where the row was moved and its outcome still is that of the priority it left
            return [CellMeaning("outcome", head, line.place("outcome"), typed, outcome.words)]
        place = f"{line.sheet}!{line.place('outcome')}"
        first = self.builder.outcome_places.setdefault(priority.id, place)
        faults: tuple[Fault, ...] = ()
        differs = not same(priority.outcome, outcome.value)
        if differs and first != place:
            faults = (Fault("sheet.differs", place, {"place": first}),)
        elif differs and keep:
            self.builder.change(priority, outcome=outcome.value)
        shown = priority.outcome if differs and not faults else ""
        changed = differs and not faults
        return [
            CellMeaning("outcome", head, line.place("outcome"), typed, outcome.words, shown, changed, faults),
        ]


def _bare(title: str) -> str:
    """Return a title to compare; one of signs alone, or in brackets, is compared as it stands."""
    return plain(title) or title.casefold()


_KEPT: Final = (
    *("priority_id", "position", "partner_ids", "accountable_id", "lead_id", "lead_partner_id", "made_with_ids"),
    *FIELDS.values(),
)


def _wanted(action: Action, held: Action | None, reads: dict[str, Read], here: frozenset[str]) -> Action:
    """Return the action as its row wants it, within what the plan allows."""
    changes: dict[str, Any] = {}
    for key, name in FIELDS.items():
        read = reads.get(key)
        if read is not None and read.value is not UNTOUCHED:
            changes[name] = read.value
    due = reads.get("due")
    if due is not None and due.moved and "new_due" not in changes:
        changes["new_due"] = due.moved
    if due is not None and due.starts and "starts" not in changes:
        changes["starts"] = due.starts
    changes |= _who(action, reads)
    wanted = replace(action, **changes)
    return _within_the_rule(wanted, held, reads, here)


def _within_the_rule(wanted: Action, held: Action | None, reads: dict[str, Read], here: frozenset[str]) -> Action:
    """Keep the rule that an action is done only where evidence shows its effect or a reason says why it is closed."""
    if wanted.delivery is not Delivery.DONE or can_be_done(wanted, here):
        return wanted
    was_done = held is not None and held.delivery is Delivery.DONE
    if held is not None and was_done and can_be_done(held, here):
        for key in ("closing_reason", "evidence"):
            if key in reads:
                reads[key].fault("sheet.loses_reason")
        return replace(wanted, closing_reason=held.closing_reason, evidence_ids=held.evidence_ids)
    if was_done:
        return wanted
    kept = held.delivery if held is not None else Delivery.ON_TRACK
    if "delivery" in reads:
        reads["delivery"].fault("sheet.not_done", kept=DELIVERY_WORDS[kept])
        reads["delivery"].words = DELIVERY_WORDS[kept]
    return replace(wanted, delivery=kept)


def _who(action: Action, reads: dict[str, Read]) -> dict[str, Any]:
    """Return who leads, answers and takes part; a second body in the place of the one that leads takes part."""
    found: dict[str, Any] = {}
    more: list[str] = []
    for key, field in (("accountable", "accountable_id"), ("lead_person", "lead_id")):
        if key in reads and reads[key].value is not UNTOUCHED:
            people = _of_kind(reads[key], "person", "a body", "a person")
            if people or not reads[key].value:
                found[field] = people[0] if people else None
            _only_one(reads[key], len(people))
    if "lead_partner" in reads and reads["lead_partner"].value is not UNTOUCHED:
        bodies = _of_kind(reads["lead_partner"], "partner", "a person", "a body")
        if bodies or not reads["lead_partner"].value:
            found["lead_partner_id"] = bodies[0] if bodies else None
        more += bodies[1:]
    if "lead" in reads and reads["lead"].value is not UNTOUCHED:
        people = [key for kind, key in reads["lead"].value if kind == "person"]
        bodies = [key for kind, key in reads["lead"].value if kind == "partner"]
        if people:
            found["lead_id"] = people[0]
            _only_one(reads["lead"], len(people))
        if bodies:
            found["lead_partner_id"] = bodies[0]
            more += bodies[1:]
    for key, field in (("partners", "partner_ids"), ("made_with_partners", "made_with_ids")):
        if key in reads and reads[key].value is not UNTOUCHED:
            bodies = _of_kind(reads[key], "partner", "a person", "bodies")
            if bodies or not reads[key].value:
                found[field] = tuple(bodies)
    if more:
        found["partner_ids"] = tuple(dict.fromkeys((*found.get("partner_ids", action.partner_ids), *more)))
    return found


def _of_kind(read: Read, kind: str, what: str, wanted: str) -> list[str]:
    names = read.words.split("; ")
    for at, (each, _) in enumerate(read.value):
        if each != kind:
            name = names[at] if at < len(names) else read.words
            read.fault("sheet.wrong_place", name=name.removesuffix(" (new)"), what=what, wanted=wanted)
    return [key for each, key in read.value if each == kind]


def _only_one(read: Read, count: int) -> None:
    if count > 1:
        names = read.words.replace(" (new)", "").split("; ")
        read.fault("sheet.one_only", kept=names[0], left=", ".join(names[1:]))


_ATTRIBUTES: Final = FIELDS | {
    "lead_partner": "lead_partner_id",
    "partners": "partner_ids",
    "made_with_partners": "made_with_ids",
    "accountable": "accountable_id",
    "lead_person": "lead_id",
}


def _cell(line: Line, column: Column, read: Read, held: Action | None, wanted: Action, before: Row) -> CellMeaning:
    """Return what a cell means: how it is understood, and what is kept now where that differs."""
    cell = line.cells.get(column.key) or Cell()
    names = ("lead_id", "lead_partner_id") if column.key == "lead" else (_ATTRIBUTES[column.key],)
    old = held or Action("", "", "")
    changes = any(not same(getattr(old, name), getattr(wanted, name)) for name in names)
    was = before.get(column.key)
    shown = full_words(was) if hasattr(was, "isoformat") else str(was or "")  # type: ignore[arg-type]
    words = read.words
    if column.key == "due" and read.moved:
        words = f"{words}, moved to {full_words(read.moved)}"
    return CellMeaning(
        column.key,
        column.head,
        line.place(column.key),
        cell.text,
        words,
        shown if held and changes else "",
        changes,
        placed(read.faults, line.sheet, line.place(column.key)),
    )
