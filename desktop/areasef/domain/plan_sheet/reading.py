"""Cells read for the plan: each kind of column has one way, which hands over a value or a fault with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from areasef.domain.days import full_words
from areasef.domain.dossier import Dossier
from areasef.domain.funding import FUNDING_WORDS, pounds
from areasef.domain.identity import new_id
from areasef.domain.partner import Partner, Person
from areasef.domain.plan import Delivery
from areasef.domain.plan_sheet import values
from areasef.domain.plan_sheet.columns import Column, Reads
from areasef.domain.plan_sheet.mapping import Mapping as SheetsMapping
from areasef.domain.plan_sheet.meaning import NameUse, WordUse
from areasef.domain.plan_sheet.names import (
    EVERYBODY,
    LEAVE_OUT,
    NEW_PARTNER,
    NEW_PERSON,
    Known,
    guess_who,
    plain,
    split_names,
)
from areasef.domain.plan_sheet.rows import BETWEEN
from areasef.domain.plan_sheet.values import NOTHING, NotUnderstood, funding_state, read_days, read_number, read_step
from areasef.domain.progress import DELIVERY_WORDS, number_words
from areasef.domain.workbook import Cell
from areasef.words.faults import Fault

UNTOUCHED: Final = object()
"""What a cell hands over that changes nothing."""
_EVIDENCE: Final = re.compile(r"\bE-\d+\b", re.I)


@dataclass
class Read:
    """A cell that was read: the value it hands over, how it is said, and its faults without their place."""

    value: Any = UNTOUCHED
    words: str = ""
    faults: list[Fault] = field(default_factory=list)
    unit: str = ""
    moved: Any = None
    starts: Any = None

    def fault(self, code: str, **params: object) -> None:
        """Note that something of the cell was not taken."""
        self.faults.append(Fault(code, params=params))


class Reader:
    """Reads cells against one workspace, and counts the words and names it meets. New people and bodies are made once."""

    def __init__(self, dossier: Dossier, mapping: SheetsMapping) -> None:
        self.dossier = dossier
        self.mapping = mapping
        self.known = Known(dossier.partners, dossier.people)
        self.made: dict[str, Partner | Person] = {}
        self._words: Counter[tuple[str, str]] = Counter()
        self._spelled: dict[tuple[str, str], str] = {}
        self._names: Counter[str] = Counter()
        self._named: dict[str, tuple[str, Reads]] = {}
        self._stages = {each.id: each.title for each in dossier.framework.impact_stages}

    def read(self, column: Column, cell: Cell | None) -> Read:
        """Return what a cell hands over; an empty one changes nothing, a dash empties what is kept."""
        read = Read()
        if cell is None:
            return read
        if cell.error:
            read.faults.append(error_of(cell))
            return read
        text = cell.text
        if not text and column.reads not in (Reads.DELIVERY, Reads.STAGE):
            return read
        if not text and not values.colour_word(cell.fill):
            return read
        try:
            _WAYS[column.reads](self, column, cell, read)
        except NotUnderstood as error:
            read.faults.append(error.fault)
        return read

    @property
    def word_uses(self) -> tuple[WordUse, ...]:
        """The words of ratings that were met, with what each is taken for."""
        return tuple(
            WordUse(
                reads,
                self._spelled[reads, word],
                self._meaning(Reads(reads), word),
                count,
                bool(self._guess(Reads(reads), word)),
            )
            for (reads, word), count in self._words.items()
        )

    @property
    def name_uses(self) -> tuple[NameUse, ...]:
        """The names that were met and are not of the workspace, or that somebody decided about."""
        found = []
        for key, count in self._names.items():
            name, reads = self._named[key]
            who = self._who(name, reads)
            if who in (NEW_PARTNER, NEW_PERSON) or key in self.mapping.names:
                found.append(NameUse(name, who, count))
        return tuple(found)

    def text(self, _column: Column, cell: Cell, read: Read) -> None:
        """Words as they are; a dash alone is none."""
        read.value = "" if cell.text in ("-", "–", "—") else cell.text
        read.words = read.value

    def days(self, column: Column, cell: Cell, read: Read) -> None:
        """A day: the first or the last of the time that is named."""
        found = read_days(cell)
        if found is None:
            read.value = None
            return
        first = column.reads is Reads.FIRST_DAY
        read.value = found.start if first else found.end
        read.words = full_words(read.value)
        read.moved = found.moved
        read.starts = found.start if found.span and not first else None

    def delivery(self, _column: Column, cell: Cell, read: Read) -> None:
        """One of the five words of delivery, by what the word or the colour of the cell stands for."""
        meaning = self._word(Reads.DELIVERY, cell)
        if meaning:
            read.value = Delivery(meaning)
            read.words = DELIVERY_WORDS[read.value]
        elif meaning is None:
            read.fault("sheet.unknown_word", words=_rating(cell), known=", ".join(DELIVERY_WORDS.values()))

    def stage(self, _column: Column, cell: Cell, read: Read) -> None:
        """One of the pack's stages of impact."""
        meaning = self._word(Reads.STAGE, cell)
        if meaning:
            read.value, read.words = meaning, self._stages[meaning]
        elif meaning is None:
            read.fault("sheet.unknown_word", words=_rating(cell), known=", ".join(self._stages.values()))

    def number(self, _column: Column, cell: Cell, read: Read) -> None:
        """A number, and the unit that it is typed with."""
        found = read_number(cell)
        if found is None:
            read.value = None
        else:
            read.value, read.unit = found
            read.words = f"{number_words(read.value)}{'%' if read.unit == '%' else ''}"

    def step(self, _column: Column, cell: Cell, read: Read) -> None:
        """A step from 1 to 5."""
        read.value = read_step(cell)
        read.words = "" if read.value is None else f"{read.value} of 5"

    def pounds(self, _column: Column, cell: Cell, read: Read) -> None:
        """An amount in whole pounds."""
        found = read_number(cell)
        read.value = None if found is None else round(found[0])
        read.words = pounds(read.value)

    def funding(self, _column: Column, cell: Cell, read: Read) -> None:
        """Whether money is there: one of three words, or a word that stands for one."""
        found = funding_state(cell.text)
        if found is None and cell.text in NOTHING:
            return
        if found is None:
            read.fault("sheet.unknown_word", words=cell.text, known=", ".join(FUNDING_WORDS.values()))
            return
        read.value, read.words = found, FUNDING_WORDS[found]

    def names(self, column: Column, cell: Cell, read: Read) -> None:
        """Who is meant, as (kind, id) of each; the caller takes those that fit its place."""
        if cell.text.casefold() in NOTHING:
            read.value = ()
            return
        found: list[tuple[str, str]] = []
        said: list[str] = []
        for name in split_names(cell.text, self.known):
            for kind, key, label in self._resolve(name, column.reads, read):
                found.append((kind, key))
                said.append(label)
        if found or not read.faults:  # who is kept is not let go because nobody of the cell was taken
            read.value = tuple(dict.fromkeys(found))
            read.words = BETWEEN.join(dict.fromkeys(said))

    def tags(self, _column: Column, cell: Cell, read: Read) -> None:
        """Words of a partnership's own."""
        parts = [part.strip() for part in re.split(r"[;,\n]", cell.text)]
        read.value = tuple(dict.fromkeys(part for part in parts if part and part not in ("-", "–")))
        read.words = BETWEEN.join(read.value)

    def strands(self, _column: Column, cell: Cell, read: Read) -> None:
        """Strands by code or title."""
        strands = self.dossier.framework.strands
        by_word = {word.casefold(): each for each in strands for word in (each.code, each.title)}
        found = []
        for part in filter(None, (part.strip() for part in re.split(r"[;,\n]", cell.text))):
            strand = by_word.get(part.casefold())
            if strand is not None:
                found.append(strand)
            elif part not in ("-", "–"):
                read.fault("sheet.unknown_strand", words=part, known=f"{strands[0].code}, {strands[-1].code}")
        if found or not read.faults:
            read.value = tuple(each.id for each in strands if each in found)
            read.words = BETWEEN.join(each.code for each in strands if each in found)

    def evidence(self, _column: Column, cell: Cell, read: Read) -> None:
        """Items of the library, by their references in the cell."""
        by_ref = {each.ref.casefold(): each for each in self.dossier.evidence}
        named = _EVIDENCE.findall(cell.text)
        found = [by_ref[ref.casefold()] for ref in named if ref.casefold() in by_ref]
        for ref in named:
            if ref.casefold() not in by_ref:
                read.fault("sheet.unknown_evidence", words=ref)
        if not named and cell.text.casefold() not in NOTHING:
            read.fault("sheet.unknown_evidence", words=cell.text[:80])
        if found or not read.faults:
            read.value = tuple(dict.fromkeys(each.id for each in found))
            read.words = BETWEEN.join(dict.fromkeys(each.ref for each in found))

    def refs(self, _column: Column, cell: Cell, read: Read) -> None:
        """References of actions, as they are typed."""
        parts = (part.strip() for part in re.split(r"[;,\n]| and ", cell.text))
        read.value = tuple(dict.fromkeys(part for part in parts if part and part.casefold() not in NOTHING))
        read.words = BETWEEN.join(read.value)

    def _word(self, reads: Reads, cell: Cell) -> str | None:
        """Return what a rating stands for; nothing where somebody leaves it out, None where nobody knows."""
        said = _rating(cell)
        if said.casefold() in NOTHING:
            return ""
        word = plain(said) or said.casefold()
        self._words[reads, word] += 1
        self._spelled.setdefault((reads, word), said)
        return self._meaning(reads, word) or ("" if (reads, word) in self.mapping.words else None)

    def _meaning(self, reads: Reads, word: str) -> str:
        decided = self.mapping.words.get((reads, word))
        return decided if decided is not None else self._guess(reads, word)

    def _guess(self, reads: Reads, word: str) -> str:
        said = self._spelled[reads, word]
        return values.guess_delivery(said) if reads is Reads.DELIVERY else values.guess_stage(said, self._stages)

    def _who(self, name: str, reads: Reads) -> str:
        decided = self.mapping.names.get(plain(name))
        return decided if decided is not None else guess_who(name, reads, self.known)

    def _resolve(self, name: str, reads: Reads, read: Read) -> list[tuple[str, str, str]]:
        """Return kind, id and label of who a name means; a new one is made once for all its cells."""
        key = plain(name)
        self._names[key] += 1
        self._named.setdefault(key, (name, reads))
        who = self._who(*self._named[key])
        if who == LEAVE_OUT:
            read.fault("sheet.name_left_out", name=name)
            return []
        if who == EVERYBODY:
            new = [each for each in self.made.values() if isinstance(each, Partner)]
            return [("partner", each.id, each.label) for each in (*self.dossier.partners, *new)]
        if who in (NEW_PARTNER, NEW_PERSON):
            made = self._make(key, name, who)
            return [("partner" if isinstance(made, Partner) else "person", made.id, f"{made.name} (new)")]
        kind, _, found = who.partition(":")
        held = (self.dossier.partner_by_id if kind == "partner" else self.dossier.person_by_id).get(found)
        return [(kind, found, held.name)] if held else []

    def _make(self, key: str, name: str, who: str) -> Partner | Person:
        if key not in self.made:
            bare = re.sub(r"\s*\([^)]*\)\s*$", "", name).strip() or name
            if who == NEW_PARTNER:
                last = max((each.position for each in self.dossier.partners), default=-1)
                count = sum(isinstance(each, Partner) for each in self.made.values())
                self.made[key] = Partner(new_id(), bare, position=last + 1 + count)
            else:
                bracket = re.search(r"\(([^)]*)\)\s*$", name)
                of = self.known.partner(bracket[1]) if bracket else None
                self.made[key] = Person(new_id(), bare, of.id if of else None)
        return self.made[key]


def _rating(cell: Cell) -> str:
    """Return the word of a rating, or the colour of its cell where there is only that."""
    return cell.text or f"{values.colour_word(cell.fill)} (colour alone)"


def error_of(cell: Cell) -> Fault:
    """Return what is said of a cell that shows an error, or a formula that no program has worked out."""
    code = "sheet.not_worked_out" if cell.error.startswith("=") else "sheet.error_cell"
    return Fault(code, params={"error": cell.error})


def placed(faults: list[Fault], sheet: str, cell: str) -> tuple[Fault, ...]:
    """Return faults with the place they stand at: ``Actions!F12``."""
    return tuple(replace(each, place=f"{sheet}!{cell}") for each in faults)


_Way = Callable[[Reader, Column, Cell, Read], None]
_WAYS: Final[Mapping[Reads, _Way]] = MappingProxyType(
    {
        Reads.TEXT: Reader.text,
        Reads.FIRST_DAY: Reader.days,
        Reads.LAST_DAY: Reader.days,
        Reads.DELIVERY: Reader.delivery,
        Reads.STAGE: Reader.stage,
        Reads.NUMBER: Reader.number,
        Reads.STEP: Reader.step,
        Reads.ANYBODY: Reader.names,
        Reads.BODY: Reader.names,
        Reads.BODIES: Reader.names,
        Reads.PERSON: Reader.names,
        Reads.WORDS: Reader.tags,
        Reads.STRANDS: Reader.strands,
        Reads.EVIDENCE: Reader.evidence,
        Reads.REFS: Reader.refs,
        Reads.POUNDS: Reader.pounds,
        Reads.FUNDING: Reader.funding,
    }
)
