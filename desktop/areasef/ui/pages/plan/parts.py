"""What steps, milestones, measures and updates of an action share: small groups of fields, each kept by itself and able to go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from areasef.domain.plan import Action, ActionStep, ActionUpdate, Measure, Milestone
from areasef.services import planning
from areasef.services.session import Session
from areasef.ui import metrics
from areasef.ui.dialogs.left_words import bring_back, leave_words
from areasef.ui.later import later
from areasef.ui.pages.plan.view import Do
from areasef.ui.widgets.button import Button, IconButton
from areasef.ui.widgets.entries import Entry, LineEntry, put_beside
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.label import divider, label

T = TypeVar("T", ActionStep, ActionUpdate, Measure, Milestone)


class Part(QFrame):
    """The fields of one measure, milestone or value, in lines."""

    def __init__(self, thing_id: str) -> None:
        super().__init__()
        self.thing_id = thing_id
        self.entries: dict[str, Entry] = {}
        self.lines = metrics.column(self, spacing=8)

    def add_line(
        self,
        remove: tuple[str, Callable[[], object]] | None = None,
        more: Sequence[tuple[str, str, Callable[[], object]]] = (),
        /,
        **entries: Entry,
    ) -> None:
        """Put fields side by side, with a button that removes the whole part, and ``more`` before it."""
        line = put_beside(self.lines, self.entries, **entries)
        for button in more:
            line.addWidget(IconButton(*button), 0, Qt.AlignmentFlag.AlignBottom)
        if remove is not None:
            line.addWidget(IconButton("trash-2", *remove), 0, Qt.AlignmentFlag.AlignBottom)

    def settle(self) -> None:
        """Keep what is being typed."""
        for entry in list(self.entries.values()):
            entry.settle()

    def wrong(self) -> Field | None:
        """Return the first field that is in error."""
        return next((each.field for each in self.entries.values() if each.field.error), None)


class PartsBox(QFrame, Generic[T]):
    """A heading, the parts, and the button that adds one; ``noun`` is what one of them is called: ``a step``."""

    def __init__(self, session: Session, do: Do, title: str, noun: str) -> None:
        super().__init__()
        self._session, self._do, self._noun = session, do, noun
        self._action: Action | None = None
        self._kept: dict[str, T] = {}
        self.parts: list[Part] = []
        self._column = metrics.column(self, spacing=10)
        self._column.addWidget(divider())
        self._column.addWidget(label(title, "section"))
        self.none = label("None yet", "table", "muted")
        self._column.addWidget(self.none)
        self._where = metrics.column(spacing=12)
        self._column.addLayout(self._where)
        self.add_button = Button(f"Add {noun}", self.add, icon="plus", small=True)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def add(self) -> None:
        """Add one more."""
        raise NotImplementedError

    def show_things(self, action: Action, found: Sequence[T], make: Callable[[T], Part], *, anew: bool = False) -> None:
        """Show what belongs to an action; the fields are made anew only where other things stand here, or they must be."""
        self._action = action
        self._kept = {each.id: each for each in found}
        if anew or [part.thing_id for part in self.parts] != list(self._kept):
            self.lay([make(each) for each in found])
        for part in self.parts:
            self.show_part(part)

    def show_part(self, part: Part) -> None:
        """Show in a part what is kept."""
        for name, entry in part.entries.items():
            entry.show_value(getattr(self._kept[part.thing_id], name))

    def focus_words(self, thing_id: str) -> None:
        """Put the focus on the words of a thing, all of them marked."""
        part = next((each for each in self.parts if each.thing_id == thing_id), None)
        entry = part.entries["title"] if part is not None else None
        if part is not None and isinstance(entry, LineEntry):
            entry.edit.setFocus()
            entry.edit.selectAll()
            later(part, lambda: later(part, lambda: self._bring(part)))  # its field is brought into sight first

    def _bring(self, part: Part) -> None:
        """Bring all of a part into sight, once it has its size: its first field alone says little."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            edge = metrics.px(12)
            around.ensureWidgetVisible(part, edge, edge)
            around.ensureWidgetVisible(part.focusWidget() or part, edge, edge)

    def keeper(self, thing_id: str, field: str) -> Callable[[object], None]:
        """Return what keeps a field of a thing as it is typed."""

        def keep(value: object) -> None:
            if thing_id in self._kept:
                changes: dict[str, Any] = {field: value}
                self._kept[thing_id] = replace(self._kept[thing_id], **changes)
                self._do(partial(planning.keep, self._session, self._kept[thing_id], f"Change {self._noun}"))

        return keep

    def remove(self, thing_id: str) -> None:
        """Let a thing go."""
        self._do(partial(planning.remove, self._session, self._kept[thing_id]))
        self.add_button.setFocus()

    def lay(self, parts: Sequence[Part]) -> None:
        """Show these parts instead of those shown."""
        self.leave_words()
        for part in self.parts:
            self._where.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.parts = list(parts)
        for part in self.parts:
            self._where.addWidget(part)
            metrics.rescale(part)
        self.none.setVisible(not self.parts)
        self.bring_back()

    def leave_words(self) -> None:
        """Hold what cannot be kept, for the next time a part is shown."""
        for part in self.parts:
            leave_words(self, part.entries, part.thing_id)

    def bring_back(self) -> None:
        """Let what was left stand in its part again."""
        for part in self.parts:
            bring_back(self, part.entries, part.thing_id)

    def settle(self) -> None:
        """Keep what is being typed."""
        for part in list(self.parts):
            part.settle()

    def wrong(self) -> Field | None:
        """Return the first field that is in error."""
        return next((found for part in self.parts if (found := part.wrong()) is not None), None)

    def focus_first(self) -> None:
        """Put the focus on the first field, or on the button that adds one."""
        first = next((entry.field.control for part in self.parts for entry in part.entries.values()), None)
        (first or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
