"""What is being typed into a field that is kept when it is left: a window that is killed meanwhile loses a second of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from areasef.services import saving, writing
from areasef.services.session import Session
from areasef.ui.later import Within
from areasef.ui.widgets.entries import Entry, LineEntry, TextEntry
from areasef.words.faults import AppError

_PAUSE_MS: Final = 800
_Key = tuple[str, str]


class TypedOn(QObject):
    """Keeps drafts of the fields of one window; a draft goes when its field is kept. It belongs to the window."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._typing: dict[_Key, LineEntry | TextEntry] = {}
        self._kept: set[_Key] = {(each.subject_id, each.field) for each in session.store.drafts()}
        self._pause = Within(self, _PAUSE_MS, self.keep)

    def watch(self, entries: Mapping[str, Entry], thing_id: str) -> None:
        """Let the fields of a form be about a thing from now on; what a killed window left of it stands in them again."""
        back = {each.field: each.text for each in self._session.store.drafts() if each.subject_id == thing_id}
        for name, entry in entries.items():
            if isinstance(entry, (LineEntry, TextEntry)):
                entry.told = partial(self._told, entry, (thing_id, name))
                if name in back and entry.typed() != back[name]:
                    entry.retype(back[name])

    def keep(self) -> None:
        """Keep what is being typed now. What cannot be kept is tried again with the next key, and when the field is left."""
        typing, self._typing = self._typing, {}
        for key, entry in typing.items():
            words = entry.unsettled() if isValid(entry.edit) else None
            if words is None:
                continue
            try:
                writing.keep_typing(self._session, key[0], words, key[1])
            except AppError:
                return
            self._kept.add(key)

    def _told(self, entry: LineEntry | TextEntry, key: _Key, settled: bool) -> None:
        if not settled:
            self._typing[key] = entry
            self._pause.ask()
            return
        self._typing.pop(key, None)
        if key in self._kept and saving.saved(self._session).unkept is None:
            self._kept.discard(key)
            writing.drop_typing(self._session, *key)


def watch_typing(form: QWidget, entries: Mapping[str, Entry], thing_id: str) -> None:
    """Keep what is typed into the fields of a form about a thing, where its window keeps anything."""
    found = form.window().findChild(TypedOn, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if found is not None and thing_id:
        found.watch(entries, thing_id)
