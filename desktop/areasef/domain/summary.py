"""The evaluation at a glance: for each strand what is evaluated, backed, fresh and agreed, and what is open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from areasef.domain.check import Check
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Answer
from areasef.domain.evidence import Evidence, Freshness, Holding
from areasef.domain.framework import Level, Strand
from areasef.domain.partner import Partner, exists_on
from areasef.domain.progress import BEHIND


@dataclass(frozen=True, slots=True)
class PartnerView:
    """What one partner says of a strand: its own answer, or *contributed* where it stands behind a statement."""

    partner: Partner
    answer: Answer


@dataclass(frozen=True, slots=True)
class StrandSummary:
    """One strand at a glance. ``newest_on`` is None where no dated item is held; counts carry their whole."""

    strand: Strand
    level: Level | None
    statements: int
    backed: int
    items: int
    newest: Evidence | None
    newest_on: date | None
    as_at: date
    newest_freshness: Freshness
    partner_views: tuple[PartnerView, ...]
    must: int
    look: int
    note: int

    @property
    def open_checks(self) -> int:
        """How many checks are open, of any severity."""
        return self.must + self.look + self.note

    @property
    def differing(self) -> tuple[Partner, ...]:
        """The partners who see this strand differently."""
        return tuple(each.partner for each in self.partner_views if each.answer is Answer.DIFFERS)

    @property
    def agreeing(self) -> int:
        """How many partners endorse this strand."""
        return sum(1 for each in self.partner_views if each.answer is Answer.ENDORSES)


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole evaluation at a glance. Never a score: nothing here is averaged over strands."""

    strands: tuple[StrandSummary, ...]
    checks: tuple[Check, ...]
    statements: int
    backed: int
    items: int
    stale: int
    requested: int
    actions: int
    off_track: int

    def strand(self, strand_id: str) -> StrandSummary | None:
        """Return the summary of one strand."""
        return next((each for each in self.strands if each.strand.id == strand_id), None)


def summarise(dossier: Dossier, checks: tuple[Check, ...]) -> Summary:
    """Sum an evaluation up, strand by strand, on its as-at date."""
    held = [item for item in dossier.evidence if item.holding is Holding.HELD]
    strands = tuple(_strand(dossier, strand, checks) for strand in dossier.framework.strands)
    return Summary(
        strands=strands,
        checks=checks,
        statements=len(dossier.statements),
        backed=sum(1 for each in dossier.statements if dossier.is_backed(each)),
        items=len(held),
        stale=sum(1 for item in held if dossier.freshness_of(item) is Freshness.STALE),
        requested=sum(1 for item in dossier.evidence if item.holding is Holding.REQUESTED),
        actions=len(dossier.actions),
        off_track=sum(1 for each in dossier.actions if each.delivery in BEHIND),
    )


def _strand(dossier: Dossier, strand: Strand, checks: tuple[Check, ...]) -> StrandSummary:
    statements = dossier.statements_of(strand)
    items = [item for item in dossier.evidence_of(strand.id) if item.holding is Holding.HELD]
    newest = max((item for item in items if _day(item)), key=lambda item: _day(item) or date.min, default=None)
    view = dossier.self_view(strand.id)
    counts = Counter(check.severity for check in checks if check.strand_id == strand.id)
    return StrandSummary(
        strand=strand,
        level=dossier.framework.level(view.level_id) if view else None,
        statements=len(statements),
        backed=sum(1 for each in statements if dossier.is_backed(each)),
        items=len(items),
        newest=newest,
        newest_on=_day(newest) if newest else None,
        as_at=dossier.evaluation.as_at,
        newest_freshness=dossier.freshness_of(newest) if newest else Freshness.UNDATED,
        partner_views=partner_views(dossier, strand),
        must=counts["must"],
        look=counts["look"],
        note=counts["note"],
    )


def _day(item: Evidence) -> date | None:
    return item.covers_to or item.covers_from


def partner_views(dossier: Dossier, strand: Strand) -> tuple[PartnerView, ...]:
    """Return what each partner of the as-at date says of a strand; a differing view of one statement counts for it."""
    behind = {key for statement in dossier.statements_of(strand) for key in statement.partner_ids}
    said = {each.partner_id: each.answer for each in dossier.responses_to("strand", strand.id)}
    for statement in dossier.statements_of(strand):
        for each in dossier.responses_to("statement", statement.id):
            if each.answer is Answer.DIFFERS:
                said[each.partner_id] = Answer.DIFFERS
    views = []
    for partner in dossier.partners:
        if exists_on(partner.starts, partner.ends, dossier.evaluation.as_at):
            fallback = Answer.CONTRIBUTED if partner.id in behind else Answer.NOT_ASKED
            views.append(PartnerView(partner, said.get(partner.id, fallback)))
    return tuple(views)
