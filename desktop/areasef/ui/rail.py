"""The rail: the places that work, icon over word, with Help and Settings at the foot."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame

from areasef import tokens
from areasef.ui import accessible, icons, metrics, theme
from areasef.ui.navigation import FOOT, PLACES, Place
from areasef.ui.widgets.label import set_tip

_HIGH = 56
_COMPACT = 46
_ABOVE_AND_BELOW = 16


class RailButton(QAbstractButton):
    """One place, said to be one of a choice. The count is the inbox's alone and is said with the name."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self._count = 0
        self.setText(place.title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(place.title)
        if place.number:
            set_tip(self, f"{place.title} (Ctrl {place.number})")
            self.setAccessibleDescription(f"Ctrl {place.number}")
        metrics.sized(self, width=76, height=_HIGH)
        theme.repaint_on_change(self)

    def set_count(self, count: int, spoken: str) -> None:
        """Show how many wait, and say it in words."""
        self._count = count
        self.setAccessibleName(f"{self.place.title}, {spoken}" if count else self.place.title)
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Be lower where the window is low."""
        if compact != self._compact:
            self._compact = compact
            metrics.sized(self, width=76, height=_COMPACT if compact else _HIGH)

    _compact = False

    def sizeHint(self) -> QSize:
        """Return the room of icon and word."""
        return QSize(metrics.px(76), metrics.px(_COMPACT if self._compact else _HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and word, then the count."""
        look = theme.look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        if here or self.underMouse():
            painter.setPen(look.colour("line") if here else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("surface" if here else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))
        side, words_high = look.px(18 if self._compact else 20), look.px(20)
        top = (self.height() - side - words_high - look.px(3)) / 2
        icon = QRectF((self.width() - side) / 2, top, side, side)
        icons.paint_icon(painter, icon, self.place.icon, "accent_text" if here else "text_muted")
        painter.setFont(look.font("label" if here else "table"))
        painter.setPen(look.colour("accent_text" if here else "text" if self.underMouse() else "text_muted"))
        words = QRectF(0, icon.bottom() + look.px(3), self.width(), words_high)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._count:
            self._paint_count(painter)
        painter.end()

    def _paint_count(self, painter: QPainter) -> None:
        look = theme.look()
        words = str(self._count)
        painter.setFont(look.font("meta_strong"))
        wide = max(look.px(18), QFontMetrics(painter.font()).horizontalAdvance(words) + look.px(9))
        box = QRectF(self.width() / 2 + look.px(6), look.px(3), wide, look.px(18))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(look.colour("on_accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class Rail(QFrame):
    """One Tab stop: arrows move between places, Enter or Space opens."""

    chosen = Signal(str)

    def __init__(self, shown: Collection[str]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName("Places")
        self._here = ""
        accessible.helped(self, "getting-started#the-places")
        self._buttons: dict[str, RailButton] = {}
        line = metrics.column(self, margins=(6, 8, 6, 8), spacing=0)
        for place in (*PLACES, None, *FOOT):
            if place is None:
                line.addStretch(1)
            elif place.id in shown:
                line.addWidget(self._add(place))
        metrics.sized(self, width=tokens.SIZE["rail"])

    def fit(self, room: float) -> bool:
        """Make the places lower where ``room`` (height at 100 % text) asks for it; return whether all fit at all."""
        count = len(self._buttons)
        compact = count * _HIGH + _ABOVE_AND_BELOW > room
        for button in self._buttons.values():
            button.set_compact(compact)
        return count * _COMPACT + _ABOVE_AND_BELOW <= room

    def _toggled(self, place: str, on: bool) -> None:
        """Hear of a press and of what a screen reader does alike: it toggles without pressing."""
        self.update()
        if on and place != self._here:
            self._here = place
            self.chosen.emit(place)

    def show_place(self, place: str) -> None:
        """Mark where one is; the Tab stop moves with it."""
        self._here = place
        for key, button in self._buttons.items():
            button.setChecked(key == place)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if key == place else Qt.FocusPolicy.ClickFocus)

    def button(self, place: str) -> RailButton:
        """Return the button of a place."""
        return self._buttons[place]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, Home and End; open with Enter."""
        buttons = list(self._buttons.values())
        at = next((index for index, each in enumerate(buttons) if each.hasFocus()), 0)
        steps = {Qt.Key.Key_Down: at + 1, Qt.Key.Key_Up: at - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(buttons) - 1}
        key = Qt.Key(event.key())
        if key in steps:
            buttons[steps[key] % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons[at].click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar at the edge of the place one is in."""
        super().paintEvent(event)
        here = next((each for each in self._buttons.values() if each.isChecked()), None)
        if here is None:
            return
        look = theme.look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        high = look.px(28)
        bar = QRectF(-look.px(3), here.geometry().center().y() - high / 2, look.px(6), high)
        painter.drawRoundedRect(bar, look.px(2), look.px(2))
        painter.end()

    def _add(self, place: Place) -> RailButton:
        button = RailButton(place)
        button.toggled.connect(lambda on: self._toggled(place.id, on))
        self._buttons[place.id] = button
        return button
