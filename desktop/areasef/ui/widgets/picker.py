"""Pickers: parts of one bar, one Tab stop; arrows move, Space picks. One answer, or several for ages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from areasef import tokens
from areasef.ui import accessible, icons, metrics, theme
from areasef.ui.widgets.label import set_tip


@dataclass(frozen=True, slots=True)
class Option:
    """One part of a picker: its key, its words, and the status shape before them (family, key) if any."""

    key: str
    words: str
    shape: tuple[str, str] | None = None


class _Part(QAbstractButton):
    """One part; the bar paints its ends round. A tool button would always be said to be a check box."""

    def __init__(self, option: Option, *, ticks: bool) -> None:
        super().__init__()
        self.option = option
        self.first = self.last = False
        self._ticks = ticks
        self.setText(option.words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(option.words)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.repaint_on_change(self)

    def sizeHint(self) -> QSize:
        """Return shape, words and room at the text size."""
        look = theme.look()
        words = QFontMetrics(look.font("label")).horizontalAdvance(self.text())
        mark = look.px(20) if self.option.shape or (self._ticks and self.isChecked()) else 0
        return QSize(words + mark + look.px(22), look.px(tokens.SIZE["control"] - 2))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, shape and words."""
        look = theme.look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "selected" if self.isChecked() else "hover" if self.underMouse() else "surface"
        painter.fillPath(self._outline(), look.colour(ground))
        if not self.last:
            painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), look.colour("line_strong"))
        style = "label" if self.isChecked() else "table"
        painter.setFont(look.font(style))
        wide = QFontMetrics(painter.font()).horizontalAdvance(self.text())
        side = look.px(14)
        marked = bool(self.option.shape) or (self._ticks and self.isChecked())
        left = (self.width() - wide - (side + look.px(6) if marked else 0)) / 2
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        if self.option.shape:
            icons.paint_shape(painter, spot, *self.option.shape, back=ground)
        elif marked:
            icons.paint_icon(painter, spot, "check", "accent_text")
        painter.setPen(look.colour("accent_text" if self.isChecked() else "text"))
        words = QRectF(left + (side + look.px(6) if marked else 0), 0, wide + 2, self.height() - 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()

    def _outline(self) -> QPainterPath:
        radius = metrics.px(5)
        box = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        if not self.first:
            path.addRect(box.adjusted(0, 0, -radius, 0))
        if not self.last:
            path.addRect(box.adjusted(radius, 0, 0, 0))
        path.setFillRule(Qt.FillRule.WindingFill)
        return path


class _Bar(QFrame):
    """What both pickers share: parts in a row, arrows, one Tab stop."""

    def __init__(self, name: str, options: Iterable[Option], *, ticks: bool) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._ticks = ticks
        self._parts: list[_Part] = []
        self._read_only = ""
        self._telling = False  # while the picker itself sets its parts
        self._line: QHBoxLayout = metrics.row(self, margins=(1, 1, 1, 1), spacing=0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.repaint_on_change(self)
        self.set_options(list(options))

    def set_options(self, options: Sequence[Option]) -> None:
        """Show these parts instead."""
        for part in self._parts:
            self._line.removeWidget(part)
            part.deleteLater()
        self._parts = [_Part(option, ticks=self._ticks) for option in options]
        for part in self._parts:
            part.first, part.last = part is self._parts[0], part is self._parts[-1]
            part.toggled.connect(lambda _on=False, made=part: self._toggled(made))
            self._line.addWidget(part)
        if self._parts:
            self.setFocusProxy(self._parts[0])
        self._settle()

    def set_read_only(self, why: str) -> None:
        """Keep the parts readable but take no answer; pressing one says why. No words make it answer again."""
        self._read_only = why
        self.setAccessibleDescription(why)
        set_tip(self, why)

    def say(self, key: str, words: str) -> None:
        """Change the words of one part."""
        for part in self._parts:
            if part.option.key == key and part.text() != words:
                part.setText(words)
                part.setAccessibleName(words)
                part.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, Home and End; Space picks (the part itself does that)."""
        at = next((index for index, part in enumerate(self._parts) if part.hasFocus()), 0)
        last = len(self._parts) - 1
        steps = {
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            self._parts[min(max(steps[key], 0), last)].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._parts[at].click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outline of the whole bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.look().colour("line_strong"), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, metrics.px(6), metrics.px(6))
        painter.end()

    def _settle(self) -> None:
        stop = next((part for part in self._parts if part.isChecked()), self._parts[0] if self._parts else None)
        for part in self._parts:
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if part is stop else Qt.FocusPolicy.ClickFocus)
            part.updateGeometry()
        if stop is not None:
            self.setFocusProxy(stop)

    def _toggled(self, part: _Part) -> None:
        """Hear of a press and of what a screen reader does alike: it toggles without pressing."""
        if not self._telling:
            self._press(part)

    def _press(self, part: _Part) -> None:
        raise NotImplementedError


class SegmentedPicker(_Bar):
    """One answer of several, or none yet. ``picked`` says its key; picking it again changes nothing."""

    picked = Signal(str)

    def __init__(self, name: str, options: Iterable[Option], chosen: str = "") -> None:
        super().__init__(name, options, ticks=False)
        self.choose(chosen)

    @property
    def chosen(self) -> str:
        """Return the key of the answer, or nothing."""
        return next((part.option.key for part in self._parts if part.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show an answer; nothing is emitted."""
        self._answer = key
        self._telling = True
        for part in self._parts:
            part.setAutoExclusive(False)  # so that the last one can be taken back
        for part in self._parts:
            part.setChecked(part.option.key == key)
        for part in self._parts:
            part.setAutoExclusive(True)  # by which a screen reader says "radio button"
        self._telling = False
        self._settle()

    def _press(self, part: _Part) -> None:
        if not part.isChecked():
            return  # it gave way to another, which says so itself
        if self._read_only:
            self.choose(self._answer)
            accessible.announce(self, self._read_only)
            return
        self.choose(part.option.key)
        self.picked.emit(part.option.key)


class LevelPicker(SegmentedPicker):
    """How we see it: the pack's levels, each (id, word, shape); a word may share its shape with another."""

    def __init__(self, levels: Sequence[tuple[str, str, str]], chosen: str = "") -> None:
        options = [Option(key, words, ("self_view", shape)) for key, words, shape in levels]
        super().__init__("How we see it", options, chosen)


class MultiPicker(_Bar):
    """Several answers, each ticked, such as ages. ``picked`` says the keys in the order of the parts."""

    picked = Signal(tuple)

    def __init__(self, name: str, options: Iterable[Option], chosen: Iterable[str] = ()) -> None:
        super().__init__(name, options, ticks=True)
        self.choose(chosen)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the keys of the answers."""
        return tuple(part.option.key for part in self._parts if part.isChecked())

    def choose(self, keys: Iterable[str]) -> None:
        """Show answers; nothing is emitted."""
        self._answers = frozenset(keys)
        self._telling = True
        for part in self._parts:
            part.setChecked(part.option.key in self._answers)
        self._telling = False
        self._settle()

    def _press(self, part: _Part) -> None:
        if self._read_only:
            self.choose(self._answers)
            accessible.announce(self, self._read_only)
            return
        self._answers = frozenset(self.chosen)
        for each in self._parts:
            each.updateGeometry()
        self.picked.emit(self.chosen)


def parts_of(picker: QWidget) -> list[QAbstractButton]:
    """Return the parts of a picker, for tests and for the page that names them."""
    return list(picker.findChildren(QAbstractButton))
