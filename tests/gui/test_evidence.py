from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from tests.builders import AREA
from tests.gui.conftest import tab_stops, too_small, unnamed
from tests.gui.evidence_content import QUOTE, fill, make_pdf, newest
from tests.gui.evidence_window import evidence_of, kept, titles

from areasef.domain.evidence import Holding, TextState
from areasef.domain.library import Order
from areasef.services import keeping, undoing
from areasef.services.session import Session
from areasef.services.workspaces import create_workspace, open_workspace
from areasef.ui import theme
from areasef.ui.jobs import InlineJobs
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.evidence.preview_pane import CITED, DETAILS, HISTORY
from areasef.ui.pages.page import Page
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, FirstDayEntry, LineEntry, ManyEntry, TextEntry
from areasef.ui.window import Window

SURVEY = "Reception teachers’ survey"
FORUM = "Forum survey: waiting well"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A workspace with eight items, made once; each test works on a copy."""
    folder = tmp_path_factory.mktemp("filled")
    made = create_workspace(folder / "Alderbrook.areasef", AREA, "R. Okafor")
    ids = fill(made, folder)
    made.close()
    return made.document, ids


@pytest.fixture
def ids(filled: tuple[Path, dict[str, str]]) -> dict[str, str]:
    return filled[1]


@pytest.fixture
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    document = tmp_path / "Alderbrook.areasef"
    if "ids" in request.fixturenames:
        shutil.copy(request.getfixturevalue("filled")[0], document)
        made = open_workspace(document, "R. Okafor")
    else:
        made = create_workspace(document, AREA, "R. Okafor")
    yield made
    made.close()


def test_the_library_says_what_is_there_and_how_fresh(window: Window, ids: dict[str, str]) -> None:
    page = evidence_of(window)
    QAbstractItemModelTester(page.view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(page.view.filters.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page._sentence.text() == "8 items on 23 November 2026. Every item says which period it covers."
    assert titles(page)[0] == "Health checks at 14 and over, quarter 2"
    spoken = page.view.model.row(page.view.model.find(ids[FORUM])).spoken
    assert spoken == (
        "E-102, Forum survey: waiting well. Parents and carers. Covers Mar 2026, ageing. Strands I3, L2. "
        "3 cites, 1 challenges."
    )
    assert page.view.list.hasFocus()


def test_filters_count_what_choosing_them_would_show(window: Window, ids: dict[str, str]) -> None:
    page = evidence_of(window)
    words = {(row.group, row.words): row.count for row in page.view.filters.rows.rows}
    assert words["scope", "All items"] == 8
    assert words["scope", "Never cited"] == 6
    assert words["source_type", "Data"] == 3
    assert words["freshness", "Ageing"] == 2
    page.view.filters.picked.emit("source_type", "data")
    assert len(titles(page)) == 3
    counts = {(row.group, row.words): (row.count, row.chosen) for row in page.view.filters.rows.rows}
    assert counts["source_type", "Practitioners"] == (1, False)
    assert counts["source_type", "Data"] == (3, True)
    assert counts["agency", "Health"] == (2, False)
    page.view.filters.picked.emit("source_type", "data")
    assert len(titles(page)) == 8


def test_filters_are_picked_from_the_keyboard(window: Window, ids: dict[str, str], qtbot: QtBot) -> None:
    page = evidence_of(window)
    page.view.filters.setFocus()
    qtbot.keyClick(page.view.filters, Qt.Key.Key_Down)
    qtbot.keyClick(page.view.filters, Qt.Key.Key_Space)
    assert page.view.wanted.scope == "never_cited"
    assert len(titles(page)) == 6
    row = page.view.filters.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert row == "Never cited, 6 items, chosen"
    qtbot.waitUntil(lambda: page.view.list.property("lastAnnouncement") == "6 of 8 items")


def test_strand_and_order(window: Window, session: Session, ids: dict[str, str]) -> None:
    page = evidence_of(window)
    page.view.ask(strand=session.framework.strands[4].id)
    assert titles(page) == ["Youth forum: what belonging means"]
    page.view.clear()
    page.view.sort.setCurrentIndex(page.view.sort.findData(Order.TITLE))
    page.view.sort.activated.emit(0)
    assert titles(page)[0] == "Case audit: first term at school"


def test_a_hit_opens_the_page_with_the_words_selected(window: Window, ids: dict[str, str], qtbot: QtBot) -> None:
    page = evidence_of(window)
    window.commands.run("move.find")
    assert page.view.find_box.hasFocus()
    qtbot.keyClicks(page.view.find_box, "fourteen progr")
    qtbot.keyClick(page.view.find_box, Qt.Key.Key_Return)
    assert titles(page) == [SURVEY, SURVEY]
    spoken = page.view.model.row(1).spoken
    assert spoken.startswith("E-105, page 2: ")
    assert "Fourteen programmes arrived" in spoken
    qtbot.keyClick(page.view.find_box, Qt.Key.Key_Down)
    qtbot.keyClick(page.view.list, Qt.Key.Key_Down)
    shown = page.view.preview.preview.shown
    assert shown is not None
    assert (shown.item.id, shown.page) == (ids[SURVEY], 2)
    assert page.view.preview.preview.sheet.selected_text == "Fourteen"
    page.view.find_box.setFocus()
    qtbot.keyClick(page.view.find_box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(page)) == 8)


def test_nothing_found_offers_everything_again(window: Window, ids: dict[str, str], qtbot: QtBot) -> None:
    page = evidence_of(window)
    page.view.find_box.setText("zebra")
    qtbot.waitUntil(lambda: titles(page) == [])
    button = next(each for each in page.findChildren(Button) if each.text() == "Show everything")
    assert button.isVisible()
    button.click()
    assert len(titles(page)) == 8


def test_details_are_kept_one_step_at_a_time(
    window: Window, session: Session, ids: dict[str, str], qtbot: QtBot
) -> None:
    page = evidence_of(window)
    page.view.open_item(ids[SURVEY], tab=DETAILS)
    form = page.view.preview.details
    title, until, note = form.entries["title"], form.entries["covers_to"], form.entries["note"]
    assert isinstance(title, LineEntry)
    assert isinstance(until, DayEntry)
    assert isinstance(note, TextEntry)
    title.edit.setText("Survey of Reception teachers")
    title.edit.editingFinished.emit()
    until.edit.setText("Oct 2026")
    until.edit.editingFinished.emit()
    note.edit.setPlainText("Asked in the second week of term.")
    form.settle()
    holding, kind, strands = form.entries["holding"], form.entries["source_type_id"], form.entries["strand_ids"]
    assert isinstance(holding, ChoiceEntry)
    assert isinstance(kind, ChoiceEntry)
    assert isinstance(strands, ManyEntry)
    for entry, value in ((holding, Holding.MISSING), (kind, "observation")):
        entry.box.setCurrentIndex(entry.box.findData(value))
        entry.box.activated.emit(entry.box.currentIndex())
    strands.button.picked.emit(("i1", "i2", "i3"))
    item = kept(session, ids[SURVEY])
    assert (item.title, item.covers_to) == ("Survey of Reception teachers", date(2026, 10, 31))
    assert (item.holding, item.source_type_id, item.strand_ids) == (Holding.MISSING, "observation", ("i1", "i2", "i3"))
    assert item.note == "Asked in the second week of term."
    assert titles(page)[page.view.model.find(item.id)] == "Survey of Reception teachers"
    change = undoing.undo(session)
    assert change is not None
    window.bus.say(change)
    assert kept(session, ids[SURVEY]).strand_ids == ("i1", "i3")
    assert page.view.model.row(page.view.model.find(item.id)).strands == "I1, I3"


def test_a_period_that_ends_before_it_begins_is_said_and_not_kept(
    window: Window, session: Session, ids: dict[str, str]
) -> None:
    page = evidence_of(window)
    page.view.open_item(ids[SURVEY], tab=DETAILS)
    until = page.view.preview.details.entries["covers_to"]
    assert isinstance(until, DayEntry)
    until.edit.setText("1 January 2026")
    until.edit.editingFinished.emit()
    assert until.field.error == "The last day is before the first."
    assert kept(session, ids[SURVEY]).covers_to == date(2026, 9, 18)


def test_where_it_is_cited_leads_to_the_statement(window: Window, ids: dict[str, str]) -> None:
    page = evidence_of(window)
    page.view.open_item(ids[SURVEY], tab=CITED)
    cited = page.view.preview.cited
    button = next(each for each in cited.findChildren(Button) if not each.isHidden())
    assert button.accessibleName() == "Open the statement in I3, Impact on children, page 2"
    button.click()
    assert window.place == "evaluate"
    assert window.history.here == Target("evaluate", "statement", ids["statement"], "body")


def test_an_item_leads_to_the_strand_that_can_cite_the_page_at_hand(window: Window, ids: dict[str, str]) -> None:
    page = evidence_of(window, Target("evidence", "evidence", ids[SURVEY], "2"))
    step = page.view.preview.next_step
    assert step.cite.text().strip() == "Cite it in a strand"
    assert [words.split(" ")[0] for _, words in step.strands()] == ["I1", "I3"]
    step.go(step.strands()[1][0])
    evaluate = window.page
    assert isinstance(evaluate, EvaluatePage)
    assert evaluate.strand.code == "I3"
    shown = evaluate.evidence.preview.shown
    assert shown is not None
    assert (shown.item.id, shown.page) == (ids[SURVEY], 2)


def test_an_item_that_nobody_described_leads_to_the_field_that_says_it(
    window: Window, session: Session, ids: dict[str, str]
) -> None:
    page = evidence_of(window, Target("evidence", "evidence", ids[SURVEY], "1"))
    step = page.view.preview.next_step
    assert step.describe.isHidden()
    keeping.change_evidence(session, replace(kept(session, ids[SURVEY]), covers_from=None, covers_to=None))
    page.refresh(None)
    assert step.describe.text() == "Say which period it covers"
    step.describe.click()
    assert page.view.preview.tabs.current() == DETAILS
    first = page.view.preview.details.entries["covers_from"]
    assert isinstance(first, FirstDayEntry)
    assert first.field.control.hasFocus()
    first.edit.setText("July 2026")
    first.settle()
    item = kept(session, ids[SURVEY])
    assert (item.covers_from, item.covers_to) == (date(2026, 7, 1), date(2026, 7, 31))


def test_one_page_is_not_counted(window: Window, ids: dict[str, str]) -> None:
    page = evidence_of(window, Target("evidence", "evidence", ids[SURVEY], "2"))
    turner = page.view.preview.turner
    assert turner.text() == f"Page 2 of {page.view.preview.preview.pages}"
    page.view.open_item(ids[FORUM])
    assert page.view.preview.preview.pages == 1
    assert (turner.text(), turner.accessibleName()) == ("View", "View, page 1 of 1")


def test_the_page_shows_what_is_cited_on_it(window: Window, ids: dict[str, str]) -> None:
    page = evidence_of(window, Target("evidence", "evidence", ids[SURVEY], "2"))
    sheet = page.view.preview.preview.sheet
    (mark,) = sheet._marks
    assert sheet._geometry is not None
    assert sheet._geometry.text[mark.start : mark.end] == QUOTE
    page.view.preview.preview.turn(1)
    assert sheet._marks == ()


def test_a_new_revision_keeps_the_old_one_and_each_comes_back_identical(
    window: Window, session: Session, ids: dict[str, str], tmp_path: Path
) -> None:
    page = evidence_of(window)
    page.view.open_item(ids[SURVEY], tab=HISTORY)
    newer = make_pdf(tmp_path / "second wave.pdf", (("Second wave", "Spring."),))
    page.verbs.ask_file = lambda _title: str(newer)
    page.verbs.add_revision()
    assert [each.number for each in keeping.revisions(session, ids[SURVEY])] == [1, 2]
    shown = page.view.preview.preview.shown
    assert shown is not None
    assert shown.revision.name == "second wave.pdf"
    names = [each.accessibleName() for each in page.view.preview.history.findChildren(Button) if not each.isHidden()]
    assert "Export the original of second wave.pdf" in names
    assert "Show the pages of revision 1" in names
    target = tmp_path / "out.pdf"
    page.verbs.ask_where = lambda _name: str(target)
    page.verbs.export(newest(session, ids[SURVEY]))
    assert target.read_bytes() == newer.read_bytes()
    assert window.toast.words == "out.pdf is exported, identical to what was added"


def test_open_hands_a_copy_to_the_system_and_says_so_where_no_program_takes_it(
    window: Window, session: Session, ids: dict[str, str]
) -> None:
    page = evidence_of(window)
    page.view.open_item(ids[SURVEY])
    opened: list[Path] = []
    page.verbs.open_file = lambda path: not opened.append(path)  # type: ignore[func-returns-value]
    page.view.preview.open_button.click()
    assert opened[0].name == newest(session, ids[SURVEY]).name
    page.verbs.open_file = lambda _path: False
    page.view.preview.open_button.click()
    assert page._banner.isVisible()
    assert "No program on this computer opens" in page._banner.accessibleName()


def test_delete_goes_to_the_next_row_and_comes_back(
    window: Window, session: Session, ids: dict[str, str], qtbot: QtBot
) -> None:
    page = evidence_of(window)
    page.view.list.stand_on(2)
    following = titles(page)[3]
    qtbot.keyClick(page.view.list, Qt.Key.Key_Delete)
    assert len(titles(page)) == 7
    assert page.view.list.hasFocus()
    current = page.view.current
    assert current is not None
    assert current.item.title == following
    assert window.toast.words.endswith("is in the bin")
    window.toast.button.click()
    assert len(titles(page)) == 8


def test_the_menu_of_a_row_opens_from_the_keyboard(window: Window, ids: dict[str, str], qtbot: QtBot) -> None:
    page = evidence_of(window)
    page.view.list.stand_on(1)
    asked: list[object] = []
    page.view.list.menu_asked.disconnect()
    page.view.list.menu_asked.connect(asked.append)
    qtbot.keyClick(page.view.list, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert len(asked) == 1
    words = [action.text() for action in page.verbs.row_menu().actions()]
    assert words == ["Open", "Details", "Where it is cited", "History", "Add a new revision", "Delete"]


def test_an_empty_library_hides_filters_and_offers_the_first_step(window: Window) -> None:
    page = evidence_of(window)
    assert page._sentence.text() == "Nothing here yet."
    assert not page.view.filters.isVisible()
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == "Choose files"


def test_asking_and_fulfilling(
    window: Window, session: Session, ids: dict[str, str], tmp_path: Path, qtbot: QtBot
) -> None:
    page = evidence_of(window)
    window.go(Target("evidence", "ask"))
    form = page.verbs.dialog
    assert form is not None
    title, due = form.entries["title"], form.entries["due"]
    assert isinstance(title, LineEntry)
    assert isinstance(due, DayEntry)
    form.button("keep").click()
    assert title.field.error == "This cannot be left empty."
    title.edit.setText("Therapy waits by locality")
    due.edit.setText("10 November 2026")
    form.button("keep").click()
    assert page.tabs.bar.tabText(1) == "Asked for  1"
    page.tabs.open(1)
    row = page.asked.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert row == ("Therapy waits by locality. Asked of nobody yet. Due 10 Nov 2026, 13 days over. Asked for.")
    came = make_pdf(tmp_path / "waits.pdf", (("Waits", "The north waits 41 weeks."),))
    page.verbs.ask_file = lambda _title: str(came)
    page.asked.form.attach_button.click()
    request = page.asked.current
    assert request is not None
    assert request.state is Holding.HELD
    assert page.tabs.bar.tabText(1) == "Asked for  0"
    item = kept(session, request.evidence_id or "")
    assert item.holding is Holding.HELD
    assert newest(session, item.id).text_state is TextState.READ
    page.asked.form.item_button.click()
    current = page.view.current
    assert current is not None
    assert current.id == item.id


def test_a_refused_request_says_so_in_both_places_and_can_be_binned(window: Window, session: Session) -> None:
    made = keeping.ask_partner(session, "Exclusions by need", None, None)
    page = evidence_of(window, Target("evidence", "request", made.id))
    state = page.asked.form.entries["state"]
    assert isinstance(state, ChoiceEntry)
    state.box.setCurrentIndex(state.box.findData(Holding.REFUSED))
    state.box.activated.emit(0)
    assert page.asked.model.rows[0].state == "Refused"
    assert page.view.model.row(0).covers == "Refused"
    page.asked.form.delete_button.click()
    assert page.asked.current is None
    assert titles(page) == []
    window.toast.button.click()
    assert page.asked.model.rows[0].request.title == "Exclusions by need"


def test_every_control_has_a_name_and_a_target_that_can_be_hit(window: Window, ids: dict[str, str]) -> None:
    page = evidence_of(window)
    for tab in range(4):
        page.view.preview.open_tab(tab)
        assert unnamed(page) == []
        assert too_small(page) == []
    page.tabs.open(1)
    assert unnamed(page) == []


def test_tab_goes_from_left_to_right(window: Window, ids: dict[str, str]) -> None:
    page = evidence_of(window)
    stops = tab_stops(page)
    wanted = [page.tabs.bar, page.view.filters, page.view.find_box, page.view.list, page.view.preview.tabs.bar]
    places = [stops.index(each) for each in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize(("width", "scale", "shown"), [(1366, 1.0, 3), (1000, 1.0, 2), (1366, 2.0, 1)])
def test_panes_become_tabs_where_there_is_no_room(
    window: Window, ids: dict[str, str], width: int, scale: float, shown: int
) -> None:
    page = evidence_of(window)
    theme.apply("light", scale)
    window.resize(width, 688)
    assert len(page.view.panes.shown_widgets()) == shown
    page.view.open_item(ids[SURVEY])
    assert page.view.panes.shown(2)
    page.focus_first()
    assert page.view.list.isVisible()


def test_a_reader_sees_everything_and_changes_nothing(
    dressed: QApplication, preferences: Preferences, session: Session, ids: dict[str, str], qtbot: QtBot
) -> None:
    session.close()
    reader = open_workspace(session.document, read_only=True)
    window = Window(reader, registry.pages(), preferences, jobs=InlineJobs())
    qtbot.addWidget(window)
    window.show()
    page = evidence_of(window)
    page.view.open_item(ids[SURVEY], tab=DETAILS)
    form = page.view.preview.details
    assert all(each.isReadOnly() for each in form.findChildren(QLineEdit))
    assert not any(each.isEnabled() for each in form.findChildren(QComboBox))
    for verb in (page.verbs.ask_files, page.verbs.ask_partner, page.verbs.delete, page.verbs.add_revision):
        page.clear_error()
        verb()
        assert page._banner.isVisible()
    assert page.verbs.dialog is None
    assert len(titles(page)) == 8
    assert "Delete" not in [action.text() for action in page.verbs.row_menu().actions()]
    window.close()
    reader.close()


def test_it_opens_without_a_file(dressed: QApplication, preferences: Preferences, qtbot: QtBot) -> None:
    window = Window(None, registry.pages(), preferences, jobs=InlineJobs())
    qtbot.addWidget(window)
    window.go(Target("evidence", "add"))
    assert isinstance(window.page, Page)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_item_changed_elsewhere_is_read_again_alone(window: Window, session: Session, ids: dict[str, str]) -> None:
    page = evidence_of(window)
    before = page.held
    window.bus.say(keeping.change_evidence(session, replace(kept(session, ids[FORUM]), title="Forum survey, spring")))
    assert page.held is not None
    assert before is not None
    untouched = {each.id: each for each in before.items if each.id != ids[FORUM]}
    assert all(untouched[each.id] is each for each in page.held.items if each.id in untouched)
    assert "Forum survey, spring" in titles(page)
