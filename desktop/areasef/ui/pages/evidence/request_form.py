"""The request at hand: every field, kept when it is left, and the ways on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final

from areasef.domain.evidence import Holding
from areasef.domain.record import Request
from areasef.services import keeping
from areasef.services.session import Session
from areasef.ui import metrics
from areasef.ui.dates import day_words
from areasef.ui.dialogs.left_words import turning
from areasef.ui.pages.evidence import choices
from areasef.ui.pages.evidence.details import Do
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, Entry, LineEntry, ManyEntry, TextEntry, put_beside
from areasef.ui.widgets.fields_lock import lock_fields
from areasef.ui.widgets.label import label
from areasef.ui.widgets.scroll import Scroll

_CAME: Final = "It came. Show the item to say which period it covers, and to cite it in a strand."


class RequestForm(Scroll):
    """Every field of a request, each kept when it is left, and the ways on."""

    def __init__(self, session: Session, do: Do) -> None:
        super().__init__("The request", margins=(16, 12, 16, 20), spacing=14)
        self._session = session
        self._do = do
        self.request: Request | None = None
        self.entries: dict[str, Entry] = {}
        self.attach_button = Button("Attach a file", icon="upload")
        self.item_button = Button("Show the item", kind="quiet")
        self.delete_button = Button("Delete", kind="quiet")
        self._asked = label("", "meta", "muted", wrap=True)
        line = metrics.row(spacing=8)
        for button in (self.attach_button, self.item_button, self.delete_button):
            line.addWidget(button)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self._asked)
        self._build()
        self.column.addStretch(1)

    def show_request(self, request: Request, today: date) -> None:
        """Show what is kept of a request now."""
        if self.request is not None and self.request.id != request.id:
            self.settle()
        before = self.request.id if self.request is not None else ""
        with turning(self, self.entries, before, request.id):
            self._show(request, today)

    def _show(self, request: Request, today: date) -> None:
        self.request = request
        asked = request.asked_on
        ago = (today - asked).days if asked else 0
        since = f", {ago} days ago" if ago > 1 else ""
        when = f"Asked on {day_words(asked)}{since}." if asked else ""
        came = request.state is Holding.HELD and bool(request.evidence_id)
        self._asked.setText(" ".join(filter(None, (when, _CAME if came else ""))))
        self.attach_button.say("Attach a newer file" if came else "Attach a file")
        self.item_button.setVisible(bool(request.evidence_id))
        partner = self.entries["partner_id"]
        if isinstance(partner, ChoiceEntry):
            partner.offer(choices.partners(self._session))
        for name, entry in self.entries.items():
            entry.show_value(getattr(request, name))

    def settle(self) -> None:
        """Keep what is being typed."""
        if self.request is not None:
            for entry in self.entries.values():
                entry.settle()

    def _build(self) -> None:
        keep, partners = self._keeper, choices.partners(self._session)
        strands = choices.strands(self._session.framework)
        self._add(title=LineEntry("What is asked for", keep("title")))
        self._add(partner_id=ChoiceEntry("Partner", partners, keep("partner_id"), "Nobody yet"))
        self._add(due=DayEntry("By", keep("due")), state=ChoiceEntry("State", choices.ANSWERS, keep("state")))
        self._add(strand_ids=ManyEntry("Strands", strands, keep("strand_ids"), "Which strands is it for?"))
        self._add(note=TextEntry("Note", keep("note")))
        if self._session.read_only:
            lock_fields(self)
            self.item_button.setEnabled(True)

    def _add(self, **entries: Entry) -> None:
        put_beside(self.column, self.entries, **entries)

    def _keeper(self, name: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            if self.request is None:
                return
            if name == "title" and not value:
                self.entries["title"].field.set_error("A request says what is asked for.")
                return
            self.entries[name].field.set_error("")
            changes: dict[str, Any] = {name: Holding(str(value)) if name == "state" else value}
            changed = replace(self.request, **changes)
            if self._do(partial(keeping.change_request, self._session, changed)):
                self.request = changed

        return keep
