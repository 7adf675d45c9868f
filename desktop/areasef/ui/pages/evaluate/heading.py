"""The head of the writing pane: code and title, how we see it and why, and what each body says of the strand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu

from areasef.domain.evaluation import SelfView
from areasef.domain.framework import Framework, Strand
from areasef.domain.summary import PartnerView
from areasef.ui import accessible, metrics, theme
from areasef.ui.later import Within
from areasef.ui.pages.evaluate.bodies_row import BodiesRow
from areasef.ui.widgets.button import Button, IconButton, more_button
from areasef.ui.widgets.entries import TextEntry
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label, set_tip
from areasef.ui.widgets.picker import LevelPicker

_PAUSE_MS = 800
_TITLE_LINES = 2  # how many a title may take beside the way to the guide, before that gets a line of its own


class StrandHeading(QFrame):
    """Stands above the sections of a strand. ``kept`` hands over a field's name and its words once it is left.

    ``why_turned`` says that the fields for why came or went.
    """

    level_picked = Signal(str)
    kept = Signal(str, str)
    typed = Signal(str, str)
    why_turned = Signal()
    guide_asked = Signal()
    evidence_asked = Signal()
    partner_asked = Signal(str)
    partners_missed = Signal()

    def __init__(self, menu: QMenu, framework: Framework) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._view: SelfView | None = None
        self._code = label("", "title", "muted")
        self._title = label("", "title", wrap=True)
        self.guide = Button("What inspectors look for", self.guide_asked.emit, icon="book-open", keys="Ctrl G")
        self.show_evidence = IconButton("panel-left", "Show the evidence", self.evidence_asked.emit)
        self.show_evidence.hide()
        self._first = metrics.row(spacing=12)
        for words in (self._code, self._title):  # their first lines on one baseline, beside the buttons
            words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            words.setContentsMargins(0, 1, 0, 0)
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
        self.bodies = BodiesRow()
        self.bodies.asked.connect(self.partner_asked)
        self.bodies.missed.connect(self.partners_missed)
        self._view_holder = holder
        self._second = metrics.row(spacing=8)
        self._second.addWidget(holder)
        self._column = metrics.column(self, margins=(20, 8, 20, 4), spacing=4)
        self._column.addLayout(self._first)
        self._guide_line = metrics.row()
        self._guide_line.addStretch(1)
        self._column.addLayout(self._guide_line)
        self._column.addLayout(self._second)
        self._add_why()
        theme.look_changed().connect(self._place)

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
        self.bodies.show_bodies(bodies)
        self.reason.show_value(view.reason)
        self.not_known.show_value(view.not_known)
        self._say_why(view)
        if other:
            self._fold_why()
        self._place()
        self._place_guide()

    def focus_field(self, field: str) -> None:
        """Put the focus on *how we see it*, the reason, or what is not known; where room is short the head comes out."""
        self.show()
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
        self._place_guide()

    def _add_why(self) -> None:
        self._why = Button("", lambda: self._unfold_why("reason"), kind="quiet", small=True)
        self._gap = Button("", lambda: self._unfold_why("not_known"), kind="quiet", small=True)
        self._why_said, self._gap_said = (label("", "table", wrap=True) for _ in range(2))
        for said in (self._why_said, self._gap_said):
            said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            said.setContentsMargins(0, 3, 0, 0)  # on the baseline of its title
        self._roomy = False
        self._placed: tuple[bool, str, int] | None = None
        self._line = QFrame()
        self._grid = metrics.spaced(QGridLayout(self._line), spacing=8)
        for button in (self._why, self._gap):
            button.setProperty("aside", True)
        self._column.addWidget(self._line)
        self.reason = self._entry("Why we see it so", "reason")
        self.not_known = self._entry("What we do not know yet", "not_known")
        self._fields = QFrame()
        fields = metrics.row(self._fields, margins=(0, 0, 0, 6), spacing=16)
        for entry in (self.reason, self.not_known):
            fields.addWidget(entry.field, 1, Qt.AlignmentFlag.AlignTop)
        self._close = Button("Done", self.close_why, small=True)
        accessible.named(self._close, "Done with why we see it so")
        fields.addWidget(self._close, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addWidget(self._fields)
        self._fields.hide()
        self._pause = Within(self, _PAUSE_MS, self._tell_typed)
        for entry in (self.reason, self.not_known):
            entry.edit.textChanged.connect(self._pause.ask)

    def _entry(self, title: str, name: str) -> TextEntry:
        return TextEntry(title, partial(self.kept.emit, name), "The first sentence stands in the summary", height=72)

    def _tell_typed(self) -> None:
        for name, entry in (("reason", self.reason), ("not_known", self.not_known)):
            words = entry.edit.toPlainText()
            if self._view is not None and words.strip() != getattr(self._view, name):
                self.typed.emit(name, words)

    def _say_why(self, view: SelfView) -> None:
        self._why.say("Why we see it so" if view.reason.strip() else "Say why we see it so")
        accessible.named(self._why, f"Why we see it so: {view.reason or 'nothing said yet'}", "Press to change")
        self._gap.say("What we do not know" if view.not_known.strip() else "Say what we do not know")
        accessible.named(
            self._gap, f"What we do not know yet: {view.not_known or 'nothing said yet'}", "Press to change"
        )
        for button, words in ((self._why, view.reason), (self._gap, view.not_known)):
            set_tip(button, words)
        for said, words in ((self._why_said, view.reason), (self._gap_said, view.not_known)):
            said.setText(" ".join(words.split()))

    def set_roomy(self, roomy: bool) -> None:
        """Show the reason and what is not known in full where the window is high enough for them."""
        if roomy != self._roomy:
            self._roomy = roomy
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what bodies say beside how we see it where there is room, else under it."""
        super().resizeEvent(event)
        self._place()
        self._place_guide()

    def event(self, event: QEvent) -> bool:
        """Find the place again where what bodies say turned out wider than it was before it was dressed."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._placed is not None:
            self._place()
        return done

    def _where_bodies(self, said: bool, view_wide: int) -> str:
        """Return where what bodies say has room: beside how we see it, in the line under it, or under that."""
        room = self.width() - metrics.px(2 * 20 + 8)
        if self.bodies.whole_width <= room - view_wide:
            return "beside"
        titles = self._why.sizeHint().width() + self._gap.sizeHint().width() + metrics.px(8)
        return "line" if not said and self.bodies.whole_width <= room - titles else "under"

    def _place(self) -> None:
        """Let the reasons stand in full beside their titles, or only the titles in one line; bodies where they fit."""
        said = self._roomy and bool(self._why_said.text() or self._gap_said.text())
        view_wide = self._flow.whole_width()
        where = self._where_bodies(said, view_wide)
        if (said, where, view_wide) == self._placed:
            return
        self._placed = (said, where, view_wide)
        focus = self.window().focusWidget()
        self._second.removeWidget(self.bodies)
        for each in (self._why, self._gap, self._why_said, self._gap_said, self.bodies):
            self._grid.removeWidget(each)
        aligned = (Qt.AlignmentFlag.AlignTop if said else Qt.AlignmentFlag.AlignVCenter) | Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self._why, 0, 0, aligned)
        self._grid.addWidget(self._gap, int(said), int(not said), aligned)
        if said:
            self._grid.addWidget(self._why_said, 0, 1, 1, 2)
            self._grid.addWidget(self._gap_said, 1, 1, 1, 2)
        if where == "beside":
            self._view_holder.setFixedWidth(view_wide)
            self._second.addWidget(self.bodies, 1)
        else:
            metrics.free_width(self._view_holder)
            at = (0, 2, 1, 1) if where == "line" else (2, 0, 1, 3)
            self._grid.addWidget(self.bodies, *at)
        self._grid.setColumnStretch(2, 1)
        self._why_said.setVisible(said)
        self._gap_said.setVisible(said)
        if focus is not None and self.bodies.isAncestorOf(focus):  # which loses it where it comes into another part
            self.bodies.show()
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_guide(self) -> None:
        """Give the way to the guide a line of its own where the title beside it would run down a narrow column."""
        wide = self._title.fontMetrics().horizontalAdvance(self._title.text())
        beside = sum(each.sizeHint().width() + metrics.px(12) for each in (self._code, self.guide, self.more))
        room = max(self.width() - metrics.px(2 * 20) - beside, 1)
        below = not self._title.isHidden() and wide > _TITLE_LINES * 0.8 * room
        if below == (self._guide_line.indexOf(self.guide) >= 0):
            return
        had = self.guide.hasFocus()
        if below:
            self._first.removeWidget(self.guide)
            self._guide_line.insertWidget(0, self.guide)
        else:
            self._guide_line.removeWidget(self.guide)
            self._first.insertWidget(2, self.guide, 0, Qt.AlignmentFlag.AlignTop)
        if had:
            self.guide.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold_why(self, field: str) -> None:
        self._line.hide()
        self._fields.show()
        wanted = self.not_known if field == "not_known" else self.reason
        self.why_turned.emit()
        wanted.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold_why(self) -> None:
        self._fields.hide()
        self._line.show()
        self.why_turned.emit()

    @property
    def saying_why(self) -> bool:
        """Whether the fields for why are open."""
        return not self._fields.isHidden()

    def close_why(self) -> None:
        """Keep what was typed, fold the fields away, and stand on what opens them again."""
        self.put_why_away()
        self._why.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_why_away(self) -> None:
        """Keep what was typed and fold the fields away."""
        self.keep()
        self._fold_why()
