"""The two columns of the priority-action table: responsible bodies on the left, what they must do on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

from areasef.intake.reports.bullets import bullet
from areasef.intake.reports.joining import Joiner, ends_sentence, starts_small
from areasef.intake.reports.naming import by_words, is_whole_body
from areasef.intake.reports.printed import FAR, NEW_PAGE, Line
from areasef.intake.reports.rows import AHEAD, TALLEST_LEADING, Row, is_glue, ruled_rows, says_what_to_do

COLUMN: Final = 60.0
SAME_HEIGHT: Final = 5.0  # a line without a comma or a g ends a little higher
LEVEL: Final = 9.0  # and two columns need not be set on the same lines
LOWER: Final = 6.0
SQUARE: Final = 2 * COLUMN
APART: Final = 22.0  # more than a line's distance
WIDER: Final = 1.25  # times the usual distance of lines


def body_rows(lines: Sequence[Line], joiner: Joiner, named: Sequence[str] = ()) -> list[Row]:
    """Return rows with their left and right cells, by rules, by position, or by what a text's lines say."""
    lines = _squared(lines)
    edge = _edge(lines)
    rows: list[Row] = []
    for row in ruled_rows(lines):
        if row.body or (edge is None and row.ruled):
            rows.append(row)
        elif edge is None:
            rows += by_words(_apart(row.lines), joiner, named)
        else:
            rows += _beside_each(_by_position(row, edge, joiner), joiner)
    return rows


def _beside_each(rows: list[Row], joiner: Joiner) -> list[Row]:
    """Part areas that stand apart beside one body; where the same body stands again, each area has its own."""
    names = [joiner.join(line.text for line in row.body) for row in rows if row.body]
    if any(one == other for one, other in pairwise(names)):
        return rows
    parted: list[Row] = []
    for row in rows:
        steps = [one.box[1] - other.box[1] for one, other in pairwise(row.lines) if one.page == other.page]
        usual = median([step for step in steps if 0 < step < TALLEST_LEADING] or [TALLEST_LEADING])
        starts = [at for at in range(1, len(row.lines)) if _is_another(row.lines, at, usual)]
        edges = [*starts, len(row.lines)]
        parted.append(replace(row, lines=row.lines[: edges[0]]))
        parted += [Row(row.lines[start:end], uncertain=True) for start, end in pairwise(edges)]
    return parted


def _is_another(lines: Sequence[Line], at: int, usual: float) -> bool:
    """Say whether a line stands apart from the one above it and begins what somebody is asked to do."""
    before, line = lines[at - 1], lines[at]
    apart = line.page == before.page and before.box[1] - line.box[1] > WIDER * usual
    if not apart or not ends_sentence(before.text) or starts_small(line.text) or bullet(line.text):
        return False
    return not is_glue(line.text) and says_what_to_do(" ".join(one.text for one in lines[at : at + AHEAD]))


def _apart(lines: Sequence[Line]) -> list[Line]:
    """Return printed lines with an empty line, as a text has it, wherever they stand further apart than usual."""
    usual = median([line.gap for line in lines if 0 < line.gap < TALLEST_LEADING] or [TALLEST_LEADING])
    return [replace(line, gap=FAR) if line.page and line.gap > WIDER * usual else line for line in lines]


def _squared(lines: Sequence[Line]) -> list[Line]:
    """Return lines of a text whose right column begins at one place on every page, where an extractor has moved it."""
    starts = [0, *(at for at, line in enumerate(lines) if at and line.gap >= NEW_PAGE), len(lines)]
    squared: list[Line] = []
    for page in (lines[start:end] for start, end in pairwise(starts)):
        edge = None if not page or page[0].page else _edge(page)
        squared += [line if edge is None or line.left < edge else line.moved(SQUARE - edge) for line in page]
    return squared


def _edge(lines: Sequence[Line]) -> float | None:
    """Return where the right column begins, if any lines stand beside one another in a cell or outside of any."""
    loose = [line for line in lines if line.cell is None or line.cell.columns == 1]
    beside = [other.left for one, other in pairwise(loose) if _beside(one, other)]
    return min(beside) - SAME_HEIGHT if beside else None


def _beside(one: Line, other: Line) -> bool:
    level = one.page == other.page and abs(one.box[1] - other.box[1]) < SAME_HEIGHT
    return level and other.left > one.left + COLUMN


def _by_position(row: Row, edge: float, joiner: Joiner) -> list[Row]:
    """Part lines in two columns: a row begins where the body above is complete and a sentence beside it begins."""
    order = sorted(row.lines, key=lambda line: (line.page, LOWER * (line.left >= edge) - line.box[1]))
    found: list[Row] = []
    for at, line in enumerate(order):
        if line.left >= edge:
            if not found:
                found.append(Row(uncertain=True))
            found[-1].lines.append(line)
            continue
        beside = next((one for one in order[at + 1 :] if one.left >= edge), None)
        if not found or _begins_row(found[-1], line, beside, joiner):
            found.append(Row(uncertain=True))
        found[-1].body.append(line)
    if row.ruled and len(found) == 1:
        found[0].ruled, found[0].uncertain = True, False
    return found


def _begins_row(row: Row, line: Line, beside: Line | None, joiner: Joiner) -> bool:
    """Say whether a line of the left column is the first of another row than the one above."""
    if not row.lines or not ends_sentence(row.lines[-1].text):
        return False
    level = beside is not None and beside.page == line.page and abs(beside.box[1] - line.box[1]) < LEVEL
    if beside is None or not level or starts_small(beside.text) or bullet(beside.text) or line.text.startswith("("):
        return False
    above = row.body[-1] if row.body else None
    if above and above.page == line.page and above.box[3] - line.box[3] > APART:
        return True
    if starts_small(line.text) or is_glue(beside.text):
        return False
    cut = above is None or above.page != line.page
    return cut or is_whole_body(joiner.join(one.text for one in row.body))
