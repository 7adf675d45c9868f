"""Money for the plan: what it pays for, how much in whole pounds, who gives it, for which period, and whether it is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class FundingState(StrEnum):
    """Whether money is there."""

    AGREED = "agreed"
    SOUGHT = "sought"
    GAP = "gap"


FUNDING_WORDS = {FundingState.AGREED: "Agreed", FundingState.SOUGHT: "Sought", FundingState.GAP: "Gap"}


@dataclass(frozen=True, slots=True)
class Funding:
    """Money for one or more actions. ``amount`` is in whole pounds, ``period`` a year as people write it: ``2026-27``."""

    id: str
    title: str
    amount: int | None = None
    source: str = ""
    partner_id: str | None = None
    period: str = ""
    state: FundingState = FundingState.SOUGHT
    note: str = ""
    action_ids: tuple[str, ...] = ()


def pounds(amount: int | None) -> str:
    """Return an amount as it is written: ``£46,000``; nothing where none is named."""
    return "" if amount is None else f"£{amount:,}"


def total(fundings: Iterable[Funding], state: FundingState) -> int:
    """Return what the amounts of a state come to, in pounds."""
    return sum(each.amount or 0 for each in fundings if each.state is state)


def totals_words(fundings: tuple[Funding, ...]) -> str:
    """Return what is agreed, sought and lacking, in one sentence; nothing where no amount is named."""
    said = {
        FundingState.AGREED: "{} is agreed",
        FundingState.SOUGHT: "{} is sought",
        FundingState.GAP: "{} is a gap",
    }
    parts = [words.format(pounds(sum_)) for state, words in said.items() if (sum_ := total(fundings, state))]
    unsaid = sum(1 for each in fundings if each.amount is None)
    parts += [f"for {unsaid} no amount is named"] if unsaid and parts else []
    return f"{', '.join(parts)}." if parts else ""


def funding_of(fundings: Iterable[Funding], action_id: str) -> tuple[Funding, ...]:
    """Return the money that an action has, or seeks."""
    return tuple(each for each in fundings if action_id in each.action_ids)
