"""The priority-action table in a text that keeps no columns: bodies and what they must do, told apart by what lines say.

An extractor that reads cell by cell gives the body's short lines, then the text's long ones; one that reads down a
column gives several bodies first and their texts after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from areasef.intake.reports.bullets import bullet
from areasef.intake.reports.headings import letters
from areasef.intake.reports.joining import Joiner, ends_sentence, fitted, starts_small
from areasef.intake.reports.measure import fitted_anew
from areasef.intake.reports.printed import FAR, NEW_PAGE, Line
from areasef.intake.reports.rows import Row, asks_nobody, is_glue, says_what_to_do

_WHOLE_BODY: Final = re.compile(
    r"(council|boards?|icbs?|trusts?|leaders|partnership|authority|corporation|first|together|services|providers"
    r"|commissioners|schools|colleges|settings)\)?$",
    re.IGNORECASE,
)
_BODY_WORDS: Final = re.compile(
    r"\b(council|board|icb|trust|nhs|borough|corporation|authority|leaders|partnership|children’s|children's)\b", re.I
)
_SENTENCE: Final = re.compile(r"\w{3}[.?!]\s+[A-Z]")
SHORT: Final = 36  # letters: a body stands in the narrow column, its text in the wide one
MOST_LINES: Final = 60
AHEAD: Final = 6
LEAST: Final = 8  # letters of a name that a page's end has cut
_NEVER_FIRST: Final = ("(", "&", "and ", "of ", "for ", "with ")


def is_whole_body(text: str) -> bool:
    """Say whether the name of a body is complete: one cut by a page break ends in the middle of a name."""
    return bool(_WHOLE_BODY.search(text.strip()))


def names_body(text: str) -> bool:
    """Say whether a text holds a word that bodies have in their names."""
    return bool(_BODY_WORDS.search(text))


def by_words(lines: Sequence[Line], joiner: Joiner, named: Sequence[str] = ()) -> list[Row]:
    """Return rows of bodies and texts, each marked as uncertain; names that stand whole anywhere tell what others are."""
    first = _rows(lines, joiner, frozenset())
    names = {_letters(row, joiner) for row in first if row.lines and is_whole_body(_joined(row.body, joiner))}
    whole = {name for name in names if not any(name != other and name.startswith(other) for other in names)}
    return _rows(lines, joiner, frozenset(whole | {letters(name) for name in named}))


def _rows(lines: Sequence[Line], joiner: Joiner, known: frozenset[str]) -> list[Row]:
    rows: list[Row] = []
    run: list[Line] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        left, tab, right = line.text.partition("\t")
        count = 0 if tab else _body_length(lines, index, rows, run, joiner, known)
        if tab and left.strip() and right.strip():
            _give(rows, run, joiner)
            rows.append(Row([line.saying(right.strip())], [line.saying(left.strip())]))
        elif count:
            _give(rows, run, joiner)
            _name(rows, lines[index : index + count], joiner)
        elif mixed := _two_on_one(line, rows, run, joiner, known):
            if not mixed[0]:
                _give(rows, run, joiner)
                rows.append(Row(uncertain=True))
            rows[-1].body.append(line.saying(mixed[1]))
            run.append(line.saying(mixed[2]))
        else:
            run.append(line)
        index += max(count, 1)
    _give(rows, run, joiner)
    return rows


def _body_length(
    lines: Sequence[Line], index: int, rows: Sequence[Row], texts: Sequence[Line], joiner: Joiner, known: frozenset[str]
) -> int:
    """Return how many lines from here name bodies; 0 where a text stands."""
    if piece := _piece_of_name(lines, index, rows, joiner, known):
        return piece
    before = lines[index - 1] if index else None
    if before is not None and texts and not (lines[index].gap >= FAR or ends_sentence(before.text)):
        return 0
    run: list[Line] = []
    for line in lines[index : index + MOST_LINES]:
        if run and line.gap >= FAR:
            break
        if not _may_name(line, alone=not run):
            break
        run.append(line)
    named = joiner.join(line.text for line in run)
    if not run:
        return 0
    if _is_rest(named, rows, joiner):
        return len(run)
    return len(run) if _BODY_WORDS.search(named) and not says_what_to_do(named) else 0


def _piece_of_name(
    lines: Sequence[Line], index: int, rows: Sequence[Row], joiner: Joiner, known: frozenset[str]
) -> int:
    """Return how many lines from here finish the last name as it stands elsewhere, or begin one that a page cuts."""
    above = _letters(rows[-1], joiner) if rows else ""
    for count in range(1, AHEAD):
        said = letters(_joined(lines[index : index + count], joiner))
        if above and above not in known and above + said in known:
            return count
        if above + said in known or not any(name.startswith(above + said) for name in known):
            break
    opens = not rows or (index > 0 and ends_sentence(lines[index - 1].text))
    said = letters(lines[index].text)
    cut = len(said) >= LEAST and any(name != said and name.startswith(said) for name in known)
    return int(opens and cut and len(lines[index].text) <= SHORT)


def _two_on_one(
    line: Line, rows: Sequence[Row], run: Sequence[Line], joiner: Joiner, known: frozenset[str]
) -> tuple[bool, str, str] | None:
    """Return whether a name goes on, its piece and the text beside it, where a program set both columns on one line."""
    words = line.text.split()
    above = _letters(rows[-1], joiner) if rows else ""
    goes_on = bool(above) and above not in known
    before = run[-1] if run else rows[-1].lines[-1] if rows and rows[-1].lines else None
    for count in range(len(words) - 1, 0, -1):
        said = (above if goes_on else "") + letters(" ".join(words[:count]))
        if len(said) < LEAST or not any(name.startswith(said) for name in known):
            continue
        rest = " ".join(words[count:])
        opens = (before is None or ends_sentence(before.text)) and said not in known and not starts_small(rest)
        return (goes_on, " ".join(words[:count]), rest) if goes_on or opens else None
    return None


def _may_name(line: Line, *, alone: bool) -> bool:
    text = line.text.strip()
    if "\t" in text or bullet(text) or says_what_to_do(text):
        return False
    if ends_sentence(text) or text.endswith((":", ";")) or _SENTENCE.search(text):
        return False
    return len(text) <= SHORT or line.bold or (alone and bool(_BODY_WORDS.search(text)) and is_whole_body(text))


def _is_rest(named: str, rows: Sequence[Row], joiner: Joiner) -> bool:
    """Say whether lines finish the name that a page break has cut."""
    if not rows or not rows[-1].body:
        return False
    return not is_whole_body(_joined(rows[-1].body, joiner)) and is_whole_body(named)


def _name(rows: list[Row], run: Sequence[Line], joiner: Joiner) -> None:
    """Give lines that name bodies to the row whose name they finish, and the rest to a row for each name."""
    for at, line in enumerate(run):
        above = _joined(rows[-1].body, joiner) if rows else ""
        known = {_letters(row, joiner) for row in rows[:-1]}
        if not above or _begins_name(above, line, known, parted=not at and bool(rows[-1].lines)):
            rows.append(Row(uncertain=True))
        rows[-1].body.append(line)


def _begins_name(above: str, line: Line, known: set[str], *, parted: bool) -> bool:
    """Say whether a line begins another name than the one that stands above it."""
    if line.text.startswith(_NEVER_FIRST):
        return False
    if parted and letters(above) in known:
        return True
    return is_whole_body(above) and (parted or not starts_small(line.text))


def _give(rows: list[Row], run: list[Line], joiner: Joiner) -> None:
    """Give lines of text to the rows that wait for theirs, as many texts as there are names; empty the run."""
    texts, run[:] = fitted_anew(run), []
    waiting = [row for row in rows if not row.lines]
    if not texts:
        return
    if not rows:
        rows.append(Row(uncertain=True))
        waiting = rows[:]
    given = next((row for row in reversed(rows) if row.lines), None)
    rest = given is not None and bool(waiting) and _goes_on(given.lines[-1], texts[0])
    takers = [*([given] if given is not None and (rest or not waiting) else []), *waiting]
    parts = _cut(texts, len(takers))
    for row, part in zip(takers, parts, strict=False):
        row.lines += part
    last = takers[len(parts) - 1]
    once = not _each_named(rows, joiner)
    more = [at for at in range(1, len(last.lines)) if _stands_apart(last.lines, at, once=once)]
    edges = [*more, len(last.lines)]
    rows += [Row(last.lines[start:end], uncertain=True) for start, end in zip(more, edges[1:], strict=True)]
    last.lines = last.lines[: edges[0]]


def _each_named(rows: Sequence[Row], joiner: Joiner) -> bool:
    """Say whether the same name stands again: then every area names its own, and none goes without."""
    known = [_letters(row, joiner) for row in rows if row.body]
    return len(set(known)) < len(known)


def _stands_apart(lines: Sequence[Line], at: int, *, once: bool) -> bool:
    """Say whether a text below an empty line is another one, beside the body of the one above."""
    apart = (lines[at].gap >= NEW_PAGE and once) or FAR <= lines[at].gap < NEW_PAGE
    return apart and _begins(lines, at)


def _goes_on(before: Line, line: Line) -> bool:
    return not ends_sentence(before.text) or starts_small(line.text) or bool(bullet(line.text))


def _cut(lines: Sequence[Line], count: int) -> list[Sequence[Line]]:
    """Return lines in so many texts, parted where one most likely begins; fewer where nothing else can begin one."""
    likely = {at: _likely(lines, at) for at in range(1, len(lines)) if not _goes_on(lines[at - 1], lines[at])}
    starts = sorted(sorted(likely, key=lambda at: (-likely[at], at))[: count - 1])
    edges = [0, *starts, len(lines)]
    return [lines[start:end] for start, end in pairwise(edges)]


def _likely(lines: Sequence[Line], at: int) -> int:
    """Return how likely a sentence begins a text: the first ones of texts stand apart, and ask somebody for something."""
    said = _sentence(lines, at)
    asks = says_what_to_do(said)
    return (
        4 * (FAR <= lines[at].gap < NEW_PAGE)
        + 4 * fitted(lines[at - 1], lines[at])
        + 2 * (asks and not asks_nobody(said))
        + asks
        - 4 * is_glue(said)
    )


def _begins(lines: Sequence[Line], at: int) -> bool:
    if _goes_on(lines[at - 1], lines[at]) or is_glue(lines[at].text):
        return False
    return says_what_to_do(_sentence(lines, at))


def _sentence(lines: Sequence[Line], at: int) -> str:
    ahead: list[str] = []
    for each in lines[at : at + AHEAD]:
        ahead.append(each.text)
        if ends_sentence(each.text) or each.text.rstrip().endswith(":"):
            break
    return " ".join(ahead)


def _joined(lines: Sequence[Line], joiner: Joiner) -> str:
    return joiner.join(line.text for line in lines)


def _letters(row: Row, joiner: Joiner) -> str:
    return letters(_joined(row.body, joiner))
