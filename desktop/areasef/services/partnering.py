"""Keep who the partnership is: partners with dates, people, and who holds which role."""

from __future__ import annotations

from areasef.domain.change import Change
from areasef.domain.identity import new_id
from areasef.domain.partner import Partner, Person, RoleHolding
from areasef.services.session import Session


def partners(session: Session) -> tuple[Partner, ...]:
    """Return every partner, those that ended too."""
    return session.store.all(Partner)


def people(session: Session) -> tuple[Person, ...]:
    """Return everybody who is named in the workspace."""
    return session.store.all(Person)


def role_holdings(session: Session) -> tuple[RoleHolding, ...]:
    """Return who holds which role, empty roles among them."""
    return session.store.all(RoleHolding)


def add_partner(session: Session, name: str, kind_id: str = "", agency_id: str = "") -> Partner:
    """Add a partner after the others."""
    last = max((each.position for each in partners(session)), default=-1)
    new = Partner(new_id(), name, kind_id=kind_id, agency_id=agency_id, position=last + 1)
    keep(session, new, "Add a partner")
    return new


def add_person(session: Session, name: str, partner_id: str | None = None) -> Person:
    """Add a person who works for a partner."""
    new = Person(new_id(), name, partner_id)
    keep(session, new, "Add a person")
    return new


def keep(session: Session, thing: Partner | Person | RoleHolding, label: str = "Change the partnership") -> Change:
    """Keep a partner, a person or a role as it now stands."""
    with session.store.write(label) as batch:
        batch.put(thing)
    return batch.change


def remove(session: Session, thing: Partner | Person | RoleHolding) -> Change:
    """Put a partner, a person or a role in the bin."""
    with session.store.write("Remove from the partnership") as batch:
        batch.bin(type(thing), thing.id)
    return batch.change
