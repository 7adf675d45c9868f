"""An iCalendar file (RFC 5545) of days on which something is due, for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from areasef.domain.deadline import Deadline

_LONGEST: Final = 75  # octets in a line, from section 3.1
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def calendar_text(deadlines: Iterable[Deadline], area: str, key: str, stamp: datetime) -> str:
    """Return the file: an event of a whole day for each deadline with a day.

    ``key`` makes the identifiers the same each time, so that a calendar replaces rather than doubles them.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Area SEF//Dates//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(f'{area}: SEND inspection dates')}",
    ]
    for each in deadlines:
        lines += _event(each, area, key, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(deadline: Deadline, area: str, key: str, stamp: datetime) -> list[str]:
    day = deadline.day
    if day is None:
        return []
    return [
        "BEGIN:VEVENT",
        f"UID:{deadline.interval.id}.{key}@areasef",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(f'{deadline.interval.title} ({area})')}",
        f"DESCRIPTION:{_escaped(_reason(deadline))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _reason(deadline: Deadline) -> str:
    counted = f"{deadline.why[:1].upper()}{deadline.why[1:]}."
    if deadline.own_day:
        counted = f"Fixed by hand. By the rule: {deadline.why}."
    source = f"Source: {deadline.interval.source.document}{'' if deadline.verified else ' (unverified)'}."
    return "\n".join(filter(None, (counted, deadline.interval.note, source)))


def _escaped(words: str) -> str:
    return words.translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets; each that goes on begins with a space, and no character is split."""
    piece, size = "", 0
    for character in line:
        wide = len(character.encode())
        if size + wide > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece += character
        size += wide
    yield piece
