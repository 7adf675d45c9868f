"""What was asked of partners, as rows: what, of whom, by when, how it stands, and how many days it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from areasef.domain.evidence import Holding
from areasef.domain.record import Request
from areasef.ui.dates import day_words
from areasef.ui.models.file_words import counted
from areasef.ui.models.rows import RowModel

Index = QModelIndex | QPersistentModelIndex
_STATES: Final = {
    Holding.REQUESTED: ("going", "Asked for"),
    Holding.HELD: ("done", "Came"),
    Holding.MISSING: ("not_due", "Missing"),
    Holding.REFUSED: ("not_due", "Refused"),
}


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request; ``over`` counts the days past its date while nothing has come."""

    request: Request
    partner: str
    strands: str
    due: str
    over: int
    shape: str
    state: str

    @property
    def over_words(self) -> str:
        """How many days it is over, or nothing."""
        return f"{counted(self.over, 'day')} over" if self.over > 0 else ""

    @property
    def spoken(self) -> str:
        """What a listener hears of the row."""
        who = f"Asked of {self.partner}" if self.partner else "Asked of nobody yet"
        due = f"Due {self.due}" if self.request.due else "No date"
        over = f", {self.over_words}" if self.over_words else ""
        strands = f" Strands {self.strands}." if self.strands else ""
        return f"{self.request.title}. {who}. {due}{over}. {self.state}.{strands}"


def request_row(request: Request, partner: str, strands: str, today: date) -> RequestRow:
    """Return the row of a request."""
    shape, state = _STATES[request.state]
    open_ = request.state in (Holding.REQUESTED, Holding.MISSING)
    over = (today - request.due).days if request.due and open_ else 0
    due = day_words(request.due, short=True) if request.due else "No date"
    return RequestRow(request, partner, strands, due, max(over, 0), shape, state)


def is_open(request: Request) -> bool:
    """Say whether something is still to come."""
    return request.state in (Holding.REQUESTED, Holding.MISSING)


def in_order(rows: Sequence[RequestRow]) -> tuple[RequestRow, ...]:
    """Return requests in the order in which they want looking after: open ones by date, then the rest."""
    return tuple(sorted(rows, key=lambda row: (not is_open(row.request), row.request.due or date.max, row.request.id)))


class RequestModel(RowModel[RequestRow]):
    """Requests in their order."""

    def key(self, row: RequestRow) -> str:
        """Return what it is known by."""
        return row.request.id

    def words(self, row: RequestRow) -> str:
        """Return what is read first."""
        return row.request.title
