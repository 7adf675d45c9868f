"""The head of the writing pane: code and title, how we see it and why, and what each body says of the strand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu

from areasef.domain.evaluation import Answer, SelfView
from areasef.domain.framework import Framework, Strand
from areasef.domain.summary import PartnerView
from areasef.ui import accessible, metrics
from areasef.ui.widgets.button import Button, more_button
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label
from areasef.ui.widgets.picker import LevelPicker

ANSWER_WORDS = {
    Answer.CONTRIBUTED: "contributed",
    Answer.ENDORSES: "endorses this",
    Answer.DIFFERS: "differs",
    Answer.DECLINED: "declined",
    Answer.NOT_ASKED: "not asked",
}


class StrandHeading(QFrame):
    """Stands above the sections of a strand."""

    level_picked = Signal(str)
    reason_kept = Signal(str)
    not_known_kept = Signal(str)
    guide_asked = Signal()
    partner_asked = Signal(str)

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._code = label("", "title", "muted")
        self._title = label("", "title", wrap=True)
        self.guide = Button("What inspectors look for", self.guide_asked.emit, icon="book-open", keys="Ctrl G")
        first = metrics.row(spacing=12)
        first.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._title, 1)
        first.addWidget(self.guide, 0, Qt.AlignmentFlag.AlignTop)
        self.more = more_button("More for this strand", menu)
        first.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        holder, self._flow = flow_row(10)
        self._seen = label("How we see it", "table", "muted")
        self._flow.addWidget(self._seen)
        self._picker: LevelPicker | None = None
        self._reason = QLineEdit()
        self._reason.setPlaceholderText("Why we see it so, in a sentence or two")
        accessible.named(self._reason, "Why we see it so")
        self._not_known = QLineEdit()
        self._not_known.setPlaceholderText("What we do not know yet")
        accessible.named(self._not_known, "What we do not know yet")
        self._reason.editingFinished.connect(lambda: self.reason_kept.emit(self._reason.text()))
        self._not_known.editingFinished.connect(lambda: self.not_known_kept.emit(self._not_known.text()))
        column = metrics.column(self, margins=(20, 10, 20, 8), spacing=8)
        column.addLayout(first)
        column.addWidget(holder)
        line = metrics.row(spacing=12)
        line.addWidget(self._reason, 3)
        line.addWidget(self._not_known, 2)
        column.addLayout(line)

    def show_strand(
        self, framework: Framework, strand: Strand, view: SelfView, bodies: tuple[PartnerView, ...], levels: bool
    ) -> None:
        """Show a strand; a field that has the focus keeps what is being typed."""
        self._code.setText(strand.code)
        self._title.setText(strand.short_title)
        self._title.setToolTip(strand.title)
        while self._flow.count() > 1:
            item = self._flow.takeAt(1)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._seen.setVisible(levels)
        if levels:
            self._picker = LevelPicker(
                [(each.id, each.title, each.shape) for each in framework.levels], view.level_id or ""
            )
            self._picker.picked.connect(self.level_picked)
            self._flow.addWidget(self._picker)
        for each in bodies:
            self._flow.addWidget(self._body(each))
        for edit, words in ((self._reason, view.reason), (self._not_known, view.not_known)):
            if not edit.hasFocus() and edit.text() != words:
                edit.setText(words)

    def focus_field(self, field: str) -> None:
        """Put the focus on *how we see it*, the reason, or what is not known."""
        picker = self._picker or self._reason
        wanted = {"reason": self._reason, "not_known": self._not_known}.get(field, picker)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Hand over what is being typed."""
        for edit, signal in ((self._reason, self.reason_kept), (self._not_known, self.not_known_kept)):
            if edit.hasFocus():
                signal.emit(edit.text())

    def _body(self, view: PartnerView) -> Button:
        words = ANSWER_WORDS[view.answer]
        ticked = view.answer in (Answer.CONTRIBUTED, Answer.ENDORSES)
        said = view.partner.label if ticked else f"{view.partner.label} {words}"
        key = view.partner.id
        made = Button(
            said, lambda: self.partner_asked.emit(key), kind="quiet", icon="check" if ticked else "", small=True
        )
        accessible.named(made, f"{view.partner.name} {words}", "Press to keep what this body says")
        return made
