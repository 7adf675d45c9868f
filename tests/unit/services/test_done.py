"""An action is done only where evidence that is held shows its effect, or words say why it is closed: by every way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.documents.plan_dossier import plan
from tests.gui.plan_content import fill
from tests.unit.plan_books import table

from areasef.documents import priority_action_plan
from areasef.documents.model import DocumentOptions
from areasef.documents.spoken import spoken
from areasef.documents.strategic_plan import document as strategic_plan
from areasef.domain.evidence import Evidence, Holding
from areasef.domain.identity import new_id
from areasef.domain.plan import Action, Delivery
from areasef.domain.record import FindingKind
from areasef.domain.sight import Lack, gaps
from areasef.services import importing_plan, keeping, planning, undoing
from areasef.services.gathering import gather, gather_sight
from areasef.services.session import Session
from areasef.words.faults import AppError


@pytest.fixture
def bridge(session: Session) -> Action:
    found = session.store.get(Action, fill(session)["bridge"])
    assert found is not None
    return replace(found, evidence_ids=(), closing_reason="")


def item(session: Session, holding: Holding) -> Evidence:
    made = Evidence(new_id(), f"E-90{len(holding)}", "Bridge review", holding=holding)
    with session.store.write("Add") as batch:
        batch.put(made)
    return made


@pytest.mark.parametrize("holding", [Holding.REQUESTED, Holding.MISSING, Holding.REFUSED])
def test_what_has_not_come_shows_no_effect(session: Session, bridge: Action, holding: Holding) -> None:
    asked = item(session, holding)
    done = replace(bridge, delivery=Delivery.DONE, evidence_ids=(asked.id,))
    with pytest.raises(AppError, match="no evidence that is held"):
        planning.keep(session, done)
    keeping.change_evidence(session, replace(asked, holding=Holding.HELD))
    planning.keep(session, done)


@pytest.mark.parametrize("reason", ["-", " . ", "\u200b", "–\n", "…"])
def test_signs_without_a_word_are_no_reason(session: Session, bridge: Action, reason: str) -> None:
    with pytest.raises(AppError, match="cannot be called done"):
        planning.keep(session, replace(bridge, delivery=Delivery.DONE, closing_reason=reason))


def test_a_workbook_calls_nothing_done_by_what_was_only_asked_for(
    session: Session, bridge: Action, tmp_path: Path
) -> None:
    asked = item(session, Holding.REQUESTED)
    head = ("Action", "Delivery", "Evidence of its effect", "Why it is closed")
    rows = [(bridge.title, "Done", asked.ref, "."), ("Something new", "Done", asked.ref, "")]
    book = importing_plan.read_plan_file(session.reader, table(tmp_path / "p.xlsx", head, rows, "Actions"))
    _, found = importing_plan.keep_plan(session, "p.xlsx", book, importing_plan.first_guess(book))
    assert [fault.place for fault in found.faults] == ["Actions!B2", "Actions!B3"]
    assert all(each.delivery is not Delivery.DONE for each in session.store.all(Action))


def test_a_done_action_whose_evidence_went_is_a_gap_until_it_is_back(session: Session, bridge: Action) -> None:
    held = item(session, Holding.HELD)
    planning.keep(session, replace(bridge, delivery=Delivery.DONE, evidence_ids=(held.id,)))

    def open_ones() -> list[str]:
        return [gap.id for gap in gaps(gather_sight(session)) if gap.lack is Lack.EFFECT]

    assert open_ones() == []
    keeping.bin_evidence(session, held.id)
    assert open_ones() == [bridge.id]
    undoing.undo(session)
    assert open_ones() == []
    keeping.change_evidence(session, replace(held, holding=Holding.MISSING))
    assert open_ones() == [bridge.id]
    assert gather(session).evidence_by_id[held.id].holding is Holding.MISSING


def test_documents_say_of_evidence_that_it_has_not_come() -> None:
    made = plan()
    asked = tuple(replace(each, holding=Holding.REQUESTED) for each in made.evidence)
    findings = tuple(replace(each, kind=FindingKind.PRIORITY_ACTION) for each in made.findings)
    for build in (strategic_plan.build, priority_action_plan.build):
        said = " ".join(
            spoken(build(replace(made, evidence=asked, findings=findings), DocumentOptions()).chapters)
        ).casefold()
        assert "asked for, not here yet" in said
        assert "asked for, not here yet" not in " ".join(spoken(build(made, DocumentOptions()).chapters)).casefold()
