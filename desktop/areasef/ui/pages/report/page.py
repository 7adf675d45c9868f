"""The screen that imports a report: choose or drop the file, look it through, keep its findings and the file itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt

from areasef.domain.change import Change
from areasef.domain.record import FindingKind
from areasef.domain.report import InspectionReport
from areasef.domain.review import Items
from areasef.services.importing_reports import Kept, keep_report, read_report_file, refuse_twice, review
from areasef.services.reviewing import (
    Unfinished,
    ask_for_file,
    begun,
    keep_review,
    left_of,
    let_review_go,
    unfinished_review,
    unfinished_reviews,
)
from areasef.services.session import Session
from areasef.ui import accessible
from areasef.ui.choosing import ask_file
from areasef.ui.context import Context
from areasef.ui.jobs import Stopped, Ticket
from areasef.ui.later import Within
from areasef.ui.navigation import Target
from areasef.ui.pages.file_page import FilePage
from areasef.ui.pages.report.offer import Offer
from areasef.ui.pages.report.reviewing import Review
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.empty import EmptyState
from areasef.words.faults import AppError

_FILTER: Final = "Reports (*.pdf *.txt);;All files (*)"
REVIEW: Final = "review"  # what a change is called that begins or ends a review
_TYPED_MS: Final = 600
_FACTS: Final = (
    ("list-checks", "Every finding, area for improvement and area for priority action, each beside its page."),
    ("check", "Look it through first: part, merge, move or retype what was read. Nothing is kept until you say so."),
    ("library", "The report becomes evidence, so that each finding can be cited on its page."),
)


class ReportPage(FilePage):
    """The screen *Import a report*."""

    title = "Import a report"
    sentence = "A published area SEND inspection report, as the PDF from Ofsted’s website or as text."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._path = Path()
        self._left: Unfinished | None = None
        if context.session is None:
            self._stack.addWidget(
                EmptyState("file-text", "Nothing here yet", "Open or start a file to fill this place.")
            )
            return
        self.choose_button = Button("Choose a report", self.choose_file, kind="primary", icon="folder")
        words = "Choose the report, or drop it here. It is read on this computer, in a few seconds."
        self._empty = EmptyState("file-text", "Import an inspection report", words, _FACTS, (self.choose_button,))
        self._add_buttons()
        self.review: Review = Review(context)
        self.offer = Offer(self._go_on, self._let_go, self.choose_file)
        for widget in (self._empty, self.offer, self.waiting, self.review):
            self._stack.addWidget(widget)
        self._typing = Within(self, _TYPED_MS, self._remember)
        self.review.typed.connect(self._typing.ask)
        self.review.changed.connect(self._say_counts)
        self.review.changed.connect(self._remember)

    def focus_first(self) -> None:
        """Stand in the list of findings, or on the button that chooses the file."""
        if self.reviewing:
            self.review.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.context.session is not None and self._ticket is None:
            self._show_empty()

    def refresh(self, change: Change | None) -> None:
        """Offer the review that was left, where there is one."""
        if self.context.session is None or self.reviewing or self._stack.currentWidget() is self.waiting:
            return
        if change is None or change.touches(REVIEW, "finding"):
            self._show_empty()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page does for commands."""
        if self.context.session is None:
            return {}
        review = self.review
        return {
            "new": self.choose_file,
            "done": self._right_and_on,
            "previous": lambda: review.list.step(-1),
            "next": lambda: review.list.step(1),
            "move.next_check": lambda: review.list.step(1, marked=True),
            "move.previous_check": lambda: review.list.step(-1, marked=True),
            "edit.undo": self._take_back,
        }

    def leave(self) -> None:
        """Take over what is being typed; the review stays as it is until it is come back to."""
        if self.reviewing:
            self.review.settle()
            self._remember()

    def read(self, path: Path) -> None:
        """Read a file beside the window; what stood in review gives way once it is read."""
        self._wait_for(path)
        session = self._session

        def work(ticket: Ticket) -> Unfinished:
            left = _left_of(session, path)
            if left is not None:
                return left
            report = _read(session, path, ticket)
            ticket.step(1, 2, "Looking for the strands it speaks of")
            return begun(path, report, review(session.framework, report))

        self._ticket = self.context.jobs.run(
            work,
            partial(self._show_review, path),
            self._not_read,
            self._say_step,
        )

    def keep(self) -> None:
        """Keep the findings and the file, beside the window; the review is kept as it stands, should that be taken back."""
        self.review.settle()
        self._remember()
        report, items, path, session = self.review.report, self.review.items, self._path, self._session
        if self._keeping or report is None:
            return

        def work(_ticket: Ticket) -> Kept:
            with session.beside() as beside:
                return keep_report(beside, path, report, items)

        self._keeping = True
        self.clear_error()
        self.context.jobs.run(work, self._kept, self._not_kept)

    def _show_review(self, path: Path, found: Unfinished) -> None:
        self._ticket, self._path, self._left = None, path, found
        self.context.preferences.note_report(found.sha256, path)
        self.review.open(path, found.report, found.items)
        self._stack.setCurrentWidget(self.review)
        self._show_buttons(True)
        self._say_counts()
        self._remember()
        self._tell()
        self.focus_first()

    def _remember(self) -> None:
        """Keep the review as it stands, so that it outlives the window; what is typed is in it."""
        self._typing.stop()
        report, begun_with = self.review.report, self._left
        if not self.reviewing or self._keeping or report is None or begun_with is None:
            return
        try:
            keep_review(self._session, replace(begun_with, report=report, items=self.review.as_typed))
        except AppError as error:
            self.context.errors.show(error, self)

    def _go_on(self) -> None:
        left = unfinished_review(self._session)
        if left is None:
            self._show_empty()
            return
        try:
            path = ask_for_file(left, self.context.preferences.report(left.sha256))
        except AppError as error:
            self.context.errors.show(error, self)
            return
        self.clear_error()
        self._show_review(path, left)

    def _let_go(self) -> None:
        left = unfinished_review(self._session)
        if left is None:
            return
        let_review_go(self._session, left.sha256)
        self._tell()
        self.context.offer(f"The review of {left.name} is let go", partial(self._take_up, left))

    def _take_up(self, left: Unfinished) -> None:
        keep_review(self._session, left)
        self._tell()

    def _tell(self) -> None:
        """Say that a review was begun, or let go."""
        self.context.bus.say(Change(frozenset({REVIEW}), frozenset(), "Review a report"))

    def _show_empty(self) -> None:
        waiting = unfinished_reviews(self._session)
        left = next(iter(waiting), None)
        self._show_buttons(False)
        self.set_title(self.title, self.sentence)
        if left is not None:
            self.offer.show_left(left, waiting[1:])
        self._stack.setCurrentWidget(self._empty if left is None else self.offer)
        wanted = self.choose_button if left is None else self.offer.go_on
        if self.isVisible():
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_counts(self) -> None:
        count, unsure = len(self.review.items), self.review.unsure
        said = f"{_counted(count)} in {self._path.name}. Nothing is kept until you say so."
        if unsure:
            said += f" {unsure} to check: F7 goes to the next."
        self.set_title(self.title, said)
        self.keep_button.say(f"Keep {_counted(count)}")
        self.keep_button.setEnabled(count > 0)
        self._fit_header()
        accessible.named(self.review.list, "Findings of the report", said)

    def _right_and_on(self) -> None:
        if self.reviewing:
            self.review.right_and_on()

    def _kept(self, kept: Kept) -> None:
        self._keeping, self._left = False, None
        self._show_empty()
        self.context.bus.say(kept.change)
        self.context.toast(f"{_counted(len(kept.finding_ids))} and the report are in the file", self.context.undo)
        self.context.go(Target("findings", "finding", _first(self.review.items)))

    def _ask_file(self) -> str:
        return ask_file(self, self.context.preferences, "report", "Choose a report", _FILTER)


def _first(items: Items) -> str:
    """Return the finding to stand on once a report is kept: the first of what must be answered."""
    asked = (FindingKind.PRIORITY_ACTION, FindingKind.IMPROVEMENT)
    ranked = sorted(items, key=lambda each: asked.index(each.kind) if each.kind in asked else len(asked))
    return ranked[0].id if ranked else ""


def _left_of(session: Session, path: Path) -> Unfinished | None:
    """Return the review of this very file that was left, if there is one."""
    with session.beside() as beside:
        return left_of(beside, path)


def _read(session: Session, path: Path, ticket: Ticket) -> InspectionReport:
    """Read a report that is not here yet. Raises Stopped where somebody pressed Stop."""
    try:
        report = read_report_file(session.reader, path, lambda: ticket.stopping)
    except AppError as error:
        if error.code == "intake.stopped":
            raise Stopped from error
        raise
    with session.beside() as beside:
        refuse_twice(beside, report)
    return report


def _counted(count: int) -> str:
    return f"{count} finding{'' if count == 1 else 's'}"
