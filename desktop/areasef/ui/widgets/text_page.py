"""A page of extracted text on light paper: words are marked, and selected by mouse or keys as in any text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from areasef.ui import theme
from areasef.ui.units import to_points, to_units
from areasef.ui.widgets.page_view import Marked
from areasef.ui.widgets.text_table import Setting, setting_of


class TextPage(QTextEdit):
    """Read only. ``selected`` says from and to in code points of the stored text."""

    selected = Signal(int, int)
    page_asked = Signal(int)
    picture_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("textPage")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text = ""
        self._marks: tuple[Marked, ...] = ()
        self._setting = Setting()
        self.selectionChanged.connect(self._tell)
        theme.look_changed().connect(self._mark)
        theme.look_changed().connect(self._lay_out)

    def show_text(self, text: str, marks: tuple[Marked, ...] = (), *, keep: bool = False) -> None:
        """Show a page's stored text with the words that are cited on it; the same text can keep its selection."""
        keep = keep and text == self._text
        self._text, self._marks = text, marks
        if not keep:
            self.blockSignals(True)
            self.setPlainText(text)
            self._setting = Setting()
            self.blockSignals(False)
            self._lay_out()
        self._mark()
        if marks and not keep:
            cursor = self.textCursor()
            cursor.setPosition(to_units(text, marks[0].start))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def select(self, start: int, end: int) -> None:
        """Select words."""
        cursor = self.textCursor()
        cursor.setPosition(to_units(self._text, start))
        cursor.setPosition(to_units(self._text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    @property
    def selection(self) -> tuple[int, int]:
        """From and to of what is selected."""
        cursor = self.textCursor()
        return to_points(self._text, cursor.selectionStart()), to_points(self._text, cursor.selectionEnd())

    @property
    def selected_text(self) -> str:
        """The words that are selected."""
        start, end = self.selection
        return self._text[start:end]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns of a table for another width, and keep the cited words in sight."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()
        if self._marks:
            self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages at the ends of the text, Enter asks for its picture; the rest is as in any text."""
        bar = self.verticalScrollBar()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picture_asked.emit()
        elif event.key() == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.page_asked.emit(1)
        elif event.key() == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.page_asked.emit(-1)
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.selected.emit(*self.selection)

    def _lay_out(self) -> None:
        room = self.viewport().width() - 2 * self.document().documentMargin()
        setting = setting_of(self._text, QFontMetricsF(self.font()), room)
        if setting == self._setting:
            return
        self._setting = setting
        self.blockSignals(True)
        if self.toPlainText() != setting.shown(self._text):
            chosen = self.selection
            self.setPlainText(setting.shown(self._text))
            self.select(*chosen)
        setting.put_on(self.document())
        self.blockSignals(False)
        self._mark()

    def _mark(self) -> None:
        look = theme.look()
        found = []
        for mark in self._marks:
            against = mark.stance == "challenges"
            role = "quote_against" if against else "quote_for"
            form = QTextCharFormat()
            form.setBackground(QColor(look.colour(role)))
            form.setForeground(QColor(look.colour("paper_text")))
            style = QTextCharFormat.UnderlineStyle
            form.setUnderlineStyle(style.DashUnderline if against else style.SingleUnderline)
            form.setUnderlineColor(look.colour(f"{role}_line"))
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(to_units(self._text, mark.start))
            cursor.setPosition(to_units(self._text, mark.end), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = form
            found.append(selection)
        self.setExtraSelections(found)
