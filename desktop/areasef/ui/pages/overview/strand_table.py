"""The strands as a table: one Tab stop, as high as its rows; Enter or a double click follows a cell."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from areasef.domain.framework import Framework
from areasef.services.looking_ahead import Glance
from areasef.ui import metrics, theme
from areasef.ui.models.overview_rows import TITLES, Column, OverviewModel, Row
from areasef.ui.navigation import Target
from areasef.ui.pages.overview.strand_cells import TITLE_LEFT, StrandCells
from areasef.ui.widgets.selecting import stand_on_selected

_WIDE: Final = {Column.VIEW: 124, Column.BACKED: 142, Column.NEWEST: 138, Column.AGREED: 104, Column.CHECKS: 98}
_TIGHT: Final = {Column.VIEW: 112, Column.BACKED: 74, Column.NEWEST: 136, Column.AGREED: 94, Column.CHECKS: 98}
_HEADER: Final = 30
_PART: Final = 27
_ROW: Final = 33
_HIGH_ROW: Final = 36
_HIGH_FROM: Final = 820
_TWO_LINES: Final = 46
_TIGHT_BELOW: Final = 800
_WIDE_AT: Final = 862
_STRAND_SHARE: Final = 0.4
"""What the names get of the room in a wider window; the other columns share the rest, so that no row is hard to follow."""


class StrandTable(QTableView):
    """``followed`` hands over where a cell leads."""

    followed = Signal(Target)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Strands")
        self.setAccessibleDescription("Enter opens what a cell is about")
        self.setObjectName("strandTable")
        self.rows = OverviewModel()
        self.setModel(self.rows)
        self.setItemDelegate(StrandCells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setAccessibleName("Rows of the strands")
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setAccessibleName("Columns of the strands")
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        stand_on_selected(self)
        self.doubleClicked.connect(self._follow)
        self.rows.modelReset.connect(self.lay_out)
        theme.look_changed().connect(self.lay_out)

    @property
    def tight(self) -> bool:
        """Whether the room is small: titles wrap and bars are left out."""
        return self.width() < metrics.px(_TIGHT_BELOW)

    def show_glance(self, framework: Framework, glance: Glance) -> None:
        """Show another state of the evaluation."""
        self.rows.show_glance(framework, glance)

    def lay_out(self) -> None:
        """Measure rows and columns for the text size and the room there is."""
        widths = _TIGHT if self.tight else _WIDE
        spare = max(0, self.viewport().width() - metrics.px(_WIDE_AT)) * (1 - _STRAND_SHARE)
        stretched = 1 + spare / sum(metrics.px(wide) for wide in widths.values())
        measured = {column: round(metrics.px(wide) * stretched) for column, wide in widths.items()}
        for column, wide in measured.items():
            self.setColumnWidth(column, wide)
        taken = sum(measured.values())
        self.setColumnWidth(Column.STRAND, max(self.viewport().width() - taken, metrics.px(96)))
        self.horizontalHeader().setFixedHeight(metrics.px(_TWO_LINES if self.tight else _HEADER))
        high = self.horizontalHeader().height()
        self.clearSpans()
        for at, row in enumerate(self.rows.rows):
            tall = self._height_of(row)
            self.setRowHeight(at, tall)
            if not row.strand_id:
                self.setSpan(at, 0, 1, len(TITLES))
            high += tall
        self.setFixedHeight(high + metrics.px(3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the strands what room is left."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._follow(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first strand where one stands on none."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            first = next((at for at, row in enumerate(self.rows.rows) if row.strand_id), -1)
            chosen = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.rows.index(first, 0), chosen)

    def sizeHint(self) -> QSize:
        """Return all rows: the page scrolls, the table does not."""
        return QSize(metrics.px(600), self.height())

    def _height_of(self, row: Row) -> int:
        """Return as many lines as a title needs in its column."""
        if not row.strand_id:
            cell, look = row.cells[0], theme.look()
            title = QFontMetrics(look.font("meta_strong")).horizontalAdvance(cell.lead)
            question = QFontMetrics(look.font("meta")).horizontalAdvance(cell.words)
            fits = title + question + metrics.px(2 * TITLE_LEFT) <= self.viewport().width()
            return metrics.px(_PART if fits else _TWO_LINES)
        room = QRect(0, 0, max(self.columnWidth(Column.STRAND) - metrics.px(TITLE_LEFT), 1), 10_000)
        words = QFontMetrics(theme.look().font("table")).boundingRect(
            room, Qt.TextFlag.TextWordWrap.value, row.cells[0].words
        )
        roomy = self.window().height() >= metrics.px(_HIGH_FROM)
        return max(metrics.px(_HIGH_ROW if roomy else _ROW), words.height() + metrics.px(12))

    def _follow(self, index: QModelIndex) -> None:
        target = self.rows.target(index)
        if target is not None:
            self.followed.emit(target)
