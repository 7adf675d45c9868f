"""The box a statement is written in: plain text, citations as raised numbers, a wave under claims that cite nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPyTextObject,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLine,
)
from PySide6.QtWidgets import QTextEdit

from areasef import tokens
from areasef.domain.statement import MARKER, marker, plain
from areasef.domain.typed_words import seen
from areasef.ui import accessible, metrics, theme
from areasef.ui.later import Within

_OBJECT: Final = "\ufffc"
_KIND: Final = QTextFormat.ObjectTypes.UserObject.value + 1
_ID: Final = QTextFormat.Property.UserProperty.value + 1
_PAUSE_MS: Final = 800
MOST: Final = 20_000
"""So many characters are pasted into a statement at most, and it is one paragraph: a whole report would hold up each key."""
Range = tuple[int, int]


class _Mark(QPyTextObject):
    """Draws a citation as its number, raised."""

    def __init__(self, box: WritingBox) -> None:
        super().__init__(box)
        self._box = box

    def intrinsicSize(self, doc: QTextDocument, pos: int, fmt: QTextFormat) -> QSizeF:
        """Return how wide the number is."""
        words = self._box.number_of(str(fmt.property(_ID)))
        font = theme.look().font("meta_strong")
        return QSizeF(QFontMetricsF(font).horizontalAdvance(words) + 3, 2)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, pos: int, fmt: QTextFormat
    ) -> None:
        """Draw the number above the line."""
        look = theme.look()
        painter.save()
        painter.setFont(look.font("meta_strong"))
        painter.setPen(look.colour("accent_text"))
        painter.drawText(
            QPointF(rect.left() + 1, rect.bottom() - look.px(6)), self._box.number_of(str(fmt.property(_ID)))
        )
        painter.restore()


class WritingBox(QTextEdit):
    """Holds a body with its ``{c:id}`` markers; each stands in the text as one character that the caret steps over.

    ``typed`` comes after a short pause, ``settled`` when the box is left: both carry the body. ``cut_short`` says that
    more was pasted than there is room for.
    """

    typed = Signal(str)
    cut_short = Signal()
    settled = Signal(str)
    entered = Signal()
    done_asked = Signal()
    leave_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("type", "statement")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._numbers: dict[str, int] = {}
        self._waves: tuple[Range, ...] = ()
        self._settled = ""
        self._filled = False
        self._draft_out = False
        self._object = _Mark(self)
        self.document().documentLayout().registerHandler(_KIND, self._object)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._pause = Within(self, _PAUSE_MS, self._tell_typed)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._say_citation)
        theme.look_changed().connect(self._dress)

    def set_body(self, body: str, numbers: Mapping[str, int]) -> None:
        """Show a body; ``numbers`` gives each citation its number.

        Words that are being typed stay, as long as what was kept did not change elsewhere; the caret stays by its words.
        """
        self._numbers = dict(numbers)
        if self._filled and body in (self._settled, self.body()):
            self.viewport().update()
            return
        before, place = self._units(), self.textCursor().position()
        self.blockSignals(True)
        self._pause.stop()
        self.clear()
        self._insert(body)
        self.document().clearUndoRedoStacks()
        self.blockSignals(False)
        self._settled, self._filled = body, True
        self._dress()
        self._stand_by(before, place)
        self.textChanged.emit()
        self._pause.stop()

    def hold(self, kept: str) -> None:
        """Take back that the text was settled: it could not be kept, and must not be lost; ``kept`` is what is kept."""
        self._settled = kept

    def body(self) -> str:
        """Return the body with its markers."""
        return "".join(piece for piece, _ in self._pieces())

    def number_of(self, citation_id: str) -> str:
        """Return what stands for a citation in the text."""
        return str(self._numbers.get(citation_id, "?"))

    def caret(self) -> int:
        """Return where the caret stands, as an index into the body."""
        return self._to_body(self.textCursor().position())

    def set_caret(self, index: int) -> None:
        """Put the caret at an index of the body."""
        cursor = self.textCursor()
        cursor.setPosition(self._to_document(index))
        self.setTextCursor(cursor)

    def select_range(self, start: int, end: int) -> None:
        """Select a range of the body."""
        cursor = self.textCursor()
        cursor.setPosition(self._to_document(start))
        cursor.setPosition(self._to_document(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def set_waves(self, ranges: Sequence[Range]) -> None:
        """Underline ranges of the body that claim and cite nothing."""
        self._waves = tuple(ranges)
        self.viewport().update()

    def settle(self) -> None:
        """Hand over what was typed, if anything was."""
        self._pause.stop()
        body = self.body()
        if body != self._settled or self._draft_out:
            self._settled, self._draft_out = body, False
            self.settled.emit(body)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A statement is one paragraph: Enter is done, Esc leaves with the text kept."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that somebody stands in the box."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the box settles it."""
        super().focusOutEvent(event)
        self.settle()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only words can be pasted, and the path of a file that is dropped is none."""
        return source.hasText() and not any(each.isLocalFile() for each in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words alone, in one paragraph; markers of citations are not words."""
        words = " ".join(seen(plain(source.text())).split())
        cursor = self.textCursor()
        room = max(0, MOST - len(self.toPlainText()) + len(cursor.selectedText()))
        cursor.insertText(words[:room], QTextCharFormat())
        if len(words) > room:
            self.cut_short.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words without the places of citations."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace(_OBJECT, "").replace("\u2029", " "))
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow with the text."""
        super().resizeEvent(event)
        self._grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the waves under it."""
        super().paintEvent(event)
        if not self._waves:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.look().colour("bad"), metrics.px(2)))
        for start, end in self._waves:
            for left, right, base in self._lines(self._to_document(start), self._to_document(end)):
                painter.drawPath(_wave(left, right, base))
        painter.end()

    def _say_citation(self) -> None:
        """Say a citation before which the caret stands: in the text it is one sign that has no words."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(self.textCursor().position() + 1, self.document().characterCount() - 1))
        form = cursor.charFormat()
        if self.hasFocus() and form.objectType() == _KIND and not self.textCursor().hasSelection():
            accessible.announce(self, f"citation {self.number_of(str(form.property(_ID)))}")

    def _changed(self) -> None:
        self._pause.ask()

    def _tell_typed(self) -> None:
        body = self.body()
        if body != self._settled or self._draft_out:
            self._draft_out = True
            self.typed.emit(body)

    def _insert(self, body: str) -> None:
        cursor = self.textCursor()
        at = 0
        for match in MARKER.finditer(body):
            cursor.insertText(body[at : match.start()], QTextCharFormat())
            cursor.insertText(_OBJECT, _mark_format(match.group(1)))
            at = match.end()
        cursor.insertText(body[at:], QTextCharFormat())

    def _stand_by(self, before: list[str], place: int) -> None:
        """Put the caret where it stood among the same words; after what was put in at the caret."""
        now = self._units()
        shared = next((at for at, (one, two) in enumerate(zip(before, now, strict=False)) if one != two), -1)
        shared = min(len(before), len(now)) if shared < 0 else shared
        if place >= shared:
            place = max(shared, place + len(now) - len(before))
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _dress(self) -> None:
        form = QTextBlockFormat()
        height = float(metrics.px(tokens.TYPE["statement"].line))
        form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        quiet = self.blockSignals(True)
        self.document().setDefaultFont(theme.look().font("statement"))
        cursor.mergeBlockFormat(form)
        self.blockSignals(quiet)
        self._grow()

    def _grow(self) -> None:
        frame = self.height() - self.viewport().height()
        wanted = round(self.document().size().height()) + max(frame, 2) + 2
        if wanted != self.height():
            self.setFixedHeight(max(wanted, metrics.px(48)))

    def _pieces(self) -> list[tuple[str, int]]:
        """Return the body in pieces, each with the length it has in the document."""
        found: list[tuple[str, int]] = []
        block = self.document().begin()
        while block.isValid():
            if found:
                found.append((" ", 1))
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                form = fragment.charFormat()
                if form.objectType() == _KIND:
                    found += [(marker(str(form.property(_ID))), 1)] * fragment.length()
                else:
                    found += [(sign, 2 if ord(sign) > 0xFFFF else 1) for sign in fragment.text()]
                iterator += 1
            block = block.next()
        return found

    def _units(self) -> list[str]:
        """Return the body in pieces, one for each place of the caret."""
        return [piece for piece, length in self._pieces() for _ in range(length)]

    def _to_body(self, position: int) -> int:
        index = 0
        for piece, length in self._pieces():
            if position <= 0:
                break
            position -= length
            index += len(piece)
        return index

    def _to_document(self, index: int) -> int:
        position = 0
        for piece, length in self._pieces():
            if index <= 0:
                break
            index -= len(piece)
            position += length
        return position

    def _lines(self, start: int, end: int) -> list[tuple[float, float, float]]:
        found = []
        block = self.document().findBlock(start)
        layout = block.layout()
        offset = layout.position() - QPointF(0, self.verticalScrollBar().value())
        start, end = start - block.position(), end - block.position()
        for number in range(layout.lineCount()):
            line: QTextLine = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            left, right = _x(line, first), _x(line, last)
            base = offset.y() + line.y() + line.height()
            found.append((offset.x() + left, offset.x() + right, base))
        return found


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)
    return float(str(found[0] if isinstance(found, tuple) else found))


def _mark_format(citation_id: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setObjectType(_KIND)
    form.setProperty(_ID, citation_id)
    return form


def _wave(left: float, right: float, base: float) -> QPainterPath:
    step, rise = metrics.px(5), metrics.px(5)  # of a curve that reaches half as high as its corner
    path = QPainterPath(QPointF(left, base))
    up = True
    while left + step / 2 < right:
        path.quadTo(QPointF(left + step / 2, base - rise if up else base + rise), QPointF(left + step, base))
        left, up = left + step, not up
    return path
