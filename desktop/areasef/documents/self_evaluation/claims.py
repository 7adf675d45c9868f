"""Statements on paper: the claim with its raised numbers, and the line that says who, how sure, about whom, how far."""

from __future__ import annotations

from areasef.documents import model
from areasef.documents.model import Run, Runs, runs
from areasef.documents.parts.phrases import body_name, counted, listed, sentence
from areasef.documents.self_evaluation.references import References, in_order
from areasef.domain.citation import Stance
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Answer
from areasef.domain.framework import Section, Strand, Term, title_of
from areasef.domain.statement import MARKER, State, Statement, placed, text_hash


def statement_anchor(statement: Statement) -> str:
    """Return where links to a statement lead."""
    return f"statement-{statement.id}"


def statement_ref(dossier: Dossier, statement: Statement) -> str:
    """Return what a statement is called from elsewhere: ``I3, What we know 2``."""
    strand = next((each for each in dossier.framework.strands if each.id == statement.strand_id), None)
    section = next((each for each in dossier.framework.sections if each.id == statement.section_id), None)
    if strand is None or section is None:
        return ""
    siblings = dossier.statements_of(strand, section)
    number = next((at for at, each in enumerate(siblings, 1) if each.id == statement.id), 0)
    return f"{strand.code}, {section.short_title}\u00a0{number}"


def claims(dossier: Dossier, strand: Strand, section: Section, references: References) -> list[model.Block]:
    """Return the numbered statements of one section of a strand."""
    return [
        model.Statement(
            str(at),
            claim(dossier, statement, references),
            runs(meta(dossier, statement, section)),
            statement_anchor(statement),
        )
        for at, statement in enumerate(dossier.statements_of(strand, section), 1)
    ]


def claim(dossier: Dossier, statement: Statement, references: References) -> Runs:
    """Return the words of a statement with a raised number where each citation stands."""
    pieces = MARKER.split(statement.body)
    content: list[Run] = []
    waiting: list[str] = []
    for at, piece in enumerate(pieces):
        if at % 2:
            waiting.append(piece)
        elif piece.strip() or not waiting:
            content += raised(waiting, references)
            content.append(Run(_closed(piece)))
            waiting = []
    in_text = placed(statement.body)
    waiting += [each.id for each in in_order(dossier, statement) if each.id not in in_text]
    content += raised(waiting, references)
    return runs(*content) or runs(Run("Nothing is written yet.", muted=True))


def raised(citation_ids: list[str], references: References) -> list[Run]:
    """Return raised numbers that lead to the evidence table, each number once."""
    found = [reference for key in citation_ids if (reference := references.of(key)) is not None]
    content: list[Run] = []
    for reference in {each.number: each for each in found}.values():
        if content:
            content.append(Run(", ", bold=True, raised=True, accent=True))
        content.append(Run(str(reference.number), bold=True, raised=True, accent=True, link=f"#{reference.anchor}"))
    return content


def _closed(piece: str) -> str:
    """Return a piece of text without the room before a number; line breaks are spaces on paper."""
    text = " ".join(piece.split())
    lead = " " if piece[:1].isspace() and text else ""
    return f"{lead}{text}"


def meta(dossier: Dossier, statement: Statement, section: Section) -> str:
    """Return the line under a statement, in sentences; only what is known stands there."""
    parts = [
        _confidence(statement),
        _behind(dossier, statement),
        _ages(dossier.framework.ages, statement.age_ids),
        _titles(dossier.framework.plan_statuses, statement.plan_status_ids),
        _titles(dossier.framework.cohorts, statement.cohort_ids),
        _stage(dossier, statement),
        _against(dossier, statement),
        _differs(dossier, statement),
        "" if section.kind == "next" or dossier.citations_of(statement.id) else "Not yet backed",
        _state(dossier, statement),
    ]
    return " ".join(sentence(part) for part in parts if part)


def _confidence(statement: Statement) -> str:
    reason = statement.confidence_reason.strip()
    if statement.confidence is None:
        return f"Confidence not said: {reason}" if reason else ""
    said = f"{statement.confidence.capitalize()} confidence"
    return f"{said}: {reason}" if reason else said


def _behind(dossier: Dossier, statement: Statement) -> str:
    """Return who stands behind a statement; not said twice where the same bodies agreed it."""
    names = [body_name(dossier, each) for each in statement.partner_ids]
    return "" if set(names) <= set(_agreeing(dossier, statement)) else listed(names)


def _agreeing(dossier: Dossier, statement: Statement) -> list[str]:
    """Return the bodies whose agreement to these very words stands."""
    if statement.state is not State.AGREED:
        return []
    rows = (each for each in dossier.agreements if (each.subject_kind, each.subject_id) == ("statement", statement.id))
    current = (each for each in rows if each.text_hash == text_hash(statement.body))
    return list(dict.fromkeys(body_name(dossier, each.partner_id) for each in current))


def _ages(known: tuple[Term, ...], chosen: tuple[str, ...]) -> str:
    if chosen and {each.id for each in known} <= set(chosen):
        return "All ages"
    said = _titles(known, chosen)
    return f"Ages {said}" if said else ""


def _titles(known: tuple[Term, ...], chosen: tuple[str, ...]) -> str:
    return listed(title_of(known, each) for each in chosen)


def _stage(dossier: Dossier, statement: Statement) -> str:
    if not statement.impact_stage_id:
        return ""
    return f"Impact: {title_of(dossier.framework.impact_stages, statement.impact_stage_id).lower()}"


def _against(dossier: Dossier, statement: Statement) -> str:
    count = sum(1 for each in dossier.citations_of(statement.id) if each.stance is Stance.CHALLENGES)
    if not count:
        return ""
    return f"{counted(count, 'page counts', 'pages count').capitalize()} against"


def _differs(dossier: Dossier, statement: Statement) -> str:
    said = dossier.responses_to("statement", statement.id)
    names = [body_name(dossier, each.partner_id) for each in said if each.answer is Answer.DIFFERS]
    return f"{listed(names)} {'see' if len(names) > 1 else 'sees'} this differently" if names else ""


def _state(dossier: Dossier, statement: Statement) -> str:
    if statement.state is not State.AGREED:
        return "Draft"
    names = listed(_agreeing(dossier, statement))
    if names:
        return f"Agreed by {names}"
    known = any((each.subject_kind, each.subject_id) == ("statement", statement.id) for each in dossier.agreements)
    return "Changed since it was agreed" if known else "Agreed"
