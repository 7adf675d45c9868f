"""What the plan's editor offers to choose from: (id, words) in the order people look for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from areasef.domain.dossier import Dossier
from areasef.domain.numbering import numbering
from areasef.domain.partner import Person
from areasef.domain.record import Finding
from areasef.domain.statement import plain
from areasef.ui.dates import day_words

Items = tuple[tuple[str, str], ...]
NO_FINDING: Final = "Findings come with an inspection report. Ctrl K and “Import an inspection report” reads one."
NO_STATEMENT: Final = "Nothing is written in Evaluate yet. Statements stand here as soon as they are."
NO_EVIDENCE: Final = "There is no evidence yet. Ctrl E adds it on any screen."
NO_ACTION: Final = "There is no other action yet."
NO_PARTNER: Final = "No partner is named yet. Name them in Settings, under The partnership."


def partners(dossier: Dossier) -> Items:
    """Return every partner."""
    return tuple((each.id, each.name) for each in dossier.partners)


def people(dossier: Dossier) -> Items:
    """Return everybody, with the partner they work for."""
    return named(dossier.people, {each.id: each.label for each in dossier.partners})


def named(people: Iterable[Person], bodies: Mapping[str, str]) -> Items:
    """Return people with the partner they work for, given what each partner is called."""
    return tuple(
        (each.id, ", ".join(filter(None, (each.name, bodies.get(each.partner_id or "", ""))))) for each in people
    )


def priorities(dossier: Dossier) -> Items:
    """Return the priorities with their numbers."""
    numbers = numbering(dossier).priorities
    return tuple((each.id, f"{numbers[each.id]}. {each.title}") for each in dossier.priorities)


def actions(dossier: Dossier, but: str = "") -> Items:
    """Return the actions with their numbers, ``but`` one."""
    numbers = numbering(dossier).actions
    found = (each for each in dossier.actions if each.id in numbers and each.id != but)
    return tuple((each.id, f"{numbers[each.id]} {each.title}") for each in found)


def strands(dossier: Dossier) -> Items:
    """Return the strands with their codes."""
    return tuple((each.id, f"{each.code} {each.short_title}") for each in dossier.framework.strands)


def findings(dossier: Dossier) -> Items:
    """Return what inspection reports said: the report that is followed up first, others with their day."""
    first = dossier.followed
    others = tuple(each for each in dossier.findings if each not in first)
    return tuple((each.id, _finding(each)) for each in first) + tuple(
        (each.id, " ".join(filter(None, (_finding(each), _report(each))))) for each in others
    )


def _finding(finding: Finding) -> str:
    return " ".join(filter(None, (finding.number, finding.text)))


def _report(finding: Finding) -> str:
    day = day_words(finding.report_date) if finding.report_date else ""
    said = ", ".join(filter(None, (finding.report, day)))
    return f"({said})" if said else ""


def evidence(dossier: Dossier) -> Items:
    """Return the evidence with its references."""
    return tuple((each.id, f"{each.ref} {each.title}") for each in dossier.evidence)


def statements(dossier: Dossier) -> Items:
    """Return the statements of this evaluation, strand by strand."""
    found = []
    for strand in dossier.framework.strands:
        for at, each in enumerate(dossier.statements_of(strand), 1):
            words = plain(each.body).strip() or "Nothing written yet"
            found.append((each.id, f"{strand.code}, {at}: {words}"))
    return tuple(found)
