"""The revisions of an item: what came when from whom, proved by its SHA-256; each can be had again, identical."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout

from areasef.domain.evidence import Evidence, Revision, RevisionKind
from areasef.services.session import Session
from areasef.ui import accessible, metrics
from areasef.ui.context import Context
from areasef.ui.dates import day_words
from areasef.ui.models.file_words import kind_words, length_words, size_words
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import divider, label, set_tip
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.status import Mark


class History(Scroll):
    """Newest first. ``revision_asked`` wants a file for a new one, ``export_asked`` an original, ``page_asked`` to see one."""

    revision_asked = Signal()
    export_asked = Signal(object)
    page_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("Revisions of the item", margins=(16, 12, 16, 16), spacing=10)
        self._context = context

    def show_item(self, item: Evidence, revisions: Sequence[Revision]) -> None:
        """Show the revisions of an item."""
        while found := self.column.takeAt(0):
            if widget := found.widget():
                widget.hide()
                widget.deleteLater()
        words = "Add a new revision" if revisions else "Attach a file"
        add = Button(words, self.revision_asked.emit, icon="upload", small=True)
        self.column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        session: Session = self._context.session
        add.setVisible(not session.read_only)
        for revision in reversed(revisions):
            self.column.addWidget(divider())
            self.column.addWidget(self._row(revision, newest=revision is revisions[-1], alone=len(revisions) == 1))
        if not revisions:
            self.column.addWidget(label("No file has come yet.", "body", "muted", wrap=True))
        self.column.addStretch(1)
        metrics.rescale(self)

    def _row(self, revision: Revision, *, newest: bool, alone: bool) -> QFrame:
        frame = QFrame()
        column = metrics.column(frame, spacing=2)
        which = "" if alone else f"Revision {revision.number}{', used now' if newest else ', kept'}"
        if which:
            column.addWidget(label(which, "meta_strong", "muted"))
        column.addWidget(label(revision.name or revision.link, "label", wrap=True))
        added = day_words(revision.added_at.date()) if revision.added_at else ""
        size = size_words(revision.size) if revision.size else ""
        about = ", ".join(filter(None, (kind_words(revision), length_words(revision), size)))
        column.addWidget(label(about[:1].upper() + about[1:], "meta", "muted", wrap=True))
        if added:
            who = f" by {revision.added_by}" if revision.added_by else ""
            column.addWidget(label(f"Added on {added}{who}", "meta", "muted", wrap=True))
        if revision.sha256:
            column.addLayout(self._hash(revision))
        if revision.fault:
            column.addLayout(_fault(revision.fault))
        column.addLayout(self._ways(revision, newest=newest))
        return frame

    def _hash(self, revision: Revision) -> QHBoxLayout:
        line = metrics.row(spacing=4)
        short = label(f"SHA-256 {revision.sha256[:12]}", "meta", "muted")
        set_tip(short, revision.sha256)
        accessible.named(short, f"SHA-256 {revision.sha256}")
        copy = Button("Copy it whole", partial(self._copy, revision.sha256), kind="quiet", small=True)
        accessible.named(copy, f"Copy the SHA-256 of {revision.name}")
        line.addWidget(short)
        line.addWidget(copy)
        line.addStretch(1)
        return line

    def _ways(self, revision: Revision, *, newest: bool) -> QHBoxLayout:
        line = metrics.row(spacing=4)
        if revision.kind is RevisionKind.FILE:
            export = Button("Export the original", partial(self.export_asked.emit, revision), kind="quiet", small=True)
            export.setProperty("tight", True)
            accessible.named(export, f"Export the original of {revision.name}")
            line.addWidget(export)
        if not newest:
            show = Button("Show its pages", partial(self.page_asked.emit, revision), kind="quiet", small=True)
            accessible.named(show, f"Show the pages of revision {revision.number}")
            line.addWidget(show)
        line.addStretch(1)
        return line

    def _copy(self, sha256: str) -> None:
        QApplication.clipboard().setText(sha256)
        self._context.toast("The SHA-256 is copied", None)


def _fault(words: str) -> QHBoxLayout:
    line = metrics.row(spacing=6)
    mark = Mark()
    mark.show_mark("check", "look")
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(words, "meta", wrap=True), 1)
    return line
