"""A statement while it is written: the box, what must be fixed, its citations, confidence, partner, ages, and Done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from areasef.domain.framework import Framework
from areasef.domain.partner import Partner
from areasef.domain.statement import plain, word_count
from areasef.ui import accessible, metrics
from areasef.ui.pages.evaluate.reading_card import CardView, ChipMaker
from areasef.ui.pages.evaluate.sided import Sided
from areasef.ui.pages.evaluate.statement_fields import StatementFields
from areasef.ui.widgets.banner import Banner
from areasef.ui.widgets.button import Button, more_button
from areasef.ui.widgets.citation_chip import CitationChip
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import key_label, label, set_tip
from areasef.ui.widgets.writing_box import WritingBox

Weak = list[tuple[str, tuple[int, int]]]


class WritingCard(QFrame):
    """One statement open for writing. ``changed`` carries fields that were changed, ``reworded`` its text.

    ``typed`` carries a field's name and the words being typed into it, after a short pause.
    """

    reworded = Signal(str)
    typed = Signal(str, str)
    changed = Signal(dict)
    cite_asked = Signal()
    find_asked = Signal()
    stood_on = Signal()
    partners_asked = Signal()
    done = Signal()

    def __init__(
        self,
        view: CardView,
        framework: Framework,
        partners: tuple[Partner, ...],
        menu: QMenu,
        weak: Callable[[str], Weak],
        make_chip: ChipMaker,
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setProperty("writing", True)
        self.statement_id = view.statement.id
        self._statement = view.statement
        self._weak = weak
        self._found: Weak | None = None
        self.waiting: dict[str, str] = {}
        menu.setParent(self, menu.windowFlags())
        self._column = metrics.column(self, margins=(15, 7, 15, 11), spacing=6)
        self._words, self._kept = label("", "meta", "muted"), label("", "meta", "muted")
        self._number, self._state = label("", "meta_strong"), label("", "meta", "muted", wrap=True)
        self._add_head(menu)
        self._body = Sided()
        self._column.addWidget(self._body)
        self.box = WritingBox("")
        self.box.setPlaceholderText("Say what is true, how you know, and what it means for children.")
        self._body.words.addWidget(self.box)
        self._faults = metrics.column(spacing=6)
        self._body.words.addLayout(self._faults)
        self.fields = StatementFields(framework, partners)
        self.fields.partners.missed.connect(self.partners_asked)
        self._add_chips()
        # a long side column must not stretch the words' faults and chips
        self._body.words.addStretch(1)
        self._body.side.addWidget(self.fields)
        self._body.side.addStretch(1)
        self._bind()
        self.show_statement(view, {}, make_chip)

    def show_statement(self, view: CardView, numbers: dict[str, int], make_chip: ChipMaker) -> None:
        """Show a statement as it is kept; words being typed and the caret stay."""
        self._statement = view.statement
        self._number.setText(str(view.number))
        self._state.setText(view.state)
        accessible.named(self.box, f"Statement {view.number} of {view.count}", view.spoken)
        self.box.set_body(view.statement.body, numbers)
        self.fields.show_statement(view.statement)
        self._fill_chips(view, make_chip)
        self._look_again()

    def set_wide(self, wide: bool) -> None:
        """Put the fields beside the words, or under them."""
        if wide != self._body.wide:
            self._body.set_wide(wide)
            self.fields.set_wide(wide)
            if wide:
                self._body.words.insertWidget(self._body.words.count() - 1, self.fields.rest)

    def set_read_only(self, why: str) -> None:
        """Show everything and take no input; no words make it take input again."""
        self.box.setReadOnly(bool(why))
        set_tip(self.box, why)
        self.fields.set_read_only(why)

    def say_kept(self, words: str) -> None:
        """Say when the text was kept."""
        self._kept.setText(words)

    @property
    def unkept(self) -> bool:
        """Return whether words of it could not be kept; ``waiting`` holds them by field."""
        return bool(self.waiting)

    def hold(self, kept: str) -> None:
        """The text could not be kept: it stays in the box, and is handed over again when the box is left."""
        self.waiting["body"] = self.box.body()
        self._kept.setText("Not kept")
        self.box.hold(kept)

    def settle(self) -> None:
        """Hand over what is being typed."""
        self.fields.settle()
        self.box.settle()

    def focus_field(self, field: str) -> None:
        """Put the focus on a field by its name in the statement."""
        wanted = self._cite if field == "citations" else self.fields.control(field) or self.box
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bind(self) -> None:
        self._again = QTimer(self, singleShot=True, interval=150)
        self._again.timeout.connect(self._look_again)
        self.box.textChanged.connect(self._again.start)
        self.box.textChanged.connect(self._count)
        self.box.entered.connect(self.stood_on)
        self.box.typed.connect(lambda body: self.typed.emit("body", body))
        self.box.settled.connect(self.reworded)
        self.box.done_asked.connect(self.done)
        self.box.leave_asked.connect(self.done)
        self.fields.changed.connect(self._change)
        self.fields.typed.connect(lambda words: self.typed.emit("confidence_reason", words))
        self.fields.done.connect(self.done)

    def _add_head(self, menu: QMenu) -> None:
        head = metrics.row(spacing=12)
        head.addWidget(self._number)
        head.addWidget(self._state, 1)
        head.addWidget(self._words)
        head.addWidget(self._kept)
        head.addWidget(more_button("More for this statement", menu))
        self._column.addLayout(head)

    def _add_chips(self) -> None:
        holder, self._chips = flow_row()
        self._cite = Button(
            "Cite a page", self.cite_asked.emit, kind="quiet", icon="plus", keys="Ctrl Shift C", small=True
        )
        self._key = key_label("Ctrl Shift C")
        self._chips.pushed = 1
        self._shown_chips: object = None
        self._body.words.addWidget(holder)

    def _fill_chips(self, view: CardView, make_chip: ChipMaker) -> None:
        if self._shown_chips == view.chips:
            return
        self._shown_chips = view.chips
        kept: tuple[QWidget, ...] = (self._cite, self._key, self.fields.more)
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in kept:
                widget.hide()
                widget.deleteLater()
        for chip in view.chips:
            self._chips.addWidget(make_chip(chip))
        for widget in kept:
            self._chips.addWidget(widget)

    def chips(self) -> list[CitationChip]:
        """Return the chips of its citations, in their order."""
        items = (self._chips.itemAt(at) for at in range(self._chips.count()))
        widgets = (each.widget() for each in items if each is not None)
        return [each for each in widgets if isinstance(each, CitationChip)]

    def _change(self, fields: dict[str, Any]) -> None:
        self.box.settle()
        self._statement = replace(self._statement, **fields)
        self.changed.emit(fields)

    def _count(self) -> None:
        count = word_count(self.box.body())
        self._words.setText(f"{count} word{'' if count == 1 else 's'}")

    def _look_again(self) -> None:
        self._count()
        body = self.box.body()
        found = self._weak(body) if plain(body).strip() else []
        if found == self._found:
            return
        said = [words for words, _ in self._found or []] != [words for words, _ in found]
        self._found = found
        self.box.set_waves([where for _, where in found])
        if not said:
            return
        while item := self._faults.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for at, (words, _) in enumerate(found):
            self._faults.addWidget(self._fault(words, at))

    def _fault(self, words: str, at: int) -> QWidget:
        banner = Banner()
        start, _, rest = words.partition(": ")
        banner.say(f"{start}:", f"{rest}.", "bad")
        banner.add_link("Find evidence", self.find_asked.emit)
        banner.add_link("Reword", lambda: self._reword(at))
        return banner

    def _reword(self, at: int) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._found and at < len(self._found):
            self.box.select_range(*self._found[at][1])
