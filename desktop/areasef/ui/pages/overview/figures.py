"""Four figures in one card, each with its whole and each a way to what it counts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QWidget

from areasef.domain.summary import Summary
from areasef.ui import accessible, metrics, theme
from areasef.ui.navigation import Target
from areasef.ui.widgets.label import label, set_state

_FOUR_FROM = 700


@dataclass(frozen=True, slots=True)
class Said:
    """One figure: the number, the words beside it, the words under it, and where it leads."""

    number: str
    beside: str
    under: str
    target: Target


def figures_of(summary: Summary) -> tuple[Said, ...]:
    """Return the four figures of an evaluation. None of them is an average."""
    must = sum(1 for check in summary.checks if check.severity == "must")
    checks = "check" if len(summary.checks) == 1 else "checks"
    actions = "action" if summary.actions == 1 else "actions"
    # what is stale or off track is what somebody wants to see: those pages show that first, and all at one press
    return (
        Said(str(summary.backed), f"of {summary.statements}", "statements backed by evidence", Target("evaluate"))
        if summary.statements
        else Said("0", "statements", "written so far", Target("evaluate")),
        Said(
            str(summary.items),
            "item" if summary.items == 1 else "items",
            f"of evidence, {summary.stale} stale" if summary.items else "of evidence yet",
            Target("evidence", "stale") if summary.stale else Target("evidence"),
        ),
        Said(
            str(len(summary.checks)),
            "open",
            f"{checks}, {must} must be fixed" if must else f"{checks}, none must be fixed",
            Target("evaluate", "checks"),
        ),
        Said(
            str(summary.actions),
            actions,
            f"{summary.off_track} off track or slipping" if summary.actions else "in the plan yet",
            Target("plan", "off_track") if summary.off_track else Target("plan"),
        ),
    )


class Figure(QPushButton):
    """One figure as a button without an edge."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("figure")
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._line = metrics.column(self, margins=(16, 8, 8, 8), spacing=0)
        top = metrics.row(spacing=6)
        self._number = label("", "title")
        self._beside = label("", "table", "muted")
        self._under = label("", "table", "muted", wrap=True)
        top.addWidget(self._number)
        self._beside.setContentsMargins(0, 0, 0, 2)
        top.addWidget(self._beside, 1, Qt.AlignmentFlag.AlignBottom)
        self._line.addLayout(top)
        self._line.addWidget(self._under)
        self._line.addStretch(1)
        for each in self.findChildren(QWidget):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            accessible.left_out(each)

    def say(self, said: Said) -> None:
        """Show a figure."""
        self._number.setText(said.number)
        self._beside.setText(said.beside)
        self._under.setText(said.under)
        pause = "," if said.under[:1].isdigit() else ""
        self.setAccessibleName(f"{said.number} {said.beside}{pause} {said.under}")
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Return that the words under the number may need two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that number and words need at a width."""
        return max(metrics.px(64), self._line.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        """Return the room that number and words would like."""
        return QSize(metrics.px(150), self.heightForWidth(metrics.px(150)))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(metrics.px(120), metrics.px(64))


class Figures(QFrame):
    """The card of the four; two by two where there is little room. ``followed`` hands over where a figure leads."""

    followed = Signal(Target)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._targets: list[Target] = []
        self._figures = [Figure() for _ in range(4)]
        self._grid = metrics.spaced(QGridLayout(self), margins=(1, 1, 1, 1), spacing=0)
        self._across = 0
        for at, figure in enumerate(self._figures):
            figure.clicked.connect(lambda _checked=False, number=at: self._follow(number))
        self._place()
        theme.look_changed().connect(self._place)

    def show_summary(self, summary: Summary) -> None:
        """Show the figures of an evaluation."""
        said = figures_of(summary)
        self._targets = [each.target for each in said]
        for figure, each in zip(self._figures, said, strict=True):
            figure.say(each)

    @property
    def buttons(self) -> tuple[Figure, ...]:
        """The four, in their order."""
        return tuple(self._figures)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one row or in two."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        across = 4 if self.width() >= metrics.px(_FOUR_FROM) else 2
        if across != self._across:
            self._across = across
            for at, figure in enumerate(self._figures):
                set_state(figure, "follows", at % across > 0)
                self._grid.addWidget(figure, at // across, at % across)
            for column in range(4):
                self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _follow(self, number: int) -> None:
        if number < len(self._targets):
            self.followed.emit(self._targets[number])
