"""The evaluation of the demonstration: statements written and cited on their pages, views, answers and agreements."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from areasef.domain.citation import LocatorKind, Stance
from areasef.domain.evaluation import Answer
from areasef.domain.statement import Confidence, sentences
from areasef.services import citing, evaluating, keeping, writing
from areasef.services.demo_evidence import Items
from areasef.services.demo_partnership import Names
from areasef.services.sample import Sample, SampleCitation, SampleStatement, SampleStrand, Table
from areasef.services.session import Session

Keys = dict[str, str]
"""Ids of statements by the keys that the sample gives them."""


def write_evaluation(
    session: Session, content: Sample, names: Names, items: Items, step: Callable[[str], None]
) -> Keys:
    """Write every strand and return its statements by key."""
    keys: Keys = {}
    for strand in content.strands:
        title = session.framework.strand(strand.id).short_title
        step(f"Writing {title[:1].lower()}{title[1:]}")
        for row in strand.statements:
            with session.store.write("Write a statement"):
                keys[row.key] = _write(session, strand.id, row, names, items)
        with session.store.write("Say how a strand is seen"):
            _say_how_it_is_seen(session, strand, names)
            for row in strand.statements:
                _answer(session, "statement", keys[row.key], row.about, names)
    _answer(session, "evaluation", session.evaluation.id, content.area, names)
    return keys


def _write(session: Session, strand_id: str, row: SampleStatement, names: Names, items: Items) -> str:
    made = writing.add_statement(session, strand_id, row.section, row.words)
    about = row.about
    fields: dict[str, Any] = {
        "impact_stage_id": about.get("stage"),
        "confidence": Confidence(about["sure"]) if "sure" in about else None,
        "confidence_reason": about.get("why", ""),
        "partner_ids": names.of(about.get("who", [])),
        "age_ids": tuple(about.get("ages", [])),
        "cohort_ids": tuple(about.get("groups", [])),
        "plan_status_ids": tuple(about.get("plans", [])),
        "prompt_id": about.get("prompt"),
        "for_review": "review" in about,
        "review_note": about.get("review", ""),
        "author": about.get("by", made.author),
    }
    writing.change_statement(session, replace(made, **fields))
    for citation in row.citations:
        _cite(session, made.id, citation, items)
    if "agreed" in about:
        at = datetime.combine(about["agreed"], time(10)).astimezone()
        evaluating.agree(session, made.id, fields["partner_ids"], names.people.get(about.get("for", "")), at)
    return made.id


def _cite(session: Session, statement_id: str, citation: SampleCitation, items: Items) -> None:
    written = writing.statement(session, statement_id)
    assert written is not None
    at = sentences(written.body)[citation.after].end
    stance = Stance.SUPPORTS if citation.supports else Stance.CHALLENGES
    citing.cite(
        session, statement_id, words_on_page(session, items[citation.ref], citation.quote), stance, at, citation.says
    )


def words_on_page(session: Session, evidence_id: str, quote: str) -> citing.Selection:
    """Find the words on the pages of an item's newest file. Raises ValueError where they do not stand there."""
    revision = keeping.newest_revision(session, evidence_id)
    assert revision is not None
    if not quote:
        return citing.Selection(revision.id, 1, kind=LocatorKind.IMAGE)
    wanted = re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
    for page in keeping.pages(session, revision.id):
        place = wanted.search(page.text)
        if place:
            return citing.Selection(revision.id, page.page, place.start(), place.end())
    raise ValueError(f"{revision.name} does not say “{quote}”")


def _say_how_it_is_seen(session: Session, strand: SampleStrand, names: Names) -> None:
    about = strand.about
    if "level" in about:
        evaluating.set_level(session, strand.id, about["level"], about["since"])
    evaluating.set_reason(session, strand.id, about.get("reason", ""))
    evaluating.set_not_known(session, strand.id, about.get("not_known", ""))
    _answer(session, "strand", strand.id, about, names)


def _answer(session: Session, kind: str, subject_id: str, about: Table, names: Names) -> None:
    for row in about.get("answers", []):
        for key in row["of"]:
            evaluating.respond(
                session,
                kind,
                subject_id,
                names.partners[key],
                Answer(row["answer"]),
                row.get("words", ""),
                row.get("printed", True),
                row.get("on"),
            )
