"""Who the partnership is: bodies with the dates they exist, people, and who holds which role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation of the partnership, the agency it speaks for, and from when to when it exists."""

    id: str
    name: str
    short_name: str = ""
    kind_id: str = ""
    agency_id: str = ""
    starts: date | None = None
    ends: date | None = None
    note: str = ""
    position: int = 0

    @property
    def label(self) -> str:
        """The name used where space is short."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works for a partner. Never a child."""

    id: str
    name: str
    partner_id: str | None = None
    email: str = ""
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RoleHolding:
    """A role (pack data) of a partner and who holds it from when to when; no person means the role stands empty."""

    id: str
    role_id: str
    partner_id: str | None = None
    person_id: str | None = None
    starts: date | None = None
    ends: date | None = None
    note: str = ""


def exists_on(starts: date | None, ends: date | None, day: date) -> bool:
    """Say whether a span of dates, open at either end, holds a day."""
    return (starts is None or starts <= day) and (ends is None or day <= ends)
