"""Money for the plan: kept, taken back, found, told in what changed, and printed with its sums."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.gui.plan_content import fill

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions
from areasef.documents.spoken import spoken
from areasef.domain.funding import Funding, FundingState, totals_words
from areasef.domain.plan import Action
from areasef.services import planning, remembering, undoing
from areasef.services.gathering import gather, search
from areasef.services.session import Session, now
from areasef.services.what_changed import changed_since


@pytest.fixture
def money(session: Session) -> Funding:
    ids = fill(session)
    made = replace(remembering.new_funding(ids["bridge"], ids["clinics"]), title="Library rent", amount=6_200)
    remembering.keep(session, made, "Add funding")
    return made


def said(session: Session, document: str) -> str:
    return "\n".join(spoken(DOCUMENTS[document].build(gather(session), DocumentOptions()).chapters))


def test_it_goes_to_the_bin_and_comes_back_with_its_actions(session: Session, money: Funding) -> None:
    remembering.remove(session, money)
    assert gather(session).funding == ()
    assert [each.title for each in session.store.binned()] == ["Library rent"]
    undoing.undo(session)
    assert gather(session).funding == (money,)


def test_it_is_found_by_its_words(session: Session, money: Funding) -> None:
    remembering.keep(session, replace(money, note="Before the hedgehog board"), "Change funding")
    assert [(hit.kind, hit.id) for hit in search(session, "hedgehog")] == [("funding", money.id)]


def test_the_plans_print_it_with_the_sums_and_under_its_actions(session: Session, money: Funding) -> None:
    gap = replace(remembering.new_funding(), title="After March", amount=118_000, state=FundingState.GAP)
    remembering.keep(session, gap, "Add funding")
    for document in ("strategic-plan", "priority-action-plan"):
        words = said(session, document)
        assert "£6,200 is sought, £118,000 is a gap." in words
        assert "Library rent" in words
    assert "Funding: £6,200 sought (Library rent)" in said(session, "strategic-plan")


def test_an_action_that_goes_leaves_the_money(session: Session, money: Funding) -> None:
    action = session.store.get(Action, money.action_ids[0])
    assert action is not None
    planning.remove(session, action)
    assert "Library rent" in said(session, "strategic-plan")


def test_what_changed_tells_of_it(session: Session, money: Funding) -> None:
    remembering.keep(session, replace(money, state=FundingState.AGREED), "Change funding")
    found = changed_since(session, (now() - timedelta(days=1)).date())
    assert ("Funding", "Library rent", "New") in [(each.kind, each.title, each.fate) for each in found]


def test_sums_say_for_how_many_no_amount_is_named() -> None:
    held = (Funding("1", "A", 1_000, state=FundingState.AGREED), Funding("2", "B"))
    assert totals_words(held) == "£1,000 is agreed, for 1 no amount is named."
    assert totals_words((Funding("2", "B"),)) == ""
