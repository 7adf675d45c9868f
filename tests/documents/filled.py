"""A dossier with one thing of every kind in which every text field carries a word that stands nowhere else.

It is made by looking at the fields of the kinds, so that a field that is added later is filled as well.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from tests.documents.rich import DAY, READ_AT, framework

from areasef.documents.parts.typed import KINDS, text_fields
from areasef.domain.citation import Citation, Locator, LocatorKind, Stance
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Answer, Response
from areasef.domain.evidence import Holding
from areasef.domain.framework import Framework
from areasef.domain.record import Request
from areasef.domain.statement import Statement, marker

STATEMENT: Final = "00000000-0000-7000-8000-000000000001"
CITATION: Final = "00000000-0000-7000-8000-000000000002"
_TARGETS: Final = {
    "accountable": "Person",
    "lead": "Person",
    "lead_partner": "Partner",
    "statement": "Statement",
    "finding": "Finding",
    "action": "Action",
    "evidence": "Evidence",
    "partner": "Partner",
    "person": "Person",
    "priority": "Priority",
    "measure": "Measure",
    "revision": "Revision",
    "evaluation": "Evaluation",
}


class Filling:
    """Fills the kinds and remembers which word stands in which field."""

    def __init__(self, pack: Framework | None = None) -> None:
        self.pack = pack or framework()
        self.words: dict[tuple[str, str], str] = {}
        self.dossier = self._dossier()

    def _dossier(self) -> Dossier:
        held = {where: self._thing(kind) for kind, where in KINDS.items()}
        hints = get_type_hints(Dossier)
        given: dict[str, Any] = {
            where: (thing,) if get_origin(hints[where]) is tuple else thing for where, thing in held.items()
        }
        return Dossier(framework=self.pack, read_at=READ_AT, content_hash="3f9a21bc" * 8, **given)

    def _thing(self, kind: type, owner: str = "", under: str = "") -> Any:
        hints = get_type_hints(kind)
        owner = owner or kind.__name__
        values: dict[str, Any] = {}
        for each in fields(kind):
            if hints[each.name] is Locator:
                values[each.name] = self._thing(Locator, owner, f"{each.name}.")
            elif each.name in text_fields(kind):
                values[each.name] = self._word(owner, f"{under}{each.name}", hints[each.name])
            else:
                values[each.name] = self._other(kind, each.name, hints[each.name])
        return kind(**self._settled(kind, values))

    def _word(self, kind: str, name: str, hint: Any) -> Any:
        word = f"qx{len(self.words) + 100}zj"
        self.words[kind, name] = word
        return (word,) if get_origin(hint) is tuple else word

    def _other(self, kind: type, name: str, hint: Any) -> Any:
        if get_origin(hint) in (Union, UnionType):
            hint = next(arm for arm in get_args(hint) if arm is not type(None))
        if name == "id":
            return {"Statement": STATEMENT, "Citation": CITATION}.get(kind.__name__, f"{kind.__name__}-1")
        if name.endswith("_ids"):
            return tuple(key for key in (self._target(name[:-4]),) if key)
        if name.endswith("_id"):
            return self._target(name[:-3])
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return next(iter(hint))
        plain = {str: "", bool: True, int: 1, float: 1.0, date: DAY, datetime: READ_AT}
        return plain.get(hint, ())

    def _target(self, stem: str) -> str:
        pack: dict[str, Any] = {
            "strand": self.pack.strands,
            "section": self.pack.sections,
            "level": self.pack.levels,
            "source_type": self.pack.source_types,
            "agency": self.pack.agencies,
            "role": self.pack.roles,
            "age": self.pack.ages,
            "cohort": self.pack.cohorts,
            "plan_status": self.pack.plan_statuses,
            "impact_stage": self.pack.impact_stages,
            "kind": self.pack.partner_kinds,
        }
        if stem in pack:
            return str(pack[stem][0].id) if pack[stem] else ""
        kind = _TARGETS.get(stem, "")
        return {"Statement": STATEMENT, "Citation": CITATION}.get(kind, f"{kind}-1" if kind else "")

    def _settled(self, kind: type, values: dict[str, Any]) -> dict[str, Any]:
        """Give what cannot be worked out from a field: where a citation stands, and that a body differs in its words."""
        if kind is Statement:
            values["body"] = f"{values['body']}.{marker(CITATION)}"
        elif kind is Response:
            values |= {"subject_kind": "strand", "subject_id": self.pack.strands[0].id, "answer": Answer.DIFFERS}
        elif kind is Citation:
            values["stance"] = Stance.SUPPORTS
        elif kind is Locator:
            values["kind"] = LocatorKind.PAGE
        elif kind is Request:
            values |= {"evidence_id": None, "state": Holding.REQUESTED}
        if "ends" in values:
            values["ends"] = None
        return values
