"""The framework that is evaluated against: parts, strands, prompts and all that a pack brings.

Every entry has an id that stays the same from one edition to the next, a source, and whether that source was
checked against the published page (``verified``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

LevelShape = Literal["strength", "mixed", "to_improve", "none"]
Polarity = Literal["higher", "lower", "none"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a pack entry comes from: a document and its paragraph, or ``published reports``."""

    document: str
    paragraph: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One of the halves of the framework, with the question it answers."""

    id: str
    title: str
    question: str
    source: Source


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question under a strand that a good evaluation answers, and the opening words of an answer."""

    id: str
    text: str
    opening: str
    source: Source


@dataclass(frozen=True, slots=True)
class TypicalEvidence:
    """A kind of evidence that a strand usually rests on, and the agency that usually holds it."""

    id: str
    agency_id: str
    text: str
    source_type_id: str
    source: Source


@dataclass(frozen=True, slots=True)
class ReportNote:
    """What published reports elsewhere have said about a strand, paraphrased."""

    id: str
    tone: Literal["strong", "weak"]
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Dimensions:
    """What a strand should speak about, as ids of the framework's lists; empty means all of them."""

    ages: tuple[str, ...] = ()
    plan_statuses: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    cohorts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strand:
    """One evaluation criterion: a code said aloud (I3), a short and a full title, and its guide."""

    id: str
    code: str
    part_id: str
    title: str
    short_title: str
    about: str
    source: Source
    prompts: tuple[Prompt, ...] = ()
    typical_evidence: tuple[TypicalEvidence, ...] = ()
    report_notes: tuple[ReportNote, ...] = ()
    speaks_about: Dimensions = Dimensions()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a list of the framework: an age band, a cohort, an agency, a role and so on."""

    id: str
    title: str
    note: str = ""
    source: Source = Source("our own words")


@dataclass(frozen=True, slots=True)
class Section:
    """A section of statements under each strand; ``kind`` says what the checks expect of it."""

    id: str
    title: str
    short_title: str
    kind: Literal["position", "impact", "weakness", "next"]
    hint: str
    source: Source


@dataclass(frozen=True, slots=True)
class Level:
    """One of the levels of a self-view; never an inspection outcome."""

    id: str
    title: str
    meaning: str
    shape: LevelShape
    source: Source


@dataclass(frozen=True, slots=True)
class SourceType:
    """A kind of source, whose voice it carries, and how long it stays current and then ageing, in months."""

    id: str
    title: str
    voice: Literal["children", "parents", "practitioners", "leaders", "none"]
    current_months: int
    ageing_months: int
    source: Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome an inspection report can state, and what follows it. Never computed here."""

    id: str
    title: str
    next_full_years: int
    document_due: Literal["strategic_plan", "priority_action_plan"]
    monitoring_months: int | None
    follows: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Interval:
    """A deadline rule: so many working days or months from an event. Editable in each workspace.

    ``after`` names the event, another interval, or ``plan``; ``counts`` says which way; no ``outcomes`` means every one.
    What is ``expected`` is done by others: it comes about then, and is never overdue.
    """

    id: str
    title: str
    after: str
    amount: int
    unit: Literal["working_days", "months", "years"]
    note: str
    source: Source
    counts: Literal["after", "before"] = "after"
    expected: bool = False
    outcomes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimetableEntry:
    """Something that happens in the three weeks: week 1 to 3, weekday 1 (Monday) to 5."""

    id: str
    week: int
    weekday: int
    title: str
    text: str
    who: str
    source: Source


@dataclass(frozen=True, slots=True)
class RequestItem:
    """One thing inspectors ask for, by when and from whom; ``day`` counts working days from notification."""

    id: str
    group: str
    title: str
    text: str
    day: int
    agency_id: str
    strand_ids: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class IndicatorDefinition:
    """A published data series worth watching: which way is better, where it comes from, when it is released."""

    id: str
    title: str
    unit: str
    polarity: Polarity
    statistic: str
    release_month: int | None
    strand_ids: tuple[str, ...]
    note: str
    source: Source


@dataclass(frozen=True, slots=True)
class CheckRule:
    """A threshold of a check: its code, its severity and its numbers and word lists."""

    id: str
    severity: Literal["must", "look", "note"]
    number: int | None
    words: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word of the field and what it means, in plain English."""

    id: str
    term: str
    meaning: str
    source: Source


@dataclass(frozen=True, slots=True)
class Theme:
    """A chapter drawn from all strands: the statements about its cohorts, with its voices, or in its words.

    ``voices`` are those of source types; a statement belongs where it cites one of them.
    """

    id: str
    title: str
    about: str
    source: Source
    cohorts: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Framework:
    """A whole pack as it was read: the data of one edition of one framework."""

    id: str
    edition: str
    title: str
    short_title: str
    publisher_note: str
    parts: tuple[Part, ...]
    strands: tuple[Strand, ...]
    sections: tuple[Section, ...]
    levels: tuple[Level, ...]
    source_types: tuple[SourceType, ...]
    agencies: tuple[Term, ...]
    impact_stages: tuple[Term, ...]
    ages: tuple[Term, ...]
    plan_statuses: tuple[Term, ...] = ()
    services: tuple[Term, ...] = ()
    settings: tuple[Term, ...] = ()
    cohorts: tuple[Term, ...] = ()
    partner_kinds: tuple[Term, ...] = ()
    roles: tuple[Term, ...] = ()
    themes: tuple[Theme, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    intervals: tuple[Interval, ...] = ()
    timetable: tuple[TimetableEntry, ...] = ()
    requests: tuple[RequestItem, ...] = ()
    indicators: tuple[IndicatorDefinition, ...] = ()
    check_rules: tuple[CheckRule, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    _strand_by_id: dict[str, Strand] = field(default_factory=dict, compare=False, repr=False)

    def strand(self, strand_id: str) -> Strand:
        """Return the strand of an id. Raises KeyError where the pack has none."""
        if not self._strand_by_id:
            self._strand_by_id.update({strand.id: strand for strand in self.strands})
        return self._strand_by_id[strand_id]

    def strands_of(self, part_id: str) -> tuple[Strand, ...]:
        """Return the strands of a part, in the order of the pack."""
        return tuple(strand for strand in self.strands if strand.part_id == part_id)

    def source_type(self, source_type_id: str) -> SourceType | None:
        """Return a source type, or None where the pack no longer has it."""
        return next((kind for kind in self.source_types if kind.id == source_type_id), None)

    def level(self, level_id: str | None) -> Level | None:
        """Return a level, or None for no view yet."""
        return next((level for level in self.levels if level.id == level_id), None)

    def rule(self, rule_id: str) -> CheckRule | None:
        """Return the rule of a check, or None where the pack turns it off."""
        return next((rule for rule in self.check_rules if rule.id == rule_id), None)


def title_of(terms: tuple[Term, ...], term_id: str | None) -> str:
    """Return the title of a list's value, or the id itself where the pack no longer has it."""
    return next((term.title for term in terms if term.id == term_id), term_id or "")
