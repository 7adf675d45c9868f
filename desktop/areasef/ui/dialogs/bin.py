"""The bin: what was deleted, by whom and when, and the way back for each."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame, QWidget

from areasef.domain.statement import plain
from areasef.services import undoing
from areasef.services.session import Session
from areasef.services.what_changed import NAMES
from areasef.ui import accessible, metrics
from areasef.ui.bus import Bus
from areasef.ui.dates import day_words
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import divider, label
from areasef.ui.widgets.question import Choice, Question
from areasef.ui.widgets.scroll import Scroll


class BinDialog(Question):
    """Lists the bin. Restoring puts a thing back where it was, and can itself be undone."""

    def __init__(self, parent: QWidget, session: Session, bus: Bus) -> None:
        body = "Nothing is ever lost: what you delete stays here until you restore it."
        super().__init__(parent, "What is in the bin?", body, (Choice("close", "Close", safe=True),))
        self._session = session
        self._bus = bus
        self._scroll = Scroll("The bin", margins=(0, 8, 8, 16), spacing=6)
        metrics.sized(self._scroll, min_height=260 if undoing.binned(session) else 48, min_width=520)
        self.end_in_scroll(self._scroll)
        self._fill()

    def _fill(self) -> None:
        while item := self._scroll.column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        entries = undoing.binned(self._session)
        if not entries:
            self._scroll.column.addWidget(label("The bin is empty.", "body", "muted"))
        for entry in entries:
            self._scroll.column.addWidget(self._row(entry.kind, entry.id, plain(entry.title), entry.at, entry.by))
            self._scroll.column.addWidget(divider())
        self._scroll.column.addStretch(1)

    def _row(self, kind: type, thing_id: str, title: str, at: str, by: str) -> QWidget:
        row = QFrame()
        line = metrics.row(row, spacing=12)
        words = metrics.column(spacing=0)
        called = kind_words(kind)
        words.addWidget(label(title or called, "body", wrap=True))
        put = datetime.fromisoformat(at).astimezone()
        when = f"{day_words(put.date())}, {put:%H:%M}"
        words.addWidget(label(", ".join(filter(None, (called, when, by))), "meta", "muted"))
        line.addLayout(words, 1)
        button = Button("Restore", lambda: self._restore(kind, thing_id), small=True)
        accessible.named(button, f"Restore {title or called}")
        line.addWidget(button)
        return row

    def _restore(self, kind: type, thing_id: str) -> None:
        self._bus.say(undoing.restore(self._session, kind, thing_id))
        self._fill()


def kind_words(kind: type) -> str:
    """Return what a thing is called on screen: *Finding citation*, never the name of a class."""
    spaced = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind.__name__).strip()
    return NAMES.get(kind, f"{spaced[:1].upper()}{spaced[1:]}")
