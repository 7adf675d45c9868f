"""Fields of forms: each shows a value and hands a new one over when it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from areasef.domain.funding import pounds
from areasef.domain.progress import number_words
from areasef.domain.typed_words import seen
from areasef.ui import metrics
from areasef.ui.dates import day_words, first_day, read_day, read_period
from areasef.ui.widgets.chooser import Chooser
from areasef.ui.widgets.entry_boxes import Line, Paragraphs
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.ticking import NOTHING, Item, TickButton

Keep = Callable[[object], object]
_OTHER: Final = "other"
"""What stands for somebody or something that is not offered yet; ids are never words."""


class Typed(Protocol):
    """What a person types into or chooses from: it can be read as it stands, and put back so."""

    def typed(self) -> object:
        """Return what stands there, kept or not."""

    def retype(self, typed: object) -> None:
        """Let it stand there again, as if it were typed now."""


class Entry(Protocol):
    """A field with its control."""

    field: Field

    def show_value(self, value: object) -> None:
        """Show what is kept; what is being typed is left alone."""

    def settle(self) -> None:
        """Hand over what is being typed."""


class TypedEntry(Entry, Typed, Protocol):
    """A field of a form that can be left: what stands in it comes back."""


def put_beside(column: QVBoxLayout, entries: dict[str, Entry], **fresh: Entry) -> QHBoxLayout:
    """Put fields side by side at the end of a form, add them to its entries, and return their line."""
    line = metrics.row(spacing=12)
    for name, entry in fresh.items():
        entries[name] = entry
        line.addWidget(entry.field, 1, Qt.AlignmentFlag.AlignTop)
    column.addLayout(line)
    return line


def _nobody(settled: bool) -> None:
    """Nobody is told."""


class LineEntry:
    """A line of words; what is kept may be read from them. ``told`` hears of each key, and when the words are settled."""

    def __init__(self, name: str, keep: Keep, hint: str = "") -> None:
        self.edit = Line()
        self.field = Field(name, self.edit, hint)
        self._keep = keep
        self._shown = self._kept = ""
        self.edit.too_long.connect(self.field.say_whole)
        self.told: Callable[[bool], object] = _nobody
        self.edit.editingFinished.connect(self.settle)
        self.edit.textEdited.connect(lambda _: self.told(False))

    def show_value(self, value: object) -> None:
        """Show what is kept; what is being typed is left alone."""
        words = self._words(value)
        if self.edit.text() == self._shown:
            self.edit.show_words(words)
            self.field.set_error("")
        self._shown = self._kept = words

    def unsettled(self) -> str | None:
        """Return the words that are typed and not handed over yet."""
        words = seen(self.edit.text()).strip()
        return words if words != self._shown else None

    def typed(self) -> object:
        """Return the words that stand there."""
        return self.edit.text()

    def retype(self, typed: object) -> None:
        """Let words stand there again, with what is wrong about them."""
        self.edit.setText(str(typed))
        try:
            self._value(self.edit.text().strip())
        except ValueError as error:
            self.field.set_error(str(error))

    def let_go(self) -> str:
        """Return words that are in error or not handed over, and show what is kept in their place."""
        words = self.edit.text().strip()
        if words == self._kept or not (self.field.error or words != self._shown):
            return ""
        self.edit.setText(self._kept)
        self.field.set_error("")
        self._shown = self._kept
        return words

    def settle(self) -> None:
        """Hand over a changed value, or say what is wrong with the words."""
        words = seen(self.edit.text()).strip()
        if words == self._shown:
            self.told(True)
            return
        try:
            value = self._value(words)
        except ValueError as error:
            self.field.set_error(str(error))
            return
        self.field.set_error("")
        self._shown = self._words(value)
        self.edit.setText(self._shown)
        self._keep(value)
        self.told(True)

    def _words(self, value: object) -> str:
        return str(value or "")

    def _value(self, words: str) -> object:
        """Return what the words mean; raise ValueError with a sentence where they mean nothing."""
        return words


class DayEntry(LineEntry):
    """A day as people type it; empty is no day. ``read`` turns words into the day, or raises NotADate."""

    def __init__(self, name: str, keep: Keep, hint: str = "", read: Callable[[str], date] = read_day) -> None:
        super().__init__(name, keep, hint)
        self._read = read
        self.edit.setPlaceholderText("Like 7 March 2026")

    def _words(self, value: object) -> str:
        return day_words(value) if isinstance(value, date) else ""

    def _value(self, words: str) -> date | None:
        return self._read(words) if words else None


class FirstDayEntry(DayEntry):
    """The first day of a period. A month or a year that is typed names its last day too, where ``last`` says none yet."""

    def __init__(self, name: str, keep: Keep, hint: str = "") -> None:
        super().__init__(name, keep, hint, first_day)
        self.last: LineEntry | None = None

    def settle(self) -> None:
        """Hand over the first day, and the last one where the words named it."""
        words = self.edit.text()
        super().settle()
        if self.last is None or self.field.error or self.last.edit.text().strip() or not words.strip():
            return
        period = read_period(words)
        if period.start != period.end:
            self.last.retype(day_words(period.end))
            self.last.settle()


class NumberEntry(LineEntry):
    """A number; empty is none."""

    def _words(self, value: object) -> str:
        return number_words(value) if isinstance(value, int | float) else ""

    def _value(self, words: str) -> float | None:
        try:
            return float(words.replace(",", "").rstrip("%").strip()) if words else None
        except ValueError:
            raise ValueError("Type a number, like 26 or 7.5") from None


class PoundsEntry(LineEntry):
    """An amount in whole pounds; empty is none."""

    def _words(self, value: object) -> str:
        return pounds(value) if isinstance(value, int) else ""

    def _value(self, words: str) -> int | None:
        bare = words.replace(",", "").replace(" ", "").lstrip("£")
        if words and not (bare.isascii() and bare.isdigit()):
            raise ValueError("Type an amount in whole pounds, like 46,000")
        return int(bare) if words else None


class TextEntry:
    """Several lines of words; ``told`` hears of each key, and when the words are settled."""

    def __init__(self, name: str, keep: Keep, hint: str = "", height: int = 76) -> None:
        self.edit = Paragraphs(height)
        self.field = Field(name, self.edit, hint)
        self._keep = keep
        self._shown = ""
        self.told: Callable[[bool], object] = _nobody
        self.edit.left.connect(self.settle)
        self.edit.textChanged.connect(lambda: self.told(False) if self.edit.hasFocus() else None)

    def show_value(self, value: object) -> None:
        """Show words."""
        if self.edit.toPlainText() == self._shown:
            self.edit.setPlainText(str(value or ""))
        self._shown = str(value or "")

    def settle(self) -> None:
        """Hand over changed words."""
        words = self.unsettled()
        if words is not None:
            self._shown = words
            self._keep(words)
        self.told(True)

    def unsettled(self) -> str | None:
        """Return the words that are typed and not handed over yet."""
        words = seen(self.edit.toPlainText()).strip()
        return words if words != self._shown else None

    def typed(self) -> object:
        """Return the words that stand there."""
        return self.edit.toPlainText()

    def retype(self, typed: object) -> None:
        """Let words stand there again."""
        self.edit.setPlainText(str(typed))


class ChoiceEntry:
    """One of several, or none. ``other`` stands last: its words, and what asks for one that is not offered yet.

    It asks only where it was chosen in the open list: whoever steps with the arrows passes by.
    """

    def __init__(
        self,
        name: str,
        items: Sequence[Item],
        keep: Keep,
        none: str = "",
        hint: str = "",
        other: tuple[str, Callable[[], Item | None]] | None = None,
    ) -> None:
        self.box = Chooser()
        self.field = Field(name, self.box, hint)
        self._keep = keep
        self._none, self._other = none, other
        self._shown = ""
        self.offer(items)
        self.box.activated.connect(lambda _: self._choose())

    def offer(self, items: Sequence[Item]) -> None:
        """Offer these answers instead; whoever calls shows the value after."""
        self.box.clear()
        if self._none:
            self.box.addItem(self._none, "")
        for key, title in items:
            self.box.addItem(title, key)
        if self._other is not None:
            self.box.addItem(self._other[0], _OTHER)

    def show_value(self, value: object) -> None:
        """Show the answer."""
        self._shown = str(value or "")
        self.box.setCurrentIndex(max(0, self.box.findData(str(value or ""))))

    def settle(self) -> None:
        """Hand over nothing: an answer is kept when it is given."""

    def typed(self) -> object:
        """Return the answer that is chosen."""
        chosen = self.box.currentData() or ""
        return self._shown if chosen == _OTHER else chosen

    def retype(self, typed: object) -> None:
        """Give an answer again, where it is still offered."""
        if self.box.findData(typed) >= 0:
            self.show_value(typed)
            self._keep(typed or None)

    def _choose(self) -> None:
        chosen = str(self.box.currentData() or "")
        if chosen != _OTHER or self._other is None:
            self._shown = chosen
            self._keep(chosen or None)
            return
        self.show_value(self._shown)
        found = self._other[1]() if self.box.from_list else None
        if found is not None:
            if self.box.findData(found[0]) < 0:
                self.box.insertItem(self.box.count() - 1, found[1], found[0])
            self.show_value(found[0])
            self._keep(found[0])


class ManyEntry:
    """Several of many."""

    def __init__(
        self, name: str, items: Sequence[Item], keep: Keep, question: str, hint: str = "", nothing: str = NOTHING
    ) -> None:
        self._items = tuple(items)
        self._keep = keep
        self.button = TickButton(question, items, nothing=nothing)
        self.field = Field(name, self.button, hint)
        self.button.picked.connect(keep)

    def offer(self, items: Sequence[Item]) -> None:
        """Offer these answers instead; whoever calls shows the value after."""
        self._items = tuple(items)

    def show_value(self, value: object) -> None:
        """Show the answers."""
        self.button.show_items(self._items, tuple(value) if isinstance(value, tuple) else ())

    def settle(self) -> None:
        """Hand over nothing: answers are kept when they are given."""

    def typed(self) -> object:
        """Return the answers that are chosen."""
        return self.button.chosen

    def retype(self, typed: object) -> None:
        """Give answers again, those that are still offered."""
        chosen = typed if isinstance(typed, tuple) else ()
        offered = tuple(key for key, _ in self._items if key in chosen)
        self.show_value(offered)
        self._keep(offered)
