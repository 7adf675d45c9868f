"""The right pane of Evaluate: lists of pages, the page itself, and the two buttons that cite it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from areasef.ui import accessible, metrics, theme
from areasef.ui.context import Context
from areasef.ui.models.pages_found import PageFound, PagesFoundModel
from areasef.ui.pages.evaluate.found import Lists, Rows
from areasef.ui.pages.page_turner import PageTurner
from areasef.ui.pages.preview import Preview
from areasef.ui.widgets.banner import Banner
from areasef.ui.widgets.button import Button, IconButton
from areasef.ui.widgets.label import label
from areasef.ui.widgets.loading import Loading
from areasef.ui.widgets.page_rows import page_list
from areasef.ui.widgets.selecting import stand_on_selected
from areasef.ui.widgets.tabs import Tabs

SUGGESTED, CITED, ALL = range(3)
Way = tuple[str, Callable[[], object]]
_PAUSE_MS: Final = 400
_ROW: Final = 52
_HINT: Final = "Select the words that show it. With none selected, you say in your own words what the page shows."
_NOTHING: Final = (
    "No evidence speaks of this yet.",
    "This statement cites no page yet. Choose a page, select its words, then press Supports or Challenges.",
    "No evidence is linked to this strand yet.",
)


class SearchLine(QLineEdit):
    """A search field that Esc clears and leaves, and from which Down goes on to what was found."""

    left = Signal()
    went_on = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, go on with Down or Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit()
        else:
            super().keyPressEvent(event)


class EvidencePane(QFrame):
    """``row_chosen`` hands over a row that a person chose; the page shows it."""

    row_chosen = Signal(object)
    searched = Signal(str)
    supports_asked = Signal()
    challenges_asked = Signal()
    closed = Signal()
    add_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._rows: list[Rows] = [(), (), ()]
        self._found: Rows = ()
        self._code = self._to_mark = ""
        self._to_stand = False
        self.search = SearchLine()
        self.tabs = Tabs("Which evidence")
        self.tabs.set_tabs(["Suggested", "Cited here", "All"])
        self.model = PagesFoundModel()
        self.list = page_list("Evidence")
        self.list.setModel(self.model)
        self._nothing = self._make_nothing()
        self.loading = Loading()
        self.known = False
        self.notice = Banner(flush=True)
        self.notice.hide()
        self.preview = Preview(context, _HINT)
        self.preview.show_nothing("The page you choose stands here, ready to cite.")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._bind()

    @property
    def searching(self) -> str:
        """What is searched for, or nothing."""
        return self.search.text().strip() if not self.search.isHidden() else ""

    def show_lists(self, lists: Lists, cited: Rows, code: str) -> None:
        """Show other rows; the row at hand stays at hand."""
        self._rows = [lists.suggested, cited, lists.everything]
        self.end_reading()
        self._code = code
        self._show_rows()
        if self._to_mark:
            self.mark_row(self._to_mark)
        if self._to_stand:
            self.stand_in_list()

    def begin_reading(self) -> None:
        """Say that the library is looked through, until it is known what speaks of the strand."""
        if not self.known:
            self.loading.begin("Looking through the evidence")

    def end_reading(self) -> None:
        """Say so no more."""
        self.known = True
        self.loading.end()

    def show_cited(self, cited: Rows) -> None:
        """Show what the statement at hand cites."""
        if cited != self._rows[CITED]:
            self._rows[CITED] = cited
            self._show_rows()

    def show_found(self, found: Rows) -> None:
        """Show what was searched for, and say how many aloud."""
        self._found = found
        self._show_rows()
        accessible.announce(self, f"{len(found)} found" if found else "Nothing found")

    def open_search(self) -> None:
        """Put the focus on the search field."""
        self.search.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def close_search(self) -> None:
        """Show the lists again."""
        had_focus = self.search.hasFocus()
        self.search.hide()
        self.search.clear()
        self._found = ()
        self._show_rows()
        if had_focus:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand(self) -> None:
        """Put the focus on the page where words can be selected at once, else on the list."""
        if self.preview.shown is not None and self.preview.can_select():
            self.preview.focus_page()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand_in_list(self) -> None:
        """Put the focus on the list, or on what can be done where it is empty; on the tabs until that is known."""
        was, self._to_stand = self._to_stand, not self.known
        if was and self.window().focusWidget() is not self.tabs.bar:
            return  # somebody went elsewhere meanwhile
        wanted = self.list if self.model.rows else self._add if self.known else self.tabs.bar
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark_row(self, evidence_id: str, citation_id: str = "") -> None:
        """Mark the row of an item or a citation as the one at hand, without opening it; once it is there, if it is read yet."""
        own = [at for at, row in enumerate(self.model.rows) if row.evidence_id == evidence_id]
        same = [at for at in own if citation_id and self.model.rows[at].citation_id == citation_id]
        at = (same or own or [-1])[0]
        self._to_mark = evidence_id if at < 0 else ""
        with QSignalBlocker(self.list.selectionModel()):
            self.list.setCurrentIndex(self.model.index(at) if at >= 0 else QModelIndex())
            if at < 0:
                self.list.clearSelection()
        self.list.scrollTo(self.list.currentIndex())
        self.list.viewport().update()

    def say(self, title: str, words: str, tone: str = "caution", ways: Sequence[Way] = ()) -> None:
        """Say something about the page that is shown, above it and aloud, with what can be done about it."""
        self.notice.drop_links()
        link, pressed = ways[0] if ways else ("", None)
        self.notice.say(title, words, tone, link, pressed)
        for also, do in ways[1:]:
            self.notice.add_link(also, do)
        self.notice.show()
        accessible.announce(self, f"{title} {words}")

    def remark(self, title: str, words: str) -> None:
        """Say something in the place of what is said, and aloud; what can be done about it stays."""
        self.notice.reword(title, words)
        accessible.announce(self, f"{title} {words}")

    def say_nothing(self) -> None:
        """Take what was said about the page away."""
        self.notice.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list up to a third of the height."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        head = metrics.row(margins=(16, 7, 8, 7), spacing=4)
        head.addWidget(label("Evidence", "section"), 1)
        self.search_button = IconButton("search", "Search titles and pages (Ctrl F)", self.open_search)
        head.addWidget(self.search_button)
        self.close_button = IconButton("panel-right", "Hide the evidence", self.closed.emit)
        head.addWidget(self.close_button)
        field = metrics.row(margins=(12, 0, 12, 6))
        accessible.named(self.search, "Search titles and pages")
        self.search.setPlaceholderText("Search titles and pages")
        self.search.hide()
        field.addWidget(self.search)
        column = metrics.column(self, spacing=0)
        for layout in (head, field):
            column.addLayout(layout)
        for widget in (self.tabs, self.list, self._nothing, self.loading, self.notice):
            column.addWidget(widget)
        column.addWidget(self.preview, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setObjectName("paneFoot")
        line = metrics.row(foot, margins=(12, 8, 8, 8), spacing=8)
        self.supports = Button("Supports", self.supports_asked.emit, kind="primary", icon="plus", keys="Ctrl Shift F")
        self.challenges = Button(
            "Challenges", self.challenges_asked.emit, shape=("direction", "against"), keys="Ctrl Shift A"
        )
        line.addWidget(self.supports)
        line.addWidget(self.challenges)
        line.addStretch(1)
        self.turner = PageTurner(self.preview)
        line.addWidget(self.turner)
        self.preview.page_turned.connect(lambda _: foot.setVisible(self.preview.shown is not None))
        foot.hide()
        return foot

    def _make_nothing(self) -> QWidget:
        box = QFrame()
        box.setObjectName("surface")
        column = metrics.column(box, margins=(16, 12, 16, 12), spacing=6)
        self._nothing_words = label("", "table", "muted", wrap=True)
        self._add = Button("Add evidence", self.add_asked.emit, icon="plus", keys="Ctrl E", small=True)
        column.addWidget(self._nothing_words)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _bind(self) -> None:
        self.tabs.opened.connect(lambda _: self._show_rows())
        stand_on_selected(self.list)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._say(now))
        self.list.clicked.connect(self._say)
        self.search.textEdited.connect(self._pause.start)
        self._pause.timeout.connect(lambda: self.searched.emit(self.searching))
        self.search.left.connect(self.close_search)
        self.search.went_on.connect(self._go_on)
        theme.look_changed().connect(self._fit)

    def _go_on(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.searched.emit(self.searching)
        if self.model.rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))

    def _show_rows(self) -> None:
        names = ("Suggested", "Cited here", f"All for {self._code}" if self._code else "All")
        for at, name in enumerate(names):
            count = len(self._rows[at])
            spoken = f"{name}, {count}" if self.known else name
            self.tabs.set_words(at, f"{name}  {count}" if count else name, spoken=spoken)
        self.tabs.setVisible(not self.searching)
        rows = self._found if self.searching else self._rows[self.tabs.current()]
        here = self.list.currentIndex().row()
        was = self.model.rows[here] if 0 <= here < len(self.model.rows) else None
        with QSignalBlocker(self.list.selectionModel()):
            self.model.show_rows(rows)
            if was is not None:
                self._stand_on(was)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows and self.known)
        self.loading.setVisible(not rows and not self.known)
        self._nothing_words.setText("Nothing found." if self.searching else _NOTHING[self.tabs.current()])
        self._add.setVisible(not self.searching and self.tabs.current() != CITED)
        self._fit()

    def _stand_on(self, was: PageFound) -> None:
        for at, row in enumerate(self.model.rows):
            if (row.evidence_id, row.citation_id) == (was.evidence_id, was.citation_id):
                self.list.setCurrentIndex(self.model.index(at))
                return

    def _fit(self) -> None:
        rows = len(self.model.rows)
        room = max(2, int(self.height() * 0.27 / metrics.px(_ROW)))
        self.list.setFixedHeight(metrics.px(_ROW) * max(1, min(rows, room)))

    def _say(self, now: QModelIndex) -> None:
        if now.isValid():
            self._to_mark = ""
            self.row_chosen.emit(self.model.rows[now.row()])
