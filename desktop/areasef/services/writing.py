"""Write statements: add, reword, order, mark for review, bin; and keep what is being typed from moment to moment."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, cast

from areasef.domain.change import NOTHING, Change
from areasef.domain.citation import Citation
from areasef.domain.framework import Prompt
from areasef.domain.funding import Funding
from areasef.domain.identity import new_id
from areasef.domain.plan import Action, ActionStep, ActionUpdate, Measure, Milestone, Priority
from areasef.domain.record import Decision, Finding, Risk
from areasef.domain.statement import Statement
from areasef.services.evaluating import set_not_known, set_reason
from areasef.services.session import Session

Thing = Priority | Action | ActionStep | ActionUpdate | Measure | Milestone | Risk | Decision | Funding | Finding
_OF_FORMS: Final = (Priority, Action, ActionStep, ActionUpdate, Measure, Milestone, Risk, Decision, Funding, Finding)


def statements(session: Session, strand_id: str, section_id: str) -> tuple[Statement, ...]:
    """Return the statements of a section of a strand, in their order."""
    return session.store.all(Statement, evaluation_id=session.evaluation.id, strand_id=strand_id, section_id=section_id)


def statement(session: Session, statement_id: str) -> Statement | None:
    """Return a statement, or None where it is in the bin or was never there."""
    return session.store.get(Statement, statement_id)


def add_statement(
    session: Session, strand_id: str, section_id: str, body: str = "", prompt: Prompt | None = None
) -> Statement:
    """Add a statement at the end of a section; a prompt gives it its opening words."""
    siblings = statements(session, strand_id, section_id)
    new = Statement(
        id=new_id(),
        evaluation_id=session.evaluation.id,
        strand_id=strand_id,
        section_id=section_id,
        body=body or (f"{prompt.opening.rstrip()} " if prompt else ""),
        position=(siblings[-1].position if siblings else 0.0) + 1.0,
        prompt_id=prompt.id if prompt else None,
        author=session.author,
    )
    with session.store.write("Add a statement") as batch:
        batch.put(new)
    return new


def change_statement(session: Session, new: Statement, label: str = "Change a statement") -> Change:
    """Keep a statement as it now stands; only the fields that differ are written and logged."""
    with session.store.write(label) as batch:
        batch.put(new)
    return batch.change


def reword(session: Session, statement_id: str, body: str) -> Change:
    """Keep a statement's text and drop the draft that was typed towards it."""
    kept = statement(session, statement_id)
    if kept is None:
        return NOTHING
    change = NOTHING
    if kept.body != body:
        change = change_statement(session, replace(kept, body=body), "Reword a statement")
    session.store.drop_draft(statement_id, "body")
    return change


def keep_typing(session: Session, subject_id: str, words: str, field: str = "body") -> None:
    """Keep what is being typed, outside the log, so that nothing typed is lost before it is settled.

    ``field`` is one of a statement's texts, or the reason or what is not known of a strand.
    """
    session.store.keep_draft(subject_id, field, words)


def drop_typing(session: Session, subject_id: str, field: str) -> None:
    """Forget what was typed into a field that was settled."""
    session.store.drop_draft(subject_id, field)


def settle_drafts(session: Session) -> Change:
    """Turn drafts left behind (by a crash, or before an export) into text of their statements and strands."""
    change = NOTHING
    for draft in session.store.drafts():
        kept = statement(session, draft.subject_id)
        if draft.field in _OF_STRAND:
            change = _OF_STRAND[draft.field](session, draft.subject_id, draft.text)
        elif kept is not None and draft.field == "confidence_reason":
            change = change_statement(session, replace(kept, confidence_reason=draft.text))
        elif kept is not None and draft.field == "body":
            change = reword(session, draft.subject_id, draft.text)
        elif (found := _with_field(session, draft.subject_id, draft.field)) is not None and draft.text:
            change = _keep_field(session, found, draft.field, draft.text)
        else:
            continue
        session.store.drop_draft(draft.subject_id, draft.field)
    return change


def _with_field(session: Session, thing_id: str, field: str) -> Thing | None:
    """Return the thing a form is about, where the field holds words; what a day or a number says waits for its form."""
    for kind in _OF_FORMS:
        found = cast(Thing | None, session.store.get(kind, thing_id))
        if found is not None:
            return found if isinstance(getattr(found, field, None), str) else None
    return None


def _keep_field(session: Session, thing: Thing, field: str, words: str) -> Change:
    changes: dict[str, Any] = {field: words}
    with session.store.write("Keep what was being typed") as batch:
        batch.put(replace(thing, **changes))
    return batch.change


_OF_STRAND: Final = {"reason": set_reason, "not_known": set_not_known}


def move_statement(session: Session, statement_id: str, steps: int) -> Change:
    """Move a statement up (negative) or down among those of its section."""
    kept = statement(session, statement_id)
    if kept is None:
        return NOTHING
    others = [each for each in statements(session, kept.strand_id, kept.section_id) if each.id != kept.id]
    here = sum(1 for each in others if each.position < kept.position)
    there = max(0, min(len(others), here + steps))
    if there == here:
        return NOTHING
    before = others[there - 1].position if there else others[0].position - 2.0
    after = others[there].position if there < len(others) else others[-1].position + 2.0
    return change_statement(session, replace(kept, position=(before + after) / 2), "Move a statement")


def move_to(session: Session, statement_id: str, strand_id: str, section_id: str) -> Change:
    """Move a statement to the end of a section, of its own strand or of another; its citations go with it."""
    kept = statement(session, statement_id)
    if kept is None or (kept.strand_id, kept.section_id) == (strand_id, section_id):
        return NOTHING
    there = statements(session, strand_id, section_id)
    last = there[-1].position if there else 0.0
    moved = replace(kept, strand_id=strand_id, section_id=section_id, position=last + 1.0)
    return change_statement(session, moved, "Move a statement")


def mark_for_review(session: Session, statement_id: str, wanted: bool, note: str = "") -> Change:
    """Mark a statement to come back to, with a note, or take the mark away."""
    kept = statement(session, statement_id)
    if kept is None:
        return NOTHING
    return change_statement(session, replace(kept, for_review=wanted, review_note=note), "Mark for review")


def is_untouched(session: Session, statement_id: str) -> bool:
    """Say whether nothing was written or chosen in a statement since it was added: it is empty, or its prompt's opening."""
    kept = statement(session, statement_id)
    if kept is None or session.store.all(Citation, statement_id=statement_id):
        return False
    prompts = (prompt for strand in session.framework.strands for prompt in strand.prompts)
    opening = next((each.opening for each in prompts if each.id == kept.prompt_id), "")
    bare = Statement(
        kept.id, kept.evaluation_id, kept.strand_id, kept.section_id, kept.body, kept.position,
        prompt_id=kept.prompt_id, author=kept.author,
    )  # fmt: skip
    return kept == bare and kept.body.strip() in ("", opening.strip())


def bin_statement(session: Session, statement_id: str) -> Change:
    """Put a statement in the bin; its citations stay with it and come back with it."""
    with session.store.write("Bin a statement") as batch:
        batch.bin(Statement, statement_id)
    return batch.change
