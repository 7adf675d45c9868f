"""What shows the progress on a finding, in print: references that lead to the evidence index, places, quoted words."""

from __future__ import annotations

from areasef.documents.model import Run, Runs, runs
from areasef.documents.parts.index import index_anchor
from areasef.documents.parts.phrases import listed
from areasef.domain.citation import Anchor, place_words
from areasef.domain.dossier import Dossier
from areasef.domain.quoting import quoted
from areasef.domain.record import Finding


def shown_lines(dossier: Dossier, finding: Finding) -> tuple[Runs, ...]:
    """Return a line for each item or page that shows the progress, with the words quoted and what we say they show."""
    lines = []
    for each in dossier.cited_for(finding.id):
        item = dossier.evidence_by_id[each.evidence_id]
        lost = dossier.anchors.get(each.id) in (Anchor.LOST, Anchor.FILE_MISSING)
        place = ", ".join(filter(None, (place_words(each.locator), "not found there now" if lost else "")))
        quote = each.locator.quote.strip()
        said = " ".join(filter(None, (quoted(quote) if quote else "", each.says.strip())))
        words = f"{f', {place}' if place else ''}: {said or item.title}"
        lines.append(runs(Run(item.ref, link=f"#{index_anchor(item)}"), Run(words, muted=True)))
    return tuple(lines)


def shown_words(dossier: Dossier, finding: Finding) -> str:
    """Return the references alone, with their pages: ``E-104 page 6 and E-112``."""
    found = (
        " ".join(filter(None, (dossier.evidence_by_id[each.evidence_id].ref, place_words(each.locator))))
        for each in dossier.cited_for(finding.id)
    )
    return listed(dict.fromkeys(found))
