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
    """How a page of text is set at a width: the stops of its columns, or none where its rows hang together instead."""

    stops: tuple[QTextOption.Tab, ...] = ()
    table: bool = False

    def shown(self, text: str) -> str:
        """Return the text as it is shown, sign for sign as long: a space stands for a tab that leads to no column."""
        return text if self.stops or not self.table else text.replace("\t", _SPACE)

    def put_on(self, document: QTextDocument) -> None:
        """Set every line of a document so."""
        hanging = metrics.px(_HANG) if self.table and not self.stops else 0
        form = QTextBlockFormat()
        form.setTabPositions(list(self.stops))
        form.setLeftMargin(hanging)
        form.setTextIndent(-hanging)
        form.setBottomMargin(metrics.px(3) if self.table else 0)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)


def setting_of(text: str, measure: QFontMetricsF, width: float) -> Setting:
    """Return how a page of text is set at a width in pixels."""
    rows = [line.split("\t") for line in text.split("\n") if "\t" in line][:_MEASURED]
    return Setting(tuple(_tabs(rows, measure, width)), True) if len(rows) > 1 else Setting()


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
