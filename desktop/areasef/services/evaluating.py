"""Say how a strand is seen, what is not known, what each body says, and the words of the evaluation itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from areasef.domain.change import NOTHING, Change
from areasef.domain.evaluation import Agreement, Answer, Evaluation, Response, SelfView, newest_agreement
from areasef.domain.identity import new_id
from areasef.domain.statement import State, Statement, text_hash
from areasef.services.session import Session, now


def self_view(session: Session, strand_id: str) -> SelfView:
    """Return the view of a strand, a fresh unsaved one where nothing was said yet."""
    evaluation = session.evaluation
    found = session.store.all(SelfView, evaluation_id=evaluation.id, strand_id=strand_id)
    return found[0] if found else SelfView(new_id(), evaluation.id, strand_id)


def set_level(session: Session, strand_id: str, level_id: str | None, since: date | None = None) -> Change:
    """Keep the level of a strand, or none; the day it was chosen (today where none is given) is kept with it."""
    view = self_view(session, strand_id)
    if view.level_id == level_id:
        return NOTHING
    return _keep(session, replace(view, level_id=level_id, since=since or now().date()), "Change how we see it")


def set_reason(session: Session, strand_id: str, reason: str) -> Change:
    """Keep why a strand is seen as it is."""
    return _keep(session, replace(self_view(session, strand_id), reason=reason), "Change the reason")


def set_not_known(session: Session, strand_id: str, words: str) -> Change:
    """Keep what is not yet known about a strand."""
    return _keep(session, replace(self_view(session, strand_id), not_known=words), "Change what is not known")


def change_evaluation(session: Session, evaluation: Evaluation) -> Change:
    """Keep the evaluation's own words and dates: summary, context, as-at date and the rest."""
    with session.store.write("Change the evaluation") as batch:
        batch.put(evaluation)
    return batch.change


def response(session: Session, kind: str, subject_id: str, partner_id: str) -> Response:
    """Return what a body said to a statement, a strand or the whole; *not asked* where nothing was kept."""
    found = session.store.all(
        Response,
        evaluation_id=session.evaluation.id,
        subject_kind=kind,
        subject_id=subject_id,
        partner_id=partner_id,
    )
    return found[0] if found else Response(new_id(), session.evaluation.id, kind, subject_id, partner_id)


def respond(
    session: Session,
    kind: str,
    subject_id: str,
    partner_id: str,
    answer: Answer,
    words: str = "",
    printed: bool = True,
    on: date | None = None,
) -> Change:
    """Keep what a body says, with its own words where it sees things differently; said today where no day is given."""
    kept = response(session, kind, subject_id, partner_id)
    new = replace(kept, answer=answer, words=words, printed=printed, on=on or now().date())
    with session.store.write("Keep a body’s response") as batch:
        batch.put(new)
    return batch.change


def agree(
    session: Session,
    statement_id: str,
    partner_ids: tuple[str, ...],
    person_id: str | None = None,
    at: datetime | None = None,
) -> Change:
    """Agree a statement for partners: one row each, with the hash of the text agreed.

    Where nobody stands behind it yet, those who agree it do from now on. ``at`` is when it was agreed, now where it
    is left out.
    """
    statement = session.store.get(Statement, statement_id)
    if statement is None:
        return NOTHING
    with session.store.write("Agree a statement") as batch:
        batch.put(replace(statement, state=State.AGREED, partner_ids=statement.partner_ids or partner_ids))
        for partner_id in partner_ids:
            digest = text_hash(statement.body)
            batch.put(Agreement(new_id(), "statement", statement.id, partner_id, person_id, at or now(), digest))
    return batch.change


def reopen(session: Session, statement_id: str) -> Change:
    """Make an agreed statement a draft again; what was agreed, by whom and when stays on record."""
    statement = session.store.get(Statement, statement_id)
    if statement is None or statement.state is State.DRAFT:
        return NOTHING
    with session.store.write("Reopen a statement") as batch:
        batch.put(replace(statement, state=State.DRAFT))
    return batch.change


def agreements_of(session: Session, statement_id: str) -> tuple[Agreement, ...]:
    """Return who agreed a statement, and when."""
    return session.store.all(Agreement, subject_kind="statement", subject_id=statement_id)


def changed_since_agreed(session: Session, statement: Statement) -> bool:
    """Say whether an agreed statement's text differs from the text that was agreed last."""
    newest = newest_agreement(agreements_of(session, statement.id))
    return newest is not None and newest.text_hash != text_hash(statement.body)


def _keep(session: Session, view: SelfView, label: str) -> Change:
    with session.store.write(label) as batch:
        batch.put(view)
    return batch.change
