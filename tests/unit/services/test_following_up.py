"""Follow up findings: what is said of each is kept, priorities answer them, and nothing of the plan is lost with one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from areasef.domain.change import NOTHING
from areasef.domain.identity import new_id
from areasef.domain.plan import Priority
from areasef.domain.record import Finding, FindingKind
from areasef.services import following_up, planning
from areasef.services.session import Session

LONG = "Leaders should shorten the time that children wait for speech and language therapy, wherever they live in the area."


@pytest.fixture
def found(session: Session) -> tuple[Finding, Finding, Finding]:
    made = (
        Finding(new_id(), FindingKind.BETTER, "Old.", "1", "Area SEND inspection", date(2019, 3, 4), position=1.0),
        Finding(new_id(), FindingKind.IMPROVEMENT, LONG, "2", "Area SEND inspection", date(2024, 7, 8), position=3.0),
        Finding(new_id(), FindingKind.EFFECTIVE, "New.", "1", "Area SEND inspection", date(2024, 7, 8), position=2.0),
    )
    with session.store.write("Findings") as batch:
        for each in made:
            batch.put(each)
    return made


def test_the_newest_report_comes_first_in_its_own_order(
    session: Session, found: tuple[Finding, Finding, Finding]
) -> None:
    assert [each.text for each in following_up.findings(session)] == ["New.", LONG, "Old."]


def test_priorities_answer_a_finding_and_no_longer(session: Session, found: tuple[Finding, Finding, Finding]) -> None:
    one, two = planning.add_priority(session, "One"), planning.add_priority(session, "Two")
    key = found[1].id
    following_up.set_answering(session, key, (one.id, two.id))
    assert following_up.answering(session, key) == (one.id, two.id)
    change = following_up.set_answering(session, key, (two.id,))
    assert change.ids == {one.id}
    assert following_up.answering(session, key) == (two.id,)
    assert following_up.set_answering(session, key, (two.id,)) is NOTHING


def test_a_priority_made_of_a_finding_takes_its_strands_and_a_short_title(
    session: Session, found: tuple[Finding, Finding, Finding]
) -> None:
    strand = session.framework.strands[0].id
    finding = replace(found[1], strand_ids=(strand,))
    following_up.change_finding(session, finding)
    made, _ = following_up.make_priority(session, finding)
    assert (made.finding_ids, made.strand_ids) == ((finding.id,), (strand,))
    assert made.title.endswith("…")
    assert LONG.startswith(made.title[:-1])
    assert len(made.title) <= following_up.TITLE_LENGTH + 1
    session.store.undo()
    assert planning.priorities(session) == ()


def test_a_removed_finding_leaves_the_priority_and_comes_back_with_its_answer(
    session: Session, found: tuple[Finding, Finding, Finding]
) -> None:
    made, _ = following_up.make_priority(session, found[1])
    following_up.remove_findings(session, (found[1].id, found[2].id))
    assert [each.text for each in following_up.findings(session)] == ["Old."]
    assert session.store.get(Priority, made.id) == replace(made, finding_ids=())
    session.store.undo()
    assert following_up.answering(session, found[1].id) == (made.id,)
