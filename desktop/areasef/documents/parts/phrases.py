"""How days, spans, names and counts are said on paper; the same in every document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from areasef.domain.dossier import Dossier
from areasef.domain.evidence import Evidence
from areasef.domain.framework import Framework
from areasef.domain.partner import Partner, exists_on
from areasef.domain.progress import MONTHS
from areasef.domain.statement import sentences


def day_words(day: date | None) -> str:
    """Return a day in full, such as ``23 November 2026``; nothing for no day."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def month_short(day: date) -> str:
    """Return a month as tables say it: ``Sep 2026``."""
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def month_year(day: date | None) -> str:
    """Return a month with its year, such as ``March 2027``: paper outlives the year it was printed in."""
    return f"{MONTHS[day.month - 1]} {day.year}" if day else ""


def covers_words(item: Evidence) -> str:
    """Return the period that an item is about, such as ``Apr to Sep 2026``; or that it is undated."""
    first, last = item.covers_from, item.covers_to
    if first and last and (first.year, first.month) != (last.year, last.month):
        start = MONTHS[first.month - 1][:3] if first.year == last.year else month_short(first)
        return f"{start} to {month_short(last)}"
    known = last or first
    return month_short(known) if known else "Undated"


def listed(names: Iterable[str], last: str = "and") -> str:
    """Return names as a sentence lists them: ``A, B and C``."""
    found = [name for name in names if name]
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {last} {found[-1]}"


def counted(count: int, one: str, many: str = "") -> str:
    """Return a number with its noun: ``1 item``, ``3 items``, ``no items``."""
    noun = one if count == 1 else many or f"{one}s"
    return f"{count:,} {noun}" if count else f"no {noun}"


def joined(words: str) -> str:
    """Return words that may not be torn apart at the end of a line, such as ``page 6``."""
    return words.replace(" ", "\u00a0")


def first_sentence(text: str) -> str:
    """Return the first sentence of a typed text; nothing for an empty one."""
    found = sentences(" ".join(text.split()))
    return found[0].words if found else ""


def sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    stripped = text.strip()
    return stripped if not stripped or stripped[-1] in ".?!…”:" else f"{stripped}."


def partnership(dossier: Dossier) -> str:
    """Return the name that heads every page: ``Alderbrook area SEND partnership``."""
    name, kind = dossier.area.name, dossier.framework.short_title
    if "partnership" in name.casefold():
        return name
    kind = kind[:1].lower() + kind[1:] if kind[1:2].islower() else kind
    return f"{name} {kind} partnership"


def bodies(dossier: Dossier) -> tuple[Partner, ...]:
    """Return the partners that exist on the as-at date, in their order."""
    day = dossier.evaluation.as_at
    here = (each for each in dossier.partners if exists_on(each.starts, each.ends, day))
    return tuple(sorted(here, key=lambda each: each.position))


def body_name(dossier: Dossier, partner_id: str | None) -> str:
    """Return the short name of a partner; nothing where there is none."""
    found = dossier.partner_by_id.get(partner_id or "")
    return found.label if found else ""


def strand_codes(framework: Framework, strand_ids: Iterable[str]) -> str:
    """Return the codes of strands in the order of the pack: ``I1, I3, L2``."""
    wanted = set(strand_ids)
    return ", ".join(strand.code for strand in framework.strands if strand.id in wanted)
