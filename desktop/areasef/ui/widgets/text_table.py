"""Rows of a table in plain text: columns stand under one another where they have room, else each row hangs together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from areasef.ui import metrics

_MEASURED: Final = 400  # rows; a sheet may have thousands, and those further down are much like these
_GAP: Final = 20
_HANG: Final = 16
_SPACE: Final = "\u2003"
_NUMBER: Final = re.compile(r"[-–+(]?[£$€]?\d[\d,.  ]*%?\)?|[-–x*c.:]{0,2}", re.IGNORECASE)
"""What stands to the right in a column of figures; published statistics write c, x, z or : for a figure they leave out."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page of text is set at a width: the stops of its columns, or none where its rows hang together instead.

    ``loose`` is the line of headings that are wider than their columns: it alone hangs together, the figures stand below.
    """

    stops: tuple[QTextOption.Tab, ...] = ()
    table: bool = False
    loose: int = -1

    def shown(self, text: str) -> str:
        """Return the text as it is shown, sign for sign as long: a space stands for a tab that leads to no column."""
        if not self.table or (self.stops and self.loose < 0):
            return text
        lines = text.split("\n")
        spaced = [line.replace("\t", _SPACE) for line in lines]
        return "\n".join((*lines[: self.loose], spaced[self.loose], *lines[self.loose + 1 :]) if self.stops else spaced)

    def put_on(self, document: QTextDocument) -> None:
        """Set every line of a document so."""
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(self._form(hangs=self.table and not self.stops))
        if self.loose >= 0:
            QTextCursor(document.findBlockByNumber(self.loose)).mergeBlockFormat(self._form(hangs=True))

    def _form(self, *, hangs: bool) -> QTextBlockFormat:
        hanging = metrics.px(_HANG) if hangs else 0
        form = QTextBlockFormat()
        form.setTabPositions([] if hangs else list(self.stops))
        form.setLeftMargin(hanging)
        form.setTextIndent(-hanging)
        form.setBottomMargin(metrics.px(3) if self.table else 0)
        return form


def setting_of(text: str, measure: QFontMetricsF, width: float) -> Setting:
    """Return how a page of text is set at a width in pixels."""
    lines = text.split("\n")
    rows = [line.split("\t") for line in lines if "\t" in line][:_MEASURED]
    if len(rows) < 2:
        return Setting()
    tabs = _tabs(rows, measure, width)
    if tabs or len(rows) < 3:
        return Setting(tuple(tabs), True)
    below = tuple(_tabs([[""] * len(rows[0]), *rows[1:]], measure, width))
    heading = next(at for at, line in enumerate(lines) if "\t" in line)
    return Setting(below, True, heading if below else -1)


def _tabs(rows: Sequence[Sequence[str]], measure: QFontMetricsF, width: float) -> list[QTextOption.Tab]:
    """Return where each column after the first begins, or ends where it holds figures; nothing where they have no room."""
    columns = list(zip_longest(*rows, fillvalue=""))
    wide = [measure.horizontalAdvance(max(column, key=len)) for column in columns]
    gap = metrics.px(_GAP)
    if sum(wide) + gap * (len(wide) - 1) > width:
        return []
    tabs, at = [], wide[0]
    for column, room in zip(columns[1:], wide[1:], strict=True):
        figures = all(_NUMBER.fullmatch(cell.strip()) for cell in column[1:])
        ways = QTextOption.TabType
        at += gap + room
        tabs.append(QTextOption.Tab(at if figures else at - room, ways.RightTab if figures else ways.LeftTab))
    return tabs
