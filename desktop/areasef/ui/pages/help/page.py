"""The Help place: topics on the left, the text on the right, a field to find words in all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLineEdit

from areasef.ui import accessible, metrics
from areasef.ui.context import Context
from areasef.ui.guide import topics
from areasef.ui.navigation import Target
from areasef.ui.pages.help.rows import TopicList
from areasef.ui.pages.help.text import GuideText
from areasef.ui.pages.page import Page
from areasef.ui.widgets.label import divider, label
from areasef.ui.widgets.panes import Pane, Panes
from areasef.ui.widgets.selecting import stand_on_selected

_PAUSE_MS: Final = 400
_TOPICS, _TEXT = range(2)


class HelpPage(Page):
    """The guide. A jump of kind ``topic`` names a page, and a section of it after a #."""

    title = "Help"
    sentence = "How things are done here, in short. It is all on this computer."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.topics = topics()
        self.wanted = accessible.named(QLineEdit(), "Find in the guide")
        self.wanted.setPlaceholderText("Find in the guide")
        self.list = TopicList()
        self._model = QStringListModel([topic.title for topic in self.topics])
        self.list.setModel(self._model)
        self.text = GuideText()
        self._none = label("No page of the guide says that.", "table", "muted", wrap=True)
        self._none.hide()
        around = QFrame()
        around.setObjectName("surface")
        metrics.column(around, margins=(6, 6, 6, 6)).addWidget(self.text)  # the focus ring is round the text
        self.panes = Panes(
            "help", (Pane("Pages", self._left(), 252, 200), Pane("Text", around, 0, 300)), context.preferences
        )
        self.body.addWidget(divider())
        self.body.addWidget(self.panes, 1)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._announce)
        self.wanted.textChanged.connect(self._filter)
        self.wanted.returnPressed.connect(lambda: self.text.find_words(self.wanted.text()))
        stand_on_selected(self.list)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._show(now.row()))
        self.list.activated.connect(lambda _: self._read())
        self.text.topic_asked.connect(self._follow)
        self._choose(0)

    def go(self, target: Target) -> None:
        """Show the page that is asked for."""
        self._follow(target.id)

    def focus_first(self) -> None:
        """Stand in the list of pages or, where only the text is shown, in the text."""
        first = self.list if self.panes.shown(_TOPICS) else self.text
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page does for commands."""
        return {"move.find": self._stand_in_find}

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the titles that are listed."""
        return tuple(topic.title for at, topic in enumerate(self.topics) if not self.list.isRowHidden(at))

    def _left(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("canvas")
        column = metrics.column(frame, margins=(0, 10, 0, 8), spacing=10)
        find = metrics.column(margins=(20, 0, 12, 0), spacing=8)
        find.addWidget(self.wanted)
        find.addWidget(self._none)
        column.addLayout(find)
        column.addWidget(self.list, 1)
        return frame

    def _stand_in_find(self) -> None:
        self.panes.show_pane(_TOPICS)
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()

    def _follow(self, wanted: str) -> None:
        name, _, anchor = wanted.partition("#")
        at = next((at for at, topic in enumerate(self.topics) if topic.id == name), 0)
        wanted_text = self.topics[at].text if self.topics else ""
        self.text.be_called(wanted_text, anchor)
        self._read()  # before it is filled: a reader that hears of its caret first takes it as known, and keeps quiet
        self._choose(at)
        self.text.show_text(wanted_text, anchor)
        accessible.announce(self, self.text.accessibleName())

    def _read(self) -> None:
        self.panes.show_pane(_TEXT)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, at: int) -> None:
        index = self._model.index(at, 0)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _show(self, at: int) -> None:
        if 0 <= at < len(self.topics):
            self.text.show_text(self.topics[at].text)
            self.text.find_words(self.wanted.text())

    def _filter(self, words: str) -> None:
        wanted = words.casefold()
        for at, topic in enumerate(self.topics):
            self.list.setRowHidden(at, wanted not in topic.text.casefold())
        first = next((at for at in range(len(self.topics)) if not self.list.isRowHidden(at)), -1)
        self._none.setVisible(first < 0)
        if first >= 0 and self.list.isRowHidden(self.list.currentIndex().row()):
            self._choose(first)
        self.text.find_words(words)
        self._pause.start()

    def _announce(self) -> None:
        accessible.announce(self.wanted, f"{len(self.shown)} of {len(self.topics)} pages")
