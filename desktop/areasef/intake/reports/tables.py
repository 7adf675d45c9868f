"""The two tables of recommendations: areas for improvement, and areas for priority action with their bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from areasef.domain.report import ReportItem
from areasef.intake.reports.bullets import bullet
from areasef.intake.reports.columns import LEVEL, body_rows
from areasef.intake.reports.headings import Section, heading, is_column_head, letters
from areasef.intake.reports.joining import Joiner, ends_sentence, fitted, starts_small
from areasef.intake.reports.naming import is_whole_body
from areasef.intake.reports.printed import Line
from areasef.intake.reports.rows import (
    Row,
    by_bullet,
    by_number,
    by_sentence,
    continues,
    is_marked,
    is_torn,
    ruled_rows,
    says_what_to_do,
)
from areasef.intake.reports.standing import under_names


def improvement(lines: Sequence[Line], joiner: Joiner) -> tuple[ReportItem, ...]:
    """Return the areas for improvement: one to a ruled row, else one to a sentence that asks for something."""
    rows = _over_pages(ruled_rows(lines))
    if _is_one_cell(rows):
        rows = [replace(row, ruled=len(by_sentence(row)) < 2) for row in rows]
    if any(row.ruled for row in rows):
        rows = _without_stray(rows)
    parted = [part for row in rows for part in by_number(row)]
    parted = [part for row in parted for part in by_bullet(row)]
    parted = [part for row in parted for part in ([row] if row.ruled else by_sentence(row))]
    found = [joiner.item([*row.body, *row.lines], uncertain=row.uncertain) for row in parted if row.lines or row.body]
    return tuple(item for item in found if letters(item.text))


def _is_one_cell(rows: Sequence[Row]) -> bool:
    """Say whether each page has one cell alone: a border around a list, and nothing between its items."""
    return all(row.ruled for row in rows) and len({row.page for row in rows}) == len(rows)


def _without_stray(rows: Sequence[Row]) -> list[Row]:
    """Give text between ruled rows that asks for nothing to the row above it."""
    kept: list[Row] = []
    for row in rows:
        if kept and not row.ruled and not says_what_to_do(" ".join(line.text for line in row.lines)):
            kept[-1].lines += row.lines
            kept[-1].uncertain = True
        else:
            kept.append(row)
    return kept


def _over_pages(rows: Sequence[Row]) -> list[Row]:
    """Put together what a page break, or a rule inside a cell, has cut."""
    whole: list[Row] = []
    below = [row for before, row in pairwise(rows) if _last_page(before) == row.page]
    listed = len(below) > 1 and all(map(is_marked, [rows[0], *below]))  # then a row without its mark begins nothing
    for row in rows:
        if whole and _last_page(whole[-1]) == row.page and is_torn(whole[-1], row):
            whole[-1].lines += row.body + row.lines
            whole[-1].uncertain = True
            continue
        both = bool(whole) and row.ruled and whole[-1].ruled  # below one another on a page, two cells are two items
        if whole and (_last_page(whole[-1]) != row.page or (row.page != whole[-1].page and not both)):
            goes_on, unsure = (True, False) if listed and not is_marked(row) else continues(whole[-1], row)
            whole[-1].uncertain |= unsure and goes_on
            row.uncertain |= unsure and not goes_on
            if goes_on:
                whole[-1].lines += row.body + row.lines
                continue
        whole.append(row)
    return whole


def _last_page(row: Row) -> int:
    return (row.lines or row.body)[-1].page


def priority_action(lines: Sequence[Line], joiner: Joiner, named: Sequence[str] = ()) -> tuple[ReportItem, ...]:
    """Return the areas for priority action, each with its bodies as printed; ``named`` are bodies named elsewhere."""
    rows = under_names([row for row in body_rows(lines, joiner, named) if not _is_head(row, joiner)], joiner)
    known = [letters(_body(row, joiner)) for row in rows]
    once = any(row.ruled and not row.body and row.page == _last_page(before) for before, row in pairwise(rows))
    named = [body for body in known if body]
    each = any(one == other for one, other in pairwise(named))  # the same body again: every area names its own
    whole: list[Row] = []
    for row in rows:
        cut = bool(whole) and _last_page(whole[-1]) != row.page
        if whole and not cut and not row.body and is_torn(whole[-1], row):
            whole[-1].lines += row.lines
            whole[-1].uncertain = True
            continue
        alone = cut and not row.body and row.lines and row.above == whole[-1].above
        if alone and (once or row.above or (not each and _is_another(whole[-1], row))):
            goes_on, unsure = continues(whole[-1], row)  # the body beside several actions reaches over the page
            row.uncertain |= unsure
            if goes_on:
                whole[-1].lines += row.lines
                whole[-1].uncertain |= unsure
                continue
        elif whole and not row.above and (not row.lines or (cut and _is_rest(whole[-1], row, known, joiner))):
            whole[-1].body += row.body
            whole[-1].lines += row.lines
            continue
        if row.above or (whole and not row.body):
            row.body = list(row.above or whole[-1].body)  # a body that is printed once for several actions
        whole.append(row)
    return tuple(
        joiner.item(row.lines or row.body, uncertain=row.uncertain or not row.body, body=_body(row, joiner))
        for row in whole
    )


def _is_another(before: Row, row: Row) -> bool:
    """Say whether a page begins with an area beside a body of the page before: the last line ended for no lack of room."""
    last, first = before.lines[-1:], row.lines[0]
    return bool(last) and ends_sentence(last[0].text) and fitted(last[0], first)


def _is_rest(before: Row, row: Row, known: Sequence[str], joiner: Joiner) -> bool:
    """Say whether a row that begins a page is the other half of the row that ended the page before."""
    body = _body(row, joiner)
    first = row.lines[0].text
    if not body or starts_small(first) or bullet(first):
        return True
    above = letters(_body(before, joiner))
    if body[:1] == "(" or above + letters(body) in known:
        return True
    if _has_room(before) or known.count(letters(body)) > 1:
        return False
    if body[:1].islower():
        return True
    return not is_whole_body(_body(before, joiner)) and (known.count(above) < 2 or letters(body) not in known)


def _has_room(row: Row) -> bool:
    """Say whether a body ends above the end of its text: then no page's end has cut it."""
    last, beside = row.body[-1:], row.lines[-1:]
    if not last or not beside:
        return False
    return last[0].page < beside[0].page or last[0].box[1] > beside[0].box[1] + LEVEL


def _body(row: Row, joiner: Joiner) -> str:
    return joiner.join(line.text for line in row.body)


def _is_head(row: Row, joiner: Joiner) -> bool:
    whole = _body(row, joiner) + joiner.join(line.text for line in row.lines)
    return is_column_head(whole) or heading(whole) is Section.PRIORITY
