"""The two columns of the priority-action table: responsible bodies on the left, what they must do on the right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from areasef.intake.reports.joining import Joiner, ends_sentence, starts_small
from areasef.intake.reports.naming import by_words, is_whole_body
from areasef.intake.reports.printed import Line
from areasef.intake.reports.rows import Row, ruled_rows

COLUMN: Final = 60.0
SAME_HEIGHT: Final = 5.0  # a line without a comma or a g ends a little higher


def body_rows(lines: Sequence[Line], joiner: Joiner) -> list[Row]:
    """Return rows with their left and right cells, by rules, by position, or by what a text's lines say."""
    rows: list[Row] = []
    for row in ruled_rows(lines):
        if row.ruled and not _side_by_side(row.lines):
            rows.append(row)
        elif row.lines[0].page or _side_by_side(row.lines):
            rows += _by_position(row.lines, joiner)
        else:
            rows += by_words(row.lines, joiner)
    return rows


def _side_by_side(lines: Sequence[Line]) -> bool:
    """Say whether lines of a text stand beside one another, as an extractor that keeps the layout leaves them."""
    return any(
        abs(one.box[1] - other.box[1]) < SAME_HEIGHT and other.left > one.left + COLUMN
        for one, other in pairwise(lines)
    )


def _by_position(lines: Sequence[Line], joiner: Joiner) -> list[Row]:
    rows: list[Row] = []
    edge = min(line.left for line in lines) + COLUMN
    for line in sorted(lines, key=lambda line: (line.page, -round(line.box[1] / 5), line.left)):
        if line.left < edge:
            if not rows or (rows[-1].lines and _is_full(rows[-1], joiner) and not starts_small(line.text)):
                rows.append(Row(uncertain=True))
            rows[-1].body.append(line)
        else:
            if not rows:
                rows.append(Row(uncertain=True))
            rows[-1].lines.append(line)
    return rows


def _is_full(row: Row, joiner: Joiner) -> bool:
    return is_whole_body(joiner.join(line.text for line in row.body)) and ends_sentence(row.lines[-1].text)
