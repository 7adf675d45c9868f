"""A strand on paper: how we see it and why, the sections of statements, what is not known, other views, the evidence."""

from __future__ import annotations

from areasef.documents.model import (
    Block,
    Box,
    Cell,
    Chapter,
    Column,
    Heading,
    Listing,
    Paragraph,
    RowGroup,
    Run,
    Runs,
    Table,
    View,
    runs,
)
from areasef.documents.parts.phrases import body_name, day_words, listed, month_year
from areasef.documents.parts.prose import led, prose
from areasef.documents.parts.signing import is_printed, their_words
from areasef.documents.parts.signs import NO_VIEW, delivery_run, level_sign
from areasef.documents.self_evaluation.claims import claims, statement_ref
from areasef.documents.self_evaluation.references import References, in_sections
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Answer, Response
from areasef.domain.evidence import Holding
from areasef.domain.framework import Section, Strand
from areasef.domain.numbering import numbering
from areasef.domain.plan import Action

_ACTIONS = (
    Column("Action", 8),
    Column("What we will do", 41),
    Column("Lead", 20),
    Column("Due", 16),
    Column("Delivery", 15),
)
_ASKED = (Holding.REQUESTED, Holding.MISSING, Holding.REFUSED)


def strand_anchor(strand: Strand) -> str:
    """Return where links to a strand lead."""
    return f"strand-{strand.id}"


def strand_chapter(dossier: Dossier, strand: Strand) -> Chapter:
    """Make the chapter of one strand; it starts on a page of its own."""
    references = References(dossier, strand)
    view = dossier.self_view(strand.id)
    blocks: list[Block] = [_heading(dossier, strand)]
    blocks += led(view.reason) if view else []
    blocks.append(Paragraph(_standing(dossier, strand), "meta"))
    for section in dossier.framework.sections:
        blocks += _section(dossier, strand, section, references)
    if not any(section.kind == "next" for section in dossier.framework.sections):
        blocks += actions_table(dossier, strand)
    blocks += _not_known(dossier, strand, view.not_known if view else "")
    blocks += _other_views(dossier, strand)
    if dossier.statements_of(strand) or dossier.evidence_of(strand.id):
        blocks += references.table()
    return Chapter(f"{strand.code} {strand.short_title}", tuple(blocks))


def is_empty(dossier: Dossier, strand: Strand) -> bool:
    """Say whether nothing is written, filed, planned or said about a strand yet."""
    view = dossier.self_view(strand.id)
    written = view is not None and bool(view.reason.strip() or view.not_known.strip())
    held = (dossier.statements_of(strand), dossier.evidence_of(strand.id), strand_actions(dossier, strand))
    asked = any(strand.id in request.strand_ids for request in dossier.requests)
    return not (written or asked or any(held) or _printed_views(dossier, strand))


def strand_actions(dossier: Dossier, strand: Strand) -> tuple[Action, ...]:
    """Return the actions that answer a strand: by strand, by statement, or through their priority."""
    here = {each.id for each in dossier.statements_of(strand)}
    priorities = {each.id: each for each in dossier.priorities}

    def answers(action: Action) -> bool:
        if action.strand_ids or action.statement_ids:
            return strand.id in action.strand_ids or bool(here & set(action.statement_ids))
        priority = priorities.get(action.priority_id)
        if priority is None:
            return False
        return strand.id in priority.strand_ids or bool(here & set(priority.statement_ids))

    return tuple(each for each in dossier.actions if answers(each))


def actions_table(dossier: Dossier, strand: Strand) -> list[Block]:
    """Return the actions that answer a strand, by their references in the plan; or nothing."""
    actions = strand_actions(dossier, strand)
    if not actions:
        return []
    refs = numbering(dossier).actions
    rows = []
    for action in actions:
        due = action.new_due or action.due
        rows.append(
            (
                Cell((runs(refs.get(action.id, "")),), scope="row", header=True),
                Cell((runs(action.title),)),
                Cell((runs(body_name(dossier, action.lead_partner_id) or "No lead yet"),)),
                Cell((runs(month_year(due) or "No date yet"),)),
                Cell((runs(delivery_run(action.delivery)),)),
            )
        )
    return [Table(_ACTIONS, (RowGroup(tuple(rows)),), f"Actions that answer {strand.code}")]


def _heading(dossier: Dossier, strand: Strand) -> Heading:
    view = dossier.self_view(strand.id)
    level = dossier.framework.level(view.level_id) if view else None
    beside = None
    if dossier.evaluation.levels_shown and dossier.framework.levels:
        since = f"Our view since {day_words(view.since)}" if view and view.since and level else "Our view"
        beside = View(since, level_sign(level), level.title if level else NO_VIEW)
    return Heading(2, strand.short_title, strand.code, strand_anchor(strand), beside, drawn_as=1, ruled=True)


def _standing(dossier: Dossier, strand: Strand) -> Runs:
    """Say what each body says to the strand, where other views stand, and that nothing is written where nothing is."""
    said = dossier.responses_to("strand", strand.id)
    parts = []
    for answer, form in (
        (Answer.ENDORSES, "Endorsed by {}."),
        (Answer.CONTRIBUTED, "Contributed: {}."),
        (Answer.DIFFERS, "Seen differently by {}."),
        (Answer.DECLINED, "Declined to answer: {}."),
    ):
        names = listed(body_name(dossier, each.partner_id) for each in said if each.answer is answer)
        parts.append(form.format(names) if names else "")
    partly = [response for response, ref in _printed_views(dossier, strand) if ref]
    if not any(parts) and not partly:
        parts.append("No body has answered to this strand yet.")
    if not dossier.statements_of(strand):
        parts.append("Nothing is written under this strand yet.")
    content = [Run(" ".join(part for part in parts if part))]
    if partly:
        bodies = list(dict.fromkeys(body_name(dossier, each.partner_id) for each in partly))
        see = "see" if len(bodies) > 1 else "sees"
        content.append(Run(f"{' ' if content[0].text else ''}{listed(bodies)} {see} part of it differently: page "))
        content += [Run(page_of=_views_anchor(strand)), Run(".")]
    return runs(*content)


def _section(dossier: Dossier, strand: Strand, section: Section, references: References) -> list[Block]:
    blocks = claims(dossier, strand, section, references)
    if section.kind == "next":
        blocks += actions_table(dossier, strand)
    if not blocks and not dossier.statements_of(strand):
        return []
    blocks = blocks or [Paragraph(runs(Run("Nothing is written here yet.", muted=True)))]
    return [Heading(3, section.title, drawn_as=2), *blocks]


def _not_known(dossier: Dossier, strand: Strand, words: str) -> list[Block]:
    """Return what we do not know yet in our own words, and what was asked for and is not here."""
    blocks = prose(words)
    asked: list[Runs] = []
    for request in dossier.requests:
        if strand.id in request.strand_ids and request.state in _ASKED and not request.evidence_id:
            whom = body_name(dossier, request.partner_id)
            due = f", due {day_words(request.due)}" if request.due else ""
            asked.append(runs(Run("Asked for. ", bold=True), request.title, Run(f" {whom}{due}".rstrip(), muted=True)))
    if asked:
        blocks.append(Listing(tuple(asked)))
    return [Heading(3, "What we do not know yet", drawn_as=2), *blocks] if blocks else []


def _other_views(dossier: Dossier, strand: Strand) -> list[Block]:
    """Return the frame with bodies' own words on the strand and on its statements, where they ask to be printed."""
    said: list[Block] = [_their_view(dossier, response, ref) for response, ref in _printed_views(dossier, strand)]
    if not said:
        return []
    return [Box((Heading(3, "Where partners see it differently", anchor=_views_anchor(strand)), *said))]


def _views_anchor(strand: Strand) -> str:
    return f"{strand.id}-views"


def _printed_views(dossier: Dossier, strand: Strand) -> list[tuple[Response, str]]:
    """Return the views that ask to be printed, each with the statement it is about; none for the strand itself."""
    found = [(each, "") for each in dossier.responses_to("strand", strand.id) if is_printed(each)]
    for statement in in_sections(dossier, strand):
        said = dossier.responses_to("statement", statement.id)
        found += [(each, statement_ref(dossier, statement)) for each in said if is_printed(each)]
    return found


def _their_view(dossier: Dossier, response: Response, ref: str) -> Paragraph:
    about = (Run(f"On {ref.split(', ', 1)[-1]}: ", bold=True),) if ref else ()
    return Paragraph(runs(*about, *their_words(dossier, response)))
