"""A finding since the inspection: its words as printed, what was done, what came of it, what is left, who answers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from areasef.domain.change import Change
from areasef.domain.followed import key_of
from areasef.domain.plan import Priority
from areasef.domain.record import Finding
from areasef.domain.sub_point import in_lines
from areasef.services import following_up
from areasef.services.session import Session
from areasef.ui.context import Context
from areasef.ui.dialogs.typed_on import watch_typing
from areasef.ui.models.finding_rows import KINDS, report_words
from areasef.ui.pages.findings.evidence_box import EvidenceEntry
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.entries import Entry, ManyEntry, TextEntry
from areasef.ui.widgets.fields_lock import lock_fields
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label
from areasef.ui.widgets.prose import Prose
from areasef.ui.widgets.scroll import Scroll

Do = Callable[[Callable[[], Change]], bool]


class FollowForm(Scroll):
    """Each field is kept when it is left. ``page_asked`` wants the page of the report, ``priority_asked`` a new priority."""

    page_asked = Signal()
    sight_asked = Signal()
    priority_asked = Signal()
    delete_asked = Signal()

    def __init__(self, context: Context, do: Do) -> None:
        super().__init__("The finding at hand", margins=(20, 14, 20, 20), spacing=14)
        self._context = context
        self._session: Session = context.session
        self._do = do
        self.finding: Finding | None = None
        self.entries: dict[str, Entry] = {}
        self.heading = label("", "label", "muted", wrap=True)
        self.words = Prose("", "statement")
        self.bodies = label("", "table", "muted", wrap=True)
        self.see_page = Button("See it on its page", self.page_asked.emit, small=True, icon="file-text")
        self.make = Button("Make a priority of it", self.priority_asked.emit, small=True, icon="plus")
        self.line = Button("Line of sight", self.sight_asked.emit, small=True, icon="route")
        self.remove = Button("Remove", self.delete_asked.emit, small=True, icon="trash-2")
        self._build()

    def show_finding(self, finding: Finding, priorities: tuple[Priority, ...]) -> None:
        """Show what is kept of a finding now."""
        another = self.finding is None or self.finding.id != finding.id
        self.finding = finding
        place = f", page {finding.page}" if finding.page else ""
        number = f"Finding {finding.number}".strip()
        self.heading.setText(f"{number}. {KINDS[finding.kind]}. {report_words(key_of(finding))}{place}")
        self.words.say(in_lines(finding.text))
        self.bodies.setText(f"Responsible: {finding.bodies}" if finding.bodies else "")
        self.bodies.setVisible(bool(finding.bodies))
        self.see_page.setVisible(finding.evidence_id is not None)
        for name in ("done", "impact", "left", "strand_ids"):
            self.entries[name].show_value(getattr(finding, name))
        self.entries["evidence"].show_value(finding.id)
        offered = tuple((each.id, f"{at}. {each.title}") for at, each in enumerate(priorities, 1))
        answers = self.entries["answers"]
        if isinstance(answers, ManyEntry):
            answers.button.show_items(offered, tuple(each.id for each in priorities if finding.id in each.finding_ids))
        if another:
            watch_typing(self, self.entries, finding.id)

    def settle(self) -> None:
        """Keep what is being typed."""
        if self.finding is not None:
            for entry in self.entries.values():
                entry.settle()

    def _build(self) -> None:
        self.column.addWidget(self.heading)
        self.column.addWidget(self.words)
        self.column.addWidget(self.bodies)
        holder, flow = flow_row(8)
        for button in (self.see_page, self.line, self.make, self.remove):
            flow.addWidget(button)
        self.column.addWidget(holder)
        self._add("done", TextEntry("Done", self._keeper("done"), "What was done about it since"))
        hint = "What children, young people and families notice, and how we know"
        self._add("impact", TextEntry("Impact", self._keeper("impact"), hint))
        self._add("evidence", EvidenceEntry(self._context, self._do))
        self._add("left", TextEntry("Left", self._keeper("left"), "What is still to be done"))
        self._add("answers", ManyEntry("Priorities that answer it", (), self._answer, "Which priorities answer it?"))
        strands = tuple((each.id, f"{each.code} {each.short_title}") for each in self._session.framework.strands)
        self._add("strand_ids", ManyEntry("Strands", strands, self._keeper("strand_ids"), "Which strands?"))
        self.column.addStretch(1)
        if self._session.read_only:
            lock_fields(self)
            self.see_page.setEnabled(True)
            self.line.setEnabled(True)

    def _add(self, name: str, entry: Entry) -> None:
        self.entries[name] = entry
        self.column.addWidget(entry.field)

    def _keeper(self, name: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            if self.finding is None:
                return
            changes: dict[str, Any] = {name: value}
            changed = replace(self.finding, **changes)
            if self._do(partial(following_up.change_finding, self._session, changed)):
                self.finding = changed

        return keep

    def _answer(self, value: object) -> None:
        if self.finding is not None and isinstance(value, tuple):
            self._do(partial(following_up.set_answering, self._session, self.finding.id, value))
