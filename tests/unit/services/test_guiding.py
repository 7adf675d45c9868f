from __future__ import annotations

from areasef.services import guiding, writing
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace


def test_prompts_come_strand_by_strand_and_go_once_they_are_answered_or_skipped(session: Session) -> None:
    strands = session.framework.strands
    every = sum(len(strand.prompts) for strand in strands)
    step = guiding.next_step(session)
    assert step is not None
    assert (step.strand.id, step.prompt, step.number, step.waiting) == (strands[0].id, strands[0].prompts[0], 1, every)
    writing.add_statement(session, strands[0].id, session.framework.sections[0].id, prompt=step.prompt)
    guiding.skip(session, strands[0].prompts[1].id)
    step = guiding.next_step(session)
    assert step is not None
    assert (step.prompt, step.number, step.waiting) == (strands[0].prompts[2], 3, every - 2)


def test_they_begin_at_the_strand_at_hand_and_come_round_to_the_first(session: Session) -> None:
    strands = session.framework.strands
    step = guiding.next_step(session, strands[-1].id)
    assert step is not None
    assert step.strand is strands[-1]
    for prompt in strands[-1].prompts:
        guiding.skip(session, prompt.id)
    step = guiding.next_step(session, strands[-1].id)
    assert step is not None
    assert step.strand is strands[0]


def test_what_was_skipped_is_remembered_by_the_file_until_it_is_asked_again(session: Session) -> None:
    for strand in session.framework.strands:
        for prompt in strand.prompts:
            guiding.skip(session, prompt.id)
    document = session.document
    session.close()
    again = open_workspace(document, "A. Nwosu")
    assert guiding.next_step(again) is None
    guiding.ask_skipped_again(again)
    assert guiding.next_step(again) is not None
    again.close()
