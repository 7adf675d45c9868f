"""The screen *Since the last inspection*: each finding with what was done, what came of it and what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu

from areasef.domain.change import Change
from areasef.domain.dossier import Dossier
from areasef.domain.followed import key_of, reports_of
from areasef.domain.numbering import numbering
from areasef.domain.plan import Priority
from areasef.domain.record import Finding
from areasef.domain.sight import lacking
from areasef.services import following_up
from areasef.services.following_report import follow_report
from areasef.services.gathering import gather_sight
from areasef.services.session import Session
from areasef.ui import accessible, metrics, theme
from areasef.ui.context import Context
from areasef.ui.models.file_words import counted
from areasef.ui.models.finding_rows import follow_rows, report_words
from areasef.ui.navigation import Target
from areasef.ui.pages.finding_list import FindingList
from areasef.ui.pages.findings.form import FollowForm
from areasef.ui.pages.findings.removing import asks_to_remove
from areasef.ui.pages.page import Page
from areasef.ui.widgets.button import Button, more_button
from areasef.ui.widgets.empty import EmptyState
from areasef.ui.widgets.entries import ChoiceEntry
from areasef.ui.widgets.label import divider
from areasef.ui.widgets.panes import Pane, Panes
from areasef.ui.widgets.stack import Stack
from areasef.words.faults import AppError

_FOLLOWED: Final = "Documents and counts are about it. Other reports stand below it."
_SHOWN: Final = ("finding", "finding_citation", "evidence", "priority", "action", "measure", "area")


class FindingsPage(Page):
    """Findings on the left, the one at hand on the right."""

    title = "Since the last inspection"
    sentence = "What inspectors found, what was done about it, and whether children notice."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._findings: tuple[Finding, ...] = ()
        self._priorities: tuple[Priority, ...] = ()
        self._dossier: Dossier | None = None
        self._stack = Stack()
        self.body.addWidget(divider())
        self.body.addWidget(self._stack, 1)
        if context.session is None:
            self._stack.addWidget(EmptyState("history", "Nothing here yet", "Open or start a file to fill this place."))
            return
        self.list = FindingList("Findings")
        self.form = FollowForm(context, self.do)
        side = QFrame()
        side.setObjectName("surface")
        metrics.column(side, spacing=0).addWidget(self.form)
        self.report = ChoiceEntry("Report that is followed up", (), self._follow, hint=_FOLLOWED)
        self._chooser = QFrame()
        metrics.column(self._chooser, margins=(14, 8, 14, 10)).addWidget(self.report.field)
        left = QFrame()
        column = metrics.column(left, spacing=0)
        column.addWidget(self._chooser)
        column.addWidget(self.list, 1)
        panes = (Pane("Findings", left, 520, 300, wide=680), Pane("Finding", side, 0, 320))
        self.panes = Panes("findings", panes, context.preferences)
        self.begin = Button("Import a report", self._import, kind="primary", icon="file-text")
        facts = (
            ("list-checks", "Each finding says what was done, what came of it, and what is left."),
            ("route", "Priorities of the plan answer findings, so that nothing inspectors said is lost."),
        )
        words = "Here stands what the last inspection found, once its report is imported."
        self._empty = EmptyState("history", "No inspection report yet", words, facts, (self.begin,))
        self._stack.addWidget(self.panes)
        self._stack.addWidget(self._empty)
        self.another = Button("Import a report", self._import, icon="file-text")
        self._menu = QMenu(self)
        theme.dress(self._menu)
        self.remove_report = self._menu.addAction("Remove this report …")
        self.remove_report.triggered.connect(lambda: self.ask_to_remove_report())
        self._more = more_button("More for the report", self._menu)
        self.set_header_buttons(self.another, self._more)
        self._bind()

    @property
    def _session(self) -> Session:
        session: Session = self.context.session
        return session

    @property
    def current(self) -> Finding | None:
        """The finding at hand."""
        return next((each for each in self._findings if each.id == self.list.current), None)

    def refresh(self, change: Change | None) -> None:
        """Show the findings as they stand now."""
        if self.context.session is None or (change is not None and not change.touches(*_SHOWN)):
            return
        dossier = self._dossier = gather_sight(self._session)
        self._findings = following_up.findings(self._session)
        self._priorities = dossier.priorities
        open_ = {each.id: lacking(dossier, each) for each in self._findings if each in dossier.followed}
        shown = Counter(each.finding_id for each in dossier.finding_citations)
        self.list.show_rows(follow_rows(self._findings, self._session.framework, open_, shown))
        self._stack.setCurrentWidget(self.panes if self._findings else self._empty)
        self.another.setVisible(bool(self._findings))
        self._more.setVisible(bool(self._findings))
        self.remove_report.setEnabled(not self._session.read_only)
        self._show_reports(dossier)
        self._say_counts(dossier)
        self._show_current()

    def focus_first(self) -> None:
        """Stand in the list, or on the button that imports a report."""
        if self.context.session is not None:
            self.panes.show_pane(0)
            (self.list if self._findings else self.begin).setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, target: Target) -> None:
        """Stand on a finding, in a field of it where one is named."""
        wanted_id, field = target.id, target.field
        if target.kind == "finding_citation" and self._dossier is not None:
            cited = next((each for each in self._dossier.finding_citations if each.id == target.id), None)
            wanted_id, field = (cited.finding_id, "evidence") if cited else ("", "")
        if self.context.session is None or not self.list.stand_on(wanted_id):
            self.focus_first()
            return
        entry = self.form.entries.get(field)
        self.panes.show_pane(1 if entry is not None else 0)
        wanted = entry.field.control if entry is not None else self.list
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page does for commands."""
        if self.context.session is None:
            return {}
        return {
            "new": self._import,
            "edit": self._edit,
            "done": self.leave,
            "previous": partial(self.list.step, -1),
            "next": partial(self.list.step, 1),
            "move.next_check": partial(self.list.step, 1, marked=True),
            "move.previous_check": partial(self.list.step, -1, marked=True),
        }

    def leave(self) -> None:
        """Keep what is being typed."""
        if self.context.session is not None:
            self.form.settle()

    def _bind(self) -> None:
        self.list.picked.connect(lambda _: self._pick())
        self.list.delete_asked.connect(self._remove)
        self.form.delete_asked.connect(self._remove)
        self.form.page_asked.connect(self._see_page)
        self.form.priority_asked.connect(self._make_priority)
        self.form.sight_asked.connect(self._see_line)

    def _pick(self) -> None:
        self.form.settle()
        self._show_current()

    def _show_current(self) -> None:
        finding = self.current
        self.form.setVisible(finding is not None)
        if finding is not None:
            self.form.show_finding(finding, self._priorities)

    def _show_reports(self, dossier: Dossier) -> None:
        """Offer the reports to choose from, where there is more than one."""
        keys = reports_of(dossier.findings)
        self.report.offer([(str(at), report_words(key)) for at, key in enumerate(keys)])
        self.report.show_value(str(keys.index(dossier.report)) if dossier.report in keys else "")
        self._chooser.setVisible(len(keys) > 1)

    def _follow(self, value: object) -> None:
        if self._dossier is not None and value is not None:
            key = reports_of(self._dossier.findings)[int(str(value))]
            self.do(partial(follow_report, self._session, key))
            self.list.stand_on(next((each.id for each in self._findings), ""))

    def ask_to_remove_report(self) -> None:
        """Ask, and put the report of the finding at hand in the bin, as one step."""
        finding = self.current
        if finding is None or self._dossier is None:
            return
        self.form.settle()
        found = following_up.removal(self._session, key_of(finding))
        if asks_to_remove(self, found, numbering(self._dossier).priorities) and self.do(
            partial(following_up.remove_report, self._session, found.report)
        ):
            gone = counted(len(found.finding_ids), "finding")
            self.context.toast(f"The report with its {gone} is in the bin", self.context.undo)

    def _say_counts(self, dossier: Dossier) -> None:
        found = dossier.followed or self._findings
        if not found:
            self.set_title(self.title, self.sentence)
            return
        answered = {key for priority in dossier.priorities for key in priority.finding_ids}
        told = sum(1 for each in found if each.done or each.impact or each.left)
        met = sum(1 for each in found if each.id in answered)
        report = f"{report_words(dossier.report)}: " if dossier.report else ""
        said = f"{report}{counted(len(found), 'finding')}. {told} followed up, {met} answered by a priority."
        if not told and not met:
            said = f"{report}{counted(len(found), 'finding')}. For each: say what was done, or make a priority of it."
        self.set_title(self.title, said)
        accessible.named(self.list, "Findings", said)

    def _import(self) -> None:
        self.context.go(Target("report"))

    def _edit(self) -> None:
        self.form.entries["done"].field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _see_page(self) -> None:
        finding = self.current
        if finding is not None and finding.evidence_id:
            self.context.go(Target("evidence", "evidence", finding.evidence_id, str(finding.page or 1)))

    def _see_line(self) -> None:
        finding = self.current
        if finding is not None:
            self.context.go(Target("plan", "sight", finding.id))

    def _make_priority(self) -> None:
        self.form.settle()
        finding = self.current
        if finding is None:
            return
        try:
            made, change = following_up.make_priority(self._session, finding)
        except AppError as error:
            self.context.errors.show(error, self)
            return
        self.context.bus.say(change)
        self.context.go(Target("plan", "priority", made.id, "title"))

    def _remove(self) -> None:
        finding = self.current
        if finding is None:
            return
        self.form.settle()
        if self.do(partial(following_up.remove_findings, self._session, (finding.id,))):
            self.context.toast(f"Finding {finding.number} is in the bin", self.context.undo)
