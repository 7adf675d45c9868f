"""The evidence index: every item with where it comes from, what it covers, its file, and where it is cited."""

from __future__ import annotations

from areasef.documents.model import Block, Cell, Chapter, Column, Heading, Paragraph, RowGroup, Run, Runs, Table, runs
from areasef.documents.parts.phrases import body_name, counted, covers_words
from areasef.domain.dossier import Dossier
from areasef.domain.evidence import Evidence, Freshness, Holding, Revision
from areasef.domain.framework import title_of

HOLDINGS = {
    Holding.HELD: "Held",
    Holding.REQUESTED: "Asked for",
    Holding.MISSING: "Missing",
    Holding.REFUSED: "Refused",
}
NOT_HERE = {
    Holding.REQUESTED: "asked for, not here yet",
    Holding.MISSING: "missing",
    Holding.REFUSED: "refused",
}
"""What stands behind an item that is named as evidence and shows nothing yet."""
FRESH = {
    Freshness.CURRENT: "Current",
    Freshness.AGEING: "Ageing",
    Freshness.STALE: "Stale",
    Freshness.UNDATED: "Undated",
}
_COLUMNS = (
    Column("Ref", 8),
    Column("Item and file", 39),
    Column("Source and agency", 20),
    Column("From", 13),
    Column("Covers", 20),
    Column("Used for", 11),
)


def evidence_index(dossier: Dossier) -> Chapter:
    """Make the chapter with a row for every item of evidence, in the order of their references."""
    newest = newest_revisions(dossier)
    used = _strands_of(dossier)
    items = sorted(dossier.evidence, key=lambda item: item.ref)
    held = sum(1 for item in items if item.holding is Holding.HELD)
    said = f"{counted(len(items), 'item').capitalize()}, {held:,} of them held." if items else "No evidence yet."
    blocks: list[Block] = [
        Heading(1, "Evidence index", anchor="evidence-index"),
        Paragraph(
            runs(
                f"{said} Each file is kept byte for byte; the first 12 signs of its SHA-256 stand below its title, "
                "so that a copy can be told from the original."
            )
        ),
    ]
    if items:
        rows = tuple(_row(dossier, item, newest.get(item.id), used.get(item.id, "")) for item in items)
        blocks.append(
            Table(_COLUMNS, (RowGroup(rows),), "Evidence items, where they come from and where they are used")
        )
    return Chapter("Evidence index", tuple(blocks), joins=True)


def newest_revisions(dossier: Dossier) -> dict[str, Revision]:
    """Return the newest revision of each item that has one."""
    found: dict[str, Revision] = {}
    for revision in dossier.revisions:
        kept = found.get(revision.evidence_id)
        if kept is None or revision.number > kept.number:
            found[revision.evidence_id] = revision
    return found


def index_anchor(item: Evidence) -> str:
    """Return where links to an item's row lead."""
    return f"index-{item.id}"


def _strands_of(dossier: Dossier) -> dict[str, str]:
    """Return for each item the codes of the strands it is linked to or cited under, then the findings it is for."""
    strands: dict[str, set[str]] = {item.id: set(item.strand_ids) for item in dossier.evidence}
    for citation in dossier.citations:
        statement = dossier.statement_by_id.get(citation.statement_id)
        if statement is not None and citation.evidence_id in strands:
            strands[citation.evidence_id].add(statement.strand_id)
    findings = _findings_of(dossier)
    return {
        key: ", ".join([*(each.code for each in dossier.framework.strands if each.id in ids), *findings.get(key, ())])
        for key, ids in strands.items()
    }


def _findings_of(dossier: Dossier) -> dict[str, list[str]]:
    """Return for each item the findings whose progress it shows, by their numbers."""
    found: dict[str, list[str]] = {}
    for finding in dossier.findings:
        for key in dict.fromkeys(each.evidence_id for each in dossier.cited_for(finding.id)):
            found.setdefault(key, []).append(f"finding {finding.number}".strip())
    return found


def _row(dossier: Dossier, item: Evidence, revision: Revision | None, used: str) -> tuple[Cell, ...]:
    kind = dossier.framework.source_type(item.source_type_id)
    source = [runs(kind.title if kind else item.source_type_id or "Not said")]
    agency = title_of(dossier.framework.agencies, item.agency_id)
    if agency and (kind is None or agency != kind.title):
        source.append(runs(Run(agency, muted=True)))
    state = HOLDINGS[item.holding] if item.holding is not Holding.HELD else FRESH[dossier.freshness_of(item)]
    covers = [runs(covers_words(item))]
    if item.holding is not Holding.HELD and not (item.covers_from or item.covers_to):
        covers = [runs(state)]
    elif state != covers[0][0].text:
        covers.append(runs(Run(state, muted=True)))
    return (
        Cell((runs(item.ref),), scope="row", header=True, anchor=index_anchor(item)),
        Cell((runs(item.title), *_file(revision, item.title))),
        Cell(tuple(source)),
        Cell((runs(body_name(dossier, item.partner_id)),)),
        Cell(tuple(covers)),
        Cell((runs(used or Run("Not used yet", muted=True)),)),
    )


def _file(revision: Revision | None, title: str) -> list[Runs]:
    """Return what is known of a file; where its name is the title again, only which kind of file it is."""
    if revision is None:
        return []
    known: list[str] = []
    if revision.name and revision.name != revision.link:
        name, dot, kind = revision.name.rpartition(".")
        same = bool(dot) and _letters(name) == _letters(title)
        known.append(kind.upper() if same else revision.name)
        known += [counted(revision.page_count, "page")] if revision.page_count else []
    known += [revision.sha256[:12]] if revision.sha256 else []
    lines = [runs(Run(", ".join(known), muted=True))] if known else []
    if revision.link:
        lines.append(runs(Run(revision.link, link=revision.link)))
    return lines


def _letters(text: str) -> str:
    """Return letters and digits alone: a file's name cannot hold every sign of its title."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
