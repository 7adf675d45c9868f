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
    """A document: its title, for whom it is, the stem of its file name, and the function that makes it."""

    id: str
    title: str
    group: str
    file_stem: str
    build: Build


_KINDS: Final = (
    DocumentKind(
        "self-evaluation", "Self-evaluation (SEF)", "For partners and inspectors", "SEF", self_evaluation.build
    ),
    DocumentKind("summary", "Summary SEF", "For partners and inspectors", "Summary-SEF", summary.build),
    DocumentKind("report-mirror", "Report mirror", "For partners and inspectors", "report-mirror", report_mirror.build),
    DocumentKind("strategic-plan", "Strategic plan draft", "For the board", "strategic-plan", strategic_plan.build),
    DocumentKind(
        "priority-action-plan",
        "Priority action plan",
        "For the board",
        "priority-action-plan",
        priority_action_plan.build,
    ),
    DocumentKind("plan-on-a-page", "Plan on a page", "For the board", "plan-on-a-page", plan_on_a_page.build),
)
DOCUMENTS: Final[Mapping[str, DocumentKind]] = MappingProxyType({kind.id: kind for kind in _KINDS})
