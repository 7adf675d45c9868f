"""The registry of commands: menus, shortcuts, the palette and the sheet of keys all read this one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from areasef.ui.navigation import PLACES


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the application can do: id, words, keys (the first is shown), and the group it is listed under."""

    id: str
    words: str
    keys: tuple[str, ...] = ()
    group: str = "Here"
    icon: str = "corner-down-right"


_PLACES: Final = tuple(
    Command(f"place.{place.id}", f"Go to {place.title}", (f"Ctrl+{place.number}",), "Places", place.icon)
    for place in PLACES
)
COMMANDS: Final = (
    *_PLACES,
    Command("place.help", "Open the guide", ("F1",), "Places", "circle-question-mark"),
    Command("place.settings", "Open settings", ("Ctrl+,",), "Places", "settings"),
    Command("place.report", "Import an inspection report", (), "Whole file", "file-text"),
    Command("place.findings", "Since the last inspection", (), "Whole file", "history"),
    Command("place.workbook", "Import a plan from Excel", (), "Whole file", "upload"),
    Command("plan.export", "Export the plan to Excel", (), "Whole file", "file-output"),
    Command("file.new", "Start a new file", (), "File", "plus"),
    Command("file.open", "Open a file", ("Ctrl+O",), "File", "folder"),
    Command("file.partnership", "Who the partnership is", (), "File", "message-square"),
    Command("file.evaluation", "Title, dates and opening texts", (), "File", "notebook-pen"),
    Command("file.save_copy", "Save a copy", ("Ctrl+Shift+S",), "File", "copy"),
    Command("file.save", "Save now", ("Ctrl+S",), "File", "save"),
    Command("file.quit", "Close Area SEF", ("Ctrl+Q",), "File", "external-link"),
    Command("move.palette", "Search and commands", ("Ctrl+K",), "Move about", "search"),
    Command("move.find", "Find in this list or page", ("Ctrl+F",), "Move about", "search"),
    Command("move.next_pane", "Next pane", ("F6",), "Move about", "panel-right"),
    Command("move.previous_pane", "Previous pane", ("Shift+F6",), "Move about", "panel-left"),
    Command("move.back", "Back", ("Alt+Left",), "Move about", "history"),
    Command("move.forward", "Forward", ("Alt+Right",), "Move about", "history"),
    Command("move.previous_tab", "Previous tab or section", ("Ctrl+PgUp",), "Move about", "chevron-up"),
    Command("move.next_tab", "Next tab or section", ("Ctrl+PgDown",), "Move about", "chevron-down"),
    Command("move.next_check", "Next check", ("F7",), "Move about", "list-checks"),
    Command("move.previous_check", "Previous check", ("Shift+F7",), "Move about", "list-checks"),
    Command("move.menu", "Menu of what has the focus", ("Shift+F10",), "Move about", "ellipsis"),
    Command("edit.undo", "Undo", ("Ctrl+Z",), "Edit", "history"),
    Command("edit.redo", "Redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "Edit", "history"),
    Command("edit.bin", "Show the bin", (), "Edit", "trash-2"),
    Command("new", "New on this screen", ("Ctrl+N",), "Here", "plus"),
    Command("edit", "Edit", ("F2",), "Here", "notebook-pen"),
    Command("done", "Done", ("Ctrl+Return", "Ctrl+Enter"), "Here", "check"),
    Command("leave", "Leave editing, text is kept", ("Esc",), "Here", "corner-down-right"),
    Command("previous", "Previous statement", ("Alt+Up",), "Here", "chevron-up"),
    Command("next", "Next statement", ("Alt+Down",), "Here", "chevron-down"),
    Command("move_up", "Move the statement up", ("Alt+Shift+Up",), "Here", "chevron-up"),
    Command("move_down", "Move the statement down", ("Alt+Shift+Down",), "Here", "chevron-down"),
    Command("guide.me", "Guide me: the next question nobody has answered", (), "Whole file", "route"),
    Command("guide", "What inspectors look for", ("Ctrl+G",), "Here", "book-open"),
    Command("evidence.add", "Add evidence", ("Ctrl+E",), "Evidence", "plus"),
    Command("cite", "Cite a page", ("Ctrl+Shift+C",), "Evidence", "quote"),
    Command("cite.supports", "Cite as support", ("Ctrl+Shift+F",), "Evidence", "plus"),
    Command("cite.challenges", "Cite as challenge", ("Ctrl+Shift+A",), "Evidence", "quote"),
    Command("as_at", "Change the as-at date", ("Ctrl+Shift+D",), "Whole file", "calendar"),
    Command("publish", "Publish this", ("Ctrl+P",), "Whole file", "file-output"),
    Command("text.larger", "Larger text", ("Ctrl++", "Ctrl+="), "Look", "zoom-in"),
    Command("text.smaller", "Smaller text", ("Ctrl+-",), "Look", "zoom-in"),
    Command("text.normal", "Normal text size", ("Ctrl+0",), "Look", "zoom-in"),
    Command("look.light", "Light theme", (), "Look", "settings"),
    Command("look.dark", "Dark theme", (), "Look", "settings"),
    Command("look.contrast", "High contrast theme", (), "Look", "settings"),
    Command("look.system", "Follow the computer's theme", (), "Look", "settings"),
    Command("keys", "Show all keys", ("Ctrl+/",), "Look", "list-checks"),
)
Run = Callable[[], object]


def shown_keys(keys: str) -> str:
    """Return keys as they are written in the interface: ``Ctrl K``."""
    words = keys.replace("++", "+Plus").split("+")
    named = {"PgUp": "Page Up", "PgDown": "Page Down", "Return": "Enter", "Plus": "+"}
    return " ".join(named.get(word, word) for word in words)


class Commands(QObject):
    """Binds commands to what the window and the page in front do; a command nobody answers is off."""

    rebound = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bound: dict[str, Run] = {}
        self._page: Mapping[str, Run] = {}
        self._actions = {command.id: self._action(command) for command in COMMANDS}
        self._refresh()

    def bind(self, command_id: str, run: Run) -> None:
        """Say what the window does for a command. The page in front may answer it instead."""
        if command_id not in self._actions:
            raise KeyError(command_id)
        self._bound[command_id] = run
        self._refresh()

    def set_page(self, answers: Mapping[str, Run]) -> None:
        """Say what the page in front answers."""
        unknown = answers.keys() - self._actions.keys()
        if unknown:
            raise KeyError(sorted(unknown))
        self._page = answers
        self._refresh()

    def action(self, command_id: str) -> QAction:
        """Return the action of a command, for a menu or a button."""
        return self._actions[command_id]

    def applies(self, command_id: str) -> bool:
        """Say whether anybody answers a command now."""
        return command_id in self._page or command_id in self._bound

    def available(self) -> tuple[Command, ...]:
        """Return the commands that do something now, in the table's order."""
        return tuple(command for command in COMMANDS if self.applies(command.id))

    def run(self, command_id: str) -> None:
        """Do a command, if anybody answers it."""
        answer = self._page.get(command_id) or self._bound.get(command_id)
        if answer is not None:
            answer()

    def _action(self, command: Command) -> QAction:
        made = QAction(command.words, self._window)
        made.setShortcuts([QKeySequence(keys) for keys in command.keys])
        made.triggered.connect(lambda: self.run(command.id))
        self._window.addAction(made)
        return made

    def _refresh(self) -> None:
        for command_id, action in self._actions.items():
            action.setEnabled(self.applies(command_id))
        self.rebound.emit()
