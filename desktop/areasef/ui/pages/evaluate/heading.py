"""The head of the writing pane: code and title, how we see it and why, and what each body says of the strand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenu

from areasef.domain.evaluation import Answer, SelfView
from areasef.domain.framework import Framework, Strand
from areasef.domain.summary import PartnerView
from areasef.ui import accessible, metrics
from areasef.ui.widgets.button import Button, IconButton, more_button
from areasef.ui.widgets.entries import TextEntry
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label, set_tip
from areasef.ui.widgets.picker import LevelPicker

ANSWER_WORDS = {
    Answer.CONTRIBUTED: "contributed",
    Answer.ENDORSES: "endorses this",
    Answer.DIFFERS: "differs",
    Answer.DECLINED: "declined",
    Answer.NOT_ASKED: "not asked",
}
_AGREE = (Answer.CONTRIBUTED, Answer.ENDORSES)
_BY_NAME = 3
"""So many bodies that say the same stand side by side; more are counted on one button that lists them."""
_PAUSE_MS = 800


class StrandHeading(QFrame):
    """Stands above the sections of a strand. ``kept`` hands over a field's name and its words once it is left."""

    level_picked = Signal(str)
    kept = Signal(str, str)
    typed = Signal(str, str)
    guide_asked = Signal()
    evidence_asked = Signal()
    partner_asked = Signal(str)

    def __init__(self, menu: QMenu, framework: Framework) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._view: SelfView | None = None
        self._shown: object = None
        self._code = label("", "title", "muted")
        self._title = label("", "title", wrap=True)
        self.guide = Button("What inspectors look for", self.guide_asked.emit, icon="book-open", keys="Ctrl G")
        self.show_evidence = IconButton("panel-left", "Show the evidence", self.evidence_asked.emit)
        self.show_evidence.hide()
        self._first = metrics.row(spacing=12)
        self._first.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        self._first.addWidget(self._title, 1)
        self._first.addWidget(self.guide, 0, Qt.AlignmentFlag.AlignTop)
        self.more = more_button("More for this strand", menu)
        self.more.setProperty("framed", True)
        self._first.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._first.addWidget(self.show_evidence, 0, Qt.AlignmentFlag.AlignTop)
        holder, self._flow = flow_row(8)
        self._seen = label("How we see it", "table", "muted")
        self.picker = LevelPicker([(level.id, level.title, level.shape) for level in framework.levels])
        self.picker.picked.connect(self.level_picked)
        for each in (self._seen, self.picker):
            self._flow.addWidget(each)
        self._column = metrics.column(self, margins=(20, 10, 20, 4), spacing=6)
        self._column.addLayout(self._first)
        self._column.addWidget(holder)
        self._add_why()

    def show_strand(self, strand: Strand, view: SelfView, bodies: tuple[PartnerView, ...], levels: bool) -> None:
        """Show a strand; a field that has the focus keeps what is being typed."""
        other = self._view is None or self._view.strand_id != strand.id
        self._view = view
        self._code.setText(strand.code)
        self._title.setText(strand.short_title)
        set_tip(self._title, strand.title)
        self._seen.setVisible(levels)
        self.picker.setVisible(levels)
        self.picker.choose(view.level_id or "")
        self._show_bodies(bodies)
        self.reason.show_value(view.reason)
        self.not_known.show_value(view.not_known)
        self._say_why(view)
        if other:
            self._fold_why()

    def focus_field(self, field: str) -> None:
        """Put the focus on *how we see it*, the reason, or what is not known."""
        if field in ("reason", "not_known"):
            self._unfold_why(field)
        elif not self.picker.isHidden():
            self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._unfold_why("reason")

    def keep(self) -> None:
        """Hand over what is being typed."""
        self._pause.stop()
        self.reason.settle()
        self.not_known.settle()

    def set_read_only(self, why: str) -> None:
        """Show everything and take no input."""
        self.picker.set_read_only(why)
        self.reason.edit.setReadOnly(bool(why))
        self.not_known.edit.setReadOnly(bool(why))

    def set_bare(self, bare: bool) -> None:
        """Leave out the title where the top bar says it already."""
        self._code.setVisible(not bare)
        self._title.setVisible(not bare)

    def _add_why(self) -> None:
        self._why = Button("", lambda: self._unfold_why("reason"), kind="quiet", small=True)
        self._gap = Button("", lambda: self._unfold_why("not_known"), kind="quiet", small=True)
        self._said, self._roomy = label("", "table", "muted", wrap=True), False
        self._column.addWidget(self._said)
        self._line = QFrame()
        line = metrics.row(self._line, spacing=16)
        for button in (self._why, self._gap):
            button.setProperty("aside", True)
        line.addWidget(self._why)
        line.addWidget(self._gap)
        line.addStretch(1)
        self._column.addWidget(self._line)
        self.reason = TextEntry("Why we see it so", lambda words: self.kept.emit("reason", words), height=72)
        self.not_known = TextEntry(
            "What we do not know yet", lambda words: self.kept.emit("not_known", words), height=72
        )
        self._fields = QFrame()
        fields = metrics.row(self._fields, margins=(0, 0, 0, 6), spacing=16)
        fields.addWidget(self.reason.field, 1)
        fields.addWidget(self.not_known.field, 1)
        self._close = Button("Done", self._done_why, small=True)
        accessible.named(self._close, "Done with why we see it so")
        fields.addWidget(self._close, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addWidget(self._fields)
        self._fields.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell_typed)
        for entry in (self.reason, self.not_known):
            entry.edit.textChanged.connect(self._pause.start)

    def _tell_typed(self) -> None:
        for name, entry in (("reason", self.reason), ("not_known", self.not_known)):
            words = entry.edit.toPlainText()
            if self._view is not None and words.strip() != getattr(self._view, name):
                self.typed.emit(name, words)

    def _say_why(self, view: SelfView) -> None:
        self._why.say("Why we see it so" if view.reason.strip() else "Say why we see it so")
        accessible.named(self._why, f"Why we see it so: {view.reason or 'nothing said yet'}", "Press to change")
        self._gap.say("What we do not know" if view.not_known.strip() else "Say what we do not know")
        accessible.named(self._gap, f"What we do not know yet: {view.not_known or 'nothing said yet'}")
        for button, words in ((self._why, view.reason), (self._gap, view.not_known)):
            set_tip(button, words)
        said = (("Why: ", view.reason), ("Not known: ", view.not_known))
        self._said.setText("\n".join(f"{start}{' '.join(words.split())}" for start, words in said if words.strip()))
        self._show_said()

    def set_roomy(self, roomy: bool) -> None:
        """Show the reason and what is not known in full where the window is high enough for them."""
        if roomy != self._roomy:
            self._roomy = roomy
            self._show_said()

    def _show_said(self) -> None:
        self._said.setVisible(self._roomy and bool(self._said.text()) and self._fields.isHidden())

    def _unfold_why(self, field: str) -> None:
        self._line.hide()
        self._fields.show()
        self._show_said()
        wanted = self.not_known if field == "not_known" else self.reason
        wanted.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done_why(self) -> None:
        self.keep()
        self._fold_why()
        self._why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold_why(self) -> None:
        self._fields.hide()
        self._line.show()
        self._show_said()

    @property
    def saying_why(self) -> bool:
        """Whether the fields for why are open."""
        return not self._fields.isHidden()

    def close_why(self) -> None:
        """Keep what was typed and fold the fields away."""
        self._done_why()

    def _show_bodies(self, bodies: tuple[PartnerView, ...]) -> None:
        said = tuple((each.partner.id, each.partner.label, each.answer) for each in bodies)
        if said == self._shown:
            return
        self._shown = said
        while self._flow.count() > 2:
            item = self._flow.takeAt(2)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        agree = [each for each in bodies if each.answer in _AGREE]
        unasked = [each for each in bodies if each.answer == Answer.NOT_ASKED]
        folded = [group for group in (agree, unasked) if len(group) > _BY_NAME]
        shown = [self._group(group, len(bodies)) for group in folded]
        shown += [self._body(each) for each in bodies if not any(each in group for group in folded)]
        for made in shown:
            self._flow.addWidget(made)
        self._flow.pushed = len(shown)
        self._flow.invalidate()

    def _group(self, views: list[PartnerView], whole: int) -> Button:
        """Return one button for the bodies that say the same; pressing it lists them."""
        agree = views[0].answer in _AGREE
        count = f"All {whole} bodies" if len(views) == whole else f"{len(views)} of {whole} bodies"
        said = count if agree else f"{count} not asked"
        menu = QMenu(self)
        for each in views:
            action = menu.addAction(f"{each.partner.name} {ANSWER_WORDS[each.answer]}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=each.partner.id: self.partner_asked.emit(key))
        made = Button(said, lambda: _drop(menu, made), kind="quiet", icon="check" if agree else "", small=True)
        made.destroyed.connect(menu.deleteLater)
        made.setProperty("plain", agree)
        made.setProperty("tight", True)
        named = ", ".join(f"{each.partner.name} {ANSWER_WORDS[each.answer]}" for each in views)
        set_tip(made, named)
        accessible.named(made, f"{said}: {named}", "Press to choose one and keep what it says")
        return made

    def _body(self, view: PartnerView) -> Button:
        words = ANSWER_WORDS[view.answer]
        ticked = view.answer in _AGREE
        said = view.partner.label if ticked else f"{view.partner.label} {words}"
        key = view.partner.id
        made = Button(
            said, lambda: self.partner_asked.emit(key), kind="quiet", icon="check" if ticked else "", small=True
        )
        made.setProperty("plain", ticked)
        made.setProperty("tight", True)
        set_tip(made, f"{view.partner.name} {words}")
        accessible.named(made, f"{view.partner.name} {words}", "Press to keep what this body says")
        return made


def _drop(menu: QMenu, button: Button) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
