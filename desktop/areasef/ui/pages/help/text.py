"""A page of the guide as text: read with the keyboard, pictures as wide as there is room, no way out to a network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QTextBrowser

from areasef import resources
from areasef.ui import metrics, theme
from areasef.ui.guide import anchor_of

_MEASURE: Final = 720
_LETTERS: Final = 74
"""So many letters are the most that a line of running text holds; pictures and tables may be wider."""
_SAMPLE: Final = "Each place says in one sentence what it is for, and what to do there next."
_PICTURED: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
_SIDE: Final = 28
_PICTURE: Final = re.compile(r"!\[[^]]*\]\(([^)]+)\)")


class GuideText(QTextBrowser):
    """Shows Markdown. ``topic_asked`` names another page that a link leads to."""

    topic_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guideText")
        self.setOpenLinks(False)
        self.setTextInteractionFlags(self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setAccessibleName("The guide")
        self._markdown = ""
        self._document: QTextDocument | None = None
        self.anchorClicked.connect(self._follow)
        theme.look_changed().connect(self._dress)

    def be_called(self, markdown: str, anchor: str = "") -> None:
        """Take the name of a page, or of a heading of it."""
        self.setAccessibleName(f"The guide: {_heading_of(markdown, anchor)}")

    def show_text(self, markdown: str, anchor: str = "") -> None:
        """Show a page, at a heading where one is named; its name says which."""
        self.be_called(markdown, anchor)
        self._markdown = markdown
        self._dress()
        block = self._heading(anchor) if anchor else None
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if block is not None:
            cursor = QTextCursor(block)
            self.setTextCursor(cursor)
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(top) - metrics.px(8))

    def find_words(self, words: str) -> bool:
        """Select the next place where these words stand, from the beginning again after the last."""
        if not words:
            return False
        if self.find(words):
            return True
        self.moveCursor(QTextCursor.MoveOperation.Start)
        return self.find(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines at a comfortable length and pictures within them."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._dress()

    def _picture(self, name: str) -> QImage:
        """Return a picture that ships with the guide, as wide as there is room."""
        image = QImage(str(_file_of(name)))
        return image.scaledToWidth(min(self._room(), image.width()), Qt.TransformationMode.SmoothTransformation)

    def _room(self) -> int:
        return max(metrics.px(200), min(metrics.px(_MEASURE), self.viewport().width() - 2 * metrics.px(_SIDE)))

    def _dress(self) -> None:
        """Set the page anew: a document that is cleared and filled again keeps tables of the old one in mind."""
        document, old = QTextDocument(self), self._document
        document.setDefaultFont(theme.look().font("body"))
        document.setDocumentMargin(metrics.px(_SIDE))
        shown = "\n".join(line for line in self._markdown.splitlines() if _can_show(line))
        for name in _PICTURE.findall(shown):
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), self._picture(name))
        document.setMarkdown(shown)
        for name in _PICTURE.findall(shown):
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), self._picture(name))
        self._space(document)
        self._document = document
        self.setDocument(document)
        wide = self._room() + 2 * metrics.px(_SIDE)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(wide)
        if old is not None:
            old.deleteLater()

    def _space(self, document: QTextDocument) -> None:
        """Give headings, paragraphs and tables the sizes and room of the rest of the window."""
        look = theme.look()
        letter = QFontMetricsF(look.font("body")).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        beyond = max(0.0, self._room() - letter * _LETTERS)
        block = document.begin()
        while block.isValid():
            cursor, form = QTextCursor(block), block.blockFormat()
            level = form.headingLevel()
            if level:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                letters = QTextCharFormat()
                letters.setFont(look.font("title" if level == 1 else "section"))
                cursor.setCharFormat(letters)
                form.setTopMargin(metrics.px(0 if level == 1 else 18))
            form.setBottomMargin(metrics.px(8 if cursor.currentTable() is None else 2))
            if cursor.currentTable() is None and _PICTURED not in block.text():
                form.setRightMargin(beyond)
            cursor.setBlockFormat(form)
            table = cursor.currentTable()
            if table is not None:
                lines = table.format()
                lines.setBorder(0)
                lines.setBorderCollapse(True)
                lines.setCellPadding(metrics.px(6))
                lines.setBottomMargin(metrics.px(12))
                table.setFormat(lines)
                cell = table.cellAt(cursor)
                under = cell.format().toTableCellFormat()
                under.setBottomBorder(1)
                under.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                under.setBottomBorderBrush(look.colour("line"))
                cell.setFormat(under)
            block = block.next()

    def _heading(self, anchor: str) -> QTextBlock | None:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                return block
            block = block.next()
        return None

    def _follow(self, link: QUrl) -> None:
        if not link.scheme():
            self.topic_asked.emit(link.toString())


def _can_show(line: str) -> bool:
    """Say whether a line is text, or a picture that is there: an installed copy carries the text alone."""
    return not line.startswith("![") or all(_file_of(name).is_file() for name in _PICTURE.findall(line))


def _file_of(name: str) -> Path:
    return resources.guide().parent / "pictures" / Path(name).name


def _heading_of(markdown: str, anchor: str) -> str:
    """Return the heading that a page is shown at, or the one that it begins with."""
    heads = [line.lstrip("# ").strip() for line in markdown.splitlines() if line.startswith("#")]
    wanted = [head for head in heads if anchor and anchor_of(head) == anchor]
    return (wanted or heads or ["Help"])[0]
