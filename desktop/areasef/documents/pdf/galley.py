"""The galley: a document as strips that may not be cut, stacked onto pages in one pass.

A strip can hold to the next one, so that a heading never stands alone at the foot of a page; it can lean to the next
one, so that a short table stays whole where that costs little room; and it can bring its table's header row along when
it lands at the top of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from areasef.documents.pdf.style import PageFormat

if TYPE_CHECKING:
    from areasef.documents.pdf.paint import Painter

Paint = Callable[["Painter", float, float], None]
_SLACK: Final = 0.01
MOST_LEFT_EMPTY: Final = 0.32
"""Share of a page that may stay empty at its foot so that what leans together stays together."""


@dataclass(slots=True, eq=False)
class Strip:
    """A slice of the page: its height, the space above it (not at the top of a page), and how it is painted.

    ``paint`` gets the painter and the left and top of the strip, in points from the foot of the page.
    """

    height: float
    paint: Paint | None = None
    before: float = 0.0
    keep: bool = False
    lean: bool = False
    header: Strip | None = None
    anchors: tuple[str, ...] = ()
    outline: tuple[int, str] | None = None
    eject: bool = False

    @property
    def is_gap(self) -> bool:
        """Only room, nothing painted: never a reason for a new page."""
        return self.paint is None and not self.height and not self.anchors


@dataclass(slots=True, eq=False)
class Page:
    """A page: its format, its running title, and what stands where (left, top, how)."""

    format: PageFormat
    running: str
    items: list[tuple[float, float, Paint]] = field(default_factory=list)
    plain: bool = False


@dataclass(slots=True, eq=False)
class Layout:
    """All pages, where each anchor stands (page index, top), and the bookmarks (level, title, page index, top)."""

    pages: list[Page] = field(default_factory=list)
    anchors: dict[str, tuple[int, float]] = field(default_factory=dict)
    outline: list[tuple[int, str, int, float]] = field(default_factory=list)

    def add(self, other: Layout, *, joined: bool = False) -> None:
        """Put the pages of another layout behind these; ``joined`` puts its first page onto the last one here."""
        at = len(self.pages) - joined
        if joined:
            self.pages[-1].items += other.pages[0].items
        self.pages += other.pages[int(joined) :]
        for anchor, (index, top) in other.anchors.items():
            self.anchors.setdefault(anchor, (index + at, top))
        self.outline += [(level, title, index + at, top) for level, title, index, top in other.outline]


class Stacker:
    """Stacks strips onto pages."""

    def __init__(self) -> None:
        self.layout = Layout()
        self.running = ""
        self._y = 0.0
        self._fresh = True

    def start_page(self, running: str, form: PageFormat, plain: bool = False) -> None:
        """Begin a page."""
        self.running = running
        self.layout.pages.append(Page(form, running, plain=plain))
        self._y = form.height - form.top
        self._fresh = True

    def go_on(self, other: Stacker, running: str) -> None:
        """Begin under what another one put on its last page, which takes what stands on the first page of this one."""
        self.start_page(running, other.page.format)
        self._y, self._fresh = other._y, False

    @property
    def page(self) -> Page:
        """The page being filled."""
        return self.layout.pages[-1]

    @property
    def filled(self) -> float:
        """How much of the page is taken, as a share of the room for text."""
        form = self.page.format
        return (form.height - form.top - self._y) / form.text_height

    def stack(self, strips: Iterable[Strip]) -> None:
        """Place strips, holding those together that keep with the next."""
        chunk: list[Strip] = []
        for strip in strips:
            if strip.eject:
                self._place(chunk)
                chunk = []
                self._next_page()
                continue
            chunk.append(strip)
            if not strip.keep and not strip.lean:
                self._place(chunk)
                chunk = []
        self._place(chunk)

    def _next_page(self) -> None:
        page = self.page
        if page.items:
            self.start_page(self.running, page.format)

    def _place(self, chunk: list[Strip]) -> None:
        if not chunk:
            return
        solid = chunk[:-1] if chunk[-1].is_gap else chunk
        needed = sum(strip.height + strip.before for strip in solid) - (chunk[0].before if self._fresh else 0)
        room = self._y - self.page.format.foot
        whole = self.page.format.text_height
        if needed > room + _SLACK and not self._fresh:
            parts = list(_parts(chunk))
            if len(parts) > 1 and (needed > whole or room > MOST_LEFT_EMPTY * whole):
                for part in parts:
                    self._place(part)
                return
            if needed <= whole:
                self._next_page()
        for at, strip in enumerate(chunk):
            self._put(strip, chunk[at - 1] if at else None)

    def _put(self, strip: Strip, above: Strip | None) -> None:
        if strip.is_gap:
            self._y -= 0.0 if self._fresh else strip.before
            return
        gap = 0.0 if self._fresh else strip.before
        if not self._fresh and self._y - gap - strip.height < self.page.format.foot - _SLACK:
            self._next_page()
            gap = 0.0
        header = strip.header
        if self._fresh and header is not None and above is not header:
            self._paint(header)
        self._y -= gap
        index = len(self.layout.pages) - 1
        for anchor in strip.anchors:
            self.layout.anchors.setdefault(anchor, (index, self._y))
        if strip.outline is not None:
            self.layout.outline.append((*strip.outline, index, self._y))
        self._paint(strip)

    def _paint(self, strip: Strip) -> None:
        if strip.paint is not None:
            self.page.items.append((self.page.format.side, self._y, strip.paint))
        self._y -= strip.height
        self._fresh = False


def _parts(chunk: list[Strip]) -> Iterator[list[Strip]]:
    """Yield what only leans together piece by piece; what holds together stays one piece."""
    part: list[Strip] = []
    for strip in chunk:
        part.append(strip)
        if not strip.keep:
            yield part
            part = []
    if part:
        yield part
