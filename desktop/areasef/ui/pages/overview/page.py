"""The overview page: reads the whole at a glance in a job, and shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from areasef.domain.change import Change
from areasef.services.looking_ahead import Glance, glance
from areasef.ui import metrics, theme
from areasef.ui.context import Context
from areasef.ui.dates import day_words
from areasef.ui.jobs import Ticket
from areasef.ui.navigation import Target
from areasef.ui.pages.overview.figures import Figures
from areasef.ui.pages.overview.side_cards import ComingUp, DoNext, going_on
from areasef.ui.pages.overview.strand_table import StrandTable
from areasef.ui.pages.page import Page
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.empty import EmptyState
from areasef.ui.widgets.loading import Loading
from areasef.ui.widgets.scroll import Scroll

_OWN = " Your own begins in the menu at the top left."
_BESIDE_FROM = 1200  # from where the names of the strands take two lines at most
_SIDE = 364
_WIDE_FROM, _WIDE_SIDE = 1600, 420


class OverviewPage(Page):
    """How the area sees itself, and what needs attention. A self-view, never a predicted outcome."""

    title = "Overview"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._reading = self._again = False
        self._focus_wanted = False
        self.shown: Glance | None = None
        if context.session is None:
            self.body.addWidget(EmptyState("house", "Nothing here yet", "Open or start a file to fill this place."))
            return
        self.changed = Button("What changed in the plan", lambda: context.go(Target("plan", "changes")), icon="history")
        self.changed.hide()  # until there is a plan
        self.set_header_buttons(self.changed, Button("Open the checks", self._open_checks, icon="list-checks"))
        self.figures, self.table = Figures(), StrandTable()
        self.do_next, self.coming = DoNext(), ComingUp()
        self._build()
        self.figures.followed.connect(context.go)
        self.table.followed.connect(context.go)
        self.do_next.followed.connect(context.go)
        self.coming.followed.connect(context.go)
        theme.look_changed().connect(self._fit)

    def refresh(self, change: Change | None) -> None:
        """Read the evaluation again, off the GUI thread; what changes meanwhile is read after."""
        if self.context.session is None:
            return
        if self._reading:
            self._again = True
            return
        self._reading = True
        if self.shown is None:
            self.loading.begin("Reading the evaluation")
        self.context.jobs.run(self._read, self._show, self._failed)

    def focus_first(self) -> None:
        """Stand on the first thing to do."""
        if self.context.session is None:
            super().focus_first()
        elif self.shown is None:
            self._focus_wanted = True
        elif self.do_next.list.rows:
            self.do_next.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, target: Target) -> None:
        """Show the strand that is asked for."""
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the right column into the left one where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _read(self, _ticket: Ticket) -> Glance:
        with self.context.session.beside() as beside:
            return glance(beside)

    def _show(self, found: Glance) -> None:
        self._reading, self.shown = False, found
        self._end_loading()
        self.clear_error()
        session = self.context.session
        day, who = day_words(found.as_at), session.area.name
        if found.made_up:
            who, own = f"{who}, a made-up area,", _OWN
        else:
            own = ""
        self.set_title("Overview", f"How {who} sees itself on {day}. A self-view, not a predicted outcome.{own}")
        self.changed.setVisible(bool(found.summary.actions))
        self._fit_header()
        self.figures.show_summary(found.summary)
        self.table.show_glance(session.framework, found)
        if found.summary.statements or not session.framework.strands:
            self.do_next.show_checks(found.summary.checks, found.review, found.gaps, going_on(found.question))
        else:
            gaps = found.gaps if found.findings else None
            self.do_next.show_first_steps(session.framework.strands[0].id, found.review, gaps)
        self.coming.show_glance(found)
        self._fit()
        if self._focus_wanted and self.isVisible():
            self._focus_wanted = False
            self.focus_first()
        self._read_again()

    def _failed(self, error: Exception) -> None:
        self._reading = False
        self.loading.end()
        self.context.errors.show(error, self)
        self._read_again()

    def _read_again(self) -> None:
        if self._again:
            self._again = False
            self.refresh(None)

    def _open_checks(self) -> None:
        self.context.go(Target("evaluate", "checks"))

    def _build(self) -> None:
        scroll = Scroll("Overview", margins=(20, 0, 20, 6), spacing=0, even=True)
        inside = scroll.widget()
        assert inside is not None
        # as high as its words at this width, not as they would be at the least width
        inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        around = QWidget()
        self._halves = metrics.spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, around), spacing=16)
        self._left, self._right = metrics.column(spacing=12), metrics.column(spacing=12)
        card = QFrame()
        card.setObjectName("card")
        metrics.column(card, margins=(1, 1, 1, 1), spacing=0).addWidget(self.table)
        self._left.addWidget(self.figures)
        self._left.addWidget(card)
        self._left.addStretch(1)
        for each in (self.do_next, self.coming):
            self._right.addWidget(each)
        self._right.addStretch(1)
        self._halves.addLayout(self._left, 1)
        self._halves.addLayout(self._right)
        scroll.column.addWidget(around)
        scroll.column.addStretch(1)
        self.loading = Loading()
        self._whole_view = scroll
        self.body.addWidget(self.loading, 1)
        self.body.addWidget(scroll, 1)
        scroll.hide()

    def _end_loading(self) -> None:
        self.loading.end()
        self.loading.hide()
        self._whole_view.show()

    def _fit(self) -> None:
        if self.context.session is None:
            return
        beside = self.window().width() / theme.look().scale >= _BESIDE_FROM
        self._place(beside)
        side = _WIDE_SIDE if self.window().width() / theme.look().scale >= _WIDE_FROM else _SIDE
        for each in (self.do_next, self.coming):
            each.setMinimumWidth(metrics.px(side) if beside else 0)
            each.setMaximumWidth(metrics.px(side) if beside else metrics.QWIDGETSIZE_MAX)
        self.do_next.fit()

    def _place(self, beside: bool) -> None:
        """Stack what stands side by side: what to do next comes before the table, where the focus begins."""
        if beside == (self._right.indexOf(self.do_next) >= 0):
            return
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._left.removeWidget(self.do_next)
        self._right.removeWidget(self.do_next)
        (self._right if beside else self._left).insertWidget(0 if beside else 1, self.do_next)
