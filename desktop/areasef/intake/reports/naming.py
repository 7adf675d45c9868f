"""The priority-action table in a text that keeps no columns: bodies and what they must do, told apart by what lines say.

An extractor that reads cell by cell gives the body's short lines, then the text's long ones; one that reads down a
column gives several bodies first and their texts after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from areasef.intake.reports.bullets import bullet
from areasef.intake.reports.headings import letters
from areasef.intake.reports.joining import Joiner, ends_sentence, starts_small
from areasef.intake.reports.printed import FAR, Line
from areasef.intake.reports.rows import Row, is_glue, says_what_to_do

_WHOLE_BODY: Final = re.compile(
    r"(council|boards?|icbs?|trusts?|leaders|partnership|authority|corporation|first|together|services|providers"
    r"|commissioners|schools|colleges|settings)\)?$",
    re.IGNORECASE,
)
_BODY_WORDS: Final = re.compile(
    r"\b(council|board|icb|trust|nhs|borough|corporation|authority|leaders|children’s|children's)\b", re.I
)
SHORT: Final = 36  # letters: a body stands in the narrow column, its text in the wide one
MOST_LINES: Final = 9
AHEAD: Final = 6


def is_whole_body(text: str) -> bool:
    """Say whether the name of a body is complete: one cut by a page break ends in the middle of a name."""
    return bool(_WHOLE_BODY.search(text.strip()))


def by_words(lines: Sequence[Line], joiner: Joiner) -> list[Row]:
    """Return rows of bodies and texts, each marked as uncertain."""
    rows: list[Row] = []
    here = -1  # the row that text goes to
    index = 0
    while index < len(lines):
        line = lines[index]
        left, tab, right = line.text.partition("\t")
        count = _body_length(lines, index, rows, joiner)
        if tab and left.strip() and right.strip():
            rows.append(Row([line.saying(right.strip())], [line.saying(left.strip())]))
            here = len(rows) - 1
        elif count:
            _name(rows, lines[index : index + count], joiner)
        else:
            here = _row_of_text(rows, here, lines, index)
            rows[here].lines.append(line)
        index += max(count, 1)
    return rows


def _body_length(lines: Sequence[Line], index: int, rows: Sequence[Row], joiner: Joiner) -> int:
    """Return how many lines from here name bodies; 0 where a text stands."""
    before = lines[index - 1] if index else None
    opens = before is None or lines[index].gap >= FAR or ends_sentence(before.text)
    if rows and rows[-1].body and before is rows[-1].body[-1]:
        opens = True
    run: list[Line] = []
    for line in lines[index : index + MOST_LINES]:
        if run and line.gap >= FAR:
            break
        if not _may_name(line, alone=not run):
            break
        run.append(line)
    named = joiner.join(line.text for line in run)
    if not run or not opens:
        return 0
    if _is_rest(named, rows, joiner):
        return len(run)
    return len(run) if _BODY_WORDS.search(named) and not says_what_to_do(named) else 0


def _may_name(line: Line, *, alone: bool) -> bool:
    text = line.text.strip()
    if "\t" in text or bullet(text) or ends_sentence(text) or text.endswith((":", ";")) or says_what_to_do(text):
        return False
    return len(text) <= SHORT or (alone and bool(_BODY_WORDS.search(text)) and is_whole_body(text))


def _is_rest(named: str, rows: Sequence[Row], joiner: Joiner) -> bool:
    """Say whether lines finish the name that a page break has cut."""
    if not rows or not rows[-1].body:
        return False
    return not is_whole_body(_joined(rows[-1].body, joiner)) and is_whole_body(named)


def _name(rows: list[Row], run: Sequence[Line], joiner: Joiner) -> None:
    """Give lines that name bodies to the row whose name they finish, and the rest to a row of their own."""
    rest = list(run)
    if rows and rows[-1].body and rows[-1].lines and not is_whole_body(_joined(rows[-1].body, joiner)):
        while rest and not is_whole_body(_joined(rows[-1].body, joiner)):
            rows[-1].body.append(rest.pop(0))
    if not rest:
        return
    goes_on = rows and not rows[-1].lines and not is_whole_body(_joined(rows[-1].body, joiner))
    if not goes_on or letters(_joined(rest, joiner)) in {letters(_joined(row.body, joiner)) for row in rows}:
        rows.append(Row(uncertain=True))
    rows[-1].body += rest


def _row_of_text(rows: list[Row], here: int, lines: Sequence[Line], index: int) -> int:
    """Return the row that a line of text belongs to: the one at hand, unless a new text begins."""
    line = lines[index]
    waiting = next((number for number, row in enumerate(rows) if not row.lines), None)
    if here < 0 or not rows[here].lines:
        if waiting is None:
            rows.append(Row(uncertain=True))
            return len(rows) - 1
        return waiting
    follows_body = lines[index - 1] is rows[-1].body[-1] if rows[-1].body else False
    fresh = _begins(rows[here], lines, index)
    if waiting is not None and (follows_body or fresh):
        return waiting
    if fresh and line.gap >= FAR:
        rows.append(Row(uncertain=True))
        return len(rows) - 1
    return here


def _begins(row: Row, lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if not ends_sentence(row.lines[-1].text) or starts_small(line.text) or bullet(line.text) or is_glue(line.text):
        return False
    ahead: list[str] = []
    for each in lines[index : index + AHEAD]:
        ahead.append(each.text)
        if ends_sentence(each.text) or each.text.rstrip().endswith(":"):
            break
    return says_what_to_do(" ".join(ahead))


def _joined(lines: Sequence[Line], joiner: Joiner) -> str:
    return joiner.join(line.text for line in lines)
