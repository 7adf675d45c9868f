"""Plan: priorities, actions, measures; a table, a timeline beside it, and the line of sight through them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QTableView, QWidget

from areasef.domain.change import Change
from areasef.domain.dossier import Dossier
from areasef.domain.months import LEAST_MONTHS
from areasef.domain.plan import Action, Priority
from areasef.services import planning
from areasef.services.gathering import gather, gather_again, rereads
from areasef.services.session import Session
from areasef.ui import accessible, metrics, theme
from areasef.ui.context import Context
from areasef.ui.exporting_plan import AskWhere, export_the_plan
from areasef.ui.jobs import Ticket
from areasef.ui.models.plan import TITLE, PlanModel
from areasef.ui.models.plan_rows import PlanRow, rows_by_partner, rows_by_priority
from areasef.ui.models.sight_boxes import line_of_sight
from areasef.ui.navigation import Target
from areasef.ui.pages.page import Page
from areasef.ui.pages.plan.at_hand import priority_for, thing_of
from areasef.ui.pages.plan.beginning import plan_beginning, plan_in_a_sentence
from areasef.ui.pages.plan.editor import Editor
from areasef.ui.pages.plan.menu import Line, menu_of, ways_in
from areasef.ui.pages.plan.only import OnlyOffTrack
from areasef.ui.pages.plan.sight import LineOfSight
from areasef.ui.pages.plan.table import AMPLE, LEAST, PlanTable
from areasef.ui.pages.plan.tabs import PlanTabs
from areasef.ui.pages.plan.timeline import TAIL, Timeline, month_of
from areasef.ui.parts import shell
from areasef.ui.widgets.button import Button, more_button
from areasef.ui.widgets.loading import Loading
from areasef.ui.widgets.panes import FOLD_BELOW
from areasef.ui.widgets.picker import Option, SegmentedPicker
from areasef.ui.widgets.selecting import stand_on_selected
from areasef.ui.widgets.stack import Stack
from areasef.words.faults import AppError

_TABLE, _EMPTY, _LOADING = range(3)
_EDITOR_WIDTH = 500
_VIEWS = (Option("priority", "Table and timeline"), Option("partner", "By partner"))


class PlanPage(Page):
    """The Plan screen."""

    title = "Plan"
    sentence = "What will be put right, by whom, and how we will know."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._dossier: Dossier | None = None
        self._wanted: Callable[[], None] | None = None  # what was asked before the plan was read
        self._reading = 0  # how many times the plan is being read just now
        self.ask_where: AskWhere | None = None
        self._made: dict[str, str] = {}
        self._key, self._said = "", self.sentence
        self.model = PlanModel()
        self.table = PlanTable(self.model)
        self.timeline = Timeline(self.model, self.table)
        self.sight, self.only = LineOfSight(), OnlyOffTrack(self._show_again)
        self.editor = Editor(self._session, self.do, at_once=context.jobs.at_once)
        self._build()
        self._bind()

    @property
    def _session(self) -> Session:
        session: Session = self.context.session
        return session

    def refresh(self, change: Change | None) -> None:
        """Show the plan as it stands now."""
        if self.context.session is None:
            self._stack.setCurrentIndex(_EMPTY)
            return
        if self.tabs.refresh(change):
            return
        if change is not None and self._dossier is not None and rereads(change):
            self._show(gather_again(self._session, self._dossier, change), change)
        else:
            self._reading += 1
            if self._dossier is None:
                self._stack.setCurrentIndex(_LOADING)
                self.loading.begin("Reading the plan")
            self.context.jobs.run(self._read, lambda found: self._read_anew(found, change), self._failed)

    def _read(self, _ticket: Ticket) -> Dossier:
        with self._session.beside() as beside:
            return gather(beside)

    def _read_anew(self, dossier: Dossier, change: Change | None) -> None:
        self._reading -= 1
        self._show(dossier, change)

    def _failed(self, error: Exception) -> None:
        self._reading -= 1
        self.loading.end()
        self.context.errors.show(error, self)

    def _show(self, dossier: Dossier, change: Change | None) -> None:
        self._dossier = dossier
        self.loading.end()
        here = self.table.current_row()
        build = rows_by_partner if self.views.chosen == "partner" else rows_by_priority
        anew = self.model.show_rows(self.only.of(build(self._dossier)))
        self.timeline.show_plan(self._dossier.evaluation.as_at)
        self._stack.setCurrentIndex(_TABLE if self.model.rows else _EMPTY)
        self.views.setVisible(bool(self.model.rows))
        self.headed = not self._low or bool(self.model.rows)  # a plan begins with the buttons of its place
        self._fit_header()
        self._say_counts(self._dossier)
        if not self.editor.refresh(self._dossier):
            self.close_editor()
        if anew or change is None:
            self._select(here.key if here else self._key)
        if change is None:
            self.timeline.show_today()
        self._show_sight()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def _show_again(self) -> None:
        """Show what was read in another way."""
        if self._dossier is not None:
            self._show(self._dossier, None)

    def focus_first(self) -> None:
        """Stand in the table; on the button that begins a plan where there is none."""
        if self.tabs.view is not None:
            self.tabs.view.focus_first()
        elif self._dossier is None and self.context.session is not None:
            self._wanted = self._wanted or self.focus_first
        elif self.model.rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, target: Target) -> None:
        """Open an action or a priority at a field, or make an action that answers a statement."""
        if self.tabs.go(target):
            return
        found = thing_of(self._dossier, target.id)
        if self._dossier is None or (found is None and self._reading):  # it may have been made elsewhere meanwhile
            self._wanted = lambda: self.go(target) if self.tabs.view is None else None  # or somebody went on meanwhile
        elif target.kind == "off_track":
            self.only.turn(True)
            self.close_editor()  # which hides the table where the window is narrow
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif target.kind == "new":
            self.add_action(statement_id=target.field)
        elif found is not None:
            self.only.turn(False)
            self._select(found.id)
            self.edit(found, target.field)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page does for commands."""
        own = {"new": self.add_action, "edit": self._edit_current, "done": self._finish, "leave": self.close_editor}
        return self.tabs.commands(own | {"move_up": partial(self._move, -1), "move_down": partial(self._move, 1)})

    def leave(self) -> None:
        """Keep what is being typed."""
        self.editor.settle()
        self.tabs.settle()

    def set_low(self, low: bool) -> None:
        """Give up what is said elsewhere too where the window is very low."""
        self.headed = not low or bool(self.model.rows) or self.tabs.view is not None
        super().set_low(low)
        self.tabs.set_low(low)

    def edit(self, thing: Priority | Action, field: str = "") -> None:
        """Open the editor of a thing beside the table."""
        assert self._dossier is not None
        self._side.setCurrentWidget(self.editor)
        self.editor.open(self._dossier, thing, field)
        self._arrange()
        if self.editor.form is not None:
            self.editor.form.focus_field(field)
        kind = "priority" if isinstance(thing, Priority) else "action"
        accessible.announce(self, f"Editing the {kind} {thing.title}. Esc goes back to the plan")

    def close_editor(self) -> None:
        """Keep what is being typed and show the timeline again."""
        if self._side.currentWidget() is not self.editor:
            return
        self.editor.close_form()
        self._side.setCurrentWidget(self.timeline)
        self._arrange()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_action(self, statement_id: str = "") -> None:
        """Add an action under the priority at hand, make the first priority where there is none, and open it."""
        if self._dossier is None:
            self._wanted = partial(self.add_action, statement_id)
            return
        self.editor.settle()
        before = thing_of(self._dossier, self._made.get(statement_id, "")) if statement_id else None
        if before is not None:
            self.edit(before, "title")
            return
        try:
            made = self._new_action((statement_id,) if statement_id else ())
        except AppError as error:
            self.context.errors.show(error, self)
            return
        if statement_id:
            self._made[statement_id] = made.id
        self._added(made.id, made)

    def add_priority(self) -> None:
        """Add a priority and open it."""
        self.editor.settle()
        try:
            made = planning.add_priority(self._session, "New priority")
        except AppError as error:
            self.context.errors.show(error, self)
        else:
            self._added(made.id, made)

    def export(self) -> None:
        """Write the plan as an Excel workbook."""
        self.leave()
        export_the_plan(self.context, self, self, self.ask_where)

    def delete(self, row: PlanRow | None = None) -> None:
        """Put a priority or an action, with all that hangs on it, in the bin; the toast brings it back."""
        row = row or self.table.current_row()
        thing = (row.action or row.priority) if row else None
        if row is None or thing is None:
            return
        at = self.table.currentIndex().row()
        if self.editor.thing_id == thing.id:
            self.close_editor()
        if not self.do(partial(planning.remove, self._session, thing)):
            return
        self._select_row(min(at, len(self.model.rows) - 1))
        self.context.toast(f"{row.ref} {row.title} is in the bin", self.context.undo)

    def _build(self) -> None:
        self.views = SegmentedPicker("Show the plan", _VIEWS, "priority")
        self._add = Button("Add an action", self.add_action, icon="plus", keys="Ctrl N")
        self._menu = self._make_menu()
        for widget in (self.views, self._add, more_button("More for the plan", self._menu)):
            self._buttons.addWidget(widget)
        self._side = Stack()
        self._side.addWidget(self.timeline)
        self._side.addWidget(self.editor)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.table)
        self._split.addWidget(self._side)
        self._split.setStretchFactor(0, 1)
        self._side.raise_()  # a splitter lowers what it takes: a listener would meet the timeline first
        both = shell(QWidget())
        column = metrics.column(both, spacing=0)
        for each, share in ((self.only, 0), (self._split, 1)):
            column.addWidget(each, share)
        column.addWidget(self.sight)
        self._begin = Button("Add a priority", self.add_priority, kind="primary", icon="plus")
        self._stack = shell(Stack())
        self.loading = Loading()
        for part in (both, plan_beginning(self._begin, self.context.go), self.loading):
            self._stack.addWidget(part)
        self.tabs = PlanTabs(self.context, self.do, self, self._stack, self._beside)
        self.body.addWidget(self.tabs, 1)

    def _make_menu(self) -> QMenu:
        lines: tuple[Line, ...] = (
            ("Add a priority", self.add_priority),
            ("Edit", self._edit_current),
            ("Move up", partial(self._move, -1)),
            ("Move down", partial(self._move, 1)),
            ("Delete", self.delete),
            *ways_in(self.context.go),
            ("Export the plan to Excel", self.export),
        )
        return menu_of(self, lines)

    def _bind(self) -> None:
        self.views.picked.connect(lambda _: self.refresh(None))
        for view in (self.table, self.timeline):
            view.edit_asked.connect(self._edit_row)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(partial(self._open_menu, view))
        self.table.delete_asked.connect(self.delete)
        stand_on_selected(self.table)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_sight())
        self.editor.closed.connect(self.close_editor)
        self.editor.jumped.connect(self.context.go)
        self.sight.followed.connect(self.context.go)
        self.tabs.opened.connect(lambda words: self.set_title(self.title, words or self._said))
        theme.look_changed().connect(self._arrange)

    def _open_menu(self, view: QTableView, spot: QPoint) -> None:
        self._menu.popup(view.viewport().mapToGlobal(spot))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit table and timeline, or one of them, into the width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        editing = self._side.currentWidget() is self.editor
        wanted = metrics.px(_EDITOR_WIDTH if editing else LEAST_MONTHS * month_of(self) + TAIL)
        rest = self.width() - metrics.px(LEAST if editing else AMPLE)
        narrow = self.window().width() / theme.look().scale < FOLD_BELOW or (editing and rest < wanted)
        self._side.setVisible(editing or not narrow)
        self.table.setVisible(not (editing and narrow))
        self.table.set_dates_shown(narrow or editing)
        self.sight.give_room(room=not (narrow or editing))  # a form is long
        wide = max(min(wanted, rest), 1)
        self._split.setSizes([self.width() - wide, wide])
        self.table.fit()

    def _new_action(self, answers: tuple[str, ...]) -> Action:
        assert self._dossier is not None
        priority_id = priority_for(self._dossier, self.table.current_row(), answers[0] if answers else "")
        if not priority_id:
            priority_id = planning.add_priority(self._session, "New priority").id
        return planning.add_action(self._session, priority_id, "New action", answers)

    def _say_counts(self, dossier: Dossier) -> None:
        said = self._said = plan_in_a_sentence(dossier) or self.sentence
        self.set_title(self.title, self.tabs.view.sentence if self.tabs.view else said)
        accessible.named(self.table, "Priorities and actions", said)

    def _show_sight(self) -> None:
        row = self.table.current_row()
        if row is None or self._dossier is None:
            self.sight.hide()
            return
        self._key = row.key
        boxes = line_of_sight(self._dossier, row)
        kind = "action" if row.action else "priority"
        opens = f"Open action {row.ref}" if row.action else f"Open {row.ref[:1].lower()}{row.ref[1:]}"
        self.sight.show_sight(boxes, opens, Target("plan", kind, row.key))

    def _select(self, key: str) -> None:
        at = self.model.find(key)
        self._select_row(at if at >= 0 else min(1, len(self.model.rows) - 1))

    def _select_row(self, at: int) -> None:
        if at >= 0:
            self.table.setCurrentIndex(self.model.index(at, TITLE))
            self.table.bring(at)

    def _edit_row(self, row: PlanRow) -> None:
        thing = row.action or row.priority
        if thing is not None:
            self._select(row.key)
            self.edit(thing)

    def _edit_current(self) -> None:
        if (row := self.table.current_row()) is not None:
            self._edit_row(row)

    def _finish(self) -> None:
        if self.editor.form is not None:
            self.editor.form.finish()

    def _added(self, key: str, thing: Priority | Action) -> None:
        self.only.hide()
        self.context.bus.say(Change(frozenset({"action", "priority"}), frozenset({key}), "Add to the plan"))
        self._select(key)
        self.edit(thing, "title")

    def _move(self, steps: int) -> None:
        row = self.table.current_row()
        if row is None:
            return
        if row.action is not None:
            moved = self.do(partial(planning.move_action, self._session, row.action.id, steps))
        else:
            moved = row.priority is not None and self.do(partial(planning.move_priority, self._session, row.key, steps))
        if moved:
            self._select(row.key)
            accessible.announce(self.table, f"{row.title}: moved {'up' if steps < 0 else 'down'}")
