"""What stands above the rows of the two tables: a few words before the first area, and a body on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from areasef.intake.reports.bullets import bullet
from areasef.intake.reports.joining import Joiner, ends_sentence, starts_small
from areasef.intake.reports.naming import is_whole_body, names_body
from areasef.intake.reports.printed import Line
from areasef.intake.reports.rows import Row, says_what_to_do

LONGEST_NAME: Final = 160  # letters


def before_table(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the words before a ruled table that are none of its rows, and the rest."""
    first = next((at for at, line in enumerate(lines) if line.cell), 0)
    ends = [at for at, line in enumerate(lines[:first], 1) if _is_end(line.text)]
    count = ends[-1] if ends else 0
    beside = any(line.cell and line.cell.columns > 1 for line in lines)
    said = " ".join(line.text for line in lines[:count])
    if any(bullet(line.text) for line in lines[:count]) or (
        says_what_to_do(said) and not (beside or said.endswith(":"))
    ):
        count = 0  # an area that no rule surrounds
    return list(lines[:count]), list(lines[count:])


def _is_end(text: str) -> bool:
    return ends_sentence(text) or text.rstrip().endswith(":")


def under_names(rows: Sequence[Row], joiner: Joiner) -> list[Row]:
    """Return rows without those that only name a body, which is then the body of the rows below it."""
    kept: list[Row] = []
    above: list[Line] = []
    for at, row in enumerate(rows):
        following = rows[at + 1] if at + 1 < len(rows) else None
        whole = not kept or not kept[-1].body or is_whole_body(joiner.join(line.text for line in kept[-1].body))
        if whole and following is not None and not following.body and _only_names(row, joiner):
            above = row.body or row.lines
            continue
        if row.body:
            above = []
        row.above = list(above)
        kept.append(row)
    return kept


def _only_names(row: Row, joiner: Joiner) -> bool:
    """Say whether a row of a PDF is nothing but the name of a body."""
    lines = row.body or row.lines
    if (row.body and row.lines) or not lines[0].page:
        return False
    said = joiner.join(line.text for line in lines)
    if len(said) > LONGEST_NAME or _is_end(said) or starts_small(said) or bullet(said) or says_what_to_do(said):
        return False
    return names_body(said) and is_whole_body(said)
