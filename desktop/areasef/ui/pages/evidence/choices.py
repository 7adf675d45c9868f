"""What the forms of evidence offer to choose from: (id, words), in the order of the framework or of the partnership."""

from __future__ import annotations

from typing import Final

from areasef.domain.evidence import Holding, Sensitivity
from areasef.domain.framework import Framework
from areasef.services import partnering
from areasef.services.session import Session

Items = tuple[tuple[str, str], ...]
HOLDINGS: Final[Items] = (
    (Holding.HELD, "Held"),
    (Holding.REQUESTED, "Asked for"),
    (Holding.MISSING, "Missing"),
    (Holding.REFUSED, "Refused"),
)
ANSWERS: Final[Items] = ((Holding.HELD, "Came"), *HOLDINGS[1:])
"""How a request stands, in the words of the list of requests: what is held was asked for, and came."""
SENSITIVITIES: Final[Items] = (
    (Sensitivity.OPEN, "Open to all"),
    (Sensitivity.OFFICIAL, "Official"),
    (Sensitivity.SENSITIVE, "Official-sensitive"),
)

COVERS: Final = "The period it speaks about."
LAST: Final = "The last day of it."
SOURCE: Final = "Who or what speaks."
AGENCY: Final = "The service it speaks for."
PARTNER: Final = "The body it comes from."
OWNER: Final = "Who keeps it up to date."
"""What the fields of an item mean, said beside each."""


def source_types(framework: Framework) -> Items:
    """Return the kinds of source."""
    return tuple((each.id, each.title) for each in framework.source_types)


def agencies(framework: Framework) -> Items:
    """Return the agencies."""
    return tuple((each.id, each.title) for each in framework.agencies)


def strands(framework: Framework) -> Items:
    """Return the strands with their codes."""
    return tuple((each.id, f"{each.code} {each.short_title}") for each in framework.strands)


def partners(session: Session) -> Items:
    """Return every partner."""
    return tuple((each.id, each.name) for each in partnering.partners(session))


def word(items: Items, key: str | None) -> str:
    """Return the words of a key, or nothing."""
    return next((words for each, words in items if each == key), "")
