"""The strategic plan draft as a document: which chapters it has, and in which order."""

from __future__ import annotations

from typing import Final

from areasef.documents.model import Chapter, Contents, Document, DocumentOptions
from areasef.documents.parts.binding import bind
from areasef.documents.parts.cover import cover
from areasef.documents.parts.phrases import counted
from areasef.documents.parts.receipt import Reasons
from areasef.documents.parts.signing import sign_off
from areasef.documents.strategic_plan.answers import answers
from areasef.documents.strategic_plan.book import Book
from areasef.documents.strategic_plan.details import details, worked
from areasef.documents.strategic_plan.families import families
from areasef.documents.strategic_plan.funding import funding
from areasef.documents.strategic_plan.gantt import Row, days_of
from areasef.documents.strategic_plan.opening import at_a_glance, needs, partners, vision
from areasef.documents.strategic_plan.priorities import priorities
from areasef.documents.strategic_plan.timeline import timeline
from areasef.documents.strategic_plan.watching import watching
from areasef.domain.dossier import Dossier

_ELSEWHERE: Final = "It stands in the self-evaluation."
REASONS: Final[Reasons] = {
    ("Evaluation", "title"): "It names the self-evaluation.",
    ("Evaluation", "summary"): _ELSEWHERE,
    ("SelfView", "*"): _ELSEWHERE,
    ("Statement", "*"): "The plan prints the statements that it answers; all stand in the self-evaluation.",
    ("Citation", "*"): _ELSEWHERE,
    ("FindingCitation", "*"): _ELSEWHERE,
    ("Evidence", "*"): "The plan names the items that it rests on; all stand in the self-evaluation.",
    ("Revision", "*"): _ELSEWHERE,
    ("Response", "words"): "The body did not ask for its words to be printed, or they stand in the self-evaluation.",
    ("Finding", "*"): "What the reports found effective stands in the self-evaluation.",
    ("Actual", "note"): "It was measured after the as-at date.",
    ("Request", "title"): "What was asked for is here already.",
}
"""Why a plan leaves something out."""


def build(dossier: Dossier, options: DocumentOptions) -> Document:
    """Make the strategic plan from an evaluation."""
    book = Book(dossier, options)
    span = period(dossier)
    lead = (
        f"What we will change for children and young people with SEND in {dossier.area.name}, "
        "who will do it, and how families will know."
    )
    title = f"Strategic plan {span}".strip()
    chapters = (
        cover(dossier, options, title, lead, "This plan does not predict an inspection outcome."),
        Chapter("Contents", (Contents(),), landscape=False),
        at_a_glance(book),
        vision(book),
        partners(book),
        needs(book),
        answers(book),
        *priorities(book),
        *details(book, worked(book)),
        *timeline(book),
        families(book),
        *funding(book),
        *watching(book),
        sign_off(dossier),
    )
    subject = "What the partnership will change, who does it, by when, and how families will know"
    return bind(dossier, options, "Strategic plan", subject, chapters, REASONS, counts(book))


def period(dossier: Dossier) -> str:
    """Return the years a plan runs over, such as ``2026 to 2029``; nothing where no action has a date."""
    years = [day.year for action in dossier.actions for day in days_of(Row("", "", action))]
    if not years:
        return ""
    first, last = min(years), max(years)
    return f"{first}\u00a0to\u00a0{last}" if first != last else str(first)


def counts(book: Book) -> tuple[tuple[str, str], ...]:
    """Return what the receipt counts: how many recommendations have an answer."""
    asked = book.recommendations
    answered = sum(1 for each in asked if book.answers_to(each))
    found = [("Recommendations answered", f"{answered:,} of {len(asked):,}")] if asked else []
    late = [each for each in book.dossier.milestones if each.due and each.due < book.as_at and not each.reached]
    return (*found, ("Milestones late", counted(len(late), "milestone")))
