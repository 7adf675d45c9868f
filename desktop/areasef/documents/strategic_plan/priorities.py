"""A priority on its landscape page: why, what children will notice, who is responsible, its actions and its measures."""

from __future__ import annotations

from areasef.documents.model import (
    Block,
    Break,
    Chapter,
    Columns,
    Heading,
    Listing,
    Paragraph,
    Run,
    runs,
)
from areasef.documents.parts.phrases import day_words
from areasef.documents.parts.prose import prose
from areasef.documents.pdf.flow import TIGHTER
from areasef.documents.pdf.measure import fits_one_page
from areasef.documents.strategic_plan.actions import action_blocks
from areasef.documents.strategic_plan.book import Book, claim, full_month, quiet
from areasef.documents.strategic_plan.measures import measure_blocks
from areasef.domain.numbering import findings_of, involved, updates_of
from areasef.domain.plan import Action, Priority
from areasef.domain.progress import BEHIND, DELIVERY_WORDS
from areasef.domain.statement import Statement
from areasef.domain.sub_point import in_lines


def priorities(book: Book) -> list[Chapter]:
    """Make a chapter for each priority; actions under none get one of their own."""
    made = [_chapter(book, each) for each in book.dossier.priorities]
    if book.loose:
        head: list[Block] = [
            Heading(1, "Actions without a priority", anchor="loose"),
            Paragraph(runs("These actions stand under no priority of the plan.")),
        ]
        made.append(
            Chapter("Actions without a priority", tuple(_work(book, head, book.loose)), landscape=not book.wide)
        )
    if not made:
        none = Paragraph(quiet("No priorities yet."))
        made.append(Chapter("Priorities", (Heading(1, "Priorities", anchor="priorities"), none), follows=True))
    return made


def _chapter(book: Book, priority: Priority) -> Chapter:
    actions = book.actions_of(priority)
    title = priority.title.strip() or "Untitled priority"
    blocks: list[Block] = [
        Heading(1, title, code=book.code(priority), anchor=f"priority-{priority.id}"),
        Columns((*_why(book, priority), _outcome(priority), _who(book, priority, actions))),
    ]
    return Chapter(book.code(priority), tuple(_work(book, blocks, actions)), landscape=not book.wide, joins=True)


def _work(book: Book, head: list[Block], actions: tuple[Action, ...]) -> list[Block]:
    """Return a chapter from its head on; measures stand on one page, under the actions or on the next."""
    if not actions:
        return [*head, Heading(2, "What we will do", listed=False, drawn_as=3), Paragraph(quiet("No actions yet."))]
    known = measure_blocks(book, actions)
    above = (*head, *action_blocks(book, actions))
    if book.wide:
        return [*above, *known]
    together = _fits(*above, *known)
    if not together and not (_fits(*above) and _fits(*known)):
        return [*above, *known]
    page = [*above, *known] if together else [*known]
    for said in _behind(book, actions):  # all of it stands under the details of the action too
        page += [said] if _fits(*page, said) else []
    return page if together else [*above, Break(), *page]


def _fits(*blocks: Block) -> bool:
    return fits_one_page(blocks, landscape=True, air=TIGHTER[-1])


def _behind(book: Book, actions: tuple[Action, ...]) -> list[Block]:
    """Say how far each action that is slipping or off track is: as its form says, else as was reported last."""
    blocks: list[Block] = []
    for action in actions:
        if action.delivery not in BEHIND:
            continue
        reported = next((each for each in updates_of(book.dossier, action.id) if each.text.strip()), None)
        said, when = action.progress, ""
        if not said.strip() and reported:
            said, when = reported.text, f" {day_words(reported.on)}"
        if said.strip():
            head = Run(f"{book.ref(action)} is {DELIVERY_WORDS[action.delivery].lower()}. ", bold=True)
            blocks.append(Paragraph(runs(head, " ".join(said.split()), Run(when, muted=True)), style="small"))
    return blocks


def _why(book: Book, priority: Priority) -> list[tuple[Block, ...]]:
    """Return a column for what inspectors found and one for what the partnership found itself, where there is either."""
    findings = findings_of(book.dossier, priority)
    own = book.statements(priority.statement_ids)
    columns: list[tuple[Block, ...]] = []
    if findings:
        days = {each.report_date for each in findings if each.report_date}
        when = f", {full_month(days.pop())}" if len(days) == 1 else ""
        columns.append((_head(f"What inspectors found{when}"), *_found([in_lines(each.text) for each in findings])))
    if own:
        columns.append((_head("What we found ourselves"), *_claims(book, own)))
    return columns or [(_head("Why"), Paragraph(quiet("Answers no finding and no statement yet.")))]


def _found(texts: list[str]) -> list[Block]:
    """Return findings as a list; where there is one, or one that holds a list itself, as paragraphs."""
    if len(texts) == 1 or any("\n" in each for each in texts):
        return [block for each in texts for block in prose(each)]
    return [Listing(tuple(runs(each) for each in texts))]


def _claims(book: Book, own: tuple[Statement, ...]) -> list[Block]:
    said = tuple(runs(claim(each), Run(f" {book.statement_ref(each)}", muted=True)) for each in own)
    return [Paragraph(said[0])] if len(said) == 1 else [Listing(said)]


def _outcome(priority: Priority) -> tuple[Block, ...]:
    said = prose(priority.outcome) or [Paragraph(quiet("Not said yet."))]
    return (_head("What children will notice"), *said)


def _who(book: Book, priority: Priority, actions: tuple[Action, ...]) -> tuple[Block, ...]:
    leads = list(dict.fromkeys(each.lead_partner_id for each in actions if each.lead_partner_id))
    shared = list(dict.fromkeys(key for each in actions for key in involved(each) if key not in leads))
    blocks: list[Block] = [_head("Who is responsible")]
    if leads:
        others = book.bodies(shared)
        blocks.append(Paragraph(runs(f"{book.bodies(leads)}{', with ' if others else ''}{others}.")))
    else:
        blocks.append(Paragraph(quiet("No body leads an action yet.")))
    printed = list(dict.fromkeys(each.bodies for each in findings_of(book.dossier, priority) if each.bodies))
    blocks += [Paragraph(runs(Run("As the report names them: ", muted=True), each)) for each in printed]
    strands = book.strands(priority.strand_ids)
    if strands:
        blocks.append(Paragraph(quiet(f"Strands: {strands}")))
    return tuple(blocks)


def _head(title: str) -> Heading:
    return Heading(2, title, listed=False, drawn_as=3)
