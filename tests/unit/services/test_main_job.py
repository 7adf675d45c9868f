"""The main job through the services: write, add evidence, cite a page, agree, leave, come back, find the words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from areasef.domain.citation import Anchor, Stance
from areasef.domain.evaluation import Answer
from areasef.domain.evidence import TextState
from areasef.domain.statement import State, placed
from areasef.services import adding, citing, evaluating, gathering, keeping, partnering, planning, undoing, writing
from areasef.services.session import Session
from areasef.services.suggesting import suggest_evidence
from areasef.services.workspaces import open_workspace

QUOTE = "61 of 84 teachers said the programme had reached them"


def cite_survey(session: Session, survey: Path, statement_id: str, stance: Stance = Stance.SUPPORTS) -> str:
    report = adding.add_files(session, [survey])
    assert report.faults == []
    revision = keeping.newest_revision(session, report.added[0])
    assert revision is not None
    page = keeping.page(session, revision.id, 2)
    assert page is not None
    start = page.text.index(QUOTE)
    selection = citing.Selection(revision.id, 2, start, start + len(QUOTE))
    return citing.cite(session, statement_id, selection, stance).id


def test_a_cited_page_opens_on_its_words_after_a_restart(session: Session, survey: Path) -> None:
    statement = writing.add_statement(session, "i3", "impact", "Most Reception teachers have the programme in time.")
    citation_id = cite_survey(session, survey, statement.id)
    council = partnering.partners(session)[0]
    evaluating.agree(session, statement.id, (council.id,))
    session.close()

    again = open_workspace(session.document, "J. Lindqvist")
    try:
        opened = citing.open_citation(again, citation_id)
        assert opened.place.anchor is Anchor.FOUND
        assert opened.page is not None
        assert opened.page.text[opened.place.start : opened.place.end] == QUOTE
        assert (opened.evidence.ref, opened.citation.locator.page) == ("E-101", 2)
        kept = writing.statement(again, statement.id)
        assert kept is not None
        assert kept.state is State.AGREED
        assert placed(kept.body) == (citation_id,)
        assert not evaluating.changed_since_agreed(again, kept)
        writing.reword(again, kept.id, kept.body.replace("Most", "Some"))
        changed = writing.statement(again, kept.id)
        assert changed is not None
        assert evaluating.changed_since_agreed(again, changed)
    finally:
        again.close()


def test_citing_is_one_step_that_can_be_undone(session: Session, survey: Path) -> None:
    statement = writing.add_statement(session, "i3", "impact", "First. Second claim is better.")
    cite_survey(session, survey, statement.id)
    assert undoing.undo_label(session) == "Cite as support"
    undoing.undo(session)
    kept = writing.statement(session, statement.id)
    assert kept is not None
    assert kept.body == "First. Second claim is better."
    assert citing.citations_of(session, statement.id) == ()
    undoing.redo(session)
    assert len(citing.citations_of(session, statement.id)) == 1


def test_the_same_file_again_shows_its_twin_and_adds_nothing(session: Session, survey: Path, tmp_path: Path) -> None:
    adding.add_files(session, [survey])
    copy = tmp_path / "another name.pdf"
    copy.write_bytes(survey.read_bytes())
    report = adding.add_files(session, [copy])
    assert [(twin.name, twin.ref, twin.title) for twin in report.twins] == [
        ("another name.pdf", "E-101", "Reception teachers survey")
    ]
    assert report.added == []


def test_a_bad_file_is_said_and_the_good_ones_are_kept(session: Session, survey: Path, tmp_path: Path) -> None:
    empty, broken = tmp_path / "empty.pdf", tmp_path / "cut.pdf"
    empty.touch()
    broken.write_bytes(survey.read_bytes()[:200])
    report = adding.add_files(session, [empty, broken, tmp_path / "not there.pdf", survey])
    assert len(report.added) == 2
    assert [fault.place for fault in report.faults] == ["empty.pdf", "cut.pdf", "not there.pdf"]
    assert all(str(fault).endswith((".", "?")) for fault in report.faults)
    cut = keeping.newest_revision(session, report.added[0])
    assert cut is not None
    assert cut.text_state is TextState.UNREADABLE
    target = tmp_path / "back.pdf"
    keeping.export_original(session, cut.id, target)
    assert target.read_bytes() == broken.read_bytes()


def test_a_new_revision_keeps_the_old_one_and_what_cites_it(session: Session, survey: Path, tmp_path: Path) -> None:
    statement = writing.add_statement(session, "i3", "impact", "Claim.")
    citation_id = cite_survey(session, survey, statement.id)
    (item,) = gathering.gather(session).evidence
    newer = tmp_path / "newer.txt"
    newer.write_text("Nothing about teachers.")
    adding.add_revision(session, item.id, newer)
    assert [each.number for each in keeping.revisions(session, item.id)] == [1, 2]
    assert citing.open_citation(session, citation_id).place.anchor is Anchor.FOUND


def test_stopping_keeps_what_was_added(session: Session, survey: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.txt"
    second.write_text("Second")
    report = adding.add_files(session, [survey, second], progress=lambda done, _total, _name: done < 1)
    assert report.stopped
    assert len(report.added) == 1


def test_what_was_being_typed_comes_back_after_a_crash(session: Session) -> None:
    statement = writing.add_statement(session, "i1", "know", "Old words.")
    writing.keep_typing(session, statement.id, "New words, half ty")
    writing.settle_drafts(session)
    kept = writing.statement(session, statement.id)
    assert kept is not None
    assert kept.body == "New words, half ty"


def test_statements_move_among_their_section(session: Session) -> None:
    first, second, third = (writing.add_statement(session, "i1", "know", words) for words in ("1.", "2.", "3."))
    writing.move_statement(session, third.id, -2)
    writing.move_statement(session, first.id, 5)
    assert [each.body for each in writing.statements(session, "i1", "know")] == ["3.", "2.", "1."]
    assert second.position == 2.0


def test_checks_point_to_the_very_field(session: Session, survey: Path) -> None:
    statement = writing.add_statement(session, "i3", "impact", "Children get help sooner.")
    codes = {(check.code, check.spot.id, check.spot.field) for check in gathering.checks(session)}
    assert ("impact_without_evidence", statement.id, "body") in codes
    assert ("no_self_view", "i3", "self_view") in codes
    cite_survey(session, survey, statement.id)
    evaluating.set_level(session, "i3", "mixed")
    codes_after = {(check.code, check.spot.id) for check in gathering.checks(session)}
    assert ("impact_without_evidence", statement.id) not in codes_after
    assert ("no_self_view", "i3") not in codes_after
    assert ("self_view_without_reason", "i3") in codes_after


def test_a_forum_that_sees_it_differently_shows_at_a_glance(session: Session) -> None:
    writing.add_statement(session, "i3", "know", "Waits fell.")
    forum = next(each for each in partnering.partners(session) if each.kind_id == "forum")
    evaluating.respond(session, "strand", "i3", forum.id, Answer.DIFFERS, "Families still wait a year.")
    glance = gathering.at_a_glance(session).strand("i3")
    assert glance is not None
    assert [partner.name for partner in glance.differing] == ["Alderbrook Parent Carer Forum"]
    assert (glance.statements, glance.backed) == (1, 0)


def test_pages_that_speak_of_a_statement_are_suggested_first(session: Session, survey: Path, tmp_path: Path) -> None:
    other = tmp_path / "minutes.txt"
    other.write_text("Minutes of the transport working group.")
    adding.add_files(session, [other, survey], adding.SharedFields(strand_ids=("i3",)))
    found = suggest_evidence(session, "i3", "Most teachers had the programme by the first half term.")
    assert (found[0].evidence.title, found[0].page) == ("Reception teachers survey", 2)
    assert {each.evidence.title for each in found} == {"Reception teachers survey", "Minutes"}


def test_asking_a_partner_shows_as_requested_until_it_comes(session: Session) -> None:
    icb = next(each for each in partnering.partners(session) if each.kind_id == "icb")
    keeping.ask_partner(session, "Therapy waits by locality", icb.id, None, ("i3",))
    assert gathering.at_a_glance(session).requested == 1


def test_removing_a_priority_takes_its_actions_and_undo_brings_all_back(session: Session) -> None:
    priority = planning.add_priority(session, "Long waits")
    action = planning.add_action(session, priority.id, "Two clinics a month")
    measure = planning.add_measure(session, action.id, "Weeks to first appointment")
    planning.keep(session, replace(measure, baseline=41.0, target=26.0))
    planning.remove(session, priority)
    assert (planning.priorities(session), planning.actions(session)) == ((), ())
    undoing.undo(session)
    assert [each.title for each in planning.actions(session)] == ["Two clinics a month"]


def test_the_making_of_the_file_cannot_be_undone(session: Session) -> None:
    """Ctrl Z in a new file takes nothing away: without its area and its evaluation it could not be opened again."""
    area, evaluation, bodies = session.area, session.evaluation, partnering.partners(session)
    assert bodies
    assert undoing.undo_label(session) is None
    assert undoing.undo(session) is None
    writing.add_statement(session, "i3", "know", "Families wait.")
    assert undoing.undo(session) is not None
    assert undoing.undo(session) is None
    assert writing.statements(session, "i3", "know") == ()
    assert (session.area, session.evaluation, partnering.partners(session)) == (area, evaluation, bodies)
