"""The two bars of the window: above, which area and as at when, search and what is saved; below, file and marking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from areasef import tokens
from areasef.ui import accessible, metrics
from areasef.ui.bus import Keeping, SavedState
from areasef.ui.dates import day_words
from areasef.ui.focus import INNER, paint_ring
from areasef.ui.logo import Logo
from areasef.ui.widgets.button import Button, IconButton
from areasef.ui.widgets.elided import Elided
from areasef.ui.widgets.label import divider, key_label, label, set_state, set_tip, set_tone
from areasef.ui.widgets.opens_menu import opens_menu
from areasef.ui.widgets.status import Mark

_AREA_AT_MOST: Final = 400
_BACKUP_FROM: Final = 1100
_EDITION_FROM: Final = 900


@dataclass(frozen=True, slots=True)
class Heading:
    """What the bars say about the open file."""

    area: str = ""
    title: str = ""
    file: str = ""
    where: str = ""
    as_at: date | None = None
    edition: str = ""
    marking: str = ""
    backup: str = ""


class SearchBox(QPushButton):
    """Looks like a field and opens the palette, where one types."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchBox")
        accessible.named(self, "Search statements, pages, actions and commands", "Ctrl K")
        self.setAutoDefault(False)
        line = metrics.row(self, margins=(10, 0, 8, 0), spacing=8)
        self._mark = Mark(16)
        line.addWidget(self._mark)
        words = Elided("Search statements, pages, actions", "table", "muted")
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.addWidget(words, 1)
        line.addWidget(key_label("Ctrl K"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._mark.show_mark("icon", "search")
        for each in self.findChildren(QLabel):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            accessible.left_out(each)
        metrics.sized(self, min_width=260, max_width=344, height=32)

    def sizeHint(self) -> QSize:
        """Return the field's size."""
        return QSize(metrics.px(344), metrics.px(32))


class BarButton(QPushButton):
    """A button in the top bar that opens a menu or a dialog: quiet words and a chevron."""

    def __init__(self, icon: str = "") -> None:
        super().__init__()
        self.setObjectName("barButton")
        self.setAutoDefault(False)
        self._icon = icon
        self._line = metrics.row(self, margins=(6, 0, 6, 0), spacing=8)
        self._lead, self._warning = Mark(16), Mark(16, "caution_text")
        self._quiet = Elided("", "table", "muted")
        self._strong = Elided("", "label")
        self._chevron = Mark(16)
        self._chevron.show_mark("icon", "chevron-down")
        if icon:
            for mark in (self._lead, self._warning):
                mark.show_mark("icon", icon)
                self._line.addWidget(mark)
        self._warning.hide()
        for each in (self._lead, self._warning, self._quiet, self._strong, self._chevron):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            accessible.left_out(each)
        metrics.sized(self, height=32)

    def say(self, first: str, second: str, *, strong_first: bool) -> None:
        """Say one strong and one quiet word, in either order."""
        order = (self._strong, self._quiet) if strong_first else (self._quiet, self._strong)
        for each, words in zip(order, (first, second), strict=True):
            each.setText(words)
            self._line.addWidget(each)
        self._line.addWidget(self._chevron)
        self.setAccessibleName(f"{first} {second}".strip())

    def warn(self, warned: bool) -> None:
        """Stand out as a chip that asks to be careful, or be quiet again."""
        set_state(self, "tone", "caution" if warned else "")
        for each, quiet in ((self._strong, ""), (self._quiet, "muted")):
            set_tone(each, "caution" if warned else quiet)
        self._warning.setVisible(warned and bool(self._icon))
        self._lead.setVisible(not warned and bool(self._icon))

    def sizeHint(self) -> QSize:
        """Return the size of the words."""
        return QSize(self._line.sizeHint().width(), metrics.px(32))

    def minimumSizeHint(self) -> QSize:
        """Return the room in which the words are still told apart."""
        return QSize(self._line.minimumSize().width(), metrics.px(32))


class SavedWords(QFrame):
    """Whether the work is on the disk: always on screen, always true."""

    def __init__(self) -> None:
        super().__init__()
        line = metrics.row(self, spacing=6)
        self._mark = Mark(16)
        self._words = label("", "table")
        line.addWidget(self._mark)
        line.addWidget(self._words)

    def show_state(self, state: SavedState) -> None:
        """Show a state; not being saved is said aloud at once."""
        words, tone, mark = _said_of(state)
        news = words != self.words
        self._words.setText(words)
        set_tip(self, state.why)
        self.setAccessibleDescription(state.why)
        set_tone(self._words, tone)
        self._mark.show_mark(*mark)
        self.setAccessibleName(words)
        if news and state.keeping is Keeping.NOT_SAVED:
            accessible.announce(self, words, assertive=True)

    @property
    def words(self) -> str:
        """Return what is said now."""
        return self._words.text()


def saved_words(state: SavedState) -> str:
    """Return a state in words, such as *Not saved since 14:02*."""
    return _said_of(state)[0]


def _said_of(state: SavedState) -> tuple[str, str, tuple[str, str]]:
    at = f"{state.at:%H:%M}" if isinstance(state.at, datetime) else ""
    words = {
        Keeping.SAVED: ("Saved", "good", ("check", "pass")),
        Keeping.KEPT: ("Kept", "good", ("check", "pass")),
        Keeping.SAVING: ("Saving…", "muted", ("icon", "save")),
        Keeping.NOT_SAVED: ("Not saved since" if at else "Not saved", "bad", ("check", "must")),
        Keeping.READ_ONLY: ("Read only", "muted", ("icon", "lock")),
    }
    said, tone, mark = words[state.keeping]
    timed = state.keeping in (Keeping.SAVED, Keeping.KEPT, Keeping.NOT_SAVED)
    return f"{said} {at}".strip() if timed else said, tone, mark


class TopBar(QFrame):
    """Logo, area and file menu, search, as-at date, saved state; in a narrow window Menu, title, saved, search."""

    search_asked = Signal()
    as_at_asked = Signal()

    def __init__(self, file_menu: QMenu, places_menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAccessibleName("Top bar")
        self.area = BarButton()
        opens_menu(self.area, file_menu)
        self.search = SearchBox()
        self.as_at = BarButton("calendar")
        self.saved = SavedWords()
        self.menu = Button("Menu", icon="panel-left")
        opens_menu(self.menu, places_menu)
        self.title = Elided("", "body_strong")
        self.look_up = IconButton("search", "Search and commands (Ctrl K)", self.search_asked.emit)
        self._logo = QFrame()
        self._rule = divider(vertical=True)
        self._edge = metrics.sized(QWidget(), width=4)
        self._build()
        self.search.clicked.connect(self.search_asked)
        self.as_at.clicked.connect(self.as_at_asked)
        accessible.helped(self.as_at, "getting-started#the-as-at-date")
        for each in (self.search, self.look_up):
            accessible.helped(each, "keys")
        accessible.helped(self.area, "your-file")
        self.area.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_narrow(False)

    def show_heading(self, heading: Heading, today: date) -> None:
        """Say which area and file, and as at when; another day than today is marked."""
        self.area.say(heading.area or "Area SEF", heading.title, strong_first=True)
        self.area.setAccessibleName(f"{heading.area} {heading.title}, file menu".strip())
        self._has_date = heading.as_at is not None
        self.as_at.setVisible(self._has_date and not self._narrow)
        if heading.as_at is not None:
            self.as_at.warn(heading.as_at != today)
            self.as_at.say("As at", day_words(heading.as_at, short=True), strong_first=False)
            spoken = f"As at {day_words(heading.as_at)}"
            self.as_at.setAccessibleName(spoken if heading.as_at == today else f"{spoken}, not today")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let an icon stand for the search box where there is no room for it."""
        super().resizeEvent(event)
        self._fit_search()

    def event(self, event: QEvent) -> bool:
        """Fit again when words or the text size changed."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_search()
        return done

    def _fit_search(self) -> None:
        kept = (self._logo, self.area, self.as_at, self._rule, self.saved)
        gaps = self._line.spacing() * (len(kept) + 2) + self._line.contentsMargins().right()
        shown = [each for each in kept if not each.isHidden()]
        wanted = [max(each.sizeHint().width(), each.minimumWidth()) for each in shown]
        if self.area in shown:
            at = shown.index(self.area)
            wanted[at] = min(wanted[at], metrics.px(_AREA_AT_MOST))
        roomy = not self._narrow and self.width() >= sum(wanted) + gaps + self.search.minimumWidth()
        self.search.setVisible(roomy)
        self.look_up.setVisible(not roomy)

    def set_narrow(self, narrow: bool) -> None:
        """Show the narrow bar or the whole one."""
        self._narrow = narrow
        wide_only: tuple[QWidget, ...] = (self._logo, self.area)
        narrow_only: tuple[QWidget, ...] = (self._edge, self.menu, self.title)
        for each in wide_only:
            each.setVisible(not narrow)
        for each in narrow_only:
            each.setVisible(narrow)
        self.as_at.setVisible(not narrow and self._has_date)
        self._rule.setVisible(not narrow and self._has_date)
        self._fit_search()

    _has_date = False
    _narrow = False

    def _build(self) -> None:
        line = self._line = metrics.row(self, margins=(0, 0, 16, 0), spacing=12)
        mark = metrics.row(self._logo)
        mark.addWidget(Logo(), 0, Qt.AlignmentFlag.AlignCenter)
        metrics.sized(self._logo, width=tokens.SIZE["rail"])
        metrics.sized(self._rule, height=20)
        before: tuple[QWidget, ...] = (self._edge, self._logo, self.menu, self.area)
        after: tuple[QWidget, ...] = (self.as_at, self._rule, self.saved, self.look_up)
        for each in before:
            line.addWidget(each)
        line.addWidget(self.title, 100)
        line.addWidget(self.search, 100)
        line.addStretch(1)
        for each in after:
            line.addWidget(each)
        metrics.sized(self, height=tokens.SIZE["top_bar"])


class StatusBar(QFrame):
    """File and where it is, backup, framework edition, marking; and what was done last.

    It takes the focus, so that F6 brings a listener to all of it: what a toast said stays here to be read again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setAccessibleName("Status bar")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(INNER, True)
        self._file, self._backup, self._edition, self._last = (Elided("", "meta", "muted") for _ in range(4))
        self._in_file, self._marking = (label("", "meta", "muted") for _ in range(2))
        self._marking.setProperty("role", "marking")
        self._drive, self._shield = Mark(14), Mark(14)
        self._drive.show_mark("icon", "hard-drive")
        self._shield.show_mark("icon", "shield")
        line = metrics.row(self, margins=(16, 0, 16, 0), spacing=6)
        self._in_gap = _gap()
        for each in (self._drive, self._file, _gap(), self._in_file, self._in_gap, self._shield, self._backup, _gap()):
            line.addWidget(each)
        self._last.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.addWidget(self._last, 1)
        for each in (self._edition, _gap(), self._marking):
            line.addWidget(each)
        metrics.sized(self, height=tokens.SIZE["status_bar"])
        self.show_heading(Heading())

    def show_heading(self, heading: Heading) -> None:
        """Say what is true of the open file."""
        self._heading = heading
        self._file.setText(", ".join(filter(None, (heading.file, heading.where))))
        self._backup.setText(heading.backup)
        self._edition.setText(f"Framework: {heading.edition}" if heading.edition else "")
        self._marking.setText(heading.marking)
        self._drive.setVisible(bool(heading.file))
        self.fit(self._room)
        self._speak()

    def show_in_file(self, at: datetime | None) -> None:
        """Say when the work was last in the file itself, which is another time than when it was kept."""
        self._in_file.setText(f"In the file {at:%H:%M}" if at else "")
        for each in (self._in_file, self._in_gap):
            each.setVisible(at is not None)
        self._speak()

    def fit(self, room: float) -> None:
        """Give up what can be read elsewhere where there is no room, a thing at a time."""
        self._room = room
        for each in (self._backup, self._shield):
            each.setVisible(bool(self._heading.backup) and room >= _BACKUP_FROM)
        self._edition.setVisible(room >= _EDITION_FROM)

    _heading = Heading()
    _room: float = 1366

    def say(self, words: str) -> None:
        """Keep what was done last in sight."""
        self._last.setText(words)
        self._speak()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus went."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the focus inside: there is no room round the edge of a window."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            paint_ring(painter, QRectF(self.rect()), metrics.px(6))
            painter.end()

    def _speak(self) -> None:
        worded = (self._file, self._in_file, self._backup, self._edition, self._marking, self._last)
        said = [each.text() for each in worded if each.text()]
        self.setAccessibleName(". ".join(("Status bar", *said)))

    @property
    def last(self) -> str:
        """Return what was said last."""
        return self._last.text()


def _gap() -> QWidget:
    return metrics.sized(QWidget(), width=8)
