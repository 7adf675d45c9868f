"""How text looks on paper: fonts, sizes and leadings in points, ink colours; all from the tokens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from areasef.tokens import LIGHT, PAPER_TYPE

INK: Final = LIGHT.paper_text
MUTED: Final = LIGHT.paper_muted
ACCENT: Final = LIGHT.accent
RULE: Final = LIGHT.neutral_line
RULE_WIDTH: Final = 0.6
HEAVY_RULE: Final = 1.1


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and leading in points, weight, colour, space before and after."""

    size: float
    leading: float
    bold: bool = False
    colour: str = INK
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every style of a document and the margins of its pages."""

    body: TextStyle
    lead: TextStyle
    cover: TextStyle
    cover_lead: TextStyle
    meta: TextStyle
    small: TextStyle
    strong: TextStyle
    h1: TextStyle
    h2: TextStyle
    h3: TextStyle
    h4: TextStyle
    table: TextStyle
    table_head: TextStyle
    number: TextStyle
    large_print: bool = False

    def heading(self, level: int) -> TextStyle:
        """Return the style of a heading level."""
        return (self.h1, self.h2, self.h3, self.h4)[min(level, 4) - 1]


def _style(name: str, *, bold: bool = False, colour: str = INK, before: float = 0.0, after: float = 0.0) -> TextStyle:
    size, leading = PAPER_TYPE[name]
    return TextStyle(size, leading, bold, colour, before, after)


STANDARD: Final = Sheet(
    body=_style("body", after=6),
    lead=TextStyle(12.5, 17, after=7),
    cover=TextStyle(38, 44, bold=True),
    cover_lead=TextStyle(14.5, 20),
    meta=_style("meta", colour=MUTED, after=6),
    small=_style("table", after=5),
    strong=_style("body", bold=True, after=3),
    h1=_style("h1", bold=True, before=14, after=4),
    h2=_style("h2", bold=True, before=13, after=4),
    h3=_style("h3", bold=True, before=9, after=3),
    h4=TextStyle(10, 14, bold=True, before=7, after=2),
    table=_style("table"),
    table_head=_style("table", bold=True),
    number=TextStyle(10, 14, bold=True, colour=ACCENT),
)


def _large(style: TextStyle) -> TextStyle:
    """Return a style for large print: nothing under 16 points, running text at 18."""
    factor = 1.8 if style.size <= 12.5 else 1.25
    size = max(16.0, round(style.size * factor, 1))
    grow = size / style.size
    return replace(
        style, size=size, leading=round(style.leading * grow, 1), before=style.before * 1.4, after=style.after * 1.6
    )


def large_print() -> Sheet:
    """Return the sheet of the large-print edition: body text at 18 points."""
    names = [name for name in Sheet.__slots__ if name != "large_print"]
    return Sheet(**{name: _large(getattr(STANDARD, name)) for name in names}, large_print=True)


def aired(sheet: Sheet, air: float) -> Sheet:
    """Return a sheet with so much of the space above and below its texts; sizes and leadings stay."""
    if air == 1.0:
        return sheet
    names = [name for name in Sheet.__slots__ if name != "large_print"]
    styles: dict[str, TextStyle] = {name: getattr(sheet, name) for name in names}
    aired = {name: replace(each, before=each.before * air, after=each.after * air) for name, each in styles.items()}
    return Sheet(**aired, large_print=sheet.large_print)


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A page in points: its size, where text may stand, and the size of the words in its header and footer."""

    width: float
    height: float
    side: float
    top: float
    foot: float
    edge: float = 8.5

    @property
    def text_width(self) -> float:
        """Width between the side margins."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """Height between the header and the footer."""
        return self.height - self.top - self.foot


UPRIGHT: Final = PageFormat(595.28, 841.89, 54, 58, 56)
LANDSCAPE: Final = PageFormat(841.89, 595.28, 46, 52, 50)
LARGE_EDGE: Final = 14.0
"""Header and footer of the large-print edition: smaller than its text, and never small."""
_LARGE_UPRIGHT: Final = replace(UPRIGHT, top=64, foot=76, edge=LARGE_EDGE)
_LARGE_LANDSCAPE: Final = replace(LANDSCAPE, top=60, foot=72, edge=LARGE_EDGE)


def page_format(*, landscape: bool, large: bool = False) -> PageFormat:
    """Return the page of an edition, upright or landscape; always the same object for the same answer."""
    if large:
        return _LARGE_LANDSCAPE if landscape else _LARGE_UPRIGHT
    return LANDSCAPE if landscape else UPRIGHT
