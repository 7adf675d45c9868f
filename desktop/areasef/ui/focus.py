"""The focus ring: a halo band with a ring in its middle, shown for the keyboard and always for text fields."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from areasef import tokens
from areasef.ui import theme
from areasef.ui.later import later

BAND: Final = 6
_POINTER: Final = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
INNER: Final = "drawsOwnFocus"
"""A widget with this property paints its focus itself, as lists do inside the row."""


def paint_ring(painter: QPainter, outside: QRectF, radius: float) -> None:
    """Paint the ring into a rectangle whose outer edge is the edge of the halo."""
    look = theme.look()
    band = look.px(BAND)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = outside.adjusted(band / 2, band / 2, -band / 2, -band / 2)
    painter.setPen(QPen(look.colour("focus_halo"), band))
    painter.drawRoundedRect(middle, radius, radius)
    wide = 3 if look.theme is tokens.CONTRAST else 2
    painter.setPen(QPen(look.colour("focus"), look.px(wide)))
    painter.drawRoundedRect(middle, radius, radius)


class _RingStyle(QProxyStyle):
    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return theme.look().px(BAND)
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        back: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, back)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_FocusFrame and widget is not None:
            paint_ring(painter, QRectF(widget.rect()), theme.look().px(8))
        else:
            super().drawControl(element, option, painter, widget)


class FocusRing(QObject):
    """Moves one frame to whatever has the focus, unless a pointer put it there."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._style = _RingStyle("Fusion")
        self._frame: QFocusFrame | None = None
        self._pointed = False
        self._field: QWidget | None = None
        app.focusChanged.connect(self._move)
        app.focusWindowChanged.connect(self._watch)
        theme.look_changed().connect(self._dress)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note whether the last thing done was done with a pointer; leave undo to the window where a field has none."""
        if event.type() == QEvent.Type.ShortcutOverride:
            if isinstance(event, QKeyEvent) and _is_spent(watched, event):
                event.ignore()
                return True
        elif event.type() in _POINTER:
            self._pointed = True
        elif event.type() == QEvent.Type.KeyPress:
            self._pointed = False
        return False

    def framed(self) -> QWidget | None:
        """Return the widget that the ring is round now."""
        try:
            return self._frame.widget() if self._frame is not None else None
        except RuntimeError:  # the frame went with its window
            return None

    def _watch(self, window: QObject | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _move(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._listen(now)
        pointed = self._pointed or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._show(now if now is not None and _wants_ring(now, pointed=pointed) else None)

    def _dress(self) -> None:
        """Put the ring round the same widget again: another stylesheet takes the frame's own style away."""
        self._show(self.framed())

    def _show(self, wanted: QWidget | None) -> None:
        self._drop()
        if wanted is not None:
            self._frame = QFocusFrame(wanted)
            self._frame.setStyle(self._style)
            self._frame.setWidget(wanted)
            later(self, self._bring_out)

    def _bring_out(self) -> None:
        """Show a ring that hid itself while the pane of its widget was being brought to the front."""
        framed = self.framed()
        if framed is not None and framed.isVisible() and self._frame is not None and self._frame.isHidden():
            self._frame.show()

    def _listen(self, now: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = now if isinstance(now, QLineEdit | QTextEdit | QPlainTextEdit) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    def _drop(self) -> None:
        if self._frame is not None:
            try:
                self._frame.setWidget(None)  # type: ignore[arg-type]
                self._frame.deleteLater()
            except RuntimeError:
                pass
            self._frame = None


def _is_spent(field: QObject, event: QKeyEvent) -> bool:
    """Say whether undo or redo is pressed in a field that has nothing to take back or to do again."""
    undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
    if not undo and not redo:
        return False
    if isinstance(field, QLineEdit):
        return not (field.isUndoAvailable() if undo else field.isRedoAvailable())
    if isinstance(field, QTextEdit | QPlainTextEdit):
        document = field.document()
        return not (document.isUndoAvailable() if undo else document.isRedoAvailable())
    return False


def _wants_ring(widget: QWidget, *, pointed: bool) -> bool:
    if widget.isWindow() or widget.property(INNER) or isinstance(widget, QAbstractItemView):
        return False
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        return not (isinstance(widget, QTextEdit) and widget.isReadOnly() and pointed)
    return not pointed
