"""The documents that can be made, under the people they are for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from areasef.ui import metrics, theme

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


class DocumentModel(QAbstractListModel):
    """Groups and documents in the order of the catalogue."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[DocumentRow, ...] = ()

    def show_documents(self, groups: Mapping[str, tuple[DocumentRow, ...]]) -> None:
        """Show documents under their groups."""
        rows: list[DocumentRow] = []
        for group, documents in groups.items():
            rows.append(DocumentRow("", group))
            rows += documents
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def set_pages(self, document_id: str, pages: int) -> None:
        """Say how many pages a document has."""
        self.rows = tuple(replace(row, pages=pages) if row.id == document_id else row for row in self.rows)
        self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's words, what is said of it aloud, or the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, (row.title, row.note)))
        return row if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that documents can be chosen and groups cannot."""
        if not index.isValid() or not self.rows[index.row()].id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


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
