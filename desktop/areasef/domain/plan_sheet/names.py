"""Who is meant by a name in a cell: a partner, a person, somebody new, or nobody that is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from areasef.domain.partner import Partner, Person
from areasef.domain.plan_sheet.columns import Reads

NEW_PARTNER: Final = "new_partner"
NEW_PERSON: Final = "new_person"
LEAVE_OUT: Final = ""
EVERYBODY: Final = "everybody"
_ALL: Final = frozenset(
    ("all", "all partners", "everyone", "everybody", "all agencies", "partnership", "whole partnership")
)
_BODY: Final = re.compile(
    r"(?i:\b(?:council|icb|nhs|trust|school|schools|college|forum|service|services|team|board|health|education|authority|"
    r"partnership|sendiass|pcf|cic|ltd|group|academy|academies|agency|network|department|directorate|association|charity)\b)"
    r"|^[A-Z]{2,6}$"
)
_JOB: Final = re.compile(
    r"\b(?:head|director|manager|lead|officer|coordinator|chair|dco|dmo|dsco|headteacher|commissioner|ad)\b", re.I
)
_ALIASES: Final = {
    "council": ("la", "local authority", "council", "the council", "lea", "the local authority", "lea send"),
    "icb": ("icb", "health", "the icb", "nhs icb", "integrated care board", "nhs"),
    "forum": ("pcf", "parent carer forum", "the forum", "forum", "parents", "parent carers"),
    "sendiass": ("sendiass", "send iass", "iass"),
}
_BETWEEN: Final = re.compile(r"\s*(?:;|\n|/|\s&\s|\s\+\s|\band\b|,)\s*")
_STRONG: Final = re.compile(r"\s*[;\n]\s*")
_MOST_PIECES: Final = 5  # no name has more commas and ands in it


@lru_cache(maxsize=20_000)
def plain(words: str) -> str:
    """Return a name to compare: without case, stops and what stands in brackets."""
    return " ".join(re.sub(r"[^\w&]+", " ", re.sub(r"\([^)]*\)", " ", words)).casefold().split())


@dataclass(frozen=True, slots=True)
class Known:
    """Who is in the workspace."""

    partners: tuple[Partner, ...]
    people: tuple[Person, ...]

    def partner(self, words: str) -> Partner | None:
        """Return the partner of a name, a short name, or what everybody calls it where there is only one of its kind."""
        text = plain(words)
        for each in self.partners:
            if text and text in (plain(each.name), plain(each.short_name)):
                return each
        kind = next((key for key, names in _ALIASES.items() if text in names), "")
        of_kind = [each for each in self.partners if each.kind_id == kind] if kind else []
        return of_kind[0] if len(of_kind) == 1 else None

    def person(self, words: str) -> Person | None:
        """Return the person of a name."""
        text = plain(words)
        return next((each for each in self.people if text and plain(each.name) == text), None)


def guess_who(words: str, reads: Reads, known: Known) -> str:
    """Return who a name most likely is: ``partner:id``, ``person:id``, a new one of either, or everybody."""
    partner, person = known.partner(words), known.person(words)
    if plain(words) in _ALL and partner is None and person is None:
        return EVERYBODY
    if reads is not Reads.PERSON and partner is not None:
        return f"partner:{partner.id}"
    if person is not None:
        return f"person:{person.id}"
    if partner is not None:
        return f"partner:{partner.id}"
    if reads in (Reads.BODY, Reads.BODIES):
        return NEW_PARTNER
    if reads is Reads.PERSON:
        return NEW_PERSON
    return NEW_PARTNER if _BODY.search(words) and not _JOB.search(words) else NEW_PERSON


def split_names(words: str, known: Known) -> tuple[str, ...]:
    """Return the names in a cell. A name that is known whole is never parted, and semicolons part before commas do."""
    if known.partner(words) or known.person(words) or plain(words) in _ALL:
        return (words.strip(),)
    if ";" in words or "\n" in words:
        parts = [part for part in _parts(words, known, _STRONG) if part.strip(" •-–*")]
        if len(parts) > 1:
            return tuple(name for part in parts for name in split_names(part.strip(" •-–*"), known))
    if re.fullmatch(r"[\w'’-]+, [\w'’.-]+", words.strip()) and not known.partner(words.partition(",")[0]):
        last, _, first = words.strip().partition(", ")
        if not _BODY.search(last) and not _BODY.search(first) and last[:1].isupper() and first[:1].isupper():
            return (f"{first} {last}",)
    return tuple(_joined(_parts(words, known, _BETWEEN)))


def _parts(words: str, known: Known, between: re.Pattern[str]) -> Iterator[str]:
    """Yield the names between the signs that part them; where several pieces make one known name, they stay together."""
    ends = [match.span() for match in between.finditer(words)]
    starts, stops = (0, *(end for _, end in ends)), (*(start for start, _ in ends), len(words))
    pieces = [(start, stop) for start, stop in zip(starts, stops, strict=True) if words[start:stop].strip()]
    at = 0
    while at < len(pieces):
        further = range(min(len(pieces), at + _MOST_PIECES) - 1, at, -1)
        last = next((end for end in further if _is_known(words[pieces[at][0] : pieces[end][1]], known)), at)
        yield words[pieces[at][0] : pieces[last][1]]
        at = last + 1


def _is_known(words: str, known: Known) -> bool:
    return known.partner(words) is not None or known.person(words) is not None


def _joined(parts: Iterable[str]) -> Iterable[str]:
    seen: set[str] = set()
    for part in parts:
        name = part.strip(" .•*")
        if plain(name) and plain(name) not in seen:
            seen.add(plain(name))
            yield name
