"""The table of keys (design guide, section 5), each pressed in the real window; and that they are spelled one way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.gui import evaluate_content, plan_content
from tests.journeys.person import Person
from tests.unit.services.conftest import session

from areasef.services import writing
from areasef.services.gathering import gather_strand
from areasef.services.session import Session
from areasef.ui import theme
from areasef.ui.actions import COMMANDS, shown_keys
from areasef.ui.desk import Desk
from areasef.ui.jobs import InlineJobs
from areasef.ui.key_sheet import KeySheet
from areasef.ui.navigation import PLACES, Target
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.evidence.dialogs import AddDialog
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.help.page import HelpPage
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.publish.page import PublishPage
from areasef.ui.pages.settings.page import SettingsPage
from areasef.ui.preferences import Preferences

__all__ = ["session"]
K = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def filled(session: Session, tmp_path: Path) -> dict[str, str]:
    brought = tmp_path / "brought"
    brought.mkdir()
    return evaluate_content.fill(session, brought)


@pytest.fixture
def desk(
    dressed: QApplication, session: Session, filled: dict[str, str], preferences: Preferences, qtbot: QtBot
) -> Iterator[Desk]:
    plan_content.fill(session)
    made = Desk(session, preferences, lambda: None, InlineJobs())
    qtbot.addWidget(made.window)
    made.open(Target("overview"))
    qtbot.waitExposed(made.window)
    yield made
    made._quiet.stop()


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot)


def evaluate(desk: Desk, filled: dict[str, str]) -> EvaluatePage:
    desk.window.go(Target("evaluate", "strand", filled["strand"]))
    page = desk.window.page
    assert isinstance(page, EvaluatePage)
    assert page.dossier is not None
    page.writing.open_section(page.dossier.statements[0].section_id)
    page.focus_first()
    return page


def inside(part: QWidget, focus: QWidget) -> bool:
    return part is focus or part.isAncestorOf(focus)


def test_ctrl_and_a_number_open_the_places_and_no_place_that_is_not_there(desk: Desk, person: Person) -> None:
    offered = {command.words for command in desk.window.commands.available()}
    for place in PLACES:
        before = desk.window.place
        person.keys(K(K.Key_0.value + place.number), CTRL)
        there = place.id in desk.window._factories
        assert desk.window.place == (place.id if there else before)
        assert (f"Go to {place.title}" in offered) == there
    assert [place.number for place in PLACES] == list(range(1, 8))


def test_f6_goes_from_pane_to_pane_and_back(desk: Desk, person: Person, filled: dict[str, str]) -> None:
    page = evaluate(desk, filled)
    window = desk.window
    parts = [window.top, window.rail, page.strands, page.writing, page.evidence, window.status]
    for key, order in ((SHIFT, reversed(parts)), (Qt.KeyboardModifier.NoModifier, parts)):
        met = []
        while not inside(window.status if key == SHIFT else window.top, person.focus()):
            person.keys(K.Key_F6, key)
        for _ in parts:
            met.append(next(part for part in parts if inside(part, person.focus())))
            person.keys(K.Key_F6, key)
        assert met == list(order)


def test_ctrl_k_holds_every_command_with_its_key_and_gives_the_focus_back(desk: Desk, person: Person) -> None:
    window = desk.window
    window.go(Target("publish"))
    before = person.focus()
    person.keys(K.Key_K, CTRL)
    assert person.focus() is window.palette_box.edit
    rows = window.palette_box.list.model()
    said = [rows.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(rows.rowCount())]
    for command in window.commands.available():
        keys = f", {shown_keys(command.keys[0])}" if command.keys else ""
        assert command.id == "move.palette" or f"{command.words}{keys}" in said
    person.keys(K.Key_Escape)
    assert person.focus() is before


@pytest.mark.parametrize("place", ["evaluate", "evidence", "help", "settings"])
def test_ctrl_f_finds_on_the_page_or_everywhere(desk: Desk, person: Person, place: str) -> None:
    desk.window.go(Target(place))
    person.keys(K.Key_F, CTRL)
    focus = person.focus()
    assert isinstance(focus, QLineEdit)
    assert re.match("Find|Search", focus.accessibleName())
    assert inside(desk.window, focus)


def test_alt_left_and_right_are_back_and_forward(desk: Desk, person: Person) -> None:
    desk.window.go(Target("plan"))
    person.keys(K.Key_Left, ALT)
    assert desk.window.place == "overview"
    person.keys(K.Key_Right, ALT)
    assert desk.window.place == "plan"


def test_ctrl_n_makes_what_the_screen_is_about(
    desk: Desk, person: Person, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = evaluate(desk, filled)
    count = len(page.writing.keys)
    person.keys(K.Key_N, CTRL)
    assert len(page.writing.keys) == count + 1
    assert page.writing.writing is not None
    assert person.focus() is page.writing.writing.box
    desk.window.go(Target("plan"))
    plan = desk.window.page
    assert isinstance(plan, PlanPage)
    count = len(plan.model.rows)
    person.keys(K.Key_N, CTRL)
    assert len(plan.model.rows) == count + 1
    assert isinstance(person.focus(), QLineEdit)
    assert plan.editor.form is not None
    assert inside(plan.editor.form, person.focus())


@pytest.mark.parametrize("place", ["overview", "evaluate", "plan", "settings"])
def test_ctrl_e_adds_evidence_from_any_screen(desk: Desk, person: Person, place: str) -> None:
    desk.window.go(Target(place))
    person.keys(K.Key_E, CTRL)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())
    assert isinstance(dialog, AddDialog)
    dialog.reject()


def test_f2_edits_ctrl_enter_is_done_and_esc_leaves_with_the_text_kept(
    desk: Desk, session: Session, person: Person, filled: dict[str, str]
) -> None:
    page = evaluate(desk, filled)
    key = page.writing.cards[0].statement_id
    for leave, held in ((K.Key_Return, CTRL), (K.Key_Escape, Qt.KeyboardModifier.NoModifier)):
        person.keys(K.Key_F2)
        assert page.desk.editing == key
        person.keys(K.Key_End, CTRL)
        person.type(" More.")
        person.keys(leave, held)
        assert not page.desk.editing
        assert person.focus() is page.writing.cards[0], "the focus stays on the card"
    kept = writing.statement(session, key)
    assert kept is not None
    assert kept.body.endswith(" More. More.")


def test_alt_up_and_down_step_and_with_shift_move(desk: Desk, person: Person, filled: dict[str, str]) -> None:
    page = evaluate(desk, filled)
    while len(page.writing.keys) < 2:
        person.keys(K.Key_N, CTRL)
        person.type("One more.")
        person.keys(K.Key_Return, CTRL)
    page.writing.focus_statement(page.writing.keys[0])
    first, second = page.writing.keys[:2]
    person.keys(K.Key_Down, ALT)
    assert page.desk.current == second
    person.keys(K.Key_Up, ALT)
    assert page.desk.current == first
    person.keys(K.Key_Down, ALT | SHIFT)
    assert page.writing.keys[:2] == [second, first]
    assert page.desk.current == first
    person.keys(K.Key_Up, ALT | SHIFT)
    assert page.writing.keys[:2] == [first, second]


@pytest.mark.parametrize("place", ["evaluate", "evidence", "plan", "settings"])
def test_ctrl_page_down_and_up_turn_tabs_and_sections(desk: Desk, person: Person, place: str) -> None:
    desk.window.go(Target(place))
    page = desk.window.page
    if isinstance(page, EvaluatePage):
        tabs = page.writing.tabs
    elif isinstance(page, PlanPage):
        tabs = page.tabs.bar
    else:
        assert isinstance(page, EvidencePage | SettingsPage)
        tabs = page.tabs
    before = tabs.current()
    person.keys(K.Key_PageDown, CTRL)
    assert tabs.current() == before + 1
    person.keys(K.Key_PageUp, CTRL)
    assert tabs.current() == before


def test_ctrl_shift_c_f_and_a_cite_without_a_mouse(
    desk: Desk, session: Session, person: Person, filled: dict[str, str]
) -> None:
    page = evaluate(desk, filled)
    person.keys(K.Key_C, CTRL | SHIFT)
    assert inside(page.evidence, person.focus())
    preview = page.evidence.preview

    def selects(line: Qt.Key) -> bool:
        """Select a line by keys, once the page is there with its words."""
        (preview.sheet if preview.sheet.isVisible() else preview.text).setFocus()
        person.keys(line)
        person.keys(K.Key_End, SHIFT)
        found = preview.selection()
        return found is not None and found.end > found.start

    for key, stance, line in ((K.Key_F, "supports", K.Key_Down), (K.Key_A, "challenges", K.Key_Up)):
        before = {each.id for each in gather_strand(session, filled["strand"]).citations}
        person.wait(partial(selects, line))
        person.keys(key, CTRL | SHIFT)
        citations = gather_strand(session, filled["strand"]).citations
        assert [each.stance.value for each in citations if each.id not in before] == [stance]
        assert desk.window.status.last.startswith("Cited ")


def test_f7_goes_from_check_to_check_enter_mends_and_alt_left_goes_back(
    desk: Desk, person: Person, filled: dict[str, str]
) -> None:
    page = evaluate(desk, filled)
    person.keys(K.Key_F7)
    assert person.focus() is page.checks.list
    first = page.checks.list.currentIndex().row()
    person.keys(K.Key_F7)
    assert page.checks.list.currentIndex().row() == first + 1
    person.keys(K.Key_F7, SHIFT)
    assert page.checks.list.currentIndex().row() == first
    person.keys(K.Key_Return)
    assert not inside(page.checks, person.focus()), "the focus is on the field at fault"
    person.keys(K.Key_F7)
    assert person.focus() is page.checks.list
    assert page.checks.list.currentIndex().row() == first, "the check that was left is at hand again"
    desk.window.go(Target("publish"))
    publish = desk.window.page
    assert isinstance(publish, PublishPage)
    person.keys(K.Key_F7)
    assert person.focus() is publish.before.checks
    person.keys(K.Key_Return)
    assert desk.window.place != "publish"
    person.keys(K.Key_Left, ALT)
    assert desk.window.place == "publish"
    assert person.focus() is publish.before.checks


def test_ctrl_shift_d_asks_for_the_as_at_date(desk: Desk, session: Session, person: Person) -> None:
    def answer(_dialog: QWidget) -> None:
        person.retype("1 March 2027")
        person.tab_to("Change the date")
        person.keys(K.Key_Space)

    person.answering(lambda: person.keys(K.Key_D, CTRL | SHIFT), answer)
    assert desk.window.top.as_at.accessibleName() == "As at 1 March 2027, not today"


def test_ctrl_s_says_the_time(desk: Desk, person: Person) -> None:
    person.keys(K.Key_S, CTRL)
    assert re.match(r"Saved \d\d:\d\d in ", desk.window.status.last)
    assert desk.window.property("lastAnnouncement") == desk.window.status.last


def test_ctrl_z_and_y_work_across_screens_and_say_what(
    desk: Desk, session: Session, person: Person, filled: dict[str, str]
) -> None:
    page = evaluate(desk, filled)
    key = page.writing.keys[0]
    page.acts.bin(key)
    assert person.focus() in page.writing.cards or person.focus() is page.writing.add_button
    desk.window.go(Target("settings"))
    person.keys(K.Key_Z, CTRL)
    assert writing.statement(session, key) is not None
    assert desk.window.status.last.startswith("Undone: ")
    assert desk.window.toast.words == desk.window.status.last, "what the toast says stays in the status bar"
    person.keys(K.Key_Y, CTRL)
    assert desk.window.status.last.startswith("Done again: ")
    desk.window.go(Target("evidence"))
    person.keys(K.Key_F, CTRL)
    person.keys(K.Key_Z, CTRL)
    assert desk.window.status.last.startswith("Undone: "), "a field with nothing to take back leaves the key alone"


def test_ctrl_p_publishes(desk: Desk, person: Person) -> None:
    person.keys(K.Key_P, CTRL)
    assert desk.window.place == "publish"


def test_ctrl_plus_minus_and_zero_change_the_text_size_and_say_so(desk: Desk, person: Person) -> None:
    for key, scale, said in ((K.Key_Plus, 1.1, "110"), (K.Key_0, 1.0, "100"), (K.Key_Minus, 0.9, "90")):
        person.keys(key, CTRL)
        assert theme.look().scale == pytest.approx(scale)
        assert desk.window.status.last == f"Text size {said}%"
    person.keys(K.Key_0, CTRL)


def test_f1_is_about_the_thing_in_focus_and_alt_left_goes_back_to_it(
    desk: Desk, person: Person, filled: dict[str, str]
) -> None:
    titles = []
    for target in (Target("evaluate"), Target("evidence"), Target("plan"), Target("publish")):
        desk.window.go(target)
        person.keys(K.Key_F1)
        page = desk.window.page
        assert isinstance(page, HelpPage)
        titles.append(page.list.currentIndex().data())
        person.keys(K.Key_Left, ALT)
        assert desk.window.place == target.place
    assert len(set(titles)) == len(titles), titles
    desk.window.go(Target("plan"))
    plan = desk.window.page
    assert isinstance(plan, PlanPage)
    person.keys(K.Key_Down, times=2)
    person.keys(K.Key_Return)
    field, thing = person.focus(), plan.editor.thing_id
    person.keys(K.Key_F1)
    person.keys(K.Key_Left, ALT)
    assert (person.focus(), plan.editor.thing_id) == (field, thing), "what was opened by hand is as it was left"
    for place in ("report", "findings"):
        desk.window.go(Target(place))
        person.keys(K.Key_F1)
        page = desk.window.page
        assert isinstance(page, HelpPage)
        assert page.text.accessibleName() == "The guide: After an inspection"
        person.keys(K.Key_Left, ALT)
        assert desk.window.place == place


def test_shift_f10_opens_the_menu_of_a_row(desk: Desk, person: Person, filled: dict[str, str]) -> None:
    page = evaluate(desk, filled)
    window = desk.window

    def menu_of(widget: QWidget, *words: str) -> None:
        widget.setFocus()

        def answer(menu: QWidget) -> None:
            assert isinstance(menu, QMenu)
            said = [each.text() for each in menu.actions()]
            assert all(any(word in each for each in said) for word in words), said
            menu.close()

        person.answering(lambda: person.keys(K.Key_F10, SHIFT), answer)

    menu_of(page.writing.cards[0], "Edit", "Put in the bin")
    menu_of(page.strands.list, "What each body says")
    window.go(Target("plan"))
    plan = window.page
    assert isinstance(plan, PlanPage)
    menu_of(plan.table, "Edit", "Delete")
    window.go(Target("evidence"))
    menu_of(person.focus(), "Details", "Delete")
    window.go(Target("overview"))
    person.keys(K.Key_F10, SHIFT)
    assert window.status.last == "No menu here"


def test_home_end_and_typing_move_in_lists(desk: Desk, person: Person, filled: dict[str, str]) -> None:
    page = evaluate(desk, filled)
    strands = page.strands.list
    strands.setFocus()
    person.keys(K.Key_End)
    last = strands.currentIndex().row()
    assert last == strands.model().rowCount() - 1
    person.keys(K.Key_Home)
    assert page.strands.model.strand_at(strands.currentIndex().row()) == desk.session.framework.strands[0].id
    first = desk.session.framework.strands[0].code[0]
    wanted = next(each for each in desk.session.framework.strands if each.code[0] != first)
    person.type(wanted.code[0])
    assert page.strand == wanted
    for target in (Target("evidence"), Target("help")):
        desk.window.go(target)
        view = person.focus()
        assert isinstance(view, QAbstractItemView)
        person.keys(K.Key_End)
        assert view.currentIndex().row() == view.model().rowCount() - 1
        person.keys(K.Key_Home)
        assert view.currentIndex().row() == 0


def test_keys_of_what_is_not_built_are_not_offered(desk: Desk) -> None:
    taken = {keys for command in COMMANDS for keys in command.keys}
    assert taken.isdisjoint({"F5", "F8", "Shift+F8", "F9", "Ctrl+L"})
    sheet = KeySheet(desk.window, desk.window.commands)
    assert not any("Data" in words or "Inspection" in words for words in sheet.shown())
    sheet.deleteLater()


def test_no_key_is_taken_twice_and_none_is_a_letter_alone() -> None:
    keys = [each for command in COMMANDS for each in command.keys]
    assert len(keys) == len(set(keys))
    assert not [each for each in keys if len(each) == 1]


def test_keys_are_spelled_one_way_wherever_they_are_shown(desk: Desk, filled: dict[str, str]) -> None:
    joined = re.compile(r"\b(Ctrl|Alt|Shift)\+\S")
    wrong = []
    for place in desk.window._factories:
        desk.window.go(Target(place))
        for each in desk.window.findChildren(QWidget):
            said = (each.toolTip(), each.accessibleName(), each.accessibleDescription(), _text(each))
            wrong += [words for words in said if joined.search(words)]
    assert not wrong


def _text(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    try:
        return str(text()) if callable(text) else ""
    except TypeError:
        return ""


def test_esc_closes_the_search_also_where_the_page_has_a_use_for_esc(desk: Desk, qtbot: QtBot) -> None:
    for place in ("evaluate", "plan", "evidence", "overview"):
        desk.open(Target(place))
        desk.window.commands.run("move.palette")
        box = desk.window.palette_box
        assert box.isVisible()
        qtbot.keyClick(box.edit, Qt.Key.Key_Escape)
        assert not box.isVisible(), place
