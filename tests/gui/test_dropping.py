"""Files can be dropped wherever somebody is: on any page they are evidence, on the first window a workspace is opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from tests.builders import AREA
from tests.gui.evidence_window import evidence_of
from tests.gui.test_evaluate import page_of
from tests.gui.test_first_run import first

from areasef.services.session import Session
from areasef.services.workspaces import create_workspace
from areasef.ui.desk import Desk
from areasef.ui.first_run.window import FirstRun
from areasef.ui.navigation import Target
from areasef.ui.pages.evidence.dialogs import AddDialog
from areasef.ui.widgets.drop_hint import DropHint
from areasef.ui.widgets.entries import TextEntry

FIXTURES = (first,)
KEYS = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def hold(window: QWidget, *files: Path) -> QMimeData | None:
    """Hold files over a window; None where it takes none of them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    event = QDragEnterEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *KEYS)
    event.ignore()
    QApplication.sendEvent(window, event)
    return data if event.isAccepted() else None


def hints(window: QWidget) -> list[str]:
    return [each.words for each in window.findChildren(DropHint) if each.isVisible()]


def test_a_file_that_is_dropped_on_a_strand_is_added_for_it(desk: Desk, session: Session, tmp_path: Path) -> None:
    page, file = page_of(desk, Target("evaluate")), tmp_path / "minutes.txt"
    file.write_text("The board agreed.")
    data = hold(desk.window, file)
    assert data is not None
    assert hints(desk.window) == ["Drop to add it to the evidence"]
    QApplication.sendEvent(desk.window, QDragLeaveEvent())
    assert hints(desk.window) == []
    data = hold(desk.window, file)
    assert data is not None
    QApplication.sendEvent(desk.window, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *KEYS))
    dialog = evidence_of(desk.window).verbs.dialog
    assert isinstance(dialog, AddDialog)
    assert dialog.files == (file,)
    assert dialog.shared.strand_ids == (page.strand_id,)
    dialog.button("leave").click()


def test_the_path_of_a_file_is_nothing_that_anybody_writes(desk: Desk, session: Session) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/minutes.pdf")])
    page = page_of(desk, Target("evaluate"))
    page.desk.add()
    assert page.writing.writing is not None
    assert not page.writing.writing.box.canInsertFromMimeData(data)
    text = TextEntry("Note", lambda _: None)
    assert not text.edit.canInsertFromMimeData(data)
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/report")])
    data.setText("https://example.org/report")
    assert text.edit.canInsertFromMimeData(data)


def test_a_workspace_is_no_evidence_and_is_opened_where_it_is_dropped_on_the_first_window(
    desk: Desk, first: FirstRun, tmp_path: Path
) -> None:
    file = tmp_path / "Brookvale.areasef"
    create_workspace(file, AREA, "R. Okafor").close()
    assert hold(desk.window, file) is None
    opened: list[Session] = []
    first.opened.connect(opened.append)
    data = hold(first, file)
    assert data is not None
    assert hints(first) == ["Drop to open it"]
    QApplication.sendEvent(first, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *KEYS))
    assert opened[0].document == file
    opened[0].close()
