from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.clipping import settle
from tests.gui.conftest import too_small, unnamed

from areasef.domain.identity import new_id
from areasef.domain.partner import Partner, RoleHolding
from areasef.services import partnering
from areasef.services.gathering import gather
from areasef.services.session import Session
from areasef.ui import metrics, theme
from areasef.ui.desk import Desk
from areasef.ui.dialogs.answers import AnswerQuestion
from areasef.ui.jobs import InlineJobs
from areasef.ui.navigation import Target
from areasef.ui.pages.settings.page import SettingsPage
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.chooser import Chooser
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, LineEntry, TextEntry
from areasef.ui.window import Window


@pytest.fixture
def page(dressed: QApplication, session: Session, preferences: Preferences, qtbot: QtBot) -> Iterator[SettingsPage]:
    desk = Desk(session, preferences, lambda: None, InlineJobs())
    qtbot.addWidget(desk.window)
    desk.open(Target("settings", "partnership"))
    made = desk.window.page
    assert isinstance(made, SettingsPage)
    yield made
    desk._quiet.stop()


def test_partners_are_listed_with_what_they_are_and_every_role_with_nobody(
    page: SettingsPage, session: Session
) -> None:
    assert page.partnership is not None
    said = page.partnership.partners.words()
    assert "Alderbrook Council" in said
    assert any(words.startswith("Integrated care board, Health") for words in said)
    roles = page.partnership.roles.words()
    assert roles.count("Nobody holds this role") == len(session.framework.roles)


def test_a_partner_is_changed_through_its_form(page: SettingsPage, session: Session) -> None:
    assert page.partnership is not None
    icb = partnering.partners(session)[1]
    form = page.partnership.editor(icb)
    short, ends = form.entries["short_name"], form.entries["ends"]
    assert isinstance(short, LineEntry)
    assert isinstance(ends, DayEntry)
    short.edit.setText("ICB")
    ends.edit.setText("31 March 2027")
    form._keep("keep")
    assert form.answer is not None
    page.partnership.keep(icb, form.answer, "Change the partnership")
    kept = partnering.partners(session)[1]
    assert (kept.short_name, kept.ends, kept.agency_id) == ("ICB", date(2027, 3, 31), "health")
    assert any("To 31 Mar 2027" in words for words in page.partnership.partners.words())


def test_a_partner_without_a_name_or_with_dates_the_wrong_way_round_is_not_kept(page: SettingsPage) -> None:
    assert page.partnership is not None
    form = page.partnership.editor(Partner(new_id(), ""))
    starts, ends = form.entries["starts"], form.entries["ends"]
    assert isinstance(starts, DayEntry)
    assert isinstance(ends, DayEntry)
    starts.edit.setText("1 April 2027")
    ends.edit.setText("1 April 2026")
    form._keep("keep")
    assert form.answer is None
    assert "empty" in form.entries["name"].field.error
    assert "before the first" in ends.field.error


def test_a_role_is_filled_and_emptied_again(page: SettingsPage, session: Session) -> None:
    assert page.partnership is not None
    role = session.framework.roles[0]
    person = partnering.add_person(session, "R. Okafor")
    holding = RoleHolding(new_id(), role.id)
    form = page.partnership.editor(holding)
    who = form.entries["person_id"]
    assert isinstance(who, ChoiceEntry)
    who.box.setCurrentIndex(who.box.findData(person.id))
    who.box.activated.emit(who.box.currentIndex())
    form._keep("keep")
    assert form.answer is not None
    page.partnership.keep(holding, form.answer, "Say who holds a role")
    assert "R. Okafor" in page.partnership.roles.words()
    again = page.partnership.editor(partnering.role_holdings(session)[0])
    who = again.entries["person_id"]
    assert isinstance(who, ChoiceEntry)
    who.box.setCurrentIndex(0)
    who.box.activated.emit(0)
    again._keep("keep")
    assert again.answer is not None
    page.partnership.keep(partnering.role_holdings(session)[0], again.answer, "Say who holds a role")
    assert partnering.role_holdings(session)[0].person_id is None
    assert page.partnership.roles.words().count("Nobody holds this role") == len(session.framework.roles)


def test_what_is_removed_comes_back_with_undo(page: SettingsPage, session: Session) -> None:
    assert page.partnership is not None
    council = partnering.partners(session)[0]
    page.partnership.remove(council, council.name)
    assert council.name not in page.partnership.partners.words()
    window = page.window()
    assert isinstance(window, Window)
    assert window.toast.words == "Alderbrook Council is in the bin"
    window.toast.button.click()
    assert council.name in page.partnership.partners.words()


def test_the_words_of_the_evaluation_are_kept_when_a_field_is_left(page: SettingsPage, session: Session) -> None:
    assert page.evaluation is not None
    page.go(Target("settings", "evaluation"))
    for name, entry in page.evaluation.entries.items():
        if isinstance(entry, TextEntry):
            entry.edit.setPlainText(f"Words of {name}.")
            entry.settle()
    title = page.evaluation.entries["title"]
    assert isinstance(title, LineEntry)
    title.edit.setText("Self-evaluation, autumn 2026")
    page.leave()
    evaluation = session.evaluation
    assert evaluation.title == "Self-evaluation, autumn 2026"
    assert evaluation.governance == "Words of governance."
    assert evaluation.publication_note == "Words of publication_note."


def test_levels_can_be_left_out_and_the_area_keeps_a_name(page: SettingsPage, session: Session) -> None:
    assert page.evaluation is not None
    page.evaluation.levels.picked.emit("words")
    assert not session.evaluation.levels_shown
    name = page.evaluation.entries["name"]
    assert isinstance(name, LineEntry)
    name.edit.setText("")
    name.settle()
    assert "needs a name" in name.field.error
    assert session.area.name == "Alderbrook"


@pytest.mark.parametrize("kind", ["you", "partnership", "evaluation"])
def test_every_control_is_named_and_large_enough(page: SettingsPage, kind: str) -> None:
    page.go(Target("settings", kind))
    assert unnamed(page) == []
    assert too_small(page) == []


def test_pages_can_be_read_as_text(page: SettingsPage) -> None:
    page.looks.as_text.click()
    assert page.context.preferences.pages_as_text


def test_a_body_says_what_it_thinks_of_the_whole(
    page: SettingsPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(asked: AnswerQuestion) -> int:
        box = asked.findChildren(Chooser)[0]
        box.setCurrentIndex(box.findData("differs"))
        box.activated.emit(box.currentIndex())
        asked._words.edit.setPlainText("Families wait longer than it says.")
        next(each for each in asked.findChildren(QPushButton) if each.text() == "Keep").click()
        return 1

    monkeypatch.setattr(AnswerQuestion, "exec", answer)
    assert page.evaluation is not None
    forum = partnering.partners(session)[-1]
    page.evaluation.answers.ask(forum.id)
    assert any("Sees it differently: “Families wait longer" in said for said in page.evaluation.answers.words())
    (kept,) = gather(session).responses_to("evaluation", session.evaluation.id)
    assert kept.partner_id == forum.id


def test_theme_and_text_size_show_what_keys_and_commands_chose_while_the_page_is_open(
    page: SettingsPage, preferences: Preferences
) -> None:
    page.looks.name.setText("Half a na")
    preferences.theme, preferences.text_size = "dark", 150
    theme.apply("dark", 1.5)
    chosen = [each.text() for each in page.looks.findChildren(QAbstractButton) if each.isChecked()]
    assert "Dark" in chosen
    assert "150%" in chosen
    assert page.looks.name.text() == "Half a na"


@pytest.mark.parametrize("percent", [100, 200])
def test_the_line_of_tabs_takes_the_focus_ring_round_its_tabs_and_no_further(page: SettingsPage, percent: int) -> None:
    theme.apply("light", percent / 100)
    page.window().resize(1366, 688)
    settle()
    bar = page.tabs.bar
    for index in range(bar.count()):
        page.tabs.open(index)
        settle()
        last = bar.tabRect(bar.count() - 1)
        assert last.right() <= bar.width(), "the last tab is cut"
        assert bar.width() - last.right() <= 2 * metrics.px(12), "the ring goes round empty line"
