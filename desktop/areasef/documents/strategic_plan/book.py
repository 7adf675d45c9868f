"""A plan opened for printing: its references, its ratings with their shapes, who is responsible, and its dates in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from areasef.documents.model import DocumentOptions, Run, Runs, runs
from areasef.documents.parts.phrases import joined, listed, month_short, sentence
from areasef.documents.parts.signs import delivery_run, stage_run
from areasef.documents.self_evaluation.claims import statement_ref
from areasef.domain.dossier import Dossier
from areasef.domain.numbering import Numbering, actions_of, involved, numbering
from areasef.domain.plan import Action, Priority
from areasef.domain.progress import MONTHS
from areasef.domain.record import Finding, FindingKind
from areasef.domain.statement import Statement, plain, sentences

SHORT_WORD = 14
"""Words up to so many signs stay on one line beside their shape."""


@dataclass(frozen=True)
class Book:
    """A dossier and the options of the print, with what every chapter of a plan asks of them."""

    dossier: Dossier
    options: DocumentOptions

    @cached_property
    def numbers(self) -> Numbering:
        """The references of priorities, actions and measures."""
        return numbering(self.dossier)

    @property
    def as_at(self) -> date:
        """The day the plan is looked at from."""
        return self.dossier.evaluation.as_at

    @property
    def wide(self) -> bool:
        """Whether the print is large: one column on upright pages, facts in place of wide tables."""
        return self.options.large_print

    @cached_property
    def loose(self) -> tuple[Action, ...]:
        """The actions that stand under no priority of the plan."""
        known = {priority.id for priority in self.dossier.priorities}
        return tuple(each for each in self.dossier.actions if each.priority_id not in known)

    @cached_property
    def recommendations(self) -> tuple[Finding, ...]:
        """What the report that is followed asks for: areas for priority action and for improvement."""
        asked = (FindingKind.PRIORITY_ACTION, FindingKind.IMPROVEMENT)
        return tuple(each for each in self.dossier.followed if each.kind in asked)

    def actions_of(self, priority: Priority) -> tuple[Action, ...]:
        """Return the actions of a priority in their order."""
        return actions_of(self.dossier, priority.id)

    def answers_to(self, finding: Finding) -> tuple[Priority, ...]:
        """Return the priorities that answer a finding."""
        return tuple(each for each in self.dossier.priorities if finding.id in each.finding_ids)

    def ref(self, action: Action) -> str:
        """Return an action's reference, such as ``1.2``; a dash where it stands under no priority."""
        return self.numbers.actions.get(action.id, "–")

    def code(self, priority: Priority) -> str:
        """Return a priority's reference, such as ``Priority 1``."""
        return f"Priority {self.numbers.priorities[priority.id]}"

    def priority_title(self, priority: Priority) -> str:
        """Return a priority's reference and title as one line."""
        return f"{self.code(priority)}. {priority.title.strip() or 'Untitled priority'}"

    def bodies(self, ids: Iterable[str]) -> str:
        """Return bodies by their names for short spaces, as a sentence lists them."""
        known = self.dossier.partner_by_id
        return listed(known[key].label for key in ids if key in known)

    def person(self, person_id: str | None) -> str:
        """Return a person with the body they work for; nothing where nobody is named."""
        found = self.dossier.person_by_id.get(person_id or "")
        if found is None:
            return ""
        body = self.bodies((found.partner_id,)) if found.partner_id else ""
        return f"{found.name}, {body}" if body else found.name

    def others(self, action: Action) -> tuple[str, ...]:
        """Return the partners who take part in an action beside the one that leads."""
        return tuple(key for key in involved(action) if key != action.lead_partner_id)

    def made_with(self, action: Action) -> str:
        """Return who helped to shape an action: partners by name, then whoever is named in words."""
        return "; ".join(filter(None, (self.bodies(action.made_with_ids), action.made_with.strip())))

    def depends_on(self, action: Action) -> str:
        """Return what must happen first: actions by reference and title, then what is said in words."""
        known = {each.id: each for each in self.dossier.actions}
        found = [known[key] for key in action.depends_on_ids if key in known]
        first = [f"{self.ref(each)} {each.title.strip() or 'Untitled action'}" for each in found]
        return "; ".join((*first, *filter(None, (action.depends_on.strip(),))))

    def strands(self, ids: Iterable[str]) -> str:
        """Return strands by code and short title, in the order of the pack."""
        wanted = set(ids)
        return listed(f"{each.code} {each.short_title}" for each in self.dossier.framework.strands if each.id in wanted)

    def statement_ref(self, statement: Statement) -> str:
        """Return where a statement stands: ``I3, What needs to be better 2``."""
        return statement_ref(self.dossier, statement) or "A statement of another framework"

    def statements(self, ids: Iterable[str]) -> tuple[Statement, ...]:
        """Return the statements of ids that are still there."""
        return tuple(self.dossier.statement_by_id[key] for key in ids if key in self.dossier.statement_by_id)


def delivery_runs(action: Action) -> Runs:
    """Return whether an action is being done, as a shape and its word, which are never torn apart."""
    run = delivery_run(action.delivery)
    return (replace(run, text=joined(run.text)),)


def impact_runs(book: Book, action: Action) -> Runs:
    """Return whether children notice, as boxes and the word of the stage."""
    run = stage_run(book.dossier.framework, action.impact_stage_id)
    return (replace(run, text=joined(run.text) if len(run.text) <= SHORT_WORD else run.text),)


def span_lines(action: Action) -> tuple[Runs, ...]:
    """Return an action's dates with their years: ``Oct 2026 to Jan 2027``, and under it ``now Mar 2027``."""
    if action.starts and action.due:
        first, last = month_short(action.starts), month_short(action.due)
        said = f"{first} to {last}" if first != last else last
    elif action.due:
        said = f"By {month_short(action.due)}"
    elif action.starts:
        said = f"From {month_short(action.starts)}, no end date"
    else:
        said = "No dates yet"
    if action.new_due is None:
        return (runs(said),)
    return (runs(said), runs(Run(f"now {month_short(action.new_due)}", bold=True)))


def full_month(day: date) -> str:
    """Return a month with its year: ``June 2024``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def cell_text(text: str) -> tuple[Runs, ...]:
    """Return typed text as the lines of a cell, one for each paragraph somebody typed."""
    return tuple(runs(part.strip()) for part in text.splitlines() if part.strip())


def claim(statement: Statement) -> str:
    """Return what a statement says, without its citations."""
    return sentence(plain(statement.body))


def first_sentence(statement: Statement) -> str:
    """Return the sentence that a statement opens with: enough to know it by, where its reference stands beside it."""
    found = sentences(statement.body)
    return found[0].words if found else "A statement without words"


def labelled(name: str, text: str) -> Runs:
    """Return text that begins with its name in bold."""
    return runs(Run(f"{name}: ", bold=True), text)


def quiet(text: str) -> Runs:
    """Return words in the colour of notes."""
    return runs(Run(text, muted=True))
