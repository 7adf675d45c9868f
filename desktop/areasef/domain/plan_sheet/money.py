"""Money that stands in the row of an action, as other people's plans have it: one sum for each cell, with its action."""

from __future__ import annotations

import re
from typing import Final

from areasef.domain.funding import FUNDING_WORDS, Funding, FundingState, pounds
from areasef.domain.identity import new_id
from areasef.domain.plan import Action
from areasef.domain.plan_sheet.building import Builder
from areasef.domain.plan_sheet.columns import Kind, column_of
from areasef.domain.plan_sheet.lines import Line
from areasef.domain.plan_sheet.meaning import CellMeaning
from areasef.domain.plan_sheet.names import plain
from areasef.domain.plan_sheet.reading import UNTOUCHED, placed
from areasef.domain.plan_sheet.values import NOTHING

FUNDING: Final = "funding"
_AMOUNT: Final = re.compile(
    r"£\s*(?P<a>\d[\d,]*(?:\.\d+)?)\s*(?P<m>k|m|million|thousand)?\b|^(?P<b>\d[\d,]*(?:\.\d+)?)$", re.I
)
_TIMES: Final = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
_STATES: Final = (
    (FundingState.GAP, r"\b(?:gap|unfunded|not funded|no funding|shortfall)\b"),
    (FundingState.SOUGHT, r"\b(?:sought|bid|requested|applied|tbc|to be \w+|not (?:yet )?(?:agreed|secured))\b"),
    (FundingState.AGREED, r"\b(?:agreed|secured|approved|existing|in place|funded|core budget|within budget)\b"),
)


def keep_funding(builder: Builder, line: Line, action: Action) -> list[CellMeaning]:
    """Hold the money of a row, and return what its cell means; money that is held already is not doubled."""
    column = column_of(Kind.ACTIONS, FUNDING)
    read = builder.reader.read(column, line.cells.get(FUNDING))
    if read.value is UNTOUCHED and not read.faults:
        return []
    writes = builder.writes
    if isinstance(read.value, str) and read.value.casefold() not in ("0", "£0", *NOTHING):
        made = _sum(builder, action, read.value)
        named = pounds(made.amount) or "An amount not named"
        read.words = f"{named}, {FUNDING_WORDS[made.state].lower()}: {made.title}"
    place = line.place(FUNDING)
    faults = placed(read.faults, line.sheet, place)
    changed = builder.writes > writes
    return [CellMeaning(FUNDING, column.head, place, line.text(FUNDING), read.words, "", changed, faults)]


def _sum(builder: Builder, action: Action, words: str) -> Funding:
    """Return the sum that a cell names. One without an amount pays for every action that names it by the same words."""
    amount, said = _parted(words)
    title = said if said and not _says_only_its_state(said) else f"Funding of {action.title}"
    alike = [each for each in builder.all(Funding) if plain(each.title) == plain(title)]
    own = next((each for each in alike if action.id in each.action_ids), None)
    if own is not None:
        return builder.change(own, **({} if amount is None else {"amount": amount}))
    shared = next((each for each in alike if each.amount is None), None) if amount is None else None
    if shared is not None:
        return builder.change(shared, action_ids=(*shared.action_ids, action.id))
    made = Funding(new_id(), title, amount, state=_state(words), action_ids=(action.id,))
    builder.put(made)
    return made


def _parted(words: str) -> tuple[int | None, str]:
    """Return the amount of a cell in whole pounds, and its words without it."""
    line = " ".join(words.split())
    match = _AMOUNT.search(line)
    if match is None:
        return None, line
    number = float((match["a"] or match["b"]).replace(",", ""))
    amount = round(number * _TIMES.get((match["m"] or "").casefold(), 1))
    rest = " ".join(f"{line[: match.start()]} {line[match.end() :]}".split()).strip(" ,;:()-–")
    return amount, rest if re.search(r"[^\W\d_]", rest) else ""


def _says_only_its_state(words: str) -> bool:
    return any(re.fullmatch(known, words, re.I) for _, known in _STATES)


def _state(words: str) -> FundingState:
    """Return whether the money is there by the words of its cell; sought where they do not say."""
    return next((state for state, known in _STATES if re.search(known, words, re.I)), FundingState.SOUGHT)
