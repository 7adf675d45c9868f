"""Words typed into a form that was left by mistake: they stand there again, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import desk_for
from tests.gui.evaluate_content import write_pdf
from tests.journeys.person import Person

from areasef.domain.evaluation import Answer
from areasef.domain.evidence import Evidence
from areasef.domain.partner import Partner
from areasef.domain.record import Decision
from areasef.services import adding, evaluating, partnering, planning, remembering, writing
from areasef.services.session import Session
from areasef.ui.dialogs.as_at import ask_as_at
from areasef.ui.dialogs.left_words import left_in
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.evidence.dialogs import AddDialog
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.plan.action_form import ActionForm
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.plan.records_view import RecordsView
from areasef.ui.pages.settings.page import SettingsPage
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.entries import DayEntry, NumberEntry
from areasef.ui.window import Window

ESC, CROSS = "", "the cross"


@pytest.fixture
def person(window: Window, qtbot: QtBot) -> Person:
    return Person(qtbot)


@dataclass(frozen=True, slots=True)
class Left:
    """What stood in a field when its form was opened, and whether the form said that it is what was left."""

    stood: str
    said_so: bool


def visit(person: Person, ask: Callable[[], object], field: str, words: str, last: str) -> Left:
    """Open a form, type into a field, and leave with Esc, the cross or a button."""
    found: list[Left] = []

    def answer(dialog: QWidget) -> None:
        box = person.tab_to(field)
        assert isinstance(box, QPlainTextEdit | QLineEdit)
        stood = box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()
        said = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible() and "here again" in each.text()]
        assert ("here again" in dialog.accessibleDescription()) == bool(said)
        found.append(Left(stood, bool(said)))
        if words:
            person.retype(words)
        if last == ESC:
            person.press_last(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        elif last == CROSS:
            dialog.close()
        else:
            person.tab_to(last)
            person.keys(Qt.Key.Key_Space)

    person.answering(ask, answer)
    return found[0]


class Forms:
    """Every form of the window in which a person types, each opened as the window opens it."""

    def __init__(self, window: Window, session: Session) -> None:
        self.window, self.session = window, session
        strand, section = session.framework.strands[0], session.framework.sections[0]
        self.statements = [writing.add_statement(session, strand.id, section.id).id for _ in "ab"]
        self.forum = partnering.partners(session)[-1]
        self.other = partnering.partners(session)[0]
        self.people = [partnering.add_person(session, name) for name in ("R. Okafor", "J. Hale")]

    @property
    def evidence(self) -> EvidencePage:
        self.window.go(Target("evidence"))
        assert isinstance(self.window.page, EvidencePage)
        return self.window.page

    @property
    def settings(self) -> SettingsPage:
        self.window.go(Target("settings", "partnership"))
        assert isinstance(self.window.page, SettingsPage)
        return self.window.page

    @property
    def evaluate(self) -> EvaluatePage:
        self.window.go(Target("evaluate", "statement", self.statements[0]))
        assert isinstance(self.window.page, EvaluatePage)
        return self.window.page

    def add(self, other: bool) -> None:
        self.evidence.verbs.ask_files((), (self.session.framework.strands[1].id,) if other else ())

    def note(self, other: bool) -> None:
        self.evidence.verbs.ask_note("Heard at the forum" if other else "")

    def link(self, other: bool) -> None:
        self.evidence.verbs.ask_link("https://example.org" if other else "")

    def partner(self, other: bool) -> None:
        page = self.settings.partnership
        assert page is not None
        if other:
            page._change_by_id(self.other.id)
        else:
            page.add_partner()

    def someone(self, other: bool) -> None:
        page = self.settings.partnership
        assert page is not None
        page._change_by_id(self.people[other].id)

    def role(self, other: bool) -> None:
        page = self.settings.partnership
        assert page is not None
        page._change_role(self.session.framework.roles[other].id)

    def request(self, other: bool) -> None:
        self.evidence.verbs.ask_partner((self.session.framework.strands[1].id,) if other else ())

    def whole(self, other: bool) -> None:
        page = self.settings.evaluation
        assert page is not None
        self._differs("evaluation", self.session.evaluation.id)
        page.answers.ask((self.other if other else self.forum).id)

    def body(self, other: bool) -> None:
        page, partner = self.evaluate, self.other if other else self.forum
        self._differs("statement", self.statements[0])
        page.acts.respond("statement", self.statements[0], "this statement", partner, Answer.NOT_ASKED)

    def review(self, other: bool) -> None:
        self.evaluate.acts.review(self.statements[other])

    def _differs(self, kind: str, subject: str) -> None:
        for partner in (self.forum, self.other):
            if evaluating.response(self.session, kind, subject, partner.id).answer is Answer.NOT_ASKED:
                evaluating.respond(self.session, kind, subject, partner.id, Answer.DIFFERS, "", True)


FORMS = (
    ("add", "Owner", "Add nothing"),
    ("note", "Note", "Add nothing"),
    ("link", "Title", "Add nothing"),
    ("request", "What is asked for", "Ask nothing"),
    ("partner", "Short name", "Leave it as it was"),
    ("someone", "Work email", "Leave it as it was"),
    ("role", "Note", "Leave it as it was"),
    ("whole", "Its own words", "Leave it as it was"),
    ("body", "Its own words", "Leave it as it was"),
    ("review", "What to look at", "Leave it"),
)


@pytest.mark.parametrize(("name", "field", "leave"), FORMS, ids=[each[0] for each in FORMS])
def test_words_left_by_mistake_stand_in_the_same_form_alone_until_they_are_not_wanted(
    window: Window, session: Session, person: Person, name: str, field: str, leave: str
) -> None:
    forms = Forms(window, session)
    ask: Callable[[bool], None] = getattr(forms, name)
    before = visit(person, lambda: ask(False), field, "Typed by hand", ESC)
    assert not before.said_so
    other = visit(person, lambda: ask(True), field, "", ESC)
    assert other.stood != "Typed by hand"
    assert not other.said_so
    assert visit(person, lambda: ask(False), field, "Typed again", CROSS) == Left("Typed by hand", said_so=True)
    assert visit(person, lambda: ask(False), field, "", leave) == Left("Typed again", said_so=True)
    assert visit(person, lambda: ask(False), field, "", ESC) == before


def test_words_that_are_kept_are_the_files_and_no_longer_what_was_left(
    window: Window, session: Session, person: Person
) -> None:
    forms = Forms(window, session)
    visit(person, lambda: forms.body(False), "ts own words", "It takes a year.", ESC)
    assert visit(person, lambda: forms.body(False), "ts own words", "", "Keep").stood == "It takes a year."
    kept = evaluating.response(session, "statement", forms.statements[0], forms.forum.id)
    assert kept.words == "It takes a year."
    evaluating.respond(session, "statement", forms.statements[0], forms.forum.id, Answer.DIFFERS, "Less.", True)
    assert visit(person, lambda: forms.body(False), "ts own words", "", ESC) == Left("Less.", said_so=False)


def test_a_day_that_is_none_stands_there_again_with_what_is_wrong(
    window: Window, session: Session, person: Person
) -> None:
    kept = visit(person, lambda: ask_as_at(window, session), "As at", "next Tuesday", ESC)
    assert visit(person, lambda: ask_as_at(window, session), "As at", "", "Leave it").stood == "next Tuesday"
    assert visit(person, lambda: ask_as_at(window, session), "As at", "2 March 2026", "Change the date") == kept
    assert session.evaluation.as_at == date(2026, 3, 2)


def test_enter_in_a_line_keeps_and_on_a_button_presses_that_button(
    window: Window, session: Session, person: Person
) -> None:
    page = Forms(window, session).settings.partnership
    assert page is not None

    def by_enter(_dialog: QWidget) -> None:
        person.tab_to("Name")
        person.type("Bridge Trust")
        person.press_last(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)

    person.answering(page.add_partner, by_enter)
    assert partnering.partners(session)[-1].name == "Bridge Trust"

    def leave(_dialog: QWidget) -> None:
        person.tab_to("Name")
        person.retype("Another")
        person.tab_to("Leave it as it was")
        person.press_last(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)

    person.answering(page.add_partner, leave)
    assert partnering.partners(session)[-1].name == "Bridge Trust"


def test_files_on_the_list_stand_there_again(window: Window, session: Session, person: Person, tmp_path: Path) -> None:
    page = Forms(window, session).evidence
    report = write_pdf(tmp_path / "waits.pdf", (("Waits", ("The north waits 41 weeks.",)),))
    shown: list[tuple[str, ...]] = []

    def leave(dialog: QWidget) -> None:
        assert isinstance(dialog, AddDialog)
        shown.append(tuple(each.name for each in dialog.files))
        dialog.take([report])
        person.press_last(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    for _ in "ab":
        person.answering(page.verbs.ask_files, leave)
    assert shown == [(), ("waits.pdf",)]


def test_another_window_shows_nothing_of_it(
    window: Window, session: Session, person: Person, preferences: Preferences, qtbot: QtBot
) -> None:
    visit(person, lambda: ask_as_at(window, session), "As at", "1 May 2026", ESC)
    desk = desk_for(session, preferences, qtbot)
    desk.window.activateWindow()
    assert visit(person, lambda: ask_as_at(desk.window, session), "As at", "", ESC).stood != "1 May 2026"
    assert left_in(desk.window) is not left_in(window)
    desk._quiet.stop()


def test_a_day_that_is_none_does_not_go_from_one_decision_to_another(window: Window, session: Session) -> None:
    made = [replace(remembering.new_decision(), on=None) for _ in "ab"]
    for each in made:
        remembering.keep(session, each, "Add a decision")
    window.go(Target("plan", "decision", made[0].id))
    assert isinstance(window.page, PlanPage)
    view = window.page.tabs.view
    assert isinstance(view, RecordsView)
    on = view.forms[Decision].entries["on"]
    assert isinstance(on, DayEntry)
    on.edit.setText("after the holidays")
    view.list.stand_on(made[1].id)
    assert (on.edit.text(), on.field.error) == ("", "")
    view.list.stand_on(made[0].id)
    assert on.edit.text() == "after the holidays"
    assert "Type a date" in on.field.error


def test_what_cannot_be_kept_of_an_action_is_there_when_it_is_opened_again(window: Window, session: Session) -> None:
    priority = planning.add_priority(session, "Shorter waits")
    first, second = (planning.add_action(session, priority.id, title, ()) for title in ("Hire", "Train"))
    window.go(Target("plan", "action", first.id))
    page = window.page
    assert isinstance(page, PlanPage)
    form = page.editor.form
    assert isinstance(form, ActionForm)
    form.measures.add()
    aim, due = form.measures.parts[0].entries["target"], form.entries["due"]
    assert isinstance(aim, NumberEntry)
    assert isinstance(due, DayEntry)
    aim.edit.setText("about ten")
    due.edit.setText("soon")
    form.measures.add()
    again = form.measures.parts[0].entries["target"]
    assert isinstance(again, NumberEntry)
    assert again.edit.text() == "about ten", "another measure leaves this one as it was"
    window.commands.run("leave")
    window.go(Target("plan", "action", second.id))
    assert isinstance(page.editor.form, ActionForm)
    other = page.editor.form.entries["due"]
    assert isinstance(other, DayEntry)
    assert (other.edit.text(), other.field.error) == ("", "")
    window.go(Target("plan", "action", first.id))
    form = page.editor.form
    assert isinstance(form, ActionForm)
    assert form.action.id == first.id
    due, aim = form.entries["due"], form.measures.parts[0].entries["target"]
    assert isinstance(due, DayEntry)
    assert isinstance(aim, NumberEntry)
    assert (due.edit.text(), aim.edit.text()) == ("soon", "about ten")
    assert due.field.error
    assert aim.field.error


def test_a_period_that_is_none_does_not_go_from_one_item_to_another(window: Window, session: Session) -> None:
    ids = [adding.add_note(session, title, "What was said.", adding.SharedFields()).id for title in ("One", "Two")]
    window.go(Target("evidence", "evidence", ids[0]))
    page = window.page
    assert isinstance(page, EvidencePage)
    covers = page.view.preview.details.entries["covers_from"]
    assert isinstance(covers, DayEntry)
    covers.edit.setText("last winter")
    page.view.open_item(ids[1])
    assert (covers.edit.text(), covers.field.error) == ("", "")
    page.view.open_item(ids[0])
    assert covers.edit.text() == "last winter"
    assert covers.field.error
    assert all(each.covers_from is None for each in session.store.all(Evidence))


def test_the_words_of_a_request_stay_with_it(window: Window, session: Session, person: Person) -> None:
    partner: Partner = partnering.partners(session)[1]
    page = Forms(window, session).evidence
    for title in ("Waits by locality", "Audit of plans"):
        page.verbs._keep_asked(
            {"title": title, "partner_id": partner.id, "due": None, "strand_ids": (), "source_type_id": "", "note": ""}
        )
    page.tabs.open(1)
    first, second = (page.asked.model.rows[at].request.id for at in (0, 1))
    page.asked.open_request(first)
    due = page.asked.form.entries["due"]
    assert isinstance(due, DayEntry)
    due.edit.setText("before half term")
    page.asked.open_request(second)
    assert (due.edit.text(), due.field.error) == ("", "")
    page.asked.open_request(first)
    assert due.edit.text() == "before half term"
