"""A form of the plan's editor, and that of a priority: every field is kept when it is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)

from areasef.domain.change import Change
from areasef.domain.dossier import Dossier
from areasef.domain.numbering import numbering
from areasef.domain.plan import Priority
from areasef.services import planning
from areasef.services.session import Session
from areasef.ui import metrics
from areasef.ui.dialogs.left_words import bring_back, leave_words
from areasef.ui.pages.plan import offers
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.entries import Entry, LineEntry, ManyEntry, TextEntry, put_beside
from areasef.ui.widgets.label import label
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.ticking import NOTHING

UNNAMED: Final = ("New priority", "New action", "New risk", "New decision", "New funding")
Do = Callable[[Callable[[], Change]], bool]


class Form(QFrame):
    """What both editors share: a heading, fields by name, Done. ``jumped`` hands on where a link of the form leads."""

    closed = Signal()
    jumped = Signal(object)

    def __init__(self, session: Session, do: Do, name: str) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.session = session
        self.do = do
        self.entries: dict[str, Entry] = {}
        self.heading: QLabel = label("", "section", wrap=True)
        head = metrics.row(margins=(16, 8, 12, 8), spacing=12)
        head.addWidget(self.heading, 1)
        self.done = Button("Done", self.finish, kind="primary", keys="Ctrl Enter")
        head.addWidget(self.done, 0, Qt.AlignmentFlag.AlignTop)
        self.holder = Scroll(name, margins=(16, 4, 16, 20), spacing=14)
        column = metrics.column(self, spacing=0)
        column.addLayout(head)
        column.addWidget(self.holder, 1)

    @property
    def thing_id(self) -> str:
        """The id of what is edited."""
        raise NotImplementedError

    @property
    def column(self) -> QVBoxLayout:
        """Where fields go."""
        return self.holder.column

    def add(self, name: str, entry: Entry) -> Entry:
        """Put a field in, under its name."""
        self.entries[name] = entry
        self.column.addWidget(entry.field)
        return entry

    def add_pair(self, **pair: Entry) -> None:
        """Put fields side by side."""
        put_beside(self.column, self.entries, **pair)

    def fill(self, whole: Callable[[], object]) -> None:
        """Do ``whole`` once every field is there."""
        whole()

    def settle(self) -> None:
        """Keep what is being typed."""
        for entry in list(self.entries.values()):
            entry.settle()

    def leave_words(self) -> None:
        """Hold what cannot be kept, for the next time the same thing is opened."""
        leave_words(self, self.entries, self.thing_id)

    def bring_back(self) -> None:
        """Let what was left of this thing stand here again."""
        bring_back(self, self.entries, self.thing_id)

    def finish(self) -> None:
        """Keep and close; where a field is wrong, stay with it."""
        self.settle()
        wrong = next((each for each in self.entries.values() if each.field.error), None)
        if wrong is not None:
            wrong.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.closed.emit()

    def set_read_only(self) -> None:
        """Let every field be read and none be changed: the banner of the window says why."""
        for line in self.findChildren(QLineEdit):
            line.setReadOnly(True)
        for text in self.findChildren(QPlainTextEdit):
            text.setReadOnly(True)
        for control in (*self.findChildren(QComboBox), *self.findChildren(QAbstractButton)):
            if control is not self.done:
                control.setEnabled(False)

    def focus_field(self, name: str) -> None:
        """Put the focus on a field; the first where there is none of that name."""
        entry = self.entries.get(name) or next(iter(self.entries.values()))
        entry.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(entry, LineEntry) and entry.edit.text() in UNNAMED:
            entry.edit.selectAll()  # nobody called it so: what is typed takes its place
        self.holder.ensureWidgetVisible(entry.field)


class PriorityForm(Form):
    """Every field of a priority."""

    def __init__(self, session: Session, do: Do, dossier: Dossier, priority: Priority) -> None:
        super().__init__(session, do, "Fields of the priority")
        self.priority = priority
        keep = self._keeper
        self.add("title", LineEntry("Priority", keep("title"), "What we will put right"))
        hint = "What will be different for children and young people, in their words"
        self.add("outcome", TextEntry("What should change", keep("outcome"), hint))
        findings, statements = offers.findings(dossier), offers.statements(dossier)
        self.add("finding_ids", self._many("Findings it answers", "finding_ids", findings, offers.NO_FINDING))
        self.add("statement_ids", self._many("Statements it answers", "statement_ids", statements, offers.NO_STATEMENT))
        self.add("strand_ids", self._many("Strands", "strand_ids", offers.strands(dossier)))
        self.column.addStretch(1)
        self.show_priority(dossier, priority)

    @property
    def thing_id(self) -> str:
        """The id of the priority."""
        return self.priority.id

    def show_priority(self, dossier: Dossier, priority: Priority) -> None:
        """Show what is kept now."""
        self.priority = priority
        self.heading.setText(f"Priority {numbering(dossier).priorities.get(priority.id, '')}")
        for name, entry in self.entries.items():
            entry.show_value(getattr(priority, name))

    def _many(self, name: str, field: str, items: offers.Items, nothing: str = NOTHING) -> ManyEntry:
        return ManyEntry(name, items, self._keeper(field), f"{name}: which?", nothing=nothing)

    def _keeper(self, field: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            changes: dict[str, Any] = {field: value}
            self.priority = replace(self.priority, **changes)
            self.do(partial(planning.keep, self.session, self.priority, "Change a priority"))

        return keep
