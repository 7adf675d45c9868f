"""What is said about a statement: confidence and why, who stands behind it, ages, impact, groups and plans."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from areasef.domain.framework import Framework, Term
from areasef.domain.partner import Partner
from areasef.domain.statement import Confidence, Statement
from areasef.ui import accessible, metrics
from areasef.ui.later import Within
from areasef.ui.pages.evaluate.term_button import NO_PARTNER, TermButton
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.chooser import Chooser
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label
from areasef.ui.widgets.picker import MultiPicker, Option, SegmentedPicker

_CONFIDENCE = tuple(Option(each, each.capitalize(), ("confidence", each)) for each in ("low", "medium", "high"))
_PAUSE_MS = 800
_REST_WIDEST = 200


class StatementFields(QFrame):
    """``changed`` hands over fields by their names in the statement; the rest is folded away until it is asked for."""

    changed = Signal(dict)
    typed = Signal(str)
    done = Signal()

    def __init__(self, framework: Framework, partners: tuple[Partner, ...]) -> None:
        super().__init__()
        self._shown_reason = ""
        self._typed_out = False
        self._make_controls(framework, partners)
        self._column = metrics.column(self, spacing=8)
        self._first, flow = flow_row(12)
        for name, control in (
            ("Confidence", self.confidence),
            ("Stands behind it", self.partners),
            ("Ages", self.ages),
        ):
            flow.addWidget(_named(name, control))
        self.done_button = Button("Done", self.done.emit, kind="primary", keys="Ctrl Enter")
        self.more = Button("More about it", self._turn_more, kind="quiet", icon="chevron-down", small=True)
        self._line = metrics.row(spacing=12)
        self._line.addWidget(self._first, 1)
        self._line.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(self._line)
        self.rest = self._make_rest()
        self._column.addWidget(self.rest)
        self.rest.hide()
        self._bind()

    def show_statement(self, statement: Statement) -> None:
        """Show what is kept of a statement; a reason being typed stays."""
        self.confidence.choose(str(statement.confidence or ""))
        self.partners.choose(statement.partner_ids)
        self.ages.choose(statement.age_ids)
        self.stage.setCurrentIndex(max(0, self.stage.findData(statement.impact_stage_id or "")))
        self.groups.choose(statement.cohort_ids)
        self.plans.choose(statement.plan_status_ids)
        if self.reason.text() == self._shown_reason:
            self.reason.setText(statement.confidence_reason)
        self._shown_reason = statement.confidence_reason
        wanted = bool(
            statement.confidence_reason
            or statement.impact_stage_id
            or statement.cohort_ids
            or statement.plan_status_ids
        )
        if wanted and self.rest.isHidden():
            self._turn_more()

    def control(self, field: str) -> QWidget | None:
        """Return the control of a field by its name in the statement, brought into sight."""
        found: dict[str, QWidget] = {
            "confidence": self.confidence,
            "partner_ids": self.partners,
            "age_ids": self.ages,
            "confidence_reason": self.reason,
            "impact_stage_id": self.stage,
            "cohort_ids": self.groups,
            "plan_status_ids": self.plans,
        }
        wanted = found.get(field)
        if wanted is not None and self.rest.isAncestorOf(wanted) and self.rest.isHidden():
            self._turn_more()
        return wanted

    def settle(self) -> None:
        """Hand over a reason that is being typed."""
        self._pause.stop()
        words = self.reason.text()
        if words != self._shown_reason or self._typed_out:
            self._shown_reason, self._typed_out = words, False
            self.changed.emit({"confidence_reason": words})

    def set_wide(self, wide: bool) -> None:
        """Stand in a narrow column beside the words, or in a wide one under them; ``rest`` then stands under the words."""
        layouts = (self._line, self._column)
        layouts[(not wide and 1) or 0].removeWidget(self.done_button)
        at = Qt.AlignmentFlag.AlignLeft if wide else Qt.AlignmentFlag.AlignBottom
        layouts[1 if wide else 0].addWidget(self.done_button, 0, at)
        if not wide:
            self._column.addWidget(self.rest)

    def set_read_only(self, why: str) -> None:
        """Show everything and take no input."""
        for picker in (self.confidence, self.ages, self.partners, self.groups, self.plans):
            picker.set_read_only(why)
        self.reason.setReadOnly(bool(why))
        self.stage.setEnabled(not why)

    def _make_controls(self, framework: Framework, partners: tuple[Partner, ...]) -> None:
        self.confidence = SegmentedPicker("Confidence", _CONFIDENCE)
        named = [(each.id, each.label) for each in partners]
        self.partners = TermButton("Stands behind it", named, nothing=NO_PARTNER)
        ages = [Option(term.id, term.title.replace(" to ", "\N{EN DASH}")) for term in framework.ages]
        self.ages = MultiPicker("Ages", ages)
        self.stage = Chooser()
        accessible.named(self.stage, "Impact")
        self.stage.addItem("Not said", "")
        for term in framework.impact_stages:
            self.stage.addItem(term.title, term.id)
        self.groups = TermButton("Groups", _terms(framework.cohorts), none="Not said", widest=_REST_WIDEST)
        self.plans = TermButton(
            "EHC plan or SEN support", _terms(framework.plan_statuses), none="Not said", widest=_REST_WIDEST
        )
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("One source only, self-reported, not every locality")
        self._pause = Within(self, _PAUSE_MS, self._tell_typed)

    def _make_rest(self) -> QWidget:
        rest = QFrame()
        column = metrics.column(rest, spacing=8)
        column.addWidget(_named("Why this confidence", self.reason))
        holder, flow = flow_row(12)
        flow.addWidget(_named("Impact", self.stage))
        flow.addWidget(_named("Groups", self.groups))
        flow.addWidget(_named("EHC plan or SEN support", self.plans))
        column.addWidget(holder)
        return rest

    def _bind(self) -> None:
        self.confidence.picked.connect(lambda key: self.changed.emit({"confidence": Confidence(key)}))
        self.partners.picked.connect(lambda keys: self.changed.emit({"partner_ids": keys}))
        self.ages.picked.connect(lambda keys: self.changed.emit({"age_ids": keys}))
        self.stage.activated.connect(lambda _: self.changed.emit({"impact_stage_id": self.stage.currentData() or None}))
        self.groups.picked.connect(lambda keys: self.changed.emit({"cohort_ids": keys}))
        self.plans.picked.connect(lambda keys: self.changed.emit({"plan_status_ids": keys}))
        self.reason.editingFinished.connect(self.settle)
        self.reason.textEdited.connect(self._pause.ask)

    def _tell_typed(self) -> None:
        self._typed_out = True
        self.typed.emit(self.reason.text())

    def _turn_more(self) -> None:
        self.rest.setVisible(self.rest.isHidden())
        shown = not self.rest.isHidden()
        self.more.say("Less about it" if shown else "More about it")
        self.more.set_icon("chevron-up" if shown else "chevron-down")


def _terms(terms: tuple[Term, ...]) -> list[tuple[str, str]]:
    return [(term.id, term.title) for term in terms]


def _named(name: str, control: QWidget) -> QWidget:
    holder = QFrame()
    column = metrics.column(holder, spacing=4)
    words = label(name, "meta", "muted")
    words.setBuddy(control)
    column.addWidget(words)
    column.addWidget(control)
    if not control.accessibleName():
        control.setAccessibleName(name)
    return holder
