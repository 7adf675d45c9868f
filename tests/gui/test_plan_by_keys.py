"""The plan worked with keys alone: tags, what comes first, who helped, the timeline, by partner, what changed, dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.clipping import settle
from tests.gui.plan_content import fill
from tests.journeys.person import FileDialogs, Person, row_of

from areasef.documents.model import DocumentOptions
from areasef.documents.spoken import spoken
from areasef.documents.strategic_plan.document import build
from areasef.domain.partner import Partner
from areasef.domain.plan import Action, Delivery
from areasef.services import partnering, planning, scheduling
from areasef.services.gathering import gather
from areasef.services.session import Session
from areasef.ui.desk import Desk
from areasef.ui.models.plan import TIMELINE, TITLE
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.action_form import ActionForm
from areasef.ui.pages.plan.changes_view import ChangesView
from areasef.ui.pages.plan.page import PlanPage

CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
SPEECH = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def ids(session: Session) -> dict[str, str]:
    return fill(session)


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    return Person(qtbot)


def plan(desk: Desk, kind: str = "", key: str = "", detail: str = "") -> PlanPage:
    desk.window.go(Target("plan", kind, key, detail))
    assert isinstance(desk.window.page, PlanPage)
    return desk.window.page


def kept(session: Session, key: str) -> Action:
    found = session.store.get(Action, key)
    assert found is not None
    return found


def tick(person: Person, field: str, *rows: str) -> None:
    """Come to a field by Tab, open its list, tick rows and keep them, with keys alone."""

    def answer(_dialog: QWidget) -> None:
        box = person.focus()
        for words in rows:
            person.keys(KEY.Key_Home)
            person.keys(KEY.Key_Down, times=row_of(box, words))  # type: ignore[arg-type]
            person.keys(KEY.Key_Space)
        person.tab_to("Keep these")
        person.keys(KEY.Key_Space)

    person.tab_to(field)
    person.answering(lambda: person.keys(KEY.Key_Space), answer)


def said_anywhere(desk: Desk) -> str:
    return "\n".join(each.text() for each in desk.window.findChildren(QLabel) if each.isVisible())


def test_one_action_is_tagged_for_three_plans_and_every_document_says_so(
    desk: Desk, session: Session, ids: dict[str, str], person: Person
) -> None:
    plan(desk, "action", ids["clinics"])
    person.tab_to("Tags")
    person.type("Strategic plan, Priority action plan, Local reform plan")
    person.keys(KEY.Key_Return)
    assert kept(session, ids["clinics"]).tags == ("Strategic plan", "Priority action plan", "Local reform plan")
    printed = "\n".join(spoken(build(gather(session), DocumentOptions()).chapters))
    assert "Part of: Strategic plan, Priority action plan and Local reform plan" in printed
    person.keys(KEY.Key_Z, CTRL)
    person.wait(lambda: kept(session, ids["clinics"]).tags == ())


def test_what_comes_first_is_chosen_said_and_refused_in_a_circle(
    desk: Desk, session: Session, ids: dict[str, str], person: Person
) -> None:
    page = plan(desk, "action", ids["clinics"])
    tick(person, "Depends on actions", "1.1 Bridge offer", "2.1 Named health adviser")
    assert kept(session, ids["clinics"]).depends_on_ids == (ids["bridge"], ids["adviser"])
    at = page.model.find(ids["clinics"])
    assert "Depends on 1.1, 2.1." in page.model.index(at, TIMELINE).data(SPEECH)
    assert "Depends on 1.1, 2.1." in page.model.index(at, TITLE).data(SPEECH)
    plan(desk, "action", ids["bridge"])
    tick(person, "Depends on actions", "1.2 Two clinics")
    assert kept(session, ids["bridge"]).depends_on_ids == ()
    assert "“Bridge offer in all six localities” cannot depend on “Two clinics a month in the north”" in said_anywhere(
        desk
    )
    assert person.tab_to("Depends on actions").accessibleDescription().startswith("None")
    planning.remove(session, kept(session, ids["adviser"]))
    desk.window.page.refresh(None)  # type: ignore[union-attr]
    assert kept(session, ids["clinics"]).depends_on_ids == (ids["bridge"],)


def test_the_parent_carer_forum_is_chosen_beside_free_words(
    desk: Desk, session: Session, ids: dict[str, str], person: Person
) -> None:
    forum = next(each for each in session.store.all(Partner) if each.kind_id == "forum")
    plan(desk, "action", ids["bridge"])
    tick(person, "Made with partners", forum.name)
    assert kept(session, ids["bridge"]).made_with_ids == (forum.id,)
    person.keys(KEY.Key_Tab)
    person.type("Ten parents who waited")
    person.keys(KEY.Key_Return)
    assert kept(session, ids["bridge"]).made_with == "Ten parents who waited"
    printed = "\n".join(spoken(build(gather(session), DocumentOptions()).chapters))
    assert f"Made with: {forum.label}; Ten parents who waited" in printed


def test_arrows_in_the_timeline_say_what_the_table_beside_it_says(
    desk: Desk, ids: dict[str, str], person: Person
) -> None:
    page = plan(desk)
    person.tab_to("Timeline, each bar in words")
    person.keys(KEY.Key_Home, CTRL)
    heard = []
    for _ in page.model.rows[1:]:
        person.keys(KEY.Key_Down)
        here = page.timeline.currentIndex()
        assert page.table.currentIndex().row() == here.row()
        bar, row = here.data(SPEECH), page.model.index(here.row(), TITLE).data(SPEECH)
        if page.model.rows[here.row()].action is not None:
            assert bar.rstrip(".") in row
        heard.append(bar)
    assert "October to January, now March. Slipping. 1 milestone." in heard
    assert len(set(heard)) > 3


def test_by_partner_is_chosen_with_arrows(desk: Desk, ids: dict[str, str], person: Person) -> None:
    page = plan(desk)
    person.tab_to("Table and timeline")
    person.keys(KEY.Key_Right)
    person.keys(KEY.Key_Space)
    groups = [row.ref for row in page.model.rows if row.is_group]
    assert groups[0] == "Alderbrook Council"
    assert "NHS Three Rivers ICB" in groups


def test_what_changed_since_a_day_is_asked_and_opened(
    desk: Desk, session: Session, ids: dict[str, str], person: Person
) -> None:
    planning.keep(session, replace(kept(session, ids["bridge"]), delivery=Delivery.SLIPPING))
    page = plan(desk, "changes")
    view = page.tabs.view
    assert isinstance(view, ChangesView)
    person.tab_to("Since the beginning of")
    person.retype("1 March 2099")
    person.keys(KEY.Key_Return)
    assert "Nothing in the plan changed since 1 March 2099" in said_anywhere(desk)
    person.retype("1 March 2026")
    person.keys(KEY.Key_Return)
    assert "changes since 1 March 2026" in said_anywhere(desk)
    person.tab_to("What changed in the plan")
    person.keys(KEY.Key_Down, times=row_of(view.list, "Bridge offer"))
    person.keys(KEY.Key_Return)
    assert page.editor.thing_id == ids["bridge"]


def test_the_dates_are_exported_as_a_calendar(
    desk: Desk, session: Session, ids: dict[str, str], person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = scheduling.current_clock(session)
    begun = replace(clock, outcome_id="systemic_failings", received=date(2026, 11, 16), inspected=date(2026, 9, 18))
    scheduling.keep_clock(session, begun)
    plan(desk, "dates")
    files = FileDialogs(monkeypatch)
    files.will_name(tmp_path / "dates")
    person.tab_to("Export to a calendar")
    person.keys(KEY.Key_Space)
    person.wait(lambda: files.asked)
    written = (tmp_path / "dates.ics").read_text(encoding="utf-8")
    coming = scheduling.schedule(session).still_to_come
    assert written.count("BEGIN:VEVENT") == len(coming) > 3
    assert all(each.interval.title[:20] in written.replace("\r\n ", "") for each in coming)


def test_a_long_choice_ends_in_dots_and_pushes_no_field_out_of_the_form(
    desk: Desk, session: Session, ids: dict[str, str]
) -> None:
    first, second, *_ = session.store.all(Partner)
    partnering.keep(session, replace(first, name="The Council of the City and County of Alderbrook"))
    everybody = (first.id, second.id)
    planning.keep(session, replace(kept(session, ids["clinics"]), partner_ids=everybody, made_with_ids=everybody))
    desk.window.resize(1366, 688)
    form = plan(desk, "action", ids["clinics"]).editor.form
    assert isinstance(form, ActionForm)
    settle()
    inner = form.holder.widget()
    assert inner is not None
    assert inner.width() <= form.holder.viewport().width()
    button = form.entries["made_with_ids"].field.control
    assert "; " in button.accessibleDescription()
    assert button.toolTip()
