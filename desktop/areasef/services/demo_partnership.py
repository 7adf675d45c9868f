"""The partnership of the demonstration: partners with dates, people, roles with one that stands empty, and the texts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from areasef.domain.identity import new_id
from areasef.domain.partner import Partner, Person, RoleHolding
from areasef.services import evaluating, partnering, workspaces
from areasef.services.sample import Table
from areasef.services.session import Session
from areasef.services.workspaces import NewArea


@dataclass
class Names:
    """Ids of partners and people by the short names that the sample uses."""

    partners: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)

    def of(self, keys: list[str]) -> tuple[str, ...]:
        """Return the ids of partners."""
        return tuple(self.partners[key] for key in keys)


def new_area(area: Table) -> NewArea:
    """Return what the first window would ask."""
    named = {row["key"]: row["name"] for row in area["partners"]}
    return NewArea(
        name=area["name"],
        council=named["council"],
        icbs=(named["icb"],),
        forum=named["forum"],
        last_inspection=area["last_inspection"],
        as_at=area["as_at"],
    )


def found_partnership(session: Session, area: Table) -> Names:
    """Name the partners, the people and who holds which role, and write the evaluation's own words."""
    with session.store.write("Name the partnership"):
        return _found(session, area)


def _found(session: Session, area: Table) -> Names:
    names = Names()
    held = {partner.name: partner for partner in partnering.partners(session)}
    for position, row in enumerate(area["partners"]):
        partner = held.get(row["name"]) or Partner(new_id(), row["name"])
        fields = _fields(row, "key", "name")
        partnering.keep(session, replace(partner, position=position, **fields), "Name a partner")
        names.partners[row["key"]] = partner.id
    for row in area["people"]:
        person = Person(
            new_id(), row["name"], names.partners[row["of"]], row.get("email", ""), note=row.get("note", "")
        )
        partnering.keep(session, person, "Name a person")
        names.people[row["key"]] = person.id
    for row in area["roles"]:
        holding = RoleHolding(
            id=new_id(),
            role_id=row["role"],
            partner_id=names.partners[row["of"]],
            person_id=names.people.get(row.get("who", "")),
            **_fields(row, "role", "of", "who"),
        )
        partnering.keep(session, holding, "Say who holds a role")
    evaluating.change_evaluation(session, replace(session.evaluation, **area["evaluation"]))
    workspaces.change_area(session, replace(session.area, note=area["note"]))
    return names


def _fields(row: Table, *without: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in without}
