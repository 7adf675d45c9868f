"""The two columns of the priority-action table: responsible bodies on the left, what they must do on the right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from areasef.intake.reports.bullets import bullet
from areasef.intake.reports.joining import Joiner, ends_sentence, starts_small
from areasef.intake.reports.printed import FAR, Line
from areasef.intake.reports.rows import Row, ruled_rows, says_what_to_do

_WHOLE_BODY: Final = re.compile(
    r"(council|boards?|icbs?|trusts?|leaders|partnership|authority|corporation|first|together|services|providers"
    r"|commissioners|schools|colleges|settings)\)?$",
    re.IGNORECASE,
)
_BODY_WORDS: Final = re.compile(
    r"\b(council|board|icb|trust|nhs|borough|corporation|authority|leaders|children’s|children's)\b", re.I
)
COLUMN: Final = 60.0


def is_whole_body(text: str) -> bool:
    """Say whether the name of a body is complete: one cut by a page break ends in the middle of a name."""
    return bool(_WHOLE_BODY.search(text.strip()))


def body_rows(lines: Sequence[Line], joiner: Joiner) -> list[Row]:
    """Return rows with their left and right cells, by rules, by position, or by what a text's lines say."""
    rows: list[Row] = []
    for row in ruled_rows(lines):
        if row.ruled:
            rows.append(row)
        elif row.lines[0].page or _side_by_side(row.lines):
            rows += _by_position(row.lines, joiner)
        else:
            rows += _by_words(row.lines, joiner)
    return rows


def _side_by_side(lines: Sequence[Line]) -> bool:
    """Say whether lines of a text stand beside one another, as an extractor that keeps the layout leaves them."""
    return any(one.box[1] == other.box[1] and other.left > one.left + COLUMN for one, other in pairwise(lines))


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


def _by_words(lines: Sequence[Line], joiner: Joiner) -> list[Row]:
    rows: list[Row] = []
    for block in _blocks(lines):
        if len(block) > 1 and _is_body(joiner.join(line.text for line in block)):
            if not rows or rows[-1].lines:
                rows.append(Row(uncertain=True))
            rows[-1].body += block
            continue
        for line in block:
            _sort_in(rows, line, joiner)
    return rows


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if not blocks or line.gap >= FAR:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _sort_in(rows: list[Row], line: Line, joiner: Joiner) -> None:
    """Put a line of a text into the row it belongs to, by what it says."""
    left, tab, right = line.text.partition("\t")
    if tab and left.strip() and right.strip():
        rows.append(Row([line.saying(right.strip())], [line.saying(left.strip())]))
    elif rows and not rows[-1].lines and _body_goes_on(rows[-1], line, joiner):
        rows[-1].body.append(line)
    elif _is_body(line.text) and (not rows or not rows[-1].lines or ends_sentence(rows[-1].lines[-1].text)):
        if not rows or rows[-1].lines:
            rows.append(Row(uncertain=True))
        rows[-1].body.append(line)
    elif rows and (bullet(line.text) or not rows[-1].lines or not _asks_anew(rows[-1], line)):
        rows[-1].lines.append(line)
    else:
        rows.append(Row([line], uncertain=True))


def _body_goes_on(row: Row, line: Line, joiner: Joiner) -> bool:
    if says_what_to_do(line.text) or not row.body:
        return False
    return starts_small(line.text) or not is_whole_body(joiner.join(one.text for one in row.body))


def _asks_anew(row: Row, line: Line) -> bool:
    return ends_sentence(row.lines[-1].text) and says_what_to_do(line.text) and line.text[:1].isupper()


def _is_body(text: str) -> bool:
    named = bool(_BODY_WORDS.search(text)) and not says_what_to_do(text)
    return named and not ends_sentence(text) and not bullet(text)
