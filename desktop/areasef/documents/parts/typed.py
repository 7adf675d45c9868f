"""Every text that people typed into an evaluation, found by looking at the fields of each kind of thing.

A field that is added later is found without being named here: it is text unless it is an id or a machine's own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Final, get_type_hints

from areasef.documents.parts.prose import BULLET
from areasef.domain import evaluation, evidence, funding, partner, plan, record
from areasef.domain.citation import Citation, FindingCitation, Locator
from areasef.domain.dossier import Dossier
from areasef.domain.statement import MARKER, Statement
from areasef.domain.sub_point import in_lines

KINDS: Final[dict[type, str]] = {
    evaluation.Area: "area",
    evaluation.Evaluation: "evaluation",
    partner.Partner: "partners",
    partner.Person: "people",
    partner.RoleHolding: "role_holdings",
    evaluation.SelfView: "self_views",
    evaluation.Response: "responses",
    evaluation.Agreement: "agreements",
    Statement: "statements",
    Citation: "citations",
    evidence.Evidence: "evidence",
    evidence.Revision: "revisions",
    plan.Priority: "priorities",
    plan.Action: "actions",
    plan.Measure: "measures",
    plan.Milestone: "milestones",
    plan.Actual: "actuals",
    plan.ActionUpdate: "updates",
    plan.ActionStep: "steps",
    record.Finding: "findings",
    FindingCitation: "finding_citations",
    record.Request: "requests",
    record.Decision: "decisions",
    record.Risk: "risks",
    funding.Funding: "funding",
}
"""Each kind of thing in a dossier and the field of the dossier that holds it."""
OF_PLAN: Final = ("Priority", "Action", "Measure", "Milestone", "Actual", "ActionUpdate", "ActionStep")
"""The kinds of which the plan consists."""
OF_BOARD: Final = ("Decision", "Risk", "Funding")
"""The kinds that go with a plan to the board."""

MACHINE: Final = {
    "Area": {"followed_report"},
    "Evaluation": {"framework_edition"},
    "Agreement": {"subject_kind", "text_hash"},
    "Response": {"subject_kind"},
    "Statement": {"author"},
    "ActionUpdate": {"author"},
    "Citation": {"sha256"},
    "FindingCitation": {"sha256"},
    "Locator": {"before", "after", "text_hash", "extractor"},
    "Revision": {"media_type", "sha256", "fault", "extractor", "added_by"},
}
"""Text that the program wrote by itself: nobody typed it."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text somebody typed: the kind of thing, its field, what the thing is called, and the text in parts."""

    kind: str
    field: str
    item: str
    parts: tuple[str, ...]


def typed(dossier: Dossier) -> Iterator[Typed]:
    """Yield every text that is not empty, kind by kind."""
    names = _names(dossier)
    for kind, where in KINDS.items():
        held = getattr(dossier, where)
        for thing in held if isinstance(held, tuple) else (held,):
            yield from _texts(kind, thing, names)


@cache
def text_fields(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a kind that hold text people type, those of a citation's place included."""
    hints = get_type_hints(kind)
    found: list[str] = []
    for each in fields(kind):
        hint = hints[each.name]
        if hint is Locator:
            found += [f"{each.name}.{name}" for name in text_fields(Locator)]
        elif hint in (str, tuple[str, ...], str | None) and not _is_machine(kind, each.name):
            found.append(each.name)
    return tuple(found)


def _is_machine(kind: type, name: str) -> bool:
    return name == "id" or name.endswith(("_id", "_ids")) or name in MACHINE.get(kind.__name__, ())


def _texts(kind: type, thing: Any, names: dict[str, str]) -> Iterator[Typed]:
    for name in text_fields(kind):
        value = thing
        for step in name.split("."):
            value = getattr(value, step)
        texts = value if isinstance(value, tuple) else (value or "",)
        listed = in_lines if kind is record.Finding else str  # its sub-points are printed as a list
        pieces = (piece for text in texts for part in MARKER.split(text)[::2] for piece in listed(part).splitlines())
        parts = tuple(words for piece in pieces if (words := BULLET.sub("", piece).strip()))
        if parts:
            yield Typed(kind.__name__, name, names.get(getattr(thing, "id", ""), ""), parts)


def _names(dossier: Dossier) -> dict[str, str]:
    """Return what is called by a reference that a reader can look up: evidence and statements."""
    found = {item.id: item.ref for item in dossier.evidence}
    found.update({each.id: found.get(each.evidence_id, "") for each in dossier.revisions})
    found.update({each.id: found.get(each.evidence_id, "") for each in dossier.citations})
    found.update({each.id: found.get(each.evidence_id, "") for each in dossier.finding_citations})
    for strand in dossier.framework.strands:
        for section in dossier.framework.sections:
            for at, each in enumerate(dossier.statements_of(strand, section), 1):
                found[each.id] = f"{strand.code} {section.short_title.lower()} {at}"
    return found
