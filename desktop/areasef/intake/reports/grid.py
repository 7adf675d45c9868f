"""Ruled tables of a page: rows between rules that reach from border to border, columns between upright rules.

Shading of a paragraph inside a cell also draws edges; they never reach the borders, so they part nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from areasef.intake.reports.printed import Cell, PrintedPage, Rule

SAME = 2.0
JOINT = 4.0
NARROWEST = 150.0
BORDER = 4.0
FLUSH = 2.5  # shading ends where the text does, a border at the border
UNWALLED = 0.65  # of the page: how far rules reach that make a table without upright ones


@dataclass(frozen=True, slots=True)
class Band:
    """One row of a table: its extent, the borders of its columns, and rules across single columns."""

    left: float
    bottom: float
    right: float
    top: float
    borders: tuple[float, ...]
    parts: tuple[Rule, ...]

    def column(self, x: float) -> int:
        """Return the column of a place, counted from 0."""
        return sum(border <= x for border in self.borders)

    def edge(self, column: int) -> float:
        """Return the right border of a column."""
        return (*self.borders, self.right)[column]

    def start(self, column: int) -> float:
        """Return the left border of a column."""
        return (self.left, *self.borders)[column]


def bands(page: PrintedPage) -> tuple[Band, ...]:
    """Return the rows of every table on a page, from the top."""
    across = _merged(page.across)
    upright = _merged(page.upright)
    pairs = [two for rules in _tables(across) for two in pairwise(rules)]
    rows = [_band(*two, across, upright) for two in pairs]
    walled = [band for band in rows if _has_wall(band, upright)]
    boxes = [band for band in walled if any(_holds(outer, band) for outer in _in_tables(walled))]
    if boxes:
        upright = [rule for rule in upright if not any(_is_side(rule, box) for box in boxes)]
        rows = [_band(*two, across, upright) for two in pairs]
        walled = [band for band in rows if _has_wall(band, upright) and not any(_same(band, box) for box in boxes)]
    free = [rule for rule in across if not any(_meets(rule, wall) for wall in _merged(page.upright))]
    open_rows = [_band(*two, across, ()) for rules in _tables(free) for two in pairwise(rules)]
    beside = [row for row in open_rows if not any(_overlaps(row, band) for band in walled)]
    found = [*walled, *_unwalled(page, beside)]
    return tuple(sorted((band for band in found if band.top - band.bottom > JOINT), key=lambda band: -band.top))


def _in_tables(bands: Sequence[Band]) -> list[Band]:
    """Return the rows that have another of their width: a lone one may be a frame around a table."""
    return [
        band
        for band in bands
        if sum(abs(band.left - one.left) < FLUSH and abs(band.right - one.right) < FLUSH for one in bands) > 1
    ]


def _meets(rule: Rule, wall: Rule) -> bool:
    """Say whether a rule across a page touches an upright one, as each rule of a table with walls does."""
    near = rule.start - BORDER < wall.at < rule.end + BORDER
    return near and wall.start - BORDER < rule.at < wall.end + BORDER


def _overlaps(one: Band, other: Band) -> bool:
    return one.bottom < other.top and other.bottom < one.top


def _is_side(rule: Rule, box: Band) -> bool:
    """Say whether an upright rule is a side of a box around a paragraph, as some cells have."""
    at_edge = min(abs(rule.at - box.left), abs(rule.at - box.right)) < FLUSH
    return at_edge and rule.start > box.bottom - BORDER and rule.end < box.top + BORDER


def _same(one: Band, other: Band) -> bool:
    return (one.left, one.bottom, one.right, one.top) == (other.left, other.bottom, other.right, other.top)


def _unwalled(page: PrintedPage, rows: Sequence[Band]) -> list[Band]:
    """Return the rows of tables without upright rules: rules across the page, each drawn once for each column."""
    wide = [band for band in rows if band.right - band.left > UNWALLED * page.width]
    outer = [band for band in wide if not any(_holds(other, band) for other in wide)]
    if len(outer) < 2:
        return []
    return [replace(band, borders=_joints(page.across, band)) for band in outer]


def _holds(outer: Band, inner: Band) -> bool:
    """Say whether a row reaches further than another beside it: shading of a text is no row."""
    further = outer.right - outer.left > inner.right - inner.left + FLUSH
    inside = outer.left < inner.left + FLUSH and inner.right - FLUSH < outer.right
    return further and inside and outer.bottom < (inner.top + inner.bottom) / 2 < outer.top


def _joints(across: Iterable[Rule], band: Band) -> tuple[float, ...]:
    """Return where one piece of a rule ends and the next begins, above a row as well as below it."""
    inner = (band.left + BORDER, band.right - BORDER)
    edges = [
        sorted(end for rule in across if abs(rule.at - at) <= SAME for end in (rule.start, rule.end))
        for at in (band.top, band.bottom)
    ]
    both = [x for x in edges[0] if inner[0] < x < inner[1] and any(abs(x - y) < SAME for y in edges[1])]
    return tuple(x for before, x in pairwise((-BORDER, *both)) if x - before > BORDER)


def _band(upper: Rule, lower: Rule, across: Sequence[Rule], upright: Sequence[Rule]) -> Band:
    left, right = min(upper.start, lower.start), max(upper.end, lower.end)
    height = upper.at - lower.at
    borders = tuple(
        rule.at
        for rule in upright
        if left + BORDER < rule.at < right - BORDER
        and min(rule.end, upper.at) - max(rule.start, lower.at) > 0.8 * height
    )
    edges = (left, *sorted(borders), right)
    parts = tuple(
        rule
        for rule in across
        if lower.at + SAME < rule.at < upper.at - SAME and borders and _spans_column(rule, edges)
    )
    return Band(left, lower.at, right, upper.at, tuple(sorted(borders)), parts)


def _spans_column(rule: Rule, edges: Sequence[float]) -> bool:
    return any(abs(rule.start - one) < FLUSH and abs(rule.end - other) < FLUSH for one, other in pairwise(edges))


def _has_wall(band: Band, upright: Iterable[Rule]) -> bool:
    """Say whether a row has its left border: without it, the space between two tables would look like a row."""
    reach = sum(
        max(0.0, min(rule.end, band.top) - max(rule.start, band.bottom))
        for rule in upright
        if abs(rule.at - band.left) < FLUSH
    )
    return reach > 0.6 * (band.top - band.bottom)


def cell_of(band: Band, page: int, row: int, x: float, y: float) -> Cell:
    """Return the cell of a place inside a band."""
    column = band.column(x)
    start, edge = band.start(column), band.edge(column)
    part = sum(rule.at > y and rule.start < edge - SAME and rule.end > start + SAME for rule in band.parts)
    return Cell(page, row, column, len(band.borders) + 1, part)


def _tables(across: Iterable[Rule]) -> list[list[Rule]]:
    """Group rules that reach equally far; those of one table stand below one another."""
    groups: list[list[Rule]] = []
    for rule in sorted((rule for rule in across if rule.end - rule.start > NARROWEST), key=lambda rule: -rule.at):
        for group in groups:
            if abs(group[0].start - rule.start) < FLUSH and abs(group[0].end - rule.end) < FLUSH:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return groups


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Join pieces of one drawn line: Word draws a border once for each cell."""
    merged: list[Rule] = []
    lanes: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if lanes and rule.at - lanes[-1][0].at <= SAME:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    for lane in lanes:
        lane.sort(key=lambda rule: rule.start)
        open_rule = lane[0]
        for rule in lane[1:]:
            if rule.start <= open_rule.end + JOINT:
                open_rule = Rule(open_rule.at, open_rule.start, max(open_rule.end, rule.end))
            else:
                merged.append(open_rule)
                open_rule = rule
        merged.append(open_rule)
    return merged
