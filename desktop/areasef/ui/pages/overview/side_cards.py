"""The right column: what to do next, and what is coming up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from areasef.domain.check import Check
from areasef.domain.sight import Gap, Lack
from areasef.services.guiding import Step
from areasef.services.looking_ahead import Coming, Glance
from areasef.ui import accessible, metrics, theme
from areasef.ui.dates import day_words
from areasef.ui.jumps import row_of
from areasef.ui.later import later
from areasef.ui.models.file_words import counted
from areasef.ui.models.sight_rows import said_of
from areasef.ui.models.strands import plural
from areasef.ui.navigation import Target
from areasef.ui.widgets.check_rows import CheckList, CheckRow
from areasef.ui.widgets.label import divider, label

SHOWN: Final = 5
_GUIDE: Final = Target("evaluate", "guide")
_LINES: Final = 5
_WITHOUT_YEAR: Final = 300
"""So many days ahead a day and a month can mean one year only."""
_KINDS: Final = {"action": "Action due", "request": "Answer due", "date": "Due"}


class DoNext(QFrame):
    """The five checks that matter most, each with its one link; before anything is written, the first steps."""

    followed = Signal(Target)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        whole = metrics.column(self, margins=(1, 1, 1, 1), spacing=0)
        head = QFrame()
        line = metrics.row(head, margins=(15, 6, 15, 6))
        line.addWidget(label("Do next", "section"), 1)
        self._count: QLabel = label("", "meta", "muted")
        line.addWidget(self._count)
        whole.addWidget(head)
        whole.addWidget(divider())
        self.list = CheckList("Do next")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.followed.connect(self._follow)
        whole.addWidget(self.list)
        self._nothing = label("No check is open. Read it through with your partners.", "table", "muted", wrap=True)
        self._nothing.setContentsMargins(15, 10, 15, 10)
        whole.addWidget(self._nothing)
        self._nothing.hide()  # not said before the checks were looked at
        theme.look_changed().connect(self.fit)

    def show_checks(
        self, checks: tuple[Check, ...], review: str = "", found: tuple[Gap, ...] = (), on: Sequence[CheckRow] = ()
    ) -> None:
        """Show what was left and goes ``on``, and where lines of sight break off, then the first of the open checks."""
        first = [*_left(review), *on, *_broken(found)]
        shown = varied(checks)[: max(SHOWN - len(first), 1)]
        self._count.setText(f"{len(shown)} of {len(checks)}" if checks else "")
        self._show([*first, *(row_of(check) for check in shown)])

    def show_first_steps(self, strand_id: str, review: str = "", found: tuple[Gap, ...] | None = None) -> None:
        """Show what to do in a file where nothing is written yet, after a review that was left.

        ``found`` are the gaps of the plan once a report was imported: then its findings come next, not another import.
        """
        first = Target("evaluate", "strand", strand_id)
        self._count.setText("To begin with")
        self._show(
            [
                *_left(review),
                CheckRow("note", "Be asked one question after another", "Stop when you like", "Guide me", _GUIDE),
                CheckRow("note", "Write a first statement", "The guide stands beside it", "Start", first),
                CheckRow(
                    "note", "Add the evidence you hold", "Files, links and notes", "Add", Target("evidence", "add")
                ),
                _report_row(found),
                CheckRow(
                    "note",
                    "Say who the partnership is",
                    "Partners, people and roles",
                    "Fill in",
                    Target("settings", "partnership"),
                ),
            ]
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list be as high as its rows are at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            later(self, self.fit)

    def fit(self) -> None:
        """Be as high as the rows: the page scrolls, the list does not."""
        self.list.doItemsLayout()
        self.list.setFixedHeight(self.list.whole_height())

    def _show(self, rows: list[CheckRow]) -> None:
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.fit()

    def _follow(self, target: object) -> None:
        if isinstance(target, Target):
            self.followed.emit(target)


def _report_row(found: tuple[Gap, ...] | None) -> CheckRow:
    """Return the row that leads to the last inspection: to its findings once they are there, else to the import."""
    if found is None:
        about = "Its findings, and the report as evidence"
        return CheckRow("note", "Import your last inspection report", about, "Import", Target("report"))
    open_ones = sum(1 for each in found if each.lack is Lack.PRIORITY)
    where = (
        f"{counted(open_ones, 'finding')} without a priority" if open_ones else "Say what was done about each finding"
    )
    return CheckRow("note", "Answer what the inspection found", where, "See", Target("findings"))


def _left(review: str) -> list[CheckRow]:
    """Return the row of a review that was left, if one was."""
    if not review:
        return []
    return [CheckRow("look", "A review of a report is not finished", review, "Go on", Target("report"))]


def going_on(step: Step | None) -> list[CheckRow]:
    """Return the row that leads on to the next question, where some were answered and others wait."""
    if step is None:
        return []
    where = f"{step.strand.code}, question {step.number} of {len(step.strand.prompts)}. {step.waiting} to go in all"
    return [CheckRow("note", "Go on with the questions", where, "Guide me", replace(_GUIDE, id=step.strand.id))]


def _broken(found: tuple[Gap, ...]) -> list[CheckRow]:
    """Return the row that leads to the gaps of the plan; what needs to be better without an action is a check of its own."""
    lacks = [each.lack for each in found if each.lack is not Lack.ANSWER]
    if not lacks:
        return []
    where = said_of(lacks).partition(": ")[2]
    what = f"{counted(len(lacks), 'gap')} in the line of sight"
    return [CheckRow("look", what, f"{where[:1].upper()}{where[1:]}", "See", Target("plan", "sight", "gaps"))]


def varied(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """Return the most serious first and, among equals, each rule once before any rule twice."""
    seen: dict[tuple[str, str], int] = {}
    ranked = []
    for at, check in enumerate(checks):
        turn = seen.get((check.severity, check.code), 0)
        seen[(check.severity, check.code)] = turn + 1
        ranked.append((("must", "look", "note").index(check.severity), turn, at, check))
    return tuple(check for *_, check in sorted(ranked, key=lambda each: each[:3]))


class ComingUp(QFrame):
    """The next days on which something is due, counted in working days from the as-at date."""

    followed = Signal(Target)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._column = metrics.column(self, margins=(14, 9, 14, 9), spacing=4)
        title = label("Coming up", "section")
        title.setContentsMargins(2, 0, 0, 0)
        self._column.addWidget(title)
        self._rows = QWidget()
        self._column.addWidget(self._rows)

    def show_glance(self, glance: Glance) -> None:
        """Show what is due next."""
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = QWidget()
        column = metrics.column(self._rows, spacing=0)
        if glance.overdue:
            late = Due("Past", f"{plural(glance.overdue, 'date')} went by", "not done")
            late.clicked.connect(lambda: self.followed.emit(Target("plan")))
            column.addWidget(late)
        for each in glance.coming[: _LINES - bool(glance.overdue)]:
            column.addWidget(self._due(each, glance.as_at))
        if not glance.coming and not glance.overdue:
            words = "No date is set yet. Dates of the plan and of what you ask partners for stand here."
            none = label(words, "table", "muted", wrap=True)
            none.setContentsMargins(2, 0, 0, 0)
            column.addWidget(none)
        self._column.addWidget(self._rows)

    @property
    def due(self) -> list[Due]:
        """The lines, in the order of their days."""
        return self._rows.findChildren(Due)

    def _due(self, coming: Coming, as_at: date) -> QWidget:
        day = "Today" if coming.day == as_at else day_words(coming.day, short=True).rsplit(" ", 1)[0]
        if (coming.day - as_at).days > _WITHOUT_YEAR:
            day = day_words(coming.day, short=True)
        left = plural(coming.working_days, "working day") if coming.day != as_at else _KINDS[coming.kind]
        made = Due(day, coming.title, left)
        place = "evidence" if coming.kind == "request" else "plan"
        target = Target(place, coming.kind, coming.id, "due")
        made.clicked.connect(lambda: self.followed.emit(target))
        return made


class Due(QPushButton):
    """One day: when, what, how long until then."""

    def __init__(self, day: str, title: str, left: str) -> None:
        super().__init__()
        self.setObjectName("due")
        self.setAutoDefault(False)
        self.setAccessibleName(f"{day}: {title}. {left[:1].upper()}{left[1:]}")
        grid = metrics.spaced(QGridLayout(self), margins=(2, 2, 2, 2), spacing=8)
        when = metrics.sized(label(day, "label"), min_width=60)
        what, until = label(title, "table", wrap=True), label(left, "meta", "muted")
        until.setContentsMargins(0, 1, 0, 0)  # smaller type on the same baseline
        for at, words in enumerate((when, what, until)):
            words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(words, 0, at)
        grid.setColumnStretch(1, 1)
        for each in self.findChildren(QWidget):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            accessible.left_out(each)
        self._grid = grid
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Return that a title may need several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the title needs at a width."""
        return max(metrics.px(25), self._grid.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the height that the title needs at the present width."""
        return QSize(metrics.px(120), self.heightForWidth(max(self.width(), metrics.px(120))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()
