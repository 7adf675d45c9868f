"""Before you export: what must be fixed, what to look at, how pages are marked, and the two ways out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from areasef.documents.model import DocumentOptions
from areasef.services.publishing import Preflight
from areasef.ui import accessible, metrics
from areasef.ui.jumps import row_of
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.check_rows import CheckList
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import divider, label
from areasef.ui.widgets.prose import Prose
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.status import StatusWord
from areasef.ui.widgets.tick_box import TickBox

_OWN_SCROLL, _LEAST_LIST = 220, 110  # what the list and its heading need to scroll on their own; the least of the list
_DRAFT = "A draft says on every page that it is one."
_BAR, _NO_BAR = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class BeforeExport(QFrame):
    """The right pane. ``open_asked`` wants the file that was exported opened."""

    draft_asked = Signal()
    final_asked = Signal()
    options_changed = Signal()
    followed = Signal(object)
    open_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._marking = ""
        self.sha256 = ""
        self._path: Path | None = None
        self.found = Preflight((), (), 0)
        self.holder = Scroll("Before you export", margins=(0, 0, 0, 0), spacing=0)
        metrics.column(self, spacing=0).addWidget(self.holder)
        column = self.holder.column
        self._whole = False
        head = metrics.column(margins=(16, 10, 12, 8), spacing=6)
        head.addWidget(label("Before you export", "section"))
        holder, flow = flow_row(14)
        self.must = StatusWord("check", "must", "")
        self.look = StatusWord("check", "look", "")
        self.passed = StatusWord("check", "pass", "")
        for word in (self.must, self.look, self.passed):
            flow.addWidget(word)
            word.hide()  # until it is known
        head.addWidget(holder)
        column.addLayout(head)
        self.checks = CheckList("Checks before you export")
        self.checks.followed.connect(self.followed)
        self.checks.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.checks.selectionModel().currentChanged.connect(lambda now, _: self._bring(now))
        column.addWidget(divider())
        column.addWidget(self.checks, 1)
        self._below = self._foot()
        column.addWidget(self._below)

    def show_marking(self, marking: str) -> None:
        """Say which marking every page would bear; it is known before the checks are."""
        self._marking = marking
        self.mark.setText(f"Mark every page {marking}" if marking else "Mark every page (no marking is set)")

    def wait_for_checks(self) -> None:
        """Say that a final was asked for before it is known what stands in its way."""
        words = "The checks run first. Then the final is exported, or what it needs is listed."
        self.say_needs(words)
        accessible.announce(self, words)

    def show_preflight(self, found: Preflight) -> None:
        """Show what stands in the way."""
        self.found = found
        self.must.show_status("check", "must", f"{len(found.must)} must fix")
        self.look.show_status("check", "look", f"{len(found.look)} to look at")
        self.must.setVisible(bool(found.must))
        self.look.setVisible(bool(found.look))
        self.passed.show()
        self.passed.show_status("check", "pass", f"{found.passed} passed")
        self.checks.show_rows([row_of(check) for check in (*found.must, *found.look)])
        self._fit()
        self.say_needs(f"Final needs {_fixes(len(found.must))}. {_DRAFT}" if found.must else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list scroll where it has room of its own; in a low window the whole pane scrolls, never one in another."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low = self.height() - self._below.sizeHint().height() < metrics.px(_OWN_SCROLL)
        self.checks.setVerticalScrollBarPolicy(_NO_BAR if low else _BAR)
        self.checks.setMinimumHeight(self.checks.whole_height() if low else metrics.px(_LEAST_LIST))
        self._whole = low

    def _bring(self, now: QModelIndex) -> None:
        canvas = self.holder.widget()
        if self._whole and now.isValid() and canvas is not None:
            box = self.checks.visualRect(now)
            at = self.checks.viewport().mapTo(canvas, box.center())
            self.holder.ensureVisible(at.x(), at.y(), 0, box.height() // 2 + metrics.px(12))

    def options(self, *, draft: bool) -> DocumentOptions:
        """Return what is chosen."""
        return DocumentOptions(
            draft=draft,
            marking=self._marking if self.mark.isChecked() else "",
            receipt=self.receipt.isChecked(),
            large_print=self.large.isChecked(),
        )

    def list_missing(self) -> None:
        """Say what a final document still needs, and stand in the first of it."""
        words = f"Final needs {_fixes(len(self.found.must))}. The first is marked in the list above."
        self.say_needs(words)
        if self.checks.rows:
            model = self.checks.model()
            self.checks.setCurrentIndex(model.index(0, 0))
            self.checks.setFocus(Qt.FocusReason.OtherFocusReason)
        accessible.announce(self, words)

    def say_needs(self, words: str) -> None:
        """Say what a final document still needs, or waits for."""
        self._needs.say(words)

    def say(self, words: str, sha256: str = "", path: Path | None = None) -> None:
        """Say how an export goes, or where it went; then it can be opened, and the SHA-256 of the file copied."""
        self.sha256, self._path = sha256, path
        self._said.say(words)
        self._outcome.setVisible(bool(words))
        self._after.setVisible(path is not None)

    @property
    def said(self) -> str:
        """What was said last of an export."""
        return self._said.words

    @property
    def needs(self) -> str:
        """What a final document still needs."""
        return self._needs.words

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.sha256)
        accessible.announce(self, "SHA-256 copied")

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("paneFoot")
        column = metrics.column(foot, margins=(16, 10, 12, 10), spacing=6)
        self.mark = TickBox("Mark every page")
        self.receipt = TickBox("Add the export receipt as the last page")
        self.large = TickBox("Large print, 18 point")
        for box, on in ((self.mark, True), (self.receipt, True), (self.large, False)):
            box.setChecked(on)
            box.toggled.connect(lambda _: self.options_changed.emit())
            column.addWidget(box)
        line = metrics.row(margins=(0, 4, 0, 0), spacing=12)
        self.draft = Button("Export as draft", self.draft_asked.emit, kind="primary", icon="download", keys="Ctrl P")
        self.final = Button("Export final…", self.final_asked.emit)
        line.addWidget(self.draft)
        line.addWidget(self.final)
        line.addStretch(1)
        column.addLayout(line)
        self._needs = Prose("", "meta")
        column.addWidget(self._needs)
        self._outcome = self._make_outcome()
        column.addWidget(self._outcome)
        return foot

    def _make_outcome(self) -> QFrame:
        outcome = QFrame()
        column = metrics.column(outcome, spacing=4)
        column.addWidget(divider())
        self._said = Prose("", "meta")
        self._said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column.addWidget(self._said)
        self.open_button = Button("Open it", lambda: self.open_asked.emit(self._path), icon="external-link", small=True)
        self.copy = Button("Copy the SHA-256", self._copy, kind="quiet", small=True)
        self._after, line = flow_row(8)
        for button in (self.open_button, self.copy):
            line.addWidget(button)
        column.addWidget(self._after)
        outcome.hide()
        return outcome


def _fixes(count: int) -> str:
    return f"{count} fix" if count == 1 else f"{count} fixes"
