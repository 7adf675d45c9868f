"""The priority action plan: who answers for it, each area as the report prints it with the work on it, then the rest."""

from __future__ import annotations

from typing import Final

from areasef.documents.model import (
    Block,
    Cell,
    Chapter,
    Column,
    Columns,
    Contents,
    Document,
    DocumentOptions,
    Heading,
    Paragraph,
    RowGroup,
    Run,
    Runs,
    Table,
    runs,
)
from areasef.documents.officers_statement import areas, officers
from areasef.documents.parts.binding import bind
from areasef.documents.parts.cover import cover
from areasef.documents.parts.index import NOT_HERE
from areasef.documents.parts.phrases import bodies, covers_words
from areasef.documents.parts.prose import prose
from areasef.documents.parts.receipt import Reasons
from areasef.documents.parts.signing import sign_off
from areasef.documents.strategic_plan.actions import action_blocks
from areasef.documents.strategic_plan.answers import report_words, since_lines
from areasef.documents.strategic_plan.book import Book, cell_text, quiet
from areasef.documents.strategic_plan.details import Worked, details
from areasef.documents.strategic_plan.document import REASONS as PLAN_REASONS
from areasef.documents.strategic_plan.document import counts
from areasef.documents.strategic_plan.funding import funding
from areasef.documents.strategic_plan.measures import measure_blocks
from areasef.documents.strategic_plan.opening import partners
from areasef.documents.strategic_plan.timeline import timeline
from areasef.documents.strategic_plan.watching import decisions, monitoring, risks
from areasef.domain.dossier import Dossier
from areasef.domain.plan import Action, Priority
from areasef.domain.record import Finding, FindingKind
from areasef.domain.sub_point import in_lines

_PLAN: Final = "It stands in the strategic plan."
REASONS: Final[Reasons] = {
    **PLAN_REASONS,
    ("Evaluation", "vision"): _PLAN,
    ("Evaluation", "context"): _PLAN,
    ("Evaluation", "coproduction"): _PLAN,
    ("Evaluation", "publication_note"): _PLAN,
    ("FindingCitation", "*"): "The item and its page are named; its words stand in the self-evaluation.",
    ("Finding", "*"): "It is not an area for priority action or for improvement: it stands in the strategic plan.",
    ("Priority", "*"): "It answers no area of the report: it stands in the strategic plan.",
    ("Action", "*"): "It belongs to a priority that answers no area of the report: it stands in the strategic plan.",
    ("Measure", "*"): "It belongs to a priority that answers no area of the report: it stands in the strategic plan.",
    (
        "Actual",
        "*",
    ): "It belongs to a priority that answers no area of the report, or was measured after the as-at date.",
    ("ActionUpdate", "*"): _PLAN,
    ("ActionStep", "*"): _PLAN,
    ("Request", "*"): _PLAN,
    ("Response", "words"): "The body did not ask for its words to be printed, or they stand in the self-evaluation.",
}
_EVIDENCE = (
    Column("Action", 8),
    Column("Ref", 10),
    Column("What shows the difference", 42),
    Column("Source", 22),
    Column("Covers", 18),
)
_BOARDS = (Column("Who decides", 46), Column("Agreed on", 24), Column("Signature", 30))
_DECIDES: Final = {"council": "Cabinet", "icb": "Board"}
"""What decides for a body, by the kind of body in the pack; other bodies decide as a whole."""


def build(dossier: Dossier, options: DocumentOptions) -> Document:
    """Make the priority action plan from an evaluation."""
    book = Book(dossier, options)
    lead = (
        f"What {dossier.area.name} does about each area that the inspection report names, who answers for it, "
        "and what shows that children notice."
    )
    chapters = (
        cover(dossier, options, "Priority action plan", lead, "This plan does not predict an inspection outcome."),
        Chapter("Contents", (Contents(),)),
        officers(book),
        *_areas(book),
        *details(book, _worked(book)),
        *timeline(book),
        partners(book),
        *funding(book),
        monitoring(book),
        risks(book),
        decisions(book),
        _boards(book),
        sign_off(dossier),
    )
    subject = "Areas for priority action and improvement, the work on each, and the evidence of its impact"
    return bind(dossier, options, "Priority action plan", subject, chapters, REASONS, counts(book))


def _areas(book: Book) -> list[Chapter]:
    """Make a chapter for each area; a priority that answers several stands in full under the first of them."""
    made: list[Chapter] = []
    printed: dict[str, str] = {}
    for finding, title in areas(book):
        made.append(_area(book, finding, title, printed))
    if not any(each.kind is FindingKind.PRIORITY_ACTION for each in book.dossier.followed):
        said = "No area for priority action is entered. A report names them where it asks for this plan."
        head = Heading(1, "Areas for priority action", anchor="areas")
        made.insert(0, Chapter("Areas for priority action", (head, Paragraph(quiet(said))), follows=True))
    return made


def _area(book: Book, finding: Finding, title: str, printed: dict[str, str]) -> Chapter:
    blocks: list[Block] = [Heading(1, title, anchor=f"finding-{finding.id}"), *_as_printed(book, finding)]
    answering = book.answers_to(finding)
    if not answering:
        blocks.append(Paragraph(runs(Run("No priority answers this area yet.", bold=True))))
    for priority in answering:
        if priority.id in printed:
            link = Run(f"{book.code(priority)}. {priority.title}", link=f"#priority-{priority.id}")
            blocks.append(
                Paragraph(runs("Answered by ", link, f", which stands under {printed[priority.id].lower()}."))
            )
            continue
        printed[priority.id] = title
        blocks += _priority(book, priority)
    return Chapter(title, tuple(blocks), landscape=not book.wide, joins=True)


def _as_printed(book: Book, finding: Finding) -> list[Block]:
    """Return an area in the report's words, who answers for it, and side by side what was done since."""
    where = report_words(finding.report, finding.report_date)
    page = f", page {finding.page}" if finding.page else ""
    bodies: tuple[Block, ...] = (
        Heading(2, "Responsible bodies, as printed", listed=False, drawn_as=3),
        Paragraph(runs(finding.bodies or "None are printed")),
        Paragraph(quiet(f"{where}{page}")),
    )
    since = [Paragraph(line) for line in since_lines(book, finding)]
    half = -(-len(since) // 2)
    head = Heading(2, "Since the report", listed=False, drawn_as=3)
    columns: tuple[tuple[Block, ...], ...] = (bodies, (head, *since[:half]))
    if since[half:]:
        columns = (*columns, (Heading(2, "Shown by, and left to do", listed=False, drawn_as=3), *since[half:]))
    return [*prose(in_lines(finding.text), "lead"), Columns(columns)]


def _priority(book: Book, priority: Priority) -> list[Block]:
    actions = book.actions_of(priority)
    title = priority.title.strip() or "Untitled priority"
    blocks: list[Block] = [Heading(2, title, code=book.code(priority), anchor=f"priority-{priority.id}", listed=False)]
    for line in cell_text(priority.outcome):
        blocks.append(Paragraph(runs(Run("What children will notice: ", bold=True), *line)))
    if not actions:
        return [*blocks, Paragraph(quiet("No actions yet."))]
    return [
        *blocks,
        *action_blocks(book, actions),
        *measure_blocks(book, actions),
        *_evidence(book, actions),
    ]


def _worked(book: Book) -> list[Worked]:
    """Return the priorities that answer areas with their actions, each once, in the order in which they stand here."""
    found = dict.fromkeys(each for finding, _ in areas(book) for each in book.answers_to(finding))
    return [(book.priority_title(each), book.actions_of(each)) for each in found]


def _evidence(book: Book, actions: tuple[Action, ...]) -> list[Block]:
    """Return what shows that children notice, or that nothing does yet."""
    known = book.dossier.evidence_by_id
    rows: list[tuple[Cell, ...]] = []
    for action in actions:
        for item in (known[key] for key in action.evidence_ids if key in known):
            kind = book.dossier.framework.source_type(item.source_type_id)
            source = runs(kind.title) if kind else quiet("Not said")
            head = Cell((runs(book.ref(action)),), scope="row", header=True)
            absent = NOT_HERE.get(item.holding, "")
            name = runs(item.title, Run(f" {absent[:1].upper()}{absent[1:]}", muted=True) if absent else "")
            rest: tuple[Runs, ...] = (runs(item.ref), name, source, runs(covers_words(item)))
            rows.append((head, *(Cell((each,)) for each in rest)))
    title = Heading(2, "Evidence of impact", listed=False, drawn_as=3)
    if not rows:
        return [title, Paragraph(quiet("No evidence of impact yet."))]
    return [title, Table(_EVIDENCE, (RowGroup(tuple(rows)),), "Evidence that children notice, by action")]


def _boards(book: Book) -> Chapter:
    """Make the page on which the boards that decide enter when they agreed."""
    blocks: list[Block] = [Heading(1, "Agreed by", anchor="agreed-by")]
    blank = Cell((runs("\u00a0"), runs("\u00a0")))
    rows: list[tuple[Cell, ...]] = []
    for body in bodies(book.dossier):
        decides = _DECIDES.get(body.kind_id, "")
        name = f"{decides} of {body.name}" if decides else body.name
        rows.append((Cell((runs(name),), scope="row", header=True), blank, blank))
    if rows:
        blocks.append(Table(_BOARDS, (RowGroup(tuple(rows)),), "Who decides, and when each agreed this plan"))
    else:
        blocks.append(Paragraph(quiet("No partner is named yet.")))
    return Chapter("Agreed by", tuple(blocks), follows=True)
