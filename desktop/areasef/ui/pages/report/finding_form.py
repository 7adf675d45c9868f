"""One finding under review: its words to type over and to part, its section, its bodies, and strands to say yes to."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from areasef.domain.framework import Framework
from areasef.domain.record import FindingKind
from areasef.domain.review import Reviewed
from areasef.domain.sub_point import in_lines
from areasef.ui import metrics
from areasef.ui.models.finding_rows import KINDS
from areasef.ui.units import to_points
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.entries import ChoiceEntry, ManyEntry
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.status import StatusWord
from areasef.ui.widgets.tick_box import TickBox

_TEXT_HEIGHT: Final = 150
_SPLIT_HINT: Final = "Put the caret where two findings meet, then choose Split here."


class FindingForm(Scroll):
    """Says what a person wants of the finding at hand; it changes nothing itself."""

    retyped = Signal(str)
    renamed = Signal(str)
    moved = Signal(object)
    split_asked = Signal(str, int)
    merge_asked = Signal()
    leave_out_asked = Signal()
    settled = Signal()
    typed = Signal()
    linked = Signal(str, bool)
    strands_chosen = Signal(tuple)

    def __init__(self, framework: Framework) -> None:
        super().__init__("The finding at hand", margins=(16, 12, 16, 20), spacing=14)
        self._framework = framework
        self._item: Reviewed | None = None
        self.heading = label("", "section", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        metrics.sized(self.text, height=_TEXT_HEIGHT)
        self.words = Field("What it says", self.text, _SPLIT_HINT)
        self.bodies = QLineEdit()
        self.who = Field("Responsible bodies", self.bodies, "As the report prints them")
        kinds = tuple((kind.value, words) for kind, words in KINDS.items())
        self.kind = ChoiceEntry("Section of the report", kinds, lambda key: self.moved.emit(FindingKind(str(key))))
        strands = tuple((each.id, f"{each.code} {each.short_title}") for each in framework.strands)
        self.strands = ManyEntry(
            "Strands it is linked to",
            strands,
            self._choose,
            "Which strands does it speak of?",
            "Only those you say yes to",
        )
        self._offers = QFrame()
        self._offered = metrics.column(self._offers, spacing=2)
        self.ticks: dict[str, TickBox] = {}
        self._build()

    @property
    def item_id(self) -> str:
        """The id of the finding that is shown."""
        return self._item.id if self._item is not None else ""

    def show_item(self, item: Reviewed, number: str, *, last: bool) -> None:
        """Show a finding; what is being typed is left alone where it is the same one."""
        same = self._item is not None and self._item.id == item.id and self._item.text == item.text
        self._item = item
        place = f", page {item.page}" if item.page else ""
        self.heading.setText(f"Finding {number}{place}")
        if not same:
            self.text.setPlainText(in_lines(item.text))
        self.bodies.setText(item.bodies)
        self.who.setVisible(item.kind is FindingKind.PRIORITY_ACTION)
        self.kind.show_value(item.kind.value)
        self.strands.show_value(item.strand_ids)
        self._doubt.setVisible(item.uncertain)
        self.merge.setEnabled(not last)
        self._offer(item)

    def forget(self) -> None:
        """Let go of the finding that was shown: another report is looked through."""
        self._item = None

    def settle(self) -> None:
        """Hand over what is being typed."""
        if self._item is None:
            return
        if " ".join(self.text.toPlainText().split()) not in ("", self._item.text):
            self.retyped.emit(self.text.toPlainText())
        if self.who.isVisibleTo(self) and " ".join(self.bodies.text().split()) != self._item.bodies:
            self.renamed.emit(self.bodies.text())

    def _build(self) -> None:
        self.column.addWidget(self.heading)
        self._doubt, doubt = flow_row(8)
        self.right = Button("It is right", self.settled.emit, small=True, icon="check")
        doubt.addWidget(StatusWord("check", "look", "Check where it begins and ends"))
        doubt.addWidget(self.right)
        self.column.addWidget(self._doubt)
        self.column.addWidget(self.words)
        holder, flow = flow_row(8)
        self.split = Button("Split here", self._split, small=True)
        self.merge = Button("Merge with next", self.merge_asked.emit, small=True)
        self.out = Button("Leave it out", self.leave_out_asked.emit, small=True, icon="trash-2")
        for button in (self.split, self.merge, self.out):
            flow.addWidget(button)
        self.column.addWidget(holder)
        self.column.addWidget(self._offers)
        self.column.addWidget(self.strands.field)
        self.column.addWidget(self.who)
        self.column.addWidget(self.kind.field)
        self.column.addStretch(1)
        self.bodies.editingFinished.connect(self.settle)
        self.text.textChanged.connect(self.typed)
        self.bodies.textEdited.connect(lambda _: self.typed.emit())

    def _split(self) -> None:
        words = self.text.toPlainText()
        caret = to_points(words, self.text.textCursor().position())
        before = " ".join(words[:caret].split())
        self.split_asked.emit(" ".join(words.split()), len(before))

    def _choose(self, value: object) -> None:
        if isinstance(value, tuple):
            self.strands_chosen.emit(value)

    def _offer(self, item: Reviewed) -> None:
        """Offer the strands that the words are close to, the closest first."""
        focus = next((key for key, box in self.ticks.items() if box.hasFocus()), "")
        while (old := self._offered.takeAt(0)) is not None:
            widget: QWidget | None = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.ticks = {}
        self._offers.setVisible(bool(item.suggested))
        if item.suggested:
            self._offered.addWidget(label("Does it speak of these strands? The closest first.", "label", wrap=True))
        for strand_id in item.suggested:
            strand = self._framework.strand(strand_id)
            box = TickBox(f"{strand.code} {strand.short_title}")
            box.setChecked(strand_id in item.strand_ids)
            box.toggled.connect(partial(self.linked.emit, strand_id))
            self._offered.addWidget(box)
            self.ticks[strand_id] = box
        if focus in self.ticks:
            self.ticks[focus].setFocus(Qt.FocusReason.OtherFocusReason)
