"""What the cards of a strand show, worked out from what was read of it: words for people, nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from areasef.domain.check import unbacked_gains
from areasef.domain.citation import Anchor, Citation, place_words
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Agreement, Answer, newest_agreement
from areasef.domain.framework import Section, title_of
from areasef.domain.quoting import bare
from areasef.domain.statement import Sentence, State, Statement, placed, plain, text_hash
from areasef.ui.dates import day_words
from areasef.ui.pages.evaluate.reading_card import CardView, Chip, partners_line

_FEW_WORDS, _MANY_WORDS = 3, 6
_CHIP_LETTERS = 28
"""So many letters of a quote at most stand on a chip: it is never cut, and has to fit the narrowest pane."""
_STANCES = {"supports": "Supports", "challenges": "Challenges"}


class StrandCards:
    """The cards of one section of a strand, from the dossier of the strand; nothing is asked of the store."""

    def __init__(self, dossier: Dossier, strand_id: str, section: Section) -> None:
        self._dossier = dossier
        self._section = section
        self.statements = dossier.statements_of(strand_id, section.id)
        rule = dossier.framework.rule("impact_without_evidence")
        self._gain_words = rule.words if rule and section.kind in ("position", "impact") else ()

    def cards(self) -> list[CardView]:
        """Return the cards in their order."""
        return [self._card(number, statement) for number, statement in enumerate(self.statements, 1)]

    def any_weak(self) -> bool:
        """Say whether a statement here must be put right."""
        return any(self.weak_sentences(statement.body) for statement in self.statements)

    def weak_sentences(self, body: str) -> list[tuple[str, tuple[int, int]]]:
        """Return the sentences that say children gain and cite nothing: the words of the fault, and where they stand."""
        weak = _unbacked(body, self._gain_words)
        ends = len(body.rstrip())
        return [
            (
                f"Must fix: {'the last' if each.end == ends else 'a'} sentence says children gain, but cites nothing",
                (each.start, each.end),
            )
            for each in weak
        ]

    def _card(self, number: int, statement: Statement) -> CardView:
        partners = self._dossier.partner_by_id
        names = [partners[key].label for key in statement.partner_ids if key in partners]
        citations = self._dossier.citations_of(statement.id)
        told = told_apart(citations)
        chips = [self._chip(statement, each, told.get(each.id, "")) for each in in_order(statement, citations)]
        return CardView(
            statement=statement,
            number=number,
            count=len(self.statements),
            state=self._state(statement),
            partners=partners_line(names),
            confidence=statement.confidence.capitalize() if statement.confidence else "",
            chips=tuple(chips),
            faults=tuple(dict.fromkeys(words for words, _ in self.weak_sentences(statement.body))),
            about=self._about(statement),
            may_agree=bool(plain(statement.body).strip()) and not self._stands_agreed(statement),
        )

    def _state(self, statement: Statement) -> str:
        parts = [self._agreed(statement) if statement.state is State.AGREED else _draft(statement)]
        for said in self._dossier.responses_to("statement", statement.id):
            partner = self._dossier.partner_by_id.get(said.partner_id)
            if partner is not None and said.answer is Answer.DIFFERS:
                parts.append(f"{partner.label} differs")
        if statement.for_review:
            parts.append("marked for review")
        return ", ".join(parts)

    def _agreed(self, statement: Statement) -> str:
        newest = self._newest_agreement(statement)
        day = f" {day_words(newest.at.date(), short=True).rsplit(' ', 1)[0]}" if newest else ""
        return f"Agreed{day}" if self._stands_agreed(statement) else f"Changed since agreed{day}"

    def _stands_agreed(self, statement: Statement) -> bool:
        """Say whether it is agreed in the very words that it has now."""
        newest = self._newest_agreement(statement)
        same = newest is None or newest.text_hash == text_hash(statement.body)
        return statement.state is State.AGREED and same

    def _newest_agreement(self, statement: Statement) -> Agreement | None:
        return newest_agreement([row for row in self._dossier.agreements if row.subject_id == statement.id])

    def _about(self, statement: Statement) -> str:
        framework = self._dossier.framework
        ages = [title_of(framework.ages, key) for key in statement.age_ids]
        stage = title_of(framework.impact_stages, statement.impact_stage_id)
        parts = [f"Ages {partners_line(ages)}" if ages else "", f"Impact: {stage.lower()}" if stage else ""]
        return ". ".join(filter(None, parts))

    def _chip(self, statement: Statement, citation: Citation, told: str) -> Chip:
        item = self._dossier.evidence_by_id.get(citation.evidence_id)
        ref = item.ref if item else "Gone"
        where = where_words(citation)
        state = self._dossier.anchors.get(citation.id, Anchor.FOUND) if item else Anchor.FILE_MISSING
        where = ", ".join(filter(None, (where or ("whole item" if told else ""), told)))
        spoken = f"{_STANCES[citation.stance]}. {ref}, {where or 'the whole item'}."
        is_placed = citation.id in placed(statement.body)
        title = item.title if item else ""
        return Chip(citation.id, ref, where, str(citation.stance), str(state), spoken, title, is_placed)


def where_words(citation: Citation) -> str:
    """Return the place of a citation in words: ``page 6``, ``sheet Waits``."""
    return place_words(citation.locator)


def told_apart(citations: Iterable[Citation]) -> dict[str, str]:
    """Return, for citations of the same page of the same item, the first words of each by which they differ."""
    same: dict[tuple[str, str], list[Citation]] = {}
    for each in citations:
        same.setdefault((each.evidence_id, where_words(each)), []).append(each)
    told: dict[str, str] = {}
    for alike in same.values():
        if len(alike) > 1:
            told |= _first_words(alike)
    return told


def _first_words(alike: list[Citation]) -> dict[str, str]:
    words = {each.id: bare(each.locator.quote or each.says) for each in alike}
    for many in range(_FEW_WORDS, _MANY_WORDS + 1):
        starts = {key: " ".join(said.split()[:many])[:_CHIP_LETTERS].rstrip() for key, said in words.items()}
        if all(starts.values()) and len(set(starts.values())) == len(alike):
            return {key: f"“{start}{'…' if len(start) < len(words[key]) else ''}”" for key, start in starts.items()}
    return {each.id: f"{at} of {len(alike)}" for at, each in enumerate(alike, 1)}


def in_order(statement: Statement, citations: tuple[Citation, ...]) -> list[Citation]:
    """Return citations as they stand in the text, those without a place last."""
    order = {citation_id: at for at, citation_id in enumerate(placed(statement.body))}
    return sorted(citations, key=lambda each: order.get(each.id, len(order)))


def numbers(statement: Statement) -> dict[str, int]:
    """Return the number that each placed citation has in its text."""
    return {citation_id: at for at, citation_id in enumerate(placed(statement.body), 1)}


@lru_cache(maxsize=1024)
def _unbacked(body: str, gain_words: tuple[str, ...]) -> tuple[Sentence, ...]:
    """Remember what was found in a text: the cards of a strand ask for the same texts again and again."""
    return unbacked_gains(body, gain_words)


def _draft(statement: Statement) -> str:
    return f"Draft, by {statement.author}" if statement.author else "Draft"
