"""The narrative sections and the findings: lines -> paragraphs, lines -> bulleted items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

from areasef.domain.report import ReportItem
from areasef.intake.reports.bullets import after_bullet, bullet, marked_anew
from areasef.intake.reports.joining import Joiner, ends_sentence, fitted, starts_small
from areasef.intake.reports.measure import fitted_anew
from areasef.intake.reports.printed import FAR, Line

# Words with which no paragraph of a published report begins, and every second sentence inside one.
_CONNECTIVE: Final = re.compile(
    r"(this|these|those|they|it|such|however|therefore|consequently|also|in addition|as a result|for example"
    r"|despite this|because of this|in these cases|furthermore|moreover|additionally|similarly|likewise|at times"
    r"|on \d{1,2} [a-z]+ \d{4})\b",
    re.IGNORECASE,
)
# What every report says of its area, each in a paragraph of its own.
_OPENER: Final = re.compile(
    r"the commissioning of (?:health )?services changed|[\w ,’'()-]{3,80}\bcommissions? (?:(?:a range of|some)(?: |$))?(?:alternative|ap\b|$)",
    re.IGNORECASE,
)
WIDER = 1.4
DEEPER = 10.0
DASHES = "-−–—"
SPACED = 3.5  # points that part paragraphs with hardly any space between them
SHORT_PART = 3  # lines of a paragraph that a page's end has cut: one of so few is rarely whole
USUAL_PARAGRAPH = 8  # lines: most have fewer
ROOM_LEFT = 1.9  # lines that would still fit on a page: so many were left empty on purpose
ONE_LINE_LEFT = 0.95  # one line may be left so that none stands alone on the next page
SHORT_LAST_LINE = 90.0
SHORT_LAST_TEXT = 20.0  # letters
TALLEST_LEADING = 30.0


def paragraphs(lines: Sequence[Line], joiner: Joiner, foot: float = 0.0) -> tuple[ReportItem, ...]:
    """Return the paragraphs of a narrative section; ``foot`` is how low a report's text reaches on its pages."""
    lines = fitted_anew(lines)
    leading = _leading(lines)
    groups: list[list[Line]] = []
    unsure: set[int] = set()
    for at, line in enumerate(lines):
        before = groups[-1][-1] if groups else None
        apart = before is not None and _is_parted(before, line)
        opens = before is None or apart or _opens(before, line, leading)
        if opens and before and line.page != before.page and not apart and not fitted(before, line):
            # The last line was full and ended a sentence: the paragraph may go on, and does where it would be short.
            room = (before.box[1] - foot) / leading if leading > 0 else 0.0
            opens = not _is_part(_on_page(groups[-1], before.page), _ahead(lines[at:], leading), room)
            unsure.add(len(groups) - 1 + opens)
        if opens:
            groups.append([])
        groups[-1].append(line)
    return tuple(joiner.item(group, uncertain=index in unsure) for index, group in enumerate(groups))


def _is_parted(before: Line, line: Line) -> bool:
    """Say whether an empty line stands between two lines that a page's end parts, or what always begins a paragraph."""
    between = line.page != before.page and (before.over or line.under or bool(_OPENER.match(line.text)))
    return between and ends_sentence(before.text) and not starts_small(line.text)


def _is_part(above: int, below: int, room: float) -> bool:
    """Say whether so many lines above and below a page's end, with room for some more, are one paragraph and not two."""
    if room >= ROOM_LEFT or (room >= ONE_LINE_LEFT and above + below >= USUAL_PARAGRAPH):
        return False
    return above <= SHORT_PART or (below <= SHORT_PART and above + below <= USUAL_PARAGRAPH)


def _on_page(group: Sequence[Line], page: int) -> int:
    return sum(line.page == page for line in group)


def _ahead(lines: Sequence[Line], leading: float) -> int:
    """Return how many lines there are until a paragraph ends."""
    return next((at for at, (one, line) in enumerate(pairwise(lines), 1) if _opens(one, line, leading)), len(lines))


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance of lines; -1 for a text in which paragraphs end without an empty line."""
    if lines and not lines[0].page:
        short = [line.gap >= FAR for before, line in pairwise(lines) if _ends_short(before, line)]
        return 0.0 if short and all(short) else -1.0
    gaps = [line.gap for line in lines if 0 < line.gap < TALLEST_LEADING]
    return median(gaps) if gaps else 0.0


def _ends_short(before: Line, line: Line) -> bool:
    clearly = before.room > line.first + SHORT_LAST_TEXT
    return clearly and ends_sentence(before.text) and not starts_small(line.text)


def _opens(before: Line, line: Line, leading: float) -> bool:
    if bullet(line.text) and ends_sentence(before.text) is False:
        return False
    if not line.page:  # an empty line parts paragraphs, and room for another word, unless the sentence runs on
        short = leading < 0 and fitted(before, line)
        if short and _CONNECTIVE.match(line.text):
            short = before.room > line.first + SHORT_LAST_TEXT
        apart = line.gap >= FAR or short or bool(_OPENER.match(line.text))
        return apart and ends_sentence(before.text) and not starts_small(line.text)
    if line.page != before.page:
        goes_on = _CONNECTIVE.match(line.text) and not fitted(before, line)
        ended = ends_sentence(before.text) or before.room > line.first + SHORT_LAST_LINE  # a full stop was forgotten
        return ended and not starts_small(line.text) and not goes_on
    if starts_small(line.text) and not ends_sentence(before.text):
        return False
    if line.gap > WIDER * leading:
        return True
    spaced = line.gap > leading + SPACED or before.room > line.first + SHORT_LAST_LINE
    return spaced and ends_sentence(before.text) and not bullet(line.text)


def findings(lines: Sequence[Line], joiner: Joiner) -> tuple[tuple[ReportItem, ...], tuple[ReportItem, ...]]:
    """Return the bulleted items of a findings section, and the paragraphs that stand before the first bullet."""
    texts = marked_anew([line.text for line in lines])
    lines = fitted_anew([line.saying(text) for line, text in zip(lines, texts, strict=True)])
    if not any(map(bullet, texts)):  # a copy that lost every bullet: what stands apart is a finding
        return tuple(replace(item, uncertain=True) for item in paragraphs(lines, joiner)), ()
    groups: list[list[Line]] = []
    loose: list[Line] = []
    unsure: set[int] = set()
    first = next((bullet(line.text)[:1] for line in lines if bullet(line.text)), "")
    for at, line in enumerate(lines):
        found = bullet(line.text)[:1]
        marked = bool(found) and (found not in DASHES or found == first)  # a dash may begin a line of a sentence
        if marked and not _is_sub(line, groups):
            groups.append([line])
        elif not groups:
            loose.append(line)
        else:
            here = _group_for(groups, line, lines[at - 1])
            if _looks_new(groups[here], line):
                unsure.add(here)
            groups[here].append(line)
    items: list[ReportItem] = []
    for index, group in enumerate(groups):
        kept = [group[0].saying(after_bullet(group[0].text)), *group[1:]]
        kept = [line for line in kept if after_bullet(line.text).strip()]
        if kept:
            items.append(joiner.item(kept, uncertain=index in unsure))
    return tuple(items), paragraphs(loose, joiner)


def _group_for(groups: Sequence[Sequence[Line]], line: Line, before: Line) -> int:
    """Return which finding a line without a bullet belongs to: the last, unless a text gave several bullets first."""
    last = len(groups) - 1
    bare = last + 1
    while bare and len(groups[bare - 1]) == 1 and not after_bullet(groups[bare - 1][0].text).strip():
        bare -= 1
    if line.page or bare > last:
        return last
    apart = line.gap >= FAR or fitted(before, line)
    begins = apart and ends_sentence(before.text) and not starts_small(line.text)
    return bare if bullet(before.text) or begins else bare - 1


def _is_sub(line: Line, groups: Sequence[Sequence[Line]]) -> bool:
    """Say whether a bullet stands under the finding above it: another glyph further in, or further in after a colon."""
    if not groups:
        return False
    top, above = groups[0][0], groups[-1][0]
    other = bullet(line.text)[:1] != bullet(top.text)[:1]
    if not line.page:
        return other and groups[-1][-1].text.rstrip().endswith((":", ";", "; and"))
    same_page = [group[0] for group in groups if group[0].page == line.page]
    deeper = line.left > (same_page[0] if same_page else above).left + DEEPER
    return deeper and (other or groups[-1][-1].text.rstrip().endswith((":", ";", "; and", "; or")))


def _looks_new(group: Sequence[Line], line: Line) -> bool:
    """Say whether a line without a bullet looks like a finding whose bullet was lost."""
    before = group[-1]
    ended = ends_sentence(before.text) and not starts_small(line.text)
    return bool(line.page) and line.page == before.page and ended and line.left <= group[0].left + 2 and line.gap > 16
