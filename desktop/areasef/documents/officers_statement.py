"""The statement by accountable officers: their words, what each answers for, and room for the signature."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from areasef.documents.model import Block, Cell, Chapter, Column, Heading, Paragraph, RowGroup, Runs, Table, runs
from areasef.documents.parts.prose import prose
from areasef.documents.strategic_plan.book import Book, quiet
from areasef.domain.framework import title_of
from areasef.domain.partner import Partner, Person, exists_on
from areasef.domain.record import Finding, FindingKind

_AREAS: Final = (
    (FindingKind.PRIORITY_ACTION, "Area for priority action"),
    (FindingKind.IMPROVEMENT, "Area for improvement"),
)
_COLUMNS: Final = (
    Column("Officer", 24),
    Column("Role and body", 30),
    Column("Answers for", 24),
    Column("Signature and date", 22),
)


def areas(book: Book) -> Iterator[tuple[Finding, str]]:
    """Yield each area of the report with what it is called, those for priority action first."""
    for kind, title in _AREAS:
        for at, finding in enumerate((each for each in book.dossier.followed if each.kind is kind), 1):
            yield finding, f"{title} {finding.number or at}"


def officers(book: Book) -> Chapter:
    """Make the chapter in which accountable officers say, in their own words, that they answer for the plan."""
    blocks: list[Block] = [Heading(1, "Statement by accountable officers", anchor="officers")]
    blocks += prose(book.dossier.evaluation.officers_statement) or [
        Paragraph(quiet("The statement is not written yet."))
    ]
    rows = tuple(_rows(book))
    if rows:
        said = "Accountable officers, what they answer for, and their signature"
        blocks.append(Table(_COLUMNS, (RowGroup(rows),), said))
    else:
        blocks.append(Paragraph(quiet("No accountable officer is named yet.")))
    return Chapter("Accountable officers", tuple(blocks))


def _rows(book: Book) -> Iterator[tuple[Cell, ...]]:
    """Yield those who are accountable for an action, and for each body the holder of its first role in the pack."""
    dossier, day = book.dossier, book.as_at
    order = {role.id: at for at, role in enumerate(dossier.framework.roles)}
    held = [each for each in dossier.role_holdings if each.person_id and exists_on(each.starts, each.ends, day)]
    held.sort(key=lambda each: order.get(each.role_id, len(order)))
    first = {each.partner_id: each.person_id for each in reversed(held)}
    people = [*first.values(), *(each.accountable_id for each in dossier.actions)]
    for person_id in dict.fromkeys(key for key in people if key in dossier.person_by_id):
        person = dossier.person_by_id[person_id or ""]
        roles = (title_of(dossier.framework.roles, each.role_id) for each in held if each.person_id == person_id)
        body = book.bodies((person.partner_id,)) if person.partner_id else ""
        yield (
            Cell((runs(person.name),), scope="row", header=True),
            Cell((runs(", ".join(filter(None, (next(roles, ""), body))) or "Not said"),)),
            Cell(_answers_for(book, person)),
            Cell((runs("\u00a0"), runs("\u00a0"))),
        )


def _answers_for(book: Book, person: Person) -> tuple[Runs, ...]:
    """Return the actions of an officer, then the areas that the report gives their body and that have no action yet."""
    ordered = [*(each for priority in book.dossier.priorities for each in book.actions_of(priority)), *book.loose]
    refs = [book.ref(each) for each in ordered if each.accountable_id == person.id]
    lines = [runs(f"Action{'' if len(refs) == 1 else 's'} {', '.join(refs)}")] if refs else []
    body = book.dossier.partner_by_id.get(person.partner_id or "")
    given = list(areas(book))
    lines += [runs(f"{title}, which has no action yet") for each, title in given if _is_bare(book, each, body)]
    if lines:
        return tuple(lines)
    if not given:
        return (quiet("No area of a report is entered yet"),)
    return (quiet(f"What {body.label} does in this plan" if body else "No action of this plan yet"),)


def _is_bare(book: Book, finding: Finding, body: Partner | None) -> bool:
    """Say whether the report names a body for an area that no action answers yet."""
    if any(book.actions_of(each) for each in book.answers_to(finding)) or body is None:
        return False
    printed = finding.bodies.casefold()
    return any(name.casefold() in printed for name in (body.name, body.short_name) if name)
