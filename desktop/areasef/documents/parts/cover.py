"""The cover and what stands on every page: whose document, its version and content, the day it looks from."""

from __future__ import annotations

from areasef.documents.model import Chapter, Cover, DocumentOptions, Facts, Runs, runs
from areasef.documents.parts.phrases import bodies, day_words, listed
from areasef.domain.dossier import Dossier
from areasef.domain.evidence import Holding

LONGEST_LIST = 500
"""Signs of the partners' names from which a cover gives their short names."""
HASH_SHOWN = 8
"""Signs of the content hash on paper: enough to tell two versions apart; the whole stands in the receipt."""


def cover(dossier: Dossier, options: DocumentOptions, title: str, lead: str, is_not: str = "") -> Chapter:
    """Make the first page. ``is_not`` says in a sentence what the document must not be taken for."""
    framework, first = dossier.framework, dossier.framework.parts[0]
    named = listed(each.name for each in bodies(dossier)) or "No partners named yet"
    if len(named) > LONGEST_LIST:
        named = listed(each.label for each in bodies(dossier))
    rows: list[tuple[str, Runs]] = [
        ("Partners", runs(named)),
        ("As at", runs(_cut_off(dossier))),
        ("Version", runs(f"{version_words(dossier, options)}, made on {day_words(dossier.read_at.date())}")),
        ("Framework", runs(f"{framework.title}, {framework.edition}")),
    ]
    if options.marking:
        rows.append(("Marking", runs(options.marking)))
    if is_not:
        rows.append(("What it is not", runs(is_not)))
    made = Cover(
        title=title,
        lead=lead,
        facts=Facts(tuple(rows), "About this document"),
        rings=len(framework.strands),
        strong_rings=len(framework.strands_of(first.id)),
    )
    return Chapter("Cover", (made,))


def version_words(dossier: Dossier, options: DocumentOptions) -> str:
    """Return the version and whether it is a draft: ``0.9 draft``."""
    return f"{dossier.evaluation.version} {'draft' if options.draft else 'final'}".strip()


def footer(dossier: Dossier, options: DocumentOptions, name: str) -> tuple[str, ...]:
    """Return what the foot of every page says besides the marking and the page: document, version, content, day."""
    known = f", content {dossier.content_hash[:HASH_SHOWN]}" if dossier.content_hash else ""
    return (
        f"{name}, version {version_words(dossier, options)}{known}",
        f"As at {day_words(dossier.evaluation.as_at)}",
    )


def _cut_off(dossier: Dossier) -> str:
    held = (item for item in dossier.evidence if item.holding is Holding.HELD)
    newest = max((day for item in held if (day := item.covers_to or item.covers_from)), default=None)
    said = f"{day_words(dossier.evaluation.as_at)}."
    return f"{said} The newest evidence covers up to {day_words(newest)}." if newest else f"{said} No dated evidence."
