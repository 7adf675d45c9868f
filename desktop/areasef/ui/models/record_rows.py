"""Risks, decisions and money as rows: what it is, how grave, from when or how much, whose, and the actions it is about."""

from __future__ import annotations

from datetime import date

from areasef.domain.dossier import Dossier
from areasef.domain.funding import FUNDING_WORDS, Funding, pounds
from areasef.domain.numbering import numbering
from areasef.domain.record import Decision, Risk
from areasef.ui.dates import day_words
from areasef.ui.models.entry_rows import EntryRow


def record_rows(dossier: Dossier) -> list[EntryRow]:
    """Return the risks, the gravest first, then the decisions, the newest first, then money."""
    numbers = numbering(dossier).actions
    risks = sorted(dossier.risks, key=lambda each: -(each.likelihood or 0) * (each.effect or 0))
    decisions = sorted(dossier.decisions, key=lambda each: each.on or date.min, reverse=True)
    return [
        *(_risk(each, numbers) for each in risks),
        *(_decision(each, numbers) for each in decisions),
        *(_funding(dossier, each, numbers) for each in dossier.funding),
    ]


def _risk(risk: Risk, numbers: dict[str, str]) -> EntryRow:
    owner = f"Owner: {risk.owner}." if risk.owner else "No owner yet."
    response = f"{risk.response.strip().rstrip('.') or 'No response yet'}."
    return EntryRow(
        key=risk.id,
        title=risk.title,
        detail=f"{response} {owner}",
        lead="Risk",
        word=f"Likelihood {_of_five(risk.likelihood)}",
        under_word=f"Effect {_of_five(risk.effect)}{_about(risk.action_ids, numbers)}",
    )


def _decision(decision: Decision, numbers: dict[str, str]) -> EntryRow:
    came = f"{decision.came_of_it.strip().rstrip('.') or 'What came of it is not known yet'}."
    cost = f" Cost: {decision.cost}." if decision.cost else ""
    owner = f" Owner: {decision.owner}." if decision.owner else ""
    return EntryRow(
        key=decision.id,
        title=decision.title,
        detail=f"{came}{cost}{owner}",
        lead="Decision",
        word=day_words(decision.on, short=True) if decision.on else "No date",
        under_word=f"{decision.board or 'No board named'}{_about(decision.action_ids, numbers)}",
    )


def _funding(dossier: Dossier, funding: Funding, numbers: dict[str, str]) -> EntryRow:
    body = dossier.partner_by_id.get(funding.partner_id or "")
    given = ", ".join(filter(None, (body.label if body else "", funding.source)))
    note = funding.note.strip().rstrip(".")
    return EntryRow(
        key=funding.id,
        title=funding.title,
        detail=" ".join(
            filter(None, (f"From {given}." if given else "Who gives it is not said.", note and f"{note}."))
        ),
        lead="Funding",
        word=pounds(funding.amount) or "No amount",
        under_word=", ".join(filter(None, (FUNDING_WORDS[funding.state], funding.period)))
        + _about(funding.action_ids, numbers),
    )


def _of_five(value: int | None) -> str:
    return f"{value} of 5" if value else "not said"


def _about(ids: tuple[str, ...], numbers: dict[str, str]) -> str:
    shown = [numbers[key] for key in ids if key in numbers]
    named = "action" if len(shown) == 1 else "actions"
    return f", {named} {', '.join(shown)}" if shown else ""
