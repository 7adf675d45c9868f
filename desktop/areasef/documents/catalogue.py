"""Every document that can be made, by its id: a new document is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from areasef.documents import plan_on_a_page, priority_action_plan, report_mirror, summary
from areasef.documents.model import Document, DocumentOptions
from areasef.documents.self_evaluation import document as self_evaluation
from areasef.documents.strategic_plan import document as strategic_plan
from areasef.domain.dossier import Dossier

Build = Callable[[Dossier, DocumentOptions], Document]


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document: its title, for whom it is, what it holds, the stem of its file name, and the function that makes it."""

    id: str
    title: str
    group: str
    about: str
    file_stem: str
    build: Build


_OUTSIDE: Final = "For partners and inspectors"
_BOARD: Final = "For the board"
_KINDS: Final = (
    DocumentKind(
        "self-evaluation", "Self-evaluation (SEF)", _OUTSIDE, "every strand in full", "SEF", self_evaluation.build
    ),
    DocumentKind("summary", "Summary SEF", _OUTSIDE, "the whole in short", "Summary-SEF", summary.build),
    DocumentKind(
        "report-mirror", "Report mirror", _OUTSIDE, "in the order of reports", "report-mirror", report_mirror.build
    ),
    DocumentKind(
        "strategic-plan", "Strategic plan draft", _BOARD, "the whole plan", "strategic-plan", strategic_plan.build
    ),
    DocumentKind(
        "priority-action-plan",
        "Priority action plan",
        _BOARD,
        "priority action alone",
        "priority-action-plan",
        priority_action_plan.build,
    ),
    DocumentKind(
        "plan-on-a-page", "Plan on a page", _BOARD, "the plan in short", "plan-on-a-page", plan_on_a_page.build
    ),
)
DOCUMENTS: Final[Mapping[str, DocumentKind]] = MappingProxyType({kind.id: kind for kind in _KINDS})
