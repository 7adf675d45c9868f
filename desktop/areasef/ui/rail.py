"""The rail: the places that work, icon over word, with Help and Settings at the foot."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton

from areasef import tokens
from areasef.ui import icons, metrics, theme
from areasef.ui.navigation import FOOT, PLACES, Place

_HIGH = 56
_COMPACT = 46
_ABOVE_AND_BELOW = 16


class RailButton(QToolButton):
    """One place. The count is the inbox's alone and is said with the name."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self._count = 0
        self.setText(place.title)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setAccessibleName(place.title)
        if place.number:
            self.setToolTip(f"{place.title} (Ctrl {place.number})")
        self.toggled.connect(lambda _on: self.dress())
        theme.look_changed().connect(self.dress)
        self.dress()

    def set_count(self, count: int, spoken: str) -> None:
        """Show how many wait, and say it in words."""
        self._count = count
        self.setAccessibleName(f"{self.place.title}, {spoken}" if count else self.place.title)
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Be lower where the window is low."""
        if compact != self._compact:
            self._compact = compact
            self.dress()

    def dress(self) -> None:
        """Take colour and size from the look."""
        side = 18 if self._compact else 20
        self.setIcon(icons.icon(self.place.icon, "accent_text" if self.isChecked() else "text_muted", side))
        self.setIconSize(QSize(metrics.px(side), metrics.px(side)))
        metrics.sized(self, width=76, height=_COMPACT if self._compact else _HIGH)

    _compact = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, then its count."""
        super().paintEvent(event)
        if not self._count:
            return
        look = theme.look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = str(self._count)
        painter.setFont(look.font("meta_strong"))
        wide = max(look.px(18), QFontMetrics(painter.font()).horizontalAdvance(words) + look.px(9))
        box = QRectF(self.width() / 2 + look.px(6), look.px(3), wide, look.px(18))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(look.colour("on_accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()


class Rail(QFrame):
    """One Tab stop: arrows move between places, Enter or Space opens."""

    chosen = Signal(str)

    def __init__(self, shown: Collection[str]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName("Places")
        self._group = QButtonGroup(self)
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

    def show_place(self, place: str) -> None:
        """Mark where one is; the Tab stop moves with it."""
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
        button.clicked.connect(lambda: self.chosen.emit(place.id))
        button.toggled.connect(lambda _on: self.update())
        self._group.addButton(button)
        self._buttons[place.id] = button
        return button
