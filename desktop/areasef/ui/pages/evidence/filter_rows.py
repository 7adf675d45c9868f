"""What the filters offer: the values that some item has, each with how many choosing it would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from areasef.domain.library import Scope, Wanted
from areasef.services.session import Session
from areasef.ui.pages.evidence import choices
from areasef.ui.pages.evidence.filters import FilterRow

Counts = Mapping[str, Counter[str]]
_SCOPES: Final = (
    (Scope.INBOX, "Inbox, to file", "inbox"),
    (Scope.ALL, "All items", "library"),
    (Scope.NEVER_CITED, "Never cited", "unlink"),
)
_FRESHNESS: Final = (("current", "Current"), ("ageing", "Ageing"), ("stale", "Stale"), ("undated", "No date"))
_SHAPED: Final = ("current", "ageing", "stale")


def filter_rows(counts: Counts, present: Counts, wanted: Wanted, session: Session) -> tuple[FilterRow, ...]:
    """Return the rows of the filters; ``present`` counts all items, ``counts`` those that the other filters leave."""
    rows = [
        FilterRow("scope", words, key, counts["scope"][key], wanted.scope == key, ("icon", icon))
        for key, words, icon in _SCOPES
    ]
    framework = session.framework
    rows += _group("source_type", "Source type", choices.source_types(framework), counts, present, wanted)
    rows += _group("agency", "Agency", choices.agencies(framework), counts, present, wanted)
    rows += _group("freshness", "Freshness", _FRESHNESS, counts, present, wanted)
    rows += _group("partner", "Partner", choices.partners(session), counts, present, wanted)
    if len(present["holding"]) > 1:
        rows += _group("holding", "State", choices.HOLDINGS, counts, present, wanted)
    return tuple(rows)


def _group(
    group: str, head: str, items: choices.Items, counts: Counts, present: Counts, wanted: Wanted
) -> Iterator[FilterRow]:
    shown = [(str(key), words) for key, words in items if present[group][key]]
    if shown:
        yield FilterRow(group, head, head=True)
    for key, words in shown:
        mark = ("freshness", key) if group == "freshness" and key in _SHAPED else None
        yield FilterRow(group, words, key, counts[group][key], getattr(wanted, group) == key, mark)
