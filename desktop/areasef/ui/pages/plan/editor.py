"""The editor beside the table: every field of a priority or an action; each is kept when it is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout

from areasef.domain.change import Change
from areasef.domain.dossier import Dossier
from areasef.domain.plan import Action, Delivery, Priority
from areasef.domain.progress import DELIVERY_WORDS
from areasef.services import planning
from areasef.services.session import Session
from areasef.ui import metrics
from areasef.ui.models.plan_rows import numbering
from areasef.ui.pages.plan import offers
from areasef.ui.pages.plan.entries import ChoiceEntry, DayEntry, Entry, LineEntry, ManyEntry, TextEntry
from areasef.ui.pages.plan.measuring import MeasuresBox
from areasef.ui.pages.plan.milestones import MilestonesBox
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label
from areasef.ui.widgets.scroll import Scroll
from areasef.words.faults import AppError

Say = Callable[[Change], object]


class Form(QFrame):
    """What both editors share: a heading, fields by name, Done."""

    closed = Signal()

    def __init__(self, session: Session, say: Say, name: str) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.session = session
        self.say = say
        self.entries: dict[str, Entry] = {}
        self.heading: QLabel = label("", "section", wrap=True)
        head = metrics.row(margins=(16, 8, 12, 8), spacing=12)
        head.addWidget(self.heading, 1)
        self.done = Button("Done", self.finish, kind="primary", keys="Ctrl Enter")
        head.addWidget(self.done, 0, Qt.AlignmentFlag.AlignTop)
        self.holder = Scroll(name, margins=(16, 4, 16, 20), spacing=14)
        column = metrics.column(self, spacing=0)
        column.addLayout(head)
        column.addWidget(self.holder, 1)

    @property
    def column(self) -> QVBoxLayout:
        """Where fields go."""
        return self.holder.column

    def add(self, name: str, entry: Entry) -> Entry:
        """Put a field in, under its name."""
        self.entries[name] = entry
        self.column.addWidget(entry.field)
        return entry

    def add_pair(self, **pair: Entry) -> None:
        """Put fields side by side."""
        line = metrics.row(spacing=12)
        for name, entry in pair.items():
            self.entries[name] = entry
            line.addWidget(entry.field, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)

    def settle(self) -> None:
        """Keep what is being typed."""
        for entry in list(self.entries.values()):
            entry.settle()

    def finish(self) -> None:
        """Keep and close; where a field is wrong, stay with it."""
        self.settle()
        wrong = next((each for each in self.entries.values() if each.field.error), None)
        if wrong is not None:
            wrong.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.closed.emit()

    def focus_field(self, name: str) -> None:
        """Put the focus on a field; the first where there is none of that name."""
        entry = self.entries.get(name) or next(iter(self.entries.values()))
        entry.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.holder.ensureWidgetVisible(entry.field)


class PriorityForm(Form):
    """Every field of a priority."""

    def __init__(self, session: Session, say: Say, dossier: Dossier, priority: Priority) -> None:
        super().__init__(session, say, "Fields of the priority")
        self.priority = priority
        keep = self._keeper
        self.add("title", LineEntry("Priority", keep("title"), "What we will put right"))
        hint = "What will be different for children and young people, in their words"
        self.add("outcome", TextEntry("What should change", keep("outcome"), hint))
        self.add("finding_ids", self._many("Findings it answers", "finding_ids", offers.findings(dossier)))
        self.add("statement_ids", self._many("Statements it answers", "statement_ids", offers.statements(dossier)))
        self.add("strand_ids", self._many("Strands", "strand_ids", offers.strands(dossier)))
        self.column.addStretch(1)
        self.show_priority(dossier, priority)

    def show_priority(self, dossier: Dossier, priority: Priority) -> None:
        """Show what is kept now."""
        self.priority = priority
        self.heading.setText(f"Priority {numbering(dossier).priorities.get(priority.id, '')}")
        for name, entry in self.entries.items():
            entry.show_value(getattr(priority, name))

    def _many(self, name: str, field: str, items: offers.Items) -> ManyEntry:
        return ManyEntry(name, items, self._keeper(field), f"{name}: which?")

    def _keeper(self, field: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            changes: dict[str, Any] = {field: value}
            self.priority = replace(self.priority, **changes)
            self.say(planning.keep(self.session, self.priority, "Change a priority"))

        return keep


class ActionForm(Form):
    """Every field of an action, its milestones and its measures."""

    def __init__(self, session: Session, say: Say, dossier: Dossier, action: Action) -> None:
        super().__init__(session, say, "Fields of the action")
        self.action = action
        self._add_what(dossier)
        self._add_who(dossier)
        self._add_when()
        self._add_how(dossier)
        self.milestones = MilestonesBox(session, say)
        self.measures = MeasuresBox(session, say)
        self.column.addWidget(self.milestones)
        self.column.addWidget(self.measures)
        self._add_links(dossier)
        self.column.addStretch(1)
        self.show_action(dossier, action)

    def show_action(self, dossier: Dossier, action: Action) -> None:
        """Show what is kept now."""
        self.action = action
        self.heading.setText(f"Action {numbering(dossier).actions.get(action.id, '')}")
        for name, entry in self.entries.items():
            value = getattr(action, name)
            entry.show_value(", ".join(value) if name == "tags" else value)
        self.milestones.show_action(dossier, action)
        self.measures.show_action(dossier, action)

    def settle(self) -> None:
        """Keep what is being typed, in milestones and measures too."""
        super().settle()
        self.milestones.settle()
        self.measures.settle()

    def finish(self) -> None:
        """Keep and close; a wrong number or date in a measure keeps the editor open."""
        self.settle()
        wrong = self.milestones.wrong() or self.measures.wrong()
        if wrong is not None:
            wrong.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().finish()

    def focus_field(self, name: str) -> None:
        """Put the focus on a field, or on the measures."""
        if name in ("measures", "milestones"):
            box = self.measures if name == "measures" else self.milestones
            box.focus_first()
            self.holder.ensureWidgetVisible(box)
        else:
            super().focus_field(name)

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
            partner_ids=ManyEntry("Partners who take part", partners, keep("partner_ids"), "Who takes part?"),
        )
        self.add_pair(
            accountable_id=ChoiceEntry("Accountable executive", people, keep("accountable_id"), "Nobody yet"),
            lead_id=ChoiceEntry("Lead person", people, keep("lead_id"), "Nobody yet"),
        )

    def _add_when(self) -> None:
        keep = self._keeper
        self.add_pair(
            starts=DayEntry("Starts", keep("starts")),
            due=DayEntry("Due", keep("due")),
            new_due=DayEntry("New date, if it moved", keep("new_due")),
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
            ("evidence_ids", "Evidence of its effect", offers.evidence(dossier)),
            ("statement_ids", "Statements it answers", offers.statements(dossier)),
            ("strand_ids", "Strands", offers.strands(dossier)),
        )
        for field, name, items in several:
            self.add(field, ManyEntry(name, items, self._keeper(field), f"{name}: which?"))
        self.add("tags", LineEntry("Tags", self._keep_tags, "Words of your own, with commas between"))

    def _keeper(self, field: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            changes: dict[str, Any] = {field: value}
            self.action = replace(self.action, **changes)
            self.say(planning.keep(self.session, self.action, "Change an action"))

        return keep

    def _keep_tags(self, words: object) -> None:
        tags = tuple(dict.fromkeys(filter(None, (word.strip() for word in str(words).split(",")))))
        self._keeper("tags")(tags)

    def _move(self, priority_id: object) -> None:
        if priority_id and priority_id != self.action.priority_id:
            self.say(planning.move_to(self.session, self.action, str(priority_id)))

    def _deliver(self, key: object) -> None:
        self.settle()
        entry = self.entries["delivery"]
        try:
            self.say(planning.set_delivery(self.session, self.action, Delivery(str(key))))
        except AppError as error:
            entry.show_value(self.action.delivery)
            entry.field.set_error(str(error))
        else:
            self.action = replace(self.action, delivery=Delivery(str(key)))
            entry.field.set_error("")


class Editor(QStackedWidget):
    """Holds the editor of the thing at hand, if any."""

    closed = Signal()

    def __init__(self, session: Session, say: Say) -> None:
        super().__init__()
        self._session = session
        self._say = say
        self.form: PriorityForm | ActionForm | None = None

    def open(self, dossier: Dossier, thing: Priority | Action, field: str = "") -> None:
        """Open the editor of a thing, at a field."""
        if self.thing_id != thing.id:
            self.close_form()
            made = (
                ActionForm(self._session, self._say, dossier, thing)
                if isinstance(thing, Action)
                else PriorityForm(self._session, self._say, dossier, thing)
            )
            made.closed.connect(self.closed)
            self.addWidget(made)
            self.setCurrentWidget(made)
            metrics.rescale(made)
            self.form = made
        if self.form is not None:
            self.form.focus_field(field)

    @property
    def thing_id(self) -> str:
        """The id of what is being edited, or nothing."""
        if isinstance(self.form, ActionForm):
            return self.form.action.id
        return self.form.priority.id if self.form is not None else ""

    def refresh(self, dossier: Dossier) -> bool:
        """Show what is kept now; say whether the thing is still there."""
        if isinstance(self.form, ActionForm):
            action = next((each for each in dossier.actions if each.id == self.thing_id), None)
            if action is not None:
                self.form.show_action(dossier, action)
            return action is not None
        if isinstance(self.form, PriorityForm):
            priority = next((each for each in dossier.priorities if each.id == self.thing_id), None)
            if priority is not None:
                self.form.show_priority(dossier, priority)
            return priority is not None
        return True

    def settle(self) -> None:
        """Keep what is being typed."""
        if self.form is not None:
            self.form.settle()

    def close_form(self) -> None:
        """Keep what is being typed and let the editor go."""
        if self.form is not None:
            form = self.form
            form.settle()
            self.form = None
            self.removeWidget(form)
            form.deleteLater()
