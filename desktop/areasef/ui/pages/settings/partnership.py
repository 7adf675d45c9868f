"""Who the partnership is: partners with their dates, people, and the roles with whoever holds them."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from functools import partial
from typing import Any, cast

from PySide6.QtWidgets import QApplication, QWidget

from areasef.domain.change import Change
from areasef.domain.framework import title_of
from areasef.domain.identity import new_id
from areasef.domain.partner import Partner, Person, RoleHolding, exists_on
from areasef.services import partnering
from areasef.services.session import Session
from areasef.ui import metrics
from areasef.ui.context import Context
from areasef.ui.dates import day_words
from areasef.ui.dialogs.editor import Editor, Make
from areasef.ui.dialogs.person import ask_person, person_fields
from areasef.ui.pages.settings.row_list import Line, RowList
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, LineEntry, TextEntry
from areasef.words.faults import AppError

Thing = Partner | Person | RoleHolding


class Partnership(QWidget):
    """Three cards: partners, people, roles."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._session: Session = context.session
        self.add_button = Button("Add a partner", self.add_partner, icon="plus", small=True)
        self.partners = RowList(
            "Partners",
            "Bodies of the partnership, with the days from which and to which they exist.",
            self.add_button,
            self._change_by_id,
            self._remove_by_id,
        )
        self.people = RowList(
            "People",
            "Who works for a partner. Never a child.",
            Button("Add a person", self.add_person, icon="plus", small=True),
            self._change_by_id,
            self._remove_by_id,
        )
        self.roles = RowList(
            "Roles",
            "Who holds which role on the as-at date. An empty role is shown, and printed, as empty.",
            None,
            self._change_role,
            self._remove_by_id,
        )
        column = metrics.column(self, spacing=12)
        for each in (self.partners, self.people, self.roles):
            column.addWidget(each)
        metrics.sized(self, max_width=860)

    def show_all(self) -> None:
        """Show what the file holds now."""
        framework = self._session.framework
        names = {each.id: each.label for each in partnering.partners(self._session)}
        rows = []
        for partner in partnering.partners(self._session):
            kind = title_of(framework.partner_kinds, partner.kind_id)
            agency = title_of(framework.agencies, partner.agency_id)
            short = f"known as {partner.short_name}" if partner.short_name else ""
            rows.append(
                Line(partner.id, partner.name, _joined(kind, agency, short, span(partner.starts, partner.ends)))
            )
        self.partners.show_lines(rows, "No partner yet. The council, the boards, the forum and providers stand here.")
        self.people.show_lines(
            (
                Line(
                    each.id,
                    each.name,
                    _joined(names.get(each.partner_id or "", ""), each.email, each.phone) or "No partner",
                )
                for each in partnering.people(self._session)
            ),
            "Nobody is named yet.",
        )
        self.roles.show_lines(self._role_lines(names), "The framework names no roles.")

    def add_partner(self) -> None:
        """Ask for a new partner and keep it."""
        position = max((each.position for each in partnering.partners(self._session)), default=-1) + 1
        self._edit(Partner(new_id(), "", position=position), "Add a partner")

    def add_person(self) -> None:
        """Ask for a new person and keep them."""
        self._edit(Person(new_id(), ""), "Add a person")

    def editor(self, thing: Thing) -> Editor:
        """Return the form of a partner, a person or a role."""
        asked = self._fields(thing)
        title = {Partner: "Which partner is it?", Person: "Who is it?", RoleHolding: "Who holds this role?"}[
            type(thing)
        ]
        if isinstance(thing, RoleHolding):
            title = f"Who is {title_of(self._session.framework.roles, thing.role_id)}?"
        values = {name: getattr(thing, name) for name in asked}
        must = "" if isinstance(thing, RoleHolding) else "name"
        return Editor(self.window(), title, asked, values, must, about=self._about(thing))

    def keep(self, thing: Thing, answer: dict[str, Any], label: str) -> None:
        """Keep a thing with the answers of its form."""
        empty = {each.name: each.default for each in fields(thing)}
        given = {name: empty[name] if value is None else value for name, value in answer.items()}
        changed: Thing = replace(cast(Any, thing), **given)
        self._said(partnering.keep(self._session, changed, label))

    def remove(self, thing: Thing, name: str) -> None:
        """Put a thing in the bin and offer the way back."""
        self._said(partnering.remove(self._session, thing))
        self._context.toast(f"{name} is in the bin", self._context.undo)

    def _said(self, change: Change) -> None:
        self._context.bus.say(change)

    def _edit(self, thing: Thing, label: str) -> None:
        form = self.editor(thing)
        form.exec()
        if form.answer is None:
            return
        try:
            self.keep(thing, form.answer, label)
        except AppError as error:
            form.leave_words()  # the next one begins with them
            self._context.errors.show(error)

    def _about(self, thing: Thing) -> str:
        """Return what a form is about: a thing of the file, or what is to be added, which has another id each time."""
        known = self._find(thing.id) is not None
        return thing.id if known else f"new {thing.role_id if isinstance(thing, RoleHolding) else ''}"

    def _name_somebody(self) -> tuple[str, str] | None:
        """Ask for the holder of a role who is not named yet, and keep them."""
        made = ask_person(QApplication.activeModalWidget() or self.window(), self._session)
        if made is None:
            return None
        try:
            self._said(partnering.keep(self._session, made, "Add a person"))
        except AppError as error:
            self._context.errors.show(error)
            return None
        return made.id, made.name

    def _find(self, thing_id: str) -> Thing | None:
        every: tuple[Thing, ...] = (
            *partnering.partners(self._session),
            *partnering.people(self._session),
            *partnering.role_holdings(self._session),
        )
        return next((each for each in every if each.id == thing_id), None)

    def _change_by_id(self, thing_id: str) -> None:
        thing = self._find(thing_id)
        if thing is not None:
            self._edit(thing, "Change the partnership")

    def _remove_by_id(self, thing_id: str) -> None:
        thing = self._find(thing_id)
        if isinstance(thing, RoleHolding):
            self.remove(thing, title_of(self._session.framework.roles, thing.role_id))
        elif thing is not None:
            self.remove(thing, thing.name)

    def _change_role(self, key: str) -> None:
        held = self._find(key)
        self._edit(held or RoleHolding(new_id(), key), "Say who holds a role")

    def _role_lines(self, names: dict[str, str]) -> list[Line]:
        people = {each.id: each.name for each in partnering.people(self._session)}
        as_at = self._session.evaluation.as_at
        holdings = partnering.role_holdings(self._session)
        lines = []
        for role in self._session.framework.roles:
            held = [each for each in holdings if each.role_id == role.id]
            if not any(exists_on(each.starts, each.ends, as_at) for each in held):
                lines.append(Line(role.id, role.title, "Nobody holds this role", "Fill", removable=False))
            for each in held:
                who = people.get(each.person_id or "", "Nobody holds this role")
                said = _joined(who, names.get(each.partner_id or "", ""), span(each.starts, each.ends))
                filled = each.person_id in people
                lines.append(Line(each.id, role.title, said, "Change" if filled else "Fill"))
        return lines

    def _fields(self, thing: Thing) -> dict[str, Make]:
        framework = self._session.framework
        partners = [(each.id, each.name) for each in partnering.partners(self._session)]
        dates: dict[str, Make] = {
            "starts": partial(DayEntry, "From", hint="Leave empty where it was always so."),
            "ends": partial(DayEntry, "To", hint="The last day. Leave empty where no end is known."),
            "note": partial(TextEntry, "Note"),
        }
        if isinstance(thing, Partner):
            kinds = [(each.id, each.title) for each in framework.partner_kinds]
            agencies = [(each.id, each.title) for each in framework.agencies]
            return {
                "name": partial(LineEntry, "Name"),
                "short_name": partial(LineEntry, "Short name", hint="Used where space is short, such as ICB."),
                "kind_id": lambda keep: ChoiceEntry("What it is", kinds, keep, none="Not said"),
                "agency_id": lambda keep: ChoiceEntry("Agency it speaks for", agencies, keep, none="Not said"),
                **dates,
            }
        if isinstance(thing, Person):
            return person_fields(self._session)
        people = [(each.id, each.name) for each in partnering.people(self._session)]
        other = None if self._session.read_only else ("Somebody else …", self._name_somebody)
        return {
            "person_id": lambda keep: ChoiceEntry("Held by", people, keep, none="Nobody", other=other),
            "partner_id": lambda keep: ChoiceEntry("Works for", partners, keep, none="Not said"),
            **dates,
        }


def span(starts: date | None, ends: date | None) -> str:
    """Return from when to when in words."""
    if starts and ends:
        return f"{day_words(starts, short=True)} to {day_words(ends, short=True)}"
    if starts:
        return f"From {day_words(starts, short=True)}"
    return f"To {day_words(ends, short=True)}" if ends else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
