"""The window: bars, rail and the page in front. It jumps, remembers where one was, and knows nothing of any page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QMenu, QWidget
from shiboken6 import isValid

from areasef import tokens
from areasef.domain.change import Change
from areasef.ui import accessible, appearance, focus_order, metrics, theme
from areasef.ui.actions import Commands
from areasef.ui.bars import Heading, StatusBar, TopBar
from areasef.ui.bus import Bus, Keeping, SavedState
from areasef.ui.context import Context
from areasef.ui.errors import Errors
from areasef.ui.guide import about
from areasef.ui.jobs import Jobs
from areasef.ui.key_sheet import KeySheet
from areasef.ui.later import later
from areasef.ui.navigation import FOOT, PLACES, WITHIN, History, Target
from areasef.ui.pages.page import Page
from areasef.ui.palette import Palette
from areasef.ui.panes_cycle import PaneCycle
from areasef.ui.parts import parts, shell
from areasef.ui.preferences import THEME_CHOICES, Preferences
from areasef.ui.rail import Rail
from areasef.ui.redressing import hold_still
from areasef.ui.row_menu import open_menu
from areasef.ui.staged import Staged
from areasef.ui.widgets.banner import Banner
from areasef.ui.widgets.key_menu import KeyMenu
from areasef.ui.widgets.panes import TABS_BELOW
from areasef.ui.widgets.stack import Stack
from areasef.ui.widgets.toast import Toast
from areasef.ui.widgets.wait_strip import WaitStrip

_LOW = 360
_FILE_MENU = (
    *("file.new", "file.open", "", "file.save", "file.save_copy", "edit.bin", ""),
    *("place.report", "place.workbook", "plan.export", "", "file.partnership", "file.evaluation", ""),
    *("place.settings", "keys", "", "file.quit"),
)


class Window(QMainWindow):
    """One window for one file. ``factories`` make the pages, by place; a page is made when it is first shown."""

    closed = Signal()
    as_at_asked = Signal()

    def __init__(
        self,
        session: Any,
        factories: Mapping[str, Callable[[Context], Page]],
        preferences: Preferences,
        jobs: Jobs | None = None,
        bus: Bus | None = None,
    ) -> None:
        super().__init__()
        self.bus = bus or Bus(self)
        self.jobs = jobs or Jobs(self)
        self.errors = Errors(self)
        self.history = History()
        self.commands = Commands(self)
        self._factories = dict(factories)
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, bool] = {}
        self._come: set[str] = set()  # the places that were filled once, and had the focus
        self._place = ""
        self._asked_from: tuple[str, QWidget | None] = ("", None)  # where F1 was pressed
        self._arrival = Staged(self, at_once=self.jobs.at_once)
        self.may_close: Callable[[], bool] = lambda: True
        self.toast = Toast(self)
        self.context = Context(session, self.bus, self.jobs, self.errors, preferences, self.go, self.say, self.offer)
        self._build()
        self.palette_box = Palette(self, self.commands, self.go)
        self.cycle = PaneCycle(self)
        theme.dress(self, in_turns=not self.jobs.at_once)
        self._bind()
        self.bus.changed.connect(self._changed)
        self.bus.saved.connect(self._show_saved)
        self.top.saved.show_state(SavedState(Keeping.SAVED))
        theme.look_changed().connect(self._fit)
        self.set_heading(Heading())

    @property
    def place(self) -> str:
        """Return the place in front."""
        return self._place

    @property
    def page(self) -> Page | None:
        """Return the page in front."""
        return self._pages.get(self._place)

    def set_heading(self, heading: Heading, today: date | None = None) -> None:
        """Say which area, file and date the window is about."""
        self.top.show_heading(heading, today or date.today())
        self.status.show_heading(heading)
        self.setWindowTitle(" – ".join(filter(None, (heading.file.removesuffix(".areasef"), "Area SEF"))))

    def go(self, target: Target) -> None:
        """Jump to a place, and to the very thing in it; unknown places are not gone to."""
        if target.place in self._factories:
            self.history.visit(target)
            self._show(target)

    def say(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done, with the way back, and keep it in the status bar."""
        self.toast.say(words, partial(self._take_back, undo) if undo is not None else None)
        self.status.say(words)

    def offer(self, words: str, back: Callable[[], None]) -> None:
        """Say what was done, with a way back that Ctrl Z does not know."""
        self.toast.say(words, back, "The toast takes it back.")
        self.status.say(words)

    def arrive_now(self) -> None:
        """Do at once what is left of coming to a page."""
        self._arrival.finish()

    def _take_back(self, undo: Callable[[], None]) -> None:
        """Undo as Ctrl Z does, which says what was undone; a window without a file leaves it to whoever offered it."""
        if self.commands.applies("edit.undo"):
            self.commands.run("edit.undo")
        else:
            undo()

    def help(self) -> None:
        """Open the guide at the page about the thing in focus; Alt Left goes back to it."""
        focus = QApplication.focusWidget()
        if self._place != "help":
            self._asked_from = (self._place, focus)
        self.go(Target("help", "topic", about(focus, self._place)))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as one reads: top bar, rail, the page as it is laid out, status bar."""
        return focus_order.step(self, forward=forward, lost=self._find_focus)

    def _find_focus(self) -> None:
        """Let the page take the focus, where nobody has."""
        if self.page is not None and self.isVisible() and self.focusWidget() is None:
            self.page.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit bars, overlays and pages to the window."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish coming to a page, keep what is being typed, let every job end, then close: nothing is lost.

        Where ``may_close`` has something to do first, the window stays and is closed again once that is done.
        """
        self.arrive_now()  # the page that was left keeps its words, and none asks a file that is closed
        if self.page is not None:
            self.page.leave()
        self.jobs.stop_all()
        if not self.may_close():
            event.ignore()
            return
        self.jobs.finish()
        self.closed.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        shown = [place.id for place in (*PLACES, *FOOT) if place.id in self._factories]
        file_menu = KeyMenu(self)
        for command_id in _FILE_MENU:
            if command_id:
                file_menu.addAction(self.commands.action(command_id))
            else:
                file_menu.addSeparator()
        theme.dress(file_menu)
        places = KeyMenu(self)
        for place in shown:
            places.addAction(self.commands.action(f"place.{place}"))
        places.addSeparator()
        files = KeyMenu("File", places)
        places.addMenu(files)
        theme.dress(places)
        files.addActions(file_menu.actions())
        for menu in (file_menu, files):
            menu.aboutToShow.connect(partial(_hide_dead, menu))
        self.top = TopBar(file_menu, places)
        self.rail = Rail(shown)
        self.status = StatusBar()
        self.banner = Banner(flush=True)
        self.banner.hide()
        self.wait = WaitStrip(flush=True)
        self.stack = hold_still(shell(Stack()))
        self.stack.addWidget(QWidget())  # a stack shows at once what it is given first: a page, before it is dressed
        middle = shell(QFrame())
        line = metrics.row(middle, spacing=0)
        line.addWidget(self.rail)
        line.addWidget(self.stack, 1)
        whole = shell(QWidget())
        column = metrics.column(whole, spacing=0)
        column.addWidget(self.top)
        column.addWidget(self.banner)
        column.addWidget(self.wait)
        column.addWidget(middle, 1)
        column.addWidget(self.status)
        shell(self).setCentralWidget(whole)
        self.setMinimumSize(480, 320)
        self.resize(1366, 688)

    def _bind(self) -> None:
        self.rail.chosen.connect(lambda place: self.go(Target(place)))
        self.top.search_asked.connect(self.palette_box.open)
        self.top.as_at_asked.connect(lambda: self.commands.run("as_at"))
        bind = self.commands.bind
        for place in self._factories:
            bind(f"place.{place}", partial(self.go, Target(place)))
        if "help" in self._factories:
            bind("place.help", self.help)
        bind("move.palette", self.palette_box.open)
        bind("move.next_pane", lambda: self.cycle.step(1))
        bind("move.previous_pane", lambda: self.cycle.step(-1))
        bind("move.find", self.palette_box.open)
        bind("move.menu", self._open_menu)
        bind("move.back", lambda: self._revisit(self.history.back()))
        bind("move.forward", lambda: self._revisit(self.history.forward()))
        self._bind_look(bind)
        bind("keys", lambda: KeySheet(self, self.commands).exec())
        bind("file.quit", self.close)

    def _open_menu(self) -> None:
        if not open_menu(QApplication.focusWidget()):
            self.status.say("No menu here")
            accessible.announce(self, "No menu here")

    def _bind_look(self, bind: Callable[[str, Callable[[], object]], None]) -> None:
        looks = appearance.current()
        if looks is None:
            return
        bind("text.larger", lambda: self._say_size(looks.step_text_size(1)))
        bind("text.smaller", lambda: self._say_size(looks.step_text_size(-1)))
        bind("text.normal", lambda: self._say_size(looks.choose_text_size(100)))
        for name in THEME_CHOICES:
            bind(f"look.{name}", partial(looks.choose_theme, name))

    def _say_size(self, percent: int) -> None:
        words = f"Text size {percent}%"
        self.status.say(words)
        accessible.announce(self, words)

    def _revisit(self, target: Target | None) -> None:
        if target is None:
            return
        place, focus = self._asked_from if self._place == "help" else ("", None)
        if focus is None or target.place != place or not isValid(focus) or not self._pages[place].isAncestorOf(focus):
            self._show(target)
            return
        self._show(Target(place))  # as it was left: what was opened there by hand is in no jump
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, target: Target) -> None:
        before = self.page
        if target.place not in self._pages:
            page = self._factories[target.place](self.context)
            self._pages[target.place] = page
            page.retitled.connect(partial(self._retitle, page))
            self._stale[target.place] = True
        page = self._pages[target.place]
        came = target.place in self._come
        self._place = target.place
        self.rail.show_place(WITHIN.get(target.place, target.place))
        self.top.title.setText(page.title)
        bring, arrive = partial(self._bring, page), partial(self._arrive, page, target, page is before and came)
        if not came:  # made, seen, filled: all in one turn would take too long
            self.commands.set_page({each: partial(self._once_there, page, each) for each in page.commands()})
            dress = (partial(theme.dress, part) for part in parts(page))
            self._arrival.begin(partial(self._take_in, page), *dress, bring, arrive)
        else:
            self._arrival.drop()
            bring()
            arrive()

    def _once_there(self, page: Page, command_id: str) -> None:
        """Do a command of a page that was asked for quicker than the page came."""
        self._arrival.finish()
        page.commands()[command_id]()

    def _take_in(self, page: Page) -> None:
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)

    def _bring(self, page: Page) -> None:
        shown = self.stack.currentWidget()
        if isinstance(shown, Page) and shown is not page:
            shown.leave()  # somebody may have typed on until now
            self._let_go(shown)
        self._take_in(page)
        theme.dress(page)
        theme.redressing().bring_forward(page)
        self.stack.setCurrentWidget(page)
        self._fit()

    def _arrive(self, page: Page, target: Target, was_here: bool) -> None:
        self._come.add(target.place)
        self.commands.set_page(page.commands())
        self._freshen(target.place)
        if target.kind or target.id or target.field:
            page.go(target)
        elif not was_here:
            page.focus_first()

    def _let_go(self, before: Page) -> None:
        """Take the focus from the page that goes: a stack would hand it to the first thing of the next, and be read aloud."""
        focus = QApplication.focusWidget()
        if focus is not None and before.isAncestorOf(focus):
            focus.clearFocus()
            later(self, self._find_focus)

    def _retitle(self, page: Page, words: str) -> None:
        if page is self.page:
            self.top.title.setText(words)

    def _freshen(self, place: str) -> None:
        if self._stale.pop(place, False):
            try:
                self._pages[place].refresh(None)
            except Exception as error:  # one page that cannot show must not take the window with it
                self.errors.show(error, self._pages[place])

    def _changed(self, change: Change) -> None:
        for place, page in self._pages.items():
            if place == self._place and place not in self._stale:
                page.refresh(change)
            else:
                self._stale[place] = True

    def _show_saved(self, state: SavedState) -> None:
        self.top.saved.show_state(state)
        self.status.show_in_file(state.in_file)

    def _fit(self) -> None:
        scale = theme.look().scale
        width, height = self.width() / scale, self.height() / scale
        low = height < _LOW
        room = height - tokens.SIZE["top_bar"] - (0 if low else tokens.SIZE["status_bar"])
        fits = self.rail.fit(room) and width >= TABS_BELOW
        self.rail.setVisible(fits)
        self.top.set_narrow(not fits)
        self.status.fit(width)
        self.status.setVisible(not low)
        if self.page is not None:
            self.page.set_low(low)
            self.page.set_named_above(not fits)
        if self.toast.isVisible():
            self.toast.place()
        box = getattr(self, "palette_box", None)
        if box is not None and box.isVisible():
            box.place()


def _hide_dead(menu: QMenu) -> None:
    """Show only what does something now: a menu holds no promises."""
    for action in menu.actions():
        if not action.isSeparator():
            action.setVisible(action.isEnabled())
