"""The documents that can be made, under the people they are for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from areasef.ui import metrics, theme
from areasef.ui.models.rows import RowModel
from areasef.ui.widgets.selecting import stand_on_selected

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with what it holds and how many pages that are, once they are made; or the title of a group."""

    id: str
    title: str
    about: str = ""
    pages: int = 0

    @property
    def note(self) -> str:
        """What stands under the title: ``53 pages, every strand in full``."""
        if not self.pages:
            return f"{self.about[:1].upper()}{self.about[1:]}"
        return f"{self.pages} page{'' if self.pages == 1 else 's'}, {self.about}"

    @property
    def spoken(self) -> str:
        """What a listener hears of the row."""
        return ". ".join(filter(None, (self.title, self.note)))


class DocumentModel(RowModel[DocumentRow]):
    """Groups and documents in the order of the catalogue."""

    def show_documents(self, groups: Mapping[str, tuple[DocumentRow, ...]]) -> None:
        """Show documents under their groups."""
        rows: list[DocumentRow] = []
        for group, documents in groups.items():
            rows.append(DocumentRow("", group))
            rows += documents
        self.show_rows(rows)

    def set_pages(self, document_id: str, pages: int) -> None:
        """Say how many pages a document has."""
        self.show_rows(replace(row, pages=pages) if row.id == document_id else row for row in self.rows)

    def key(self, row: DocumentRow) -> str:
        """Return what it is known by."""
        return row.id or row.title

    def words(self, row: DocumentRow) -> str:
        """Return what is read first."""
        return row.title

    def is_heading(self, row: DocumentRow) -> bool:
        """Return whether it names a group."""
        return not row.id


class DocumentList(QListView):
    """One Tab stop; choosing a document says which."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Documents")
        self.setObjectName("plainList")
        self.documents = DocumentModel()
        self.setModel(self.documents)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        stand_on_selected(self)
        self.selectionModel().currentChanged.connect(lambda now, _: self._say(now))
        theme.look_changed().connect(self.doItemsLayout)

    def choose(self, document_id: str) -> None:
        """Choose a document."""
        rows = self.documents.rows
        at = next((at for at, row in enumerate(rows) if row.id == document_id), -1)
        if at >= 0:
            self.setCurrentIndex(self.documents.index(at))

    @property
    def current(self) -> str:
        """The document at hand."""
        index = self.currentIndex()
        return self.documents.rows[index.row()].id if index.isValid() else ""

    def _say(self, now: QModelIndex) -> None:
        if now.isValid() and self.documents.rows[now.row()].id:
            self.chosen.emit(self.documents.rows[now.row()].id)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row at this text size."""
        row: DocumentRow = index.data(Qt.ItemDataRole.UserRole)
        return QSize(metrics.px(160), metrics.px(50 if row.id else 36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        look = theme.look()
        row: DocumentRow = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and bool(row.id)
        painter.save()
        painter.fillRect(box, look.colour("selected" if chosen else "hover" if hovered else "canvas"))
        inside = box.adjusted(look.px(20), look.px(5), -look.px(8), -look.px(6))
        if not row.id:
            painter.setFont(look.font("meta_strong"))
            painter.setPen(look.colour("text_muted"))
            painter.drawText(inside, Qt.AlignmentFlag.AlignBottom, row.title)
        else:
            if chosen:
                painter.fillRect(QRectF(box.left(), box.top(), look.px(3), box.height()), look.colour("accent"))
            painter.setFont(look.font("label" if chosen else "table"))
            painter.setPen(look.colour("text"))
            painter.drawText(inside, Qt.AlignmentFlag.AlignTop, row.title)
            painter.setFont(look.font("meta"))
            painter.setPen(look.colour("text_muted"))
            painter.drawText(inside, Qt.AlignmentFlag.AlignBottom, row.note)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), look.px(2)))
            painter.drawRect(box.adjusted(2, 2, -2, -2))
        painter.restore()
