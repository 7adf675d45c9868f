"""The whole of one evaluation as a single value: what checks look at and documents are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from areasef.domain.citation import Anchor, Citation, FindingCitation, Stance
from areasef.domain.evaluation import Agreement, Area, Evaluation, Response, SelfView
from areasef.domain.evidence import Evidence, Freshness, Revision, freshness
from areasef.domain.followed import ReportKey, findings_of_report, key_of, newest_report
from areasef.domain.framework import Framework, Section, Strand
from areasef.domain.funding import Funding
from areasef.domain.partner import Partner, Person, RoleHolding
from areasef.domain.plan import Action, ActionStep, ActionUpdate, Actual, Measure, Milestone, Priority
from areasef.domain.record import Decision, Finding, Request, Risk
from areasef.domain.statement import Statement

Thing = TypeVar("Thing")


def _grouped(things: Iterable[Thing], key: Callable[[Thing], str]) -> dict[str, tuple[Thing, ...]]:
    """Return things by what they belong to, each group in the order they come."""
    found: dict[str, list[Thing]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return {name: tuple(group) for name, group in found.items()}


@dataclass(frozen=True)
class Dossier:
    """One evaluation with everything it rests on, read at one moment.

    ``content_hash`` is of the canonical rows; ``anchors`` tells for each citation id whether its words still stand;
    ``chosen_report`` is the report that a person chose to follow, None for the newest.
    """

    framework: Framework
    area: Area
    evaluation: Evaluation
    read_at: datetime
    content_hash: str = ""
    partners: tuple[Partner, ...] = ()
    people: tuple[Person, ...] = ()
    role_holdings: tuple[RoleHolding, ...] = ()
    self_views: tuple[SelfView, ...] = ()
    responses: tuple[Response, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    revisions: tuple[Revision, ...] = ()
    priorities: tuple[Priority, ...] = ()
    actions: tuple[Action, ...] = ()
    measures: tuple[Measure, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    actuals: tuple[Actual, ...] = ()
    updates: tuple[ActionUpdate, ...] = ()
    steps: tuple[ActionStep, ...] = ()
    findings: tuple[Finding, ...] = ()
    finding_citations: tuple[FindingCitation, ...] = ()
    requests: tuple[Request, ...] = ()
    decisions: tuple[Decision, ...] = ()
    risks: tuple[Risk, ...] = ()
    funding: tuple[Funding, ...] = ()
    anchors: dict[str, Anchor] = field(default_factory=dict)
    chosen_report: ReportKey | None = None

    @cached_property
    def report(self) -> ReportKey | None:
        """The report that is followed up: the one that was chosen while it is there, else the area's newest."""
        chosen = self.chosen_report
        if chosen is not None and any(key_of(each) == chosen for each in self.findings):
            return chosen
        return newest_report(self.findings, self.area.name)

    @cached_property
    def followed(self) -> tuple[Finding, ...]:
        """The findings of the report that is followed up, with those of no dated report."""
        return findings_of_report(self.findings, self.report, self.area.name)

    @cached_property
    def evidence_by_id(self) -> dict[str, Evidence]:
        """Evidence items by id."""
        return {item.id: item for item in self.evidence}

    @cached_property
    def actions_by_priority(self) -> dict[str, tuple[Action, ...]]:
        """Actions by the id of their priority, in their order."""
        return _grouped(self.actions, lambda each: each.priority_id)

    @cached_property
    def measures_by_action(self) -> dict[str, tuple[Measure, ...]]:
        """Measures by the id of their action, in their order."""
        return _grouped(self.measures, lambda each: each.action_id)

    @cached_property
    def partner_by_id(self) -> dict[str, Partner]:
        """Partners by id."""
        return {partner.id: partner for partner in self.partners}

    @cached_property
    def person_by_id(self) -> dict[str, Person]:
        """People by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def statement_by_id(self) -> dict[str, Statement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def citations_by_statement(self) -> dict[str, tuple[Citation, ...]]:
        """Citations of each statement that has any."""
        return _grouped(self.citations, lambda each: each.statement_id)

    @cached_property
    def _statements_by_strand(self) -> dict[str, tuple[Statement, ...]]:
        in_order = sorted(self.statements, key=lambda each: (each.position, each.id))
        return _grouped(in_order, lambda each: each.strand_id)

    def citations_of(self, statement_id: str) -> tuple[Citation, ...]:
        """Return the citations of a statement, placed in its text or not."""
        return self.citations_by_statement.get(statement_id, ())

    def cited_for(self, finding_id: str) -> tuple[FindingCitation, ...]:
        """Return what shows the progress on a finding, without what is no longer in the library."""
        return tuple(
            each
            for each in self.finding_citations
            if each.finding_id == finding_id and each.evidence_id in self.evidence_by_id
        )

    def statements_of(self, strand: Strand | str, section: Section | str | None = None) -> tuple[Statement, ...]:
        """Return the statements of a strand, or of one of its sections, in their order."""
        strand_id = strand if isinstance(strand, str) else strand.id
        found = self._statements_by_strand.get(strand_id, ())
        if section is None:
            return found
        section_id = section if isinstance(section, str) else section.id
        return tuple(statement for statement in found if statement.section_id == section_id)

    def self_view(self, strand_id: str) -> SelfView | None:
        """Return the partnership's view of a strand, or None where nothing was said yet."""
        return next((view for view in self.self_views if view.strand_id == strand_id), None)

    def responses_to(self, kind: str, subject_id: str) -> tuple[Response, ...]:
        """Return what bodies said to a statement, a strand or the whole."""
        return tuple(each for each in self.responses if each.subject_kind == kind and each.subject_id == subject_id)

    def is_backed(self, statement: Statement) -> bool:
        """Say whether at least one page supports a statement."""
        return any(citation.stance is Stance.SUPPORTS for citation in self.citations_of(statement.id))

    def freshness_of(self, item: Evidence) -> Freshness:
        """Return how fresh an item is on the evaluation's as-at date."""
        return freshness(item, self.evaluation.as_at, self.framework.source_type(item.source_type_id))

    def evidence_of(self, strand_id: str) -> tuple[Evidence, ...]:
        """Return the items linked to a strand or cited under it."""
        return self._evidence_by_strand.get(strand_id, ())

    @cached_property
    def _evidence_by_strand(self) -> dict[str, tuple[Evidence, ...]]:
        cited: dict[str, set[str]] = {}
        for statement in self.statements:
            cited.setdefault(statement.strand_id, set()).update(
                citation.evidence_id for citation in self.citations_of(statement.id)
            )
        found: dict[str, list[Evidence]] = {}
        for item in self.evidence:
            named = {*item.strand_ids, *(strand_id for strand_id, ids in cited.items() if item.id in ids)}
            for strand_id in named:
                found.setdefault(strand_id, []).append(item)
        return {strand_id: tuple(items) for strand_id, items in found.items()}
