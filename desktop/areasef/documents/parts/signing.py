"""Who stands behind a document: the roles and who holds them, what each body says to the whole, and the sign-off page."""

from __future__ import annotations

from areasef.documents.model import (
    Block,
    Box,
    Cell,
    Chapter,
    Column,
    Heading,
    Paragraph,
    RowGroup,
    Run,
    Runs,
    Table,
    runs,
)
from areasef.documents.parts.phrases import bodies, body_name, day_words
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Answer, Response
from areasef.domain.framework import title_of
from areasef.domain.partner import Partner, RoleHolding, exists_on
from areasef.domain.quoting import quoted

WHOLE = "evaluation"
ANSWERS = {
    Answer.CONTRIBUTED: "Contributed",
    Answer.ENDORSES: "Endorses",
    Answer.DIFFERS: "Sees it differently",
    Answer.DECLINED: "Declined",
    Answer.NOT_ASKED: "Not asked",
}
_BLANK: Runs = runs("\u00a0")


def sign_off(dossier: Dossier) -> Chapter:
    """Make the page on which each body says where it stands and signs."""
    rows = tuple(_body_row(dossier, each) for each in bodies(dossier))
    blocks: list[Block] = [
        Heading(1, "Sign-off", anchor="sign-off"),
        Paragraph(
            runs("Where each body stands on the whole. A body that sees it differently still signs for its part.")
        ),
    ]
    if rows:
        columns = (
            Column("Body", 27),
            Column("Speaks for it", 30),
            Column("Says", 19),
            Column("Signature and date", 24),
        )
        blocks.append(Table(columns, (RowGroup(rows),), "Bodies, who speaks for them, and their sign-off"))
    else:
        blocks.append(Paragraph(runs("No partner is named yet.")))
    blocks += differing(dossier, WHOLE, dossier.evaluation.id)
    return Chapter("Sign-off", tuple(blocks), joins=True)


def leaders(dossier: Dossier) -> list[Block]:
    """Return a table of the roles of the pack that are held or stand empty, on the as-at date."""
    day = dossier.evaluation.as_at
    held = [each for each in dossier.role_holdings if exists_on(each.starts, each.ends, day)]
    order = {role.id: at for at, role in enumerate(dossier.framework.roles)}
    held.sort(key=lambda each: order.get(each.role_id, len(order)))
    if not held:
        return []
    rows = tuple(_role_row(dossier, each) for each in held)
    columns = (Column("Role", 36), Column("Held by", 22), Column("Body", 17), Column("Since", 25))
    return [Table(columns, (RowGroup(rows),), "Roles and who holds them")]


def differing(dossier: Dossier, kind: str, subject_id: str, level: int = 2) -> list[Block]:
    """Return the frame with the views of bodies that see a thing differently and ask to be printed; or nothing."""
    said = [each for each in dossier.responses_to(kind, subject_id) if is_printed(each)]
    if not said:
        return []
    blocks: list[Block] = [Heading(level, "Where partners see it differently", listed=False, drawn_as=3)]
    blocks += [Paragraph(their_words(dossier, each)) for each in said]
    return [Box(tuple(blocks))]


def is_printed(response: Response) -> bool:
    """Say whether a body's own words stand in documents: it differs, and it asks for that."""
    return response.answer is Answer.DIFFERS and response.printed and bool(response.words.strip())


def their_words(dossier: Dossier, response: Response) -> Runs:
    """Return a body's own words with whose they are and from when."""
    partner = dossier.partner_by_id.get(response.partner_id)
    name = partner.name if partner else "A partner"
    day = f", {day_words(response.on)}" if response.on else ""
    return runs(f"{quoted(response.words.strip())} ", Run(f"{name}{day}. Printed because it asks for it.", muted=True))


def _body_row(dossier: Dossier, partner: Partner) -> tuple[Cell, ...]:
    answers = [each for each in dossier.responses_to(WHOLE, dossier.evaluation.id) if each.partner_id == partner.id]
    answer = answers[-1].answer if answers else Answer.NOT_ASKED
    on = answers[-1].on if answers else None
    said = [runs(ANSWERS[answer])]
    if on:
        said.append(runs(Run(day_words(on), muted=True)))
    return (
        Cell((runs(partner.name),), scope="row", header=True),
        Cell(tuple(_speaking(dossier, partner)) or (runs(Run("Nobody named yet", muted=True)),)),
        Cell(tuple(said)),
        Cell((_BLANK, _BLANK, _BLANK)),
    )


def _speaking(dossier: Dossier, partner: Partner) -> list[Runs]:
    day = dossier.evaluation.as_at
    order = {role.id: at for at, role in enumerate(dossier.framework.roles)}
    held = [
        each
        for each in dossier.role_holdings
        if each.partner_id == partner.id and each.person_id and exists_on(each.starts, each.ends, day)
    ]
    held.sort(key=lambda each: order.get(each.role_id, len(order)))
    found: list[Runs] = []
    for each in held[:2]:
        person = dossier.person_by_id.get(each.person_id or "")
        if person:
            found.append(runs(f"{person.name}, ", Run(title_of(dossier.framework.roles, each.role_id), muted=True)))
    return found


def _role_row(dossier: Dossier, holding: RoleHolding) -> tuple[Cell, ...]:
    person = dossier.person_by_id.get(holding.person_id or "")
    name = runs(person.name) if person else runs(Run("Stands empty", bold=True))
    return (
        Cell((runs(title_of(dossier.framework.roles, holding.role_id)),), scope="row", header=True),
        Cell((name,)),
        Cell((runs(body_name(dossier, holding.partner_id)),)),
        Cell((runs(day_words(holding.starts)),)),
    )
