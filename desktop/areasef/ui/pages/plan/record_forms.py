"""The forms of a risk, of a decision and of money: every field is kept when it is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from areasef.domain.dossier import Dossier
from areasef.domain.funding import FUNDING_WORDS, FundingState
from areasef.domain.record import Decision, Risk
from areasef.services import remembering
from areasef.services.remembering import PlanRecord
from areasef.services.session import Session
from areasef.ui.dialogs.left_words import turning
from areasef.ui.pages.plan import offers
from areasef.ui.pages.plan.forms import Do, Form
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, LineEntry, ManyEntry, PoundsEntry, TextEntry

_CHANGES = {"risk": "Change a risk", "decision": "Change a decision", "funding": "Change funding"}
_LIKELY = ("very unlikely", "unlikely", "possible", "likely", "almost certain")
_EFFECT = ("slight", "small", "moderate", "serious", "severe")


class RecordForm(Form):
    """A risk, a decision or money; they differ in their fields alone."""

    def __init__(self, session: Session, do: Do, thing: PlanRecord) -> None:
        self.kind = kind_words(thing)
        super().__init__(session, do, f"Fields of the {self.kind}")
        self.thing = thing
        self.heading.setText(self.kind.capitalize())
        self._partner: ChoiceEntry | None = None
        {"risk": self._add_risk, "decision": self._add_decision, "funding": self._add_funding}[self.kind]()
        self._about = ManyEntry("Actions it is about", (), self._keeper("action_ids"), "Which actions?")
        self.add("action_ids", self._about)
        self.column.addStretch(1)
        if session.read_only:
            self.set_read_only()

    @property
    def thing_id(self) -> str:
        """The id of the risk, the decision or the money."""
        return self.thing.id

    def show_thing(self, dossier: Dossier, thing: PlanRecord) -> None:
        """Show what is kept now; what was being typed of another is kept first."""
        if self.thing.id != thing.id:
            self.settle()
        with turning(self, self.entries, self.thing.id, thing.id):
            self.thing = thing
            self._about.offer(offers.actions(dossier))
            if self._partner is not None:
                self._partner.offer(offers.partners(dossier))
            for name, entry in self.entries.items():
                entry.show_value(getattr(thing, name))

    def _add_risk(self) -> None:
        keep = self._keeper
        self.add("title", LineEntry("What may go wrong", keep("title")))
        self.add_pair(
            likelihood=ChoiceEntry("Likelihood", _scale(_LIKELY), self._keep_step("likelihood"), "Not said"),
            effect=ChoiceEntry("Effect", _scale(_EFFECT), self._keep_step("effect"), "Not said"),
        )
        self.add("owner", LineEntry("Owner", keep("owner")))
        self.add("response", TextEntry("What is done about it", keep("response")))

    def _add_decision(self) -> None:
        keep = self._keeper
        self.add("title", LineEntry("What was decided", keep("title")))
        self.add_pair(board=LineEntry("Who decided", keep("board")), on=DayEntry("On", keep("on")))
        self.add_pair(owner=LineEntry("Owner", keep("owner")), cost=LineEntry("Cost", keep("cost")))
        self.add("came_of_it", TextEntry("What came of it", keep("came_of_it")))

    def _add_funding(self) -> None:
        keep = self._keeper
        states = tuple((str(key), said) for key, said in FUNDING_WORDS.items())
        self._partner = ChoiceEntry("Body that gives it", (), keep("partner_id"), "Not said")
        self.add("title", LineEntry("What it pays for", keep("title")))
        self.add_pair(
            amount=PoundsEntry("Amount, in whole pounds", keep("amount")),
            state=ChoiceEntry("State", states, lambda value: keep("state")(FundingState(str(value)))),
        )
        self.add("partner_id", self._partner)
        self.add("source", LineEntry("Source", keep("source"), "The budget or grant that it comes from"))
        self.add("period", LineEntry("Year or period", keep("period")))
        self.add("note", TextEntry("Note", keep("note")))

    def _keep_step(self, field: str) -> Callable[[object], None]:
        keep = self._keeper(field)
        return lambda value: keep(int(str(value)) if value else None)

    def _keeper(self, field: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            if field == "title" and not value:
                self.entries["title"].field.set_error("Say it in a few words.")
                return
            self.entries[field].field.set_error("")
            changes: dict[str, Any] = {field: value}
            self.thing = replace(self.thing, **changes)
            self.do(partial(remembering.keep, self.session, self.thing, _CHANGES[self.kind]))

        return keep


def kind_words(thing: PlanRecord) -> str:
    """Return what a record of the plan is called."""
    return "risk" if isinstance(thing, Risk) else "decision" if isinstance(thing, Decision) else "funding"


def _scale(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((str(at), f"{at}, {said}") for at, said in enumerate(words, 1))
