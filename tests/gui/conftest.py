"""The real window, offscreen: made once for each test, with jobs that run at once and a profile of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.clipping import settle
from tests.unit.services.conftest import session

from areasef.services.session import Session
from areasef.ui import appearance, application, theme
from areasef.ui.desk import Desk
from areasef.ui.jobs import InlineJobs
from areasef.ui.pages import registry
from areasef.ui.preferences import Preferences
from areasef.ui.window import Window

__all__ = ["session"]
CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["areasef"]


@pytest.fixture(autouse=True)
def _windows_go(qapp: QApplication) -> Iterator[None]:
    """Delete the windows of a test when it ends: Qt itself waits for an event loop, and each later test would style them."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preferences:
    monkeypatch.setenv("AREASEF_PROFILE", str(tmp_path / "profile"))
    kept = Preferences()
    kept.theme = "light"
    return kept


@pytest.fixture
def dressed(qapp: QApplication, preferences: Preferences) -> Iterator[QApplication]:
    """The application with fonts, look and focus ring; the look is put back after."""
    old = appearance.current()
    if old is not None:
        old.setParent(None)
        old.deleteLater()
    application.build([], preferences)
    yield qapp
    theme.apply("light", 1.0)


@pytest.fixture
def window(dressed: QApplication, preferences: Preferences, session: Session, qtbot: QtBot) -> Window:
    """The window with every page that works, over the workspace of Alderbrook."""
    made = Window(session, registry.pages(), preferences, jobs=InlineJobs())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def desk(dressed: QApplication, session: Session, preferences: Preferences, qtbot: QtBot) -> Iterator[Desk]:
    """The same with what goes on around it: saving, opening another file, closing."""
    made = desk_for(session, preferences, qtbot)
    yield made
    made._quiet.stop()


def desk_for(session: Session, preferences: Preferences, qtbot: QtBot) -> Desk:
    """Return the desk over a workspace, its window shown."""
    made = Desk(session, preferences, lambda: None, InlineJobs())
    qtbot.addWidget(made.window)
    made.window.show()
    qtbot.waitExposed(made.window)
    return made


def grab(widget: QWidget, name: str, folder: Path) -> QPixmap:
    """Keep a picture of a widget where somebody can look at it."""
    picture = widget.grab()
    folder.mkdir(parents=True, exist_ok=True)
    assert picture.save(str(folder / f"{name}.png"))
    return picture


def controls(root: QWidget) -> list[QWidget]:
    """Return what can be seen and worked in a part of the window."""
    found = [each for each in root.findChildren(QWidget) if isinstance(each, CONTROLS) and each.isVisible()]
    return [each for each in found if not each.objectName().startswith("qt_")]


def unnamed(root: QWidget) -> list[str]:
    """Return the controls that a screen reader could not name."""
    return [
        f"{type(each).__name__} {each.objectName()}"
        for each in controls(root)
        if not (each.accessibleName() or getattr(each, "text", lambda: "")())
    ]


def too_small(root: QWidget, least: int = 24) -> list[str]:
    """Return the controls that are smaller than a target may be, once all is laid out."""
    settle()
    return [
        f"{type(each).__name__} {each.accessibleName()} {each.width()}x{each.height()}"
        for each in controls(root)
        if each.width() < least or each.height() < least
    ]


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return where Tab stops, in order, beginning with what follows the root."""
    found: list[QWidget] = []
    each = root.nextInFocusChain()
    while each is not None and each is not root:
        stops = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if stops and each.isVisible() and each.isEnabled() and each.focusProxy() is None:
            found.append(each)
        each = each.nextInFocusChain()
    return found
