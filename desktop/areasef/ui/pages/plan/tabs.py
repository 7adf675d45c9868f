"""The views of the plan behind tabs: the page's own table first, then those that stand by themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from areasef.domain.change import Change
from areasef.ui import metrics
from areasef.ui.context import Context
from areasef.ui.errors import BannerPlace
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.changes_view import ChangesView
from areasef.ui.pages.plan.dates_view import DatesView
from areasef.ui.pages.plan.records_view import RecordsView
from areasef.ui.pages.plan.sight_view import SightView
from areasef.ui.pages.plan.view import Do, PlanView
from areasef.ui.parts import shell
from areasef.ui.widgets.stack import Stack
from areasef.ui.widgets.tabs import Tabs


class PlanTabs(QFrame):
    """``beside`` are the header's buttons, which belong to the first tab alone. ``opened`` hands on what a view is for."""

    opened = Signal(str)

    def __init__(self, context: Context, do: Do, place: BannerPlace, table: QWidget, beside: QWidget) -> None:
        super().__init__()
        shell(self)
        self._beside = beside
        self.views: tuple[PlanView, ...] = ()
        if context.session is not None:
            self.views = (
                SightView(context, do, place),
                DatesView(context, do, place),
                RecordsView(context, do, place),
                ChangesView(context, do, place),
            )
        self.bar = Tabs("Parts of the plan", indent=18)
        self.bar.set_tabs(["Priorities and actions", *(each.title for each in self.views)])
        if not self.views:
            self.bar.hide()
        self._stack = shell(Stack())
        self._shown = (table, *self.views)
        for widget in self._shown:
            self._stack.addWidget(widget)
        self._stale: set[PlanView] = set(self.views)
        column = metrics.column(self, spacing=0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self._make_room(0)
        self.bar.opened.connect(self._open)

    @property
    def view(self) -> PlanView | None:
        """The view that is open; None for the table."""
        at = self.bar.current()
        return self.views[at - 1] if at > 0 else None

    def refresh(self, change: Change | None) -> bool:
        """Let views show what changed, and say whether the change concerns them alone."""
        for each in self.views:
            if change is None or change.kinds & each.kinds:
                self._stale.add(each)
        self._freshen()
        alone = frozenset[str]().union(*(each.kinds for each in self.views if each.alone))
        return change is not None and bool(change.kinds) and change.kinds <= alone

    def go(self, target: Target) -> bool:
        """Open the view that a jump asks for, and say whether it is one of these."""
        for at, each in enumerate(self.views, 1):
            if target.kind in each.targets:
                self.bar.open(at)
                each.go(target)
                return True
        if target.kind:
            self.bar.open(0)
        return False

    def commands(self, own: Mapping[str, Callable[[], object]]) -> Mapping[str, Callable[[], object]]:
        """Return what commands do: the page's own on the first tab, else those of the view."""
        step = {"move.next_tab": lambda: self.bar.step(1), "move.previous_tab": lambda: self.bar.step(-1)}
        return {**{name: partial(self._run, name, run) for name, run in own.items()}, **step}

    def _run(self, name: str, own: Callable[[], object]) -> None:
        """Do a command on the tab that is open now."""
        view = self.view
        if view is None:
            own()
        elif name in ("new", "edit"):
            (view.new if name == "new" else view.focus_first)()
        else:
            view.settle()

    def set_low(self, low: bool) -> None:
        """Let views give up their sentence where the window is very low."""
        for each in self.views:
            each.set_low(low)

    def settle(self) -> None:
        """Keep what is being typed."""
        for each in self.views:
            each.settle()

    def _open(self, at: int) -> None:
        self.settle()
        focus = self.window().focusWidget()
        inside = focus is not None and self._stack.isAncestorOf(focus)
        self._make_room(at)
        self._stack.setCurrentIndex(at)
        self._beside.setVisible(at == 0)
        self._freshen()
        if inside and at > 0:
            self.views[at - 1].focus_first()  # Qt takes the first there is, which may be what deletes
        self.opened.emit(self.views[at - 1].sentence if at > 0 else "")

    def _make_room(self, at: int) -> None:
        """Let the view that is open say how high it has to be, not the highest of all."""
        ways = QSizePolicy.Policy
        for number, view in enumerate(self._shown):
            view.setSizePolicy(ways.Preferred, ways.Preferred if number == at else ways.Ignored)

    def _freshen(self) -> None:
        view = self.view
        if view is not None and view in self._stale:
            self._stale.discard(view)
            view.refresh()
