"""The timeline of a plan as a picture: a row for each action, months across, and the line of the as-at date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from areasef.documents.model import runs
from areasef.documents.pdf.lines import break_lines
from areasef.documents.pdf.paint import text_width
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import LANDSCAPE, TextStyle
from areasef.documents.picture import Badge, Bar, Label, Mark, Picture, Polygon, Stroke
from areasef.domain.months import Months
from areasef.domain.plan import Action, Delivery, Milestone
from areasef.domain.progress import DELIVERY_WORDS, MONTHS, SHAPE_OF
from areasef.tokens import LIGHT

WIDTH = LANDSCAPE.text_width
SIZE = 9.0
LEADING = 11.5
BAR = 9.0
HALF = 4.2
"""Half the width of a milestone's diamond."""
MOST_LINES = 5
"""Lines of a title in the picture; the table, which says the same, has longer ones in full."""
MOST_LEFT_EMPTY = 0.3
"""Share of a page that may stay empty so that the actions of a priority stay together."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the timeline: a priority (no action) or an action with its milestones."""

    ref: str
    title: str
    action: Action | None = None
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True)
class Gantt:
    """How a timeline is drawn: its months, the as-at date, and how much larger than the standard print."""

    months: Months
    as_at: date
    grow: float = 1.0

    @property
    def left(self) -> float:
        """Where the months begin."""
        return WIDTH * (0.36 if self.grow == 1 else 0.42)

    @property
    def right(self) -> float:
        """Where the months end; behind it is room for the word of the last bar."""
        return WIDTH - 64 * self.grow

    @property
    def head(self) -> float:
        """How high the heads of years and months are."""
        return 40 * self.grow

    @property
    def month(self) -> float:
        """How wide a month is."""
        return (self.right - self.left) / self.months.count

    def x(self, day: date, *, end: bool = False) -> float:
        """Return where a day stands; days outside the months stand at their edge."""
        return self.left + min(max(self.months.place(day, end=end), 0.0), self.months.count) * self.month

    def height(self, row: Row) -> float:
        """Return how high a row is: as high as its title needs."""
        return (len(self._lines(row)) * LEADING + 8) * self.grow

    def pages(self, rows: tuple[Row, ...], first: float, later: float) -> list[list[Row]]:
        """Share rows out to pictures of a first and a later height: a priority stays whole where that costs little room."""
        found: list[list[Row]] = [[]]
        room = first - self.head
        head: Row | None = None
        for at, row in enumerate(rows):
            head = row if row.action is None else head
            if found[-1] and self._needed(rows, at, later * MOST_LEFT_EMPTY) > room:
                again = [Row(head.ref, f"{head.title} (continued)")] if head and head is not row else []
                found.append(again)
                room = later - self.head - sum(self.height(each) for each in again)
            found[-1].append(row)
            room -= self.height(row)
        return found

    def _needed(self, rows: tuple[Row, ...], at: int, most: float) -> float:
        """Return the room a row asks for: a priority's title that of its actions, or of the first where they are many."""
        own = self.height(rows[at])
        if rows[at].action is not None:
            return own
        below = [self.height(row) for row in takewhile(lambda each: each.action is not None, rows[at + 1 :])]
        return own + sum(below) if own + sum(below) <= most else own + sum(below[:1])

    def picture(self, rows: list[Row]) -> Picture:
        """Draw rows under the heads of the months."""
        high = self.head + sum(self.height(row) for row in rows)
        marks: list[Mark] = [*self._scale(high)]
        y = self.head
        for row in rows:
            marks += self._row(row, y)
            y += self.height(row)
            marks.append(Stroke(((0, y), (WIDTH, y)), LIGHT.neutral_line, 0.6))
        marks += self._as_at(high)
        y = self.head
        for row in rows:
            marks += self._delivery(row, y)
            y += self.height(row)
        return Picture(WIDTH, high + 2, tuple(marks))

    def _scale(self, high: float) -> Iterator[Mark]:
        """Yield the months: a head for as many of them as have room, the year above each January."""
        size, ink = SIZE * self.grow, LIGHT.paper_text
        step = self.step
        for at in range(self.months.count + 1):
            month, x = self.months.month(at), self.left + at * self.month
            opens = at == 0 or (month.month == 1 and at < self.months.count)
            heads = (month.month - 1) % step == 0
            if heads or at in (0, self.months.count):
                yield Stroke(((x, self.head), (x, high)), LIGHT.neutral_line, 0.9 if month.month == 1 else 0.5)
            if opens and (at or self._first_year_fits()):
                yield Label(x + 2, 21 * self.grow, str(month.year), ink, size, bold=True)
            if heads and at < self.months.count:
                yield Label(x + 2, 34 * self.grow, MONTHS[month.month - 1][:3], LIGHT.paper_muted, size)
        yield Stroke(((0, self.head), (WIDTH, self.head)), ink, 1.1)

    @property
    def step(self) -> int:
        """How many months stand under one head, so that heads never touch."""
        wide = text_width("Sep ", SIZE * self.grow) + 3
        return next((step for step in (1, 2, 3, 6) if step * self.month >= wide), 12)

    def _first_year_fits(self) -> bool:
        to_january = (13 - self.months.first.month) % 12 or 12
        return to_january * self.month > text_width("2026 ", SIZE * self.grow, bold=True) + 4

    def _lines(self, row: Row) -> tuple[str, ...]:
        style = TextStyle(SIZE * self.grow, LEADING * self.grow, bold=row.action is None)
        room = self.left - (8 if row.action is None else self._indent + 8)
        title = f"{row.ref}\u00a0 {row.title}" if row.action is None else row.title
        lines = break_lines(runs(title), style, room, Node("P"))
        said = tuple("".join(part.text for part in line.parts).rstrip() for line in lines)
        return said if len(said) <= MOST_LINES else (*said[: MOST_LINES - 1], f"{said[MOST_LINES - 1][:-2]}…")

    @property
    def _indent(self) -> float:
        return 27 * self.grow

    def _row(self, row: Row, top: float) -> Iterator[Mark]:
        size, ink = SIZE * self.grow, LIGHT.paper_text
        x = 0.0 if row.action is None else self._indent
        for at, line in enumerate(self._lines(row)):
            y = top + (4 + (at + 0.76) * LEADING) * self.grow
            yield Label(x, y, line, ink, size, bold=row.action is None)
            if at == 0 and row.action is not None:
                yield Label(0, y, row.ref, ink, size, bold=True)
        if row.action is not None:
            yield from self._bar(row.action, row.milestones, top + (4 + LEADING / 2) * self.grow)

    def _bar(self, action: Action, milestones: tuple[Milestone, ...], middle: float) -> Iterator[Mark]:
        first, planned, last = ends(action)
        if first is None or planned is None or last is None:
            yield Label(self.left + 4, middle + 3 * self.grow, "No dates yet", LIGHT.paper_muted, SIZE * self.grow)
            yield from self._diamonds(milestones, middle)
            return
        begin = self.x(first)
        end = max(self.x(planned, end=True), begin + 4)
        moved = max(self.x(last, end=True), end)
        high = BAR * self.grow
        yield from self._planned(action, begin, end, middle - high / 2, high)
        if moved > end:
            ink, tint = _moved_inks(action)
            dash = (2.4, 1.8)
            yield Bar(end, middle - high / 2, moved - end, high, fill=tint, line=ink, radius=1.5, dash=dash)
        yield from self._diamonds(milestones, middle)

    def _planned(self, action: Action, begin: float, end: float, top: float, high: float) -> Iterator[Mark]:
        """Yield the planned time, filled as far as it is gone; dashed where nothing was due to begin."""
        waiting = action.delivery is Delivery.NOT_DUE
        fill, dash = ("", (2.4, 1.8)) if waiting else (LIGHT.accent_tint, ())
        yield Bar(begin, top, end - begin, high, fill=fill, line=LIGHT.accent, radius=1.5, dash=dash)
        gone = min(self.x(self.as_at, end=True), end) - begin
        if gone > 0 and not waiting:
            yield Bar(begin, top, gone, high, fill=LIGHT.accent, radius=1.5)

    def _diamonds(self, milestones: tuple[Milestone, ...], middle: float) -> Iterator[Mark]:
        """Yield the milestones: filled, or hollow where the day has passed without it."""
        for each in milestones:
            if each.due is not None:
                x, half = self.x(each.due, end=True), HALF * self.grow
                yield _diamond(x, middle, half + 1, LIGHT.paper)
                yield _diamond(x, middle, half, LIGHT.paper_text)
                if each.reached is None and each.due < self.as_at:
                    yield _diamond(x, middle, half - 1.5, LIGHT.paper)

    def _delivery(self, row: Row, top: float) -> Iterator[Mark]:
        """Yield shape and word behind the bar of a row, on paper of their own, so that no line of a month crosses them."""
        if row.action is None or (last := ends(row.action)[2]) is None:
            return
        first, planned, _ = ends(row.action)
        begin = self.x(first) if first else self.left
        end = max(self.x(planned, end=True) if planned else begin, begin + 4)
        x, side = max(self.x(last, end=True), end) + 6, 9 * self.grow
        middle, size = top + (4 + LEADING / 2) * self.grow, SIZE * self.grow
        word = DELIVERY_WORDS[row.action.delivery]
        wide = side + 3 + text_width(word, size)
        yield Bar(x - 1, middle - 5.5 * self.grow, wide + 2, 11 * self.grow, fill=LIGHT.paper)
        yield Badge(x, middle - side / 2, side, "delivery", SHAPE_OF[row.action.delivery])
        yield Label(x + side + 3, middle + 3 * self.grow, word, LIGHT.paper_text, size)

    def _as_at(self, high: float) -> Iterator[Mark]:
        size = SIZE * self.grow
        word = f"As at {self.as_at.day} {MONTHS[self.as_at.month - 1][:3]}"
        x = self.x(self.as_at, end=True)
        half = text_width(word, size, bold=True) / 2
        yield Stroke(((x, 13 * self.grow), (x, high)), LIGHT.paper_text, 1.0, (4, 2))
        middle = min(max(x, self.left + half), WIDTH - half)
        yield Label(middle, 9 * self.grow, word, LIGHT.paper_text, size, bold=True, anchor="middle")


def ends(action: Action) -> tuple[date | None, date | None, date | None]:
    """Return when an action begins, when it was planned to end, and when it ends now; None where nothing is known."""
    planned = action.due or action.new_due or action.starts
    first = action.starts or planned
    if first is None or planned is None:
        return None, None, None
    return min(first, planned), max(first, planned), max(planned, action.new_due or planned)


def days_of(row: Row) -> Iterator[date]:
    """Yield every day that a row shows."""
    points = tuple(each.due for each in row.milestones)
    own = (row.action.starts, row.action.due, row.action.new_due) if row.action else ()
    yield from (day for day in (*own, *points) if day is not None)


def _moved_inks(action: Action) -> tuple[str, str]:
    if action.delivery is Delivery.OFF_TRACK:
        return LIGHT.bad, LIGHT.bad_tint
    return LIGHT.caution, LIGHT.caution_tint


def _diamond(x: float, y: float, half: float, fill: str) -> Polygon:
    return Polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)), fill)
