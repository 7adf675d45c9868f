"""Every field of an item, each kept when it is left; one step of undo for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from areasef.domain.change import Change
from areasef.domain.evidence import Evidence, Holding, Sensitivity
from areasef.services import keeping
from areasef.services.session import Session
from areasef.ui.dates import last_day
from areasef.ui.dialogs.left_words import turning
from areasef.ui.pages.evidence import choices
from areasef.ui.pages.evidence.choices import AGENCY, COVERS, LAST, OWNER, PARTNER, SOURCE
from areasef.ui.widgets.entries import (
    ChoiceEntry,
    DayEntry,
    Entry,
    FirstDayEntry,
    LineEntry,
    ManyEntry,
    TextEntry,
    put_beside,
)
from areasef.ui.widgets.fields_lock import lock_fields
from areasef.ui.widgets.scroll import Scroll

Do = Callable[[Callable[[], Change]], bool]


class Details(Scroll):
    """The form of the item at hand."""

    def __init__(self, session: Session, do: Do) -> None:
        super().__init__("Details of the item", margins=(16, 12, 16, 20), spacing=14)
        self._session = session
        self._do = do
        self.item: Evidence | None = None
        self.entries: dict[str, Entry] = {}
        if session is not None:
            self._build()
        self.column.addStretch(1)

    def show_item(self, item: Evidence) -> None:
        """Show what is kept of an item now."""
        before = self.item.id if self.item is not None else ""
        with turning(self, self.entries, before, item.id):
            self.item = item
            for name, entry in self.entries.items():
                entry.show_value(getattr(item, name))
            partner = self.entries["partner_id"]
            if isinstance(partner, ChoiceEntry):
                partner.offer(choices.partners(self._session))
                partner.show_value(item.partner_id)

    def settle(self) -> None:
        """Keep what is being typed."""
        if self.item is not None:
            for entry in self.entries.values():
                entry.settle()

    def focus_field(self, name: str) -> None:
        """Put the focus on a field."""
        entry = self.entries.get(name) or self.entries["title"]
        entry.field.control.setFocus()
        self.ensureWidgetVisible(entry.field)

    def _build(self) -> None:
        framework, keep = self._session.framework, self._keeper
        self._add(title=LineEntry("Title", keep("title")))
        self._add(
            source_type_id=ChoiceEntry(
                "Source type", choices.source_types(framework), keep("source_type_id"), "Not said yet", SOURCE
            ),
            agency_id=ChoiceEntry("Agency", choices.agencies(framework), keep("agency_id"), "Not said yet", AGENCY),
        )
        partners = choices.partners(self._session)
        self._add(partner_id=ChoiceEntry("Partner", partners, keep("partner_id"), "None", PARTNER))
        self._add(
            covers_from=(first := FirstDayEntry("Covers from", keep("covers_from"), COVERS)),
            covers_to=(last := DayEntry("Covers to", keep("covers_to"), LAST, read=last_day)),
        )
        first.last = last
        strands = choices.strands(framework)
        self._add(strand_ids=ManyEntry("Strands", strands, keep("strand_ids"), "Which strands is it for?"))
        self._add(owner=LineEntry("Owner", keep("owner"), OWNER), review_by=DayEntry("Review by", keep("review_by")))
        self._add(
            holding=ChoiceEntry("State", choices.HOLDINGS, keep("holding")),
            sensitivity=ChoiceEntry("Sensitivity", choices.SENSITIVITIES, keep("sensitivity")),
        )
        self._add(note=TextEntry("Note", keep("note")))
        if self._session.read_only:
            lock_fields(self)

    def _add(self, **entries: Entry) -> None:
        put_beside(self.column, self.entries, **entries)

    def _keeper(self, name: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            if self.item is None:
                return
            changes: dict[str, Any] = {name: _as_kept(name, value)}
            if name == "title" and not changes["title"]:
                self.entries["title"].field.set_error("An item needs a title.")
                return
            self.entries[name].field.set_error("")
            changed = replace(self.item, **changes)
            if changed.covers_from and changed.covers_to and changed.covers_to < changed.covers_from:
                self.entries["covers_to"].field.set_error("The last day is before the first.")
                return
            self.entries["covers_to"].field.set_error("")
            if self._do(partial(keeping.change_evidence, self._session, changed)):
                self.item = changed

        return keep


def _as_kept(name: str, value: object) -> object:
    if name == "holding":
        return Holding(str(value))
    if name == "sensitivity":
        return Sensitivity(str(value))
    return value or "" if name.endswith("_type_id") or name == "agency_id" else value
