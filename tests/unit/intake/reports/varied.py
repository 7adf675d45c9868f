"""Ways of printing drawn by lot, the same ones for the same seed: type, margins, tables, rules and page ends."""

from __future__ import annotations

import random

from .invented import Author, Invented
from .press import Style

AREAS = (
    "Marlbridge",
    "Stow-on-Weir",
    "Kingston upon Weir",
    "Isles of Marl",
    "City of Marlbridge",
    "Royal Borough of Weir and Marlhead",
    "North and South Marlbridgeshire",
    "Bath, Weir and Marl",
    "Weir & Wrekinmarl",
    "St. Marl",
)
FEET = (
    ("Area SEND inspection report: {area} Local Area Partnership", "{dates}"),
    ("Area SEND inspection report: {area} Local Area Partnership {dates}",),
    ("Inspection report: {area} Local Area Partnership, {dates}  {page}",),
    ("Area SEND Inspection report: {area} Local AREA Partnership, 8 to", "12 July 2024", "{page}"),
)


def any_report(seed: int) -> Invented:
    """Return a report with any outcome, any bullets under its items and a name of any kind."""
    author = Author(seed)
    pick = author.random.choice
    return author.report(pick(["positive", "inconsistent", "systemic_failings"]), pick("•▪◼−-"), area=pick(AREAS))


def any_style(seed: int) -> Style:
    """Return a way to print it."""
    chance = random.Random(seed)
    pick = chance.choice
    size = pick([10.0, 10.5, 11.0, 12.0, 12.0, 13.0])
    font = pick(["DejaVuSans", "DejaVuSans", "SourceSans3-Regular", "Times-Roman"])
    return Style(
        glyph=pick("◼▪■•●"),
        indent=pick([0.0, 9.0, 18.0, 36.0]),
        doubled=pick([True, False]),
        footer=pick(FEET),
        footer_first=pick([True, False]),
        footer_from=pick([1, 2, 2, 3]),
        title=pick(
            [
                "Area SEND inspection of {area} Local Area Partnership",
                "Area SEND inspection of the {area} Local Area Partnership",
            ]
        ),
        title_size=pick([16.0, 22.0, 26.0, 31.0]),
        walls=pick([True, True, True, False]),
        shaded=pick([True, False, False]),
        glyphs_first=pick([True, False, False, False]),
        stray_glyph=pick([True, False, False]),
        narrow=pick([0.0, chance.uniform(0, 80)]),
        break_before_rows=pick([True, False, False, False]),
        repeat_head=pick([True, False]),
        font=font,
        size=size,
        leading=size * pick([1.15, 1.2, 1.21, 1.3, 1.5]),
        apart=size * pick([0.5, 0.8, 1.21, 1.5]),
        between=pick([0.0, 3.0, 6.0, 12.0, 14.5]),
        left=pick([50.0, 56.7, 72.0]),
        right=pick([523.0, 529.0, 545.0]),
        top=pick([700.0, 734.0, 780.0]),
        bottom=pick([58.0, 66.0, 90.0]),
        split=pick([180.0, 218.0, 240.0, 280.0]),
        inset=pick([3.6, 5.4, 7.0]),
        padding=pick([2.0, 4.0, 14.0]),
        after_row=size + pick([0.0, 4.0, 12.0]),
        hanging=pick([14.0, 18.0, 24.0, 36.0]),
        deeper=pick([0.0, 9.0, 18.0, 22.0]),
        runs=pick(["line", "word", "letter", "piece"]),
        drawn=pick(["bars", "lines", "boxes", "path"]),
        justified=pick([True, False, False]),
        ligatures=font == "DejaVuSans" and pick([True, False, False]),
        middle=pick([True, False]),
        begin=chance.uniform(560, 720),
        widows=pick([True, False]),
    )
