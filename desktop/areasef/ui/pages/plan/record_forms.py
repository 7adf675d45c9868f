"""The forms of a risk and of a decision: every field is kept when it is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from areasef.domain.dossier import Dossier
from areasef.domain.record import Decision, Risk
from areasef.services import remembering
from areasef.services.session import Session
from areasef.ui.dialogs.left_words import turning
from areasef.ui.pages.plan import offers
from areasef.ui.pages.plan.forms import Do, Form
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, LineEntry, ManyEntry, TextEntry

_LIKELY = ("very unlikely", "unlikely", "possible", "likely", "almost certain")
_EFFECT = ("slight", "small", "moderate", "serious", "severe")


class RecordForm(Form):
    """A risk or a decision; the two differ in their fields alone."""

    def __init__(self, session: Session, do: Do, thing: Risk | Decision) -> None:
        self.risk = isinstance(thing, Risk)
        super().__init__(session, do, "Fields of the risk" if self.risk else "Fields of the decision")
        self.thing = thing
        self.heading.setText("Risk" if self.risk else "Decision")
        self._add_risk() if self.risk else self._add_decision()
        self._about = ManyEntry("Actions it is about", (), self._keeper("action_ids"), "Which actions?")
        self.add("action_ids", self._about)
        self.column.addStretch(1)
        if session.read_only:
            self.set_read_only()

    @property
    def thing_id(self) -> str:
        """The id of the risk or the decision."""
        return self.thing.id

    def show_thing(self, dossier: Dossier, thing: Risk | Decision) -> None:
        """Show what is kept now; what was being typed of another is kept first."""
        if self.thing.id != thing.id:
            self.settle()
        with turning(self, self.entries, self.thing.id, thing.id):
            self.thing = thing
            self._about.offer(offers.actions(dossier))
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
            label = "Change a risk" if self.risk else "Change a decision"
            self.do(partial(remembering.keep, self.session, self.thing, label))

        return keep


def _scale(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((str(at), f"{at}, {said}") for at, said in enumerate(words, 1))
