"""What the cards of a strand show, worked out from the session: words for people, nothing of Qt."""

from __future__ import annotations

from areasef.domain.check import unbacked_gains
from areasef.domain.citation import Anchor, Citation, place_words
from areasef.domain.evaluation import Agreement, Answer
from areasef.domain.framework import Section
from areasef.domain.statement import State, Statement, placed
from areasef.services import citing, evaluating, partnering, writing
from areasef.services.session import Session
from areasef.ui.dates import day_words
from areasef.ui.pages.evaluate.reading_card import CardView, Chip, partners_line

_STANCES = {"supports": "Supports", "challenges": "Challenges"}


class StrandCards:
    """Reads what the cards of one strand's section need, in a few queries."""

    def __init__(self, session: Session, strand_id: str, section: Section) -> None:
        self._session = session
        self._section = section
        self.statements = writing.statements(session, strand_id, section.id)
        self._partners = {partner.id: partner for partner in partnering.partners(session)}
        rule = session.framework.rule("impact_without_evidence")
        self._gain_words = rule.words if rule and section.kind in ("position", "impact") else ()

    def card(self, statement: Statement) -> CardView:
        """Return the card of a statement."""
        number = next(at for at, each in enumerate(self.statements, 1) if each.id == statement.id)
        citations = citing.citations_of(self._session, statement.id)
        anchors = citing.anchors(self._session, citations)
        names = [self._partners[key].label for key in statement.partner_ids if key in self._partners]
        return CardView(
            statement=statement,
            number=number,
            count=len(self.statements),
            state=self._state(statement),
            partners=partners_line(names),
            confidence=statement.confidence.capitalize() if statement.confidence else "",
            chips=tuple(self._chip(each, anchors[each.id]) for each in in_order(statement, citations)),
            faults=self.faults(statement),
        )

    def faults(self, statement: Statement) -> tuple[str, ...]:
        """Return what must be put right in a statement, in words that are also said aloud."""
        return tuple(words for words, _ in self.weak_sentences(statement.body))

    def weak_sentences(self, body: str) -> list[tuple[str, tuple[int, int]]]:
        """Return the sentences that say children gain and cite nothing: the words of the fault, and where they stand."""
        weak = unbacked_gains(body, self._gain_words)
        last = max((each.end for each in weak), default=0)
        ends = len(body.rstrip())
        return [
            (
                f"Must fix: {'the last' if each.end == last == ends else 'a'} sentence says children gain, but cites nothing",
                (each.start, each.end),
            )
            for each in weak
        ]

    def _state(self, statement: Statement) -> str:
        parts = [_agreed(self._session, statement) if statement.state is State.AGREED else _draft(statement)]
        for partner in self._partners.values():
            said = evaluating.response(self._session, "statement", statement.id, partner.id)
            if said.answer is Answer.DIFFERS:
                parts.append(f"{partner.label} differs")
        if statement.for_review:
            parts.append("marked for review")
        return ", ".join(parts)

    def _chip(self, citation: Citation, anchor: Anchor) -> Chip:
        item = citing.item_of(self._session, citation)
        ref = item.ref if item else "Gone"
        where = where_words(citation)
        state = anchor if item else Anchor.FILE_MISSING
        spoken = f"{_STANCES[citation.stance]}. {ref}, {where or 'the whole item'}."
        return Chip(citation.id, ref, where, str(citation.stance), str(state), spoken)


def where_words(citation: Citation) -> str:
    """Return the place of a citation in words: ``page 6``, ``sheet Waits``."""
    return place_words(citation.locator)


def in_order(statement: Statement, citations: tuple[Citation, ...]) -> list[Citation]:
    """Return citations as they stand in the text, those without a place last."""
    order = {citation_id: at for at, citation_id in enumerate(placed(statement.body))}
    return sorted(citations, key=lambda each: order.get(each.id, len(order)))


def numbers(statement: Statement) -> dict[str, int]:
    """Return the number that each placed citation has in its text."""
    return {citation_id: at for at, citation_id in enumerate(placed(statement.body), 1)}


def _agreed(session: Session, statement: Statement) -> str:
    rows: tuple[Agreement, ...] = evaluating.agreements_of(session, statement.id)
    newest = max(rows, key=lambda row: row.at, default=None)
    day = f" {day_words(newest.at.date(), short=True).rsplit(' ', 1)[0]}" if newest else ""
    changed = evaluating.changed_since_agreed(session, statement)
    return f"Changed since agreed{day}" if changed else f"Agreed{day}"


def _draft(statement: Statement) -> str:
    return f"Draft, by {statement.author}" if statement.author else "Draft"
