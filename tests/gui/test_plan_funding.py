"""Money of the plan in the real window: typed by keyboard, refused in a sentence, deleted, and reached from its action."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from tests.gui.conftest import too_small, unnamed
from tests.gui.test_plan_dates import session, typed
from tests.gui.test_plan_records import records_of

from areasef.domain.funding import Funding, FundingState
from areasef.domain.plan import Action
from areasef.services.session import Session
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.action_form import ActionForm
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.plan.records_view import RecordsView
from areasef.ui.widgets.entries import ChoiceEntry, LineEntry
from areasef.ui.window import Window

__all__ = ["session"]


def line(view: RecordsView, name: str) -> LineEntry:
    assert view.form is not None
    entry = view.form.entries[name]
    assert isinstance(entry, LineEntry)
    return entry


def test_money_is_written_down_from_its_action_and_stands_there(window: Window, session: Session, qtbot: QtBot) -> None:
    action = session.store.all(Action)[0]
    window.go(Target("plan", "action", action.id))
    assert isinstance(window.page, PlanPage)
    form = window.page.editor.form
    assert isinstance(form, ActionForm)
    form.funding.add_button.click()
    view = window.page.tabs.view
    assert isinstance(view, RecordsView)
    assert line(view, "title").edit.hasFocus()
    typed(qtbot, line(view, "title").edit, "Evening worker")
    typed(qtbot, line(view, "amount").edit, "£46,000")
    state = view.form.entries["state"] if view.form else None
    assert isinstance(state, ChoiceEntry)
    state.box.setCurrentIndex(state.box.findData("gap"))
    state.box.activated.emit(state.box.currentIndex())
    (kept,) = session.store.all(Funding)
    assert (kept.title, kept.amount, kept.state, kept.action_ids) == (
        "Evening worker", 46_000, FundingState.GAP, (action.id,),
    )  # fmt: skip
    row = view.list.entries.rows[-1]
    assert (row.lead, row.word, row.under_word) == ("Funding", "£46,000", "Gap, action 1.1")
    assert not unnamed(view)
    assert not too_small(view)
    window.go(Target("plan", "action", action.id))
    assert [each.accessibleName() for each in form.funding.rows] == ["Open funding. £46,000, gap: Evening worker"]


def test_an_amount_that_is_none_is_said_and_not_kept(window: Window, session: Session, qtbot: QtBot) -> None:
    view = records_of(window, "funding")
    view._add_funding()
    typed(qtbot, line(view, "amount").edit, "a lot")
    assert line(view, "amount").field.error == "Type an amount in whole pounds, like 46,000"
    assert [each.amount for each in session.store.all(Funding)] == [None]
    typed(qtbot, line(view, "amount").edit, "1,200")
    assert [each.amount for each in session.store.all(Funding)] == [1200]
    view.delete()
    assert session.store.all(Funding) == ()
    view.context.undo()
    assert [each.amount for each in session.store.all(Funding)] == [1200]
