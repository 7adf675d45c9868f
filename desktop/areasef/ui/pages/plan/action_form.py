"""The form of an action: what, who, when, how it goes, how we will know, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt

from areasef.domain.days import full_words
from areasef.domain.dossier import Dossier
from areasef.domain.numbering import numbering
from areasef.domain.plan import Action, Delivery
from areasef.domain.progress import DELIVERY_WORDS
from areasef.services import partnering, planning
from areasef.services.session import Session
from areasef.ui import accessible
from areasef.ui.dialogs.person import ask_person
from areasef.ui.pages.plan import offers
from areasef.ui.pages.plan.forms import Do, Form
from areasef.ui.pages.plan.funding_box import FundingBox
from areasef.ui.pages.plan.measuring import MeasuresBox
from areasef.ui.pages.plan.milestones import MilestonesBox
from areasef.ui.pages.plan.parts import PartsBox
from areasef.ui.pages.plan.steps import StepsBox
from areasef.ui.pages.plan.updates import UpdatesBox
from areasef.ui.staged import Staged
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, Entry, LineEntry, ManyEntry, TextEntry
from areasef.ui.widgets.ticking import NOTHING
from areasef.words.faults import AppError

_DAYS: Final = {"starts": "Starts", "due": "Due", "new_due": "New date"}
_BOXES: Final = ("steps", "milestones", "measures")


class ActionForm(Form):
    """Every field of an action, its milestones and its measures.

    The first fields are there at once; the rest comes in turns, or as soon as anything is asked of it.
    """

    def __init__(self, session: Session, do: Do, dossier: Dossier, action: Action, *, at_once: bool = True) -> None:
        super().__init__(session, do, "Fields of the action")
        self.action = action
        self._dossier = dossier
        self._rest = Staged(self, at_once=at_once)
        self._boxes: tuple[StepsBox | UpdatesBox | MilestonesBox | MeasuresBox, ...] = ()
        self._add_what(dossier)
        self._add_who(dossier)
        self._add_when()
        self._show_fields(self.entries)

    def fill(self, whole: Callable[[], object]) -> None:
        """Put in the rest, then do ``whole``."""
        self._rest.begin(self._add_rest, self._add_steps, self._add_measures, self._add_funding, whole)

    @property
    def thing_id(self) -> str:
        """The id of the action."""
        return self.action.id

    def show_action(self, dossier: Dossier, action: Action) -> None:
        """Show what is kept now."""
        self._rest.finish()
        self.action, self._dossier = action, dossier
        first = self.entries["depends_on_ids"]
        if isinstance(first, ManyEntry):
            first.offer(offers.actions(dossier, action.id))
        self._show_fields(self.entries)
        for box in self._boxes:
            box.show_action(dossier, action)
        self.funding.show_action(dossier, action)

    def settle(self) -> None:
        """Keep what is being typed, in milestones and measures too."""
        self._rest.finish()
        super().settle()
        for box in self._boxes:
            box.settle()

    def leave_words(self) -> None:
        """Hold what cannot be kept, in milestones and measures too."""
        super().leave_words()
        for box in self._boxes:
            box.leave_words()

    def bring_back(self) -> None:
        """Let what was left of this action stand here again."""
        super().bring_back()
        for box in self._boxes:
            box.bring_back()

    def finish(self) -> None:
        """Keep and close; a wrong number or date in a measure keeps the editor open."""
        self.settle()
        wrong = next((found for box in self._boxes if (found := box.wrong()) is not None), None)
        if wrong is not None:
            wrong.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().finish()

    def focus_field(self, name: str) -> None:
        """Put the focus on a field, or on the measures, milestones or steps."""
        if name and name not in self.entries:
            self._rest.finish()
        if name not in _BOXES:
            super().focus_field(name)
            return
        box: PartsBox[Any] = getattr(self, name)
        box.focus_first()
        self.holder.ensureWidgetVisible(box)

    def _add_rest(self) -> None:
        before = set(self.entries)
        self._add_first(self._dossier)
        self._add_how(self._dossier)
        self._after = self.column.count()
        self._add_links(self._dossier)
        self.column.addStretch(1)
        fresh = {name: entry for name, entry in self.entries.items() if name not in before}
        self._show_fields(fresh)
        for entry in fresh.values():
            entry.field.show()  # else it could not take the focus before the next layout

    def _add_steps(self) -> None:
        self.steps, self.updates = StepsBox(self.session, self.do), UpdatesBox(self.session, self.do)
        self._boxes = (self.steps, self.updates)
        self._put_in(self.steps, self.updates)

    def _add_measures(self) -> None:
        self.milestones, self.measures = MilestonesBox(self.session, self.do), MeasuresBox(self.session, self.do)
        self._boxes = (*self._boxes, self.milestones, self.measures)
        self._put_in(self.milestones, self.measures)

    def _add_funding(self) -> None:
        self.funding = FundingBox(self.session, self.do)
        self.funding.asked.connect(self.jumped)
        self._put_in(self.funding)

    def _put_in(self, *boxes: StepsBox | UpdatesBox | MilestonesBox | MeasuresBox | FundingBox) -> None:
        for box in boxes:
            self.column.insertWidget(self._after, box)
            self._after += 1
            box.show_action(self._dossier, self.action)
            box.show()

    def _show_fields(self, entries: Mapping[str, Entry]) -> None:
        self.heading.setText(f"Action {numbering(self._dossier).actions.get(self.action.id, '')}")
        for name, entry in entries.items():
            value = getattr(self.action, name)
            entry.show_value(", ".join(value) if name == "tags" else value)
        self._say_order()

    def _say_order(self, *, aloud: bool = False) -> None:
        """Say under a day that it comes before the start: it is kept, and most likely typed wrongly."""
        for name in ("due", "new_due"):
            starts, day = self.action.starts, getattr(self.action, name)
            words = f"Before the start, {full_words(starts)}" if starts and day and day < starts else ""
            field = self.entries[name].field
            field.remark(words)
            if words and aloud:
                accessible.announce(field.control, f"{_DAYS[name]}: {words}")

    def _add_what(self, dossier: Dossier) -> None:
        keep = self._keeper
        self.add("title", LineEntry("Action", keep("title"), "What will be done, starting with a verb"))
        items = offers.priorities(dossier)
        self.add("priority_id", ChoiceEntry("Priority", items, self._move))
        self.add("detail", TextEntry("In detail", keep("detail")))

    def _add_who(self, dossier: Dossier) -> None:
        keep, partners, people = self._keeper, offers.partners(dossier), offers.people(dossier)
        self.add_pair(
            lead_partner_id=ChoiceEntry("Lead partner", partners, keep("lead_partner_id"), "Nobody yet"),
            partner_ids=self._bodies("Partners who take part", partners, "partner_ids", "Who takes part?"),
        )
        self.add_pair(
            accountable_id=self._person("Accountable executive", people, "accountable_id"),
            lead_id=self._person("Lead person", people, "lead_id"),
        )
        asked = "Which partners helped to shape it?"
        self.add_pair(
            made_with_ids=self._bodies(
                "Made with partners", partners, "made_with_ids", asked, "Who helped to shape it"
            ),
            made_with=LineEntry("Made with", keep("made_with"), "Families and young people"),
        )

    def _bodies(self, name: str, partners: offers.Items, field: str, asked: str, hint: str = "") -> ManyEntry:
        return ManyEntry(name, partners, self._keeper(field), asked, hint, nothing=offers.NO_PARTNER)

    def _person(self, name: str, people: offers.Items, field: str) -> ChoiceEntry:
        other = None if self.session.read_only else ("Somebody else …", self._ask_person)
        return ChoiceEntry(name, people, self._keeper(field), "Nobody yet", other=other)

    def _ask_person(self) -> tuple[str, str] | None:
        """Ask for somebody who is not named in the file yet, and name them there: both fields offer them then."""
        made = ask_person(self.window(), self.session)
        if made is None or not self.do(partial(partnering.keep, self.session, made, "Add a person")):
            return None
        names = {each.id: each.label for each in partnering.partners(self.session)}
        people = offers.named(partnering.people(self.session), names)
        for field in ("accountable_id", "lead_id"):
            entry = self.entries[field]
            if isinstance(entry, ChoiceEntry):
                entry.offer(people)
                entry.show_value(getattr(self.action, field))
        return next(each for each in people if each[0] == made.id)

    def _add_when(self) -> None:
        keep = self._keeper
        self.add_pair(
            starts=DayEntry("Starts", keep("starts")),
            due=DayEntry("Due", keep("due")),
            new_due=DayEntry("New date, if it moved", keep("new_due")),
        )

    def _add_first(self, dossier: Dossier) -> None:
        """Put in what must happen first: other actions, and whatever else in words."""
        items, asked = offers.actions(dossier, self.action.id), "Which actions must be done first?"
        self.add_pair(
            depends_on_ids=ManyEntry(
                "Depends on actions",
                items,
                self._keeper("depends_on_ids"),
                asked,
                "Which must be done first",
                nothing=offers.NO_ACTION,
            ),
            depends_on=LineEntry("Depends on", self._keeper("depends_on"), "What else must happen first"),
        )

    def _add_how(self, dossier: Dossier) -> None:
        keep = self._keeper
        stages = tuple((term.id, term.title) for term in dossier.framework.impact_stages)
        words = tuple((str(key), said) for key, said in DELIVERY_WORDS.items())
        self.add_pair(
            delivery=ChoiceEntry("Delivery: did we do it?", words, self._deliver),
            impact_stage_id=ChoiceEntry("Impact: did children notice?", stages, keep("impact_stage_id"), "Not said"),
        )
        self.add("progress", TextEntry("Progress so far", keep("progress")))
        hint = "Only where it is closed without evidence of its effect"
        self.add("closing_reason", TextEntry("Why it is closed", keep("closing_reason"), hint, 56))

    def _add_links(self, dossier: Dossier) -> None:
        several = (
            ("evidence_ids", "Evidence of its effect", offers.evidence(dossier), offers.NO_EVIDENCE),
            ("statement_ids", "Statements it answers", offers.statements(dossier), offers.NO_STATEMENT),
            ("strand_ids", "Strands", offers.strands(dossier), NOTHING),
        )
        for field, name, items, nothing in several:
            self.add(field, ManyEntry(name, items, self._keeper(field), f"{name}: which?", nothing=nothing))
        self.add("tags", LineEntry("Tags", self._keep_tags, "Words of your own, with commas between"))

    def _keeper(self, field: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            changes: dict[str, Any] = {field: value}
            before, self.action = self.action, replace(self.action, **changes)
            if not self.do(partial(planning.keep, self.session, self.action, "Change an action")):
                self.action = before  # a done action keeps what shows or explains it
                self.entries[field].show_value(getattr(before, field))
            if field in _DAYS:
                self._say_order(aloud=True)

        return keep

    def _keep_tags(self, words: object) -> None:
        tags = tuple(dict.fromkeys(filter(None, (word.strip() for word in str(words).split(",")))))
        self._keeper("tags")(tags)

    def _move(self, priority_id: object) -> None:
        if priority_id and priority_id != self.action.priority_id:
            self.do(partial(planning.move_to, self.session, self.action, str(priority_id)))

    def _deliver(self, key: object) -> None:
        self.settle()
        entry = self.entries["delivery"]
        wanted = Delivery(str(key))
        try:
            planning.ask_delivery(self.session, self.action, wanted)
        except AppError as error:
            entry.show_value(self.action.delivery)
            entry.field.set_error(str(error))
            self.focus_field("closing_reason")
            return
        entry.field.set_error("")
        if self.do(partial(planning.set_delivery, self.session, self.action, wanted)):
            self.action = replace(self.action, delivery=wanted)
