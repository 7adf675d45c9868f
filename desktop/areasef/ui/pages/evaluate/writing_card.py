"""A statement while it is written: the box, what must be fixed, its citations, confidence, partner, ages, and Done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from areasef.domain.framework import Framework
from areasef.domain.partner import Partner
from areasef.domain.statement import Confidence, Statement, plain, word_count
from areasef.ui import accessible, metrics
from areasef.ui.pages.evaluate.reading_card import CardView, ChipMaker, partners_line
from areasef.ui.widgets.banner import Banner
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import key_label, label
from areasef.ui.widgets.picker import MultiPicker, Option, SegmentedPicker
from areasef.ui.widgets.writing_box import WritingBox

Weak = list[tuple[str, tuple[int, int]]]
_CONFIDENCE = tuple(Option(each, each.capitalize(), ("confidence", each)) for each in ("low", "medium", "high"))


class WritingCard(QFrame):
    """One statement open for writing. ``changed`` carries the statement with a field changed, ``reworded`` its text."""

    reworded = Signal(str)
    typed = Signal(str)
    changed = Signal(object)
    cite_asked = Signal()
    find_asked = Signal()
    done = Signal()

    def __init__(
        self,
        view: CardView,
        framework: Framework,
        partners: tuple[Partner, ...],
        numbers: dict[str, int],
        weak: Callable[[str], Weak],
        make_chip: ChipMaker,
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setProperty("writing", True)
        self._view = view
        self._statement = view.statement
        self._framework = framework
        self._weak = weak
        self._column = metrics.column(self, margins=(15, 9, 15, 11), spacing=8)
        self._words = label("", "meta", "muted")
        self._kept = label("", "meta", "muted")
        self._add_head(view)
        self.box = WritingBox(f"Statement {view.number} of {view.count}")
        self.box.setAccessibleDescription(view.spoken)
        self.box.setPlaceholderText("Say what is true, how you know, and what it means for children.")
        self.box.set_body(view.statement.body, numbers)
        self._column.addWidget(self.box)
        self._faults = metrics.column(spacing=6)
        self._column.addLayout(self._faults)
        self._add_chips(view, make_chip)
        self._add_fields(partners)
        self.box.textChanged.connect(self._look_again)
        self.box.typed.connect(self.typed)
        self.box.settled.connect(self.reworded)
        self.box.done_asked.connect(self.done)
        self.box.leave_asked.connect(self.done)
        self._look_again()

    @property
    def statement_id(self) -> str:
        """The statement that is written."""
        return self._statement.id

    def show_statement(self, view: CardView, numbers: dict[str, int], make_chip: ChipMaker) -> None:
        """Show a statement that changed elsewhere (a citation was placed, something was undone)."""
        self._view, self._statement = view, view.statement
        self.box.set_body(view.statement.body, numbers)
        self._fill_chips(view, make_chip)
        self._look_again()

    def say_kept(self, words: str) -> None:
        """Say when the text was kept."""
        self._kept.setText(words)

    def focus_field(self, field: str) -> None:
        """Put the focus on a field by its name in the statement."""
        wanted: dict[str, QWidget] = {
            "confidence": self._confidence,
            "confidence_reason": self._reason,
            "partner_ids": self._partners,
            "age_ids": self._ages,
            "citations": self._cite,
        }
        wanted.get(field, self.box).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_head(self, view: CardView) -> None:
        head = metrics.row(spacing=12)
        head.addWidget(label(str(view.number), "label"))
        head.addWidget(label(view.state, "meta", "muted"))
        head.addStretch(1)
        head.addWidget(self._words)
        head.addWidget(self._kept)
        self._column.addLayout(head)

    def _add_chips(self, view: CardView, make_chip: ChipMaker) -> None:
        holder, self._chips = flow_row()
        self._cite = Button(
            "Cite a page", self.cite_asked.emit, kind="quiet", icon="plus", keys="Ctrl Shift C", small=True
        )
        self._key = key_label("Ctrl Shift C")
        self._fill_chips(view, make_chip)
        self._column.addWidget(holder)

    def _fill_chips(self, view: CardView, make_chip: ChipMaker) -> None:
        kept = (self._cite, self._key)
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in kept:
                widget.hide()
                widget.deleteLater()
        for chip in view.chips:
            self._chips.addWidget(make_chip(chip))
        for widget in kept:
            self._chips.addWidget(widget)

    def _add_fields(self, partners: tuple[Partner, ...]) -> None:
        line, flow = flow_row(12)
        self._confidence = SegmentedPicker("Confidence", _CONFIDENCE, str(self._statement.confidence or ""))
        self._confidence.picked.connect(lambda key: self._change(confidence=Confidence(key)))
        flow.addWidget(_named("Confidence", self._confidence))
        self._partners = _PartnerButton(partners, self._statement.partner_ids)
        self._partners.picked.connect(lambda ids: self._change(partner_ids=ids))
        flow.addWidget(_named("Stands behind it", self._partners))
        ages = [Option(term.id, term.title.replace(" to ", "\N{EN DASH}")) for term in self._framework.ages]
        self._ages = MultiPicker("Ages", ages, self._statement.age_ids)
        self._ages.picked.connect(lambda keys: self._change(age_ids=keys))
        flow.addWidget(_named("Ages", self._ages))
        self._stage = QComboBox()
        self._stage.addItem("Not said", "")
        for term in self._framework.impact_stages:
            self._stage.addItem(term.title, term.id)
        self._stage.setCurrentIndex(max(0, self._stage.findData(self._statement.impact_stage_id or "")))
        self._stage.activated.connect(lambda _: self._change(impact_stage_id=self._stage.currentData() or None))
        flow.addWidget(_named("Impact", self._stage))
        self._groups = _TermButton("Groups", self._framework.cohorts, self._statement.cohort_ids)
        self._groups.picked.connect(lambda keys: self._change(cohort_ids=keys))
        flow.addWidget(_named("Groups", self._groups))
        self._plans = _TermButton("Plan", self._framework.plan_statuses, self._statement.plan_status_ids)
        self._plans.picked.connect(lambda keys: self._change(plan_status_ids=keys))
        flow.addWidget(_named("EHC plan or SEN support", self._plans))
        self._column.addWidget(line)
        self._add_reason()

    def _add_reason(self) -> None:
        self._reason = QLineEdit(self._statement.confidence_reason)
        self._reason.setPlaceholderText("One source only, self-reported, not every locality")
        self._reason.editingFinished.connect(self._keep_reason)
        line = metrics.row(spacing=12)
        line.addWidget(_named("Why this confidence", self._reason), 1)
        self._done = Button("Done", self.done.emit, kind="primary", keys="Ctrl Enter")
        line.addWidget(self._done, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(line)

    def _keep_reason(self) -> None:
        if self._reason.text() != self._statement.confidence_reason:
            self._change(confidence_reason=self._reason.text())

    def _change(self, **fields: object) -> None:
        self.box.settle()
        self._statement = replace(self._statement, **fields)  # type: ignore[arg-type]
        self.changed.emit(fields)

    def _look_again(self) -> None:
        body = self.box.body()
        count = word_count(body)
        self._words.setText(f"{count} word{'' if count == 1 else 's'}")
        found = self._weak(body) if plain(body).strip() else []
        self.box.set_waves([where for _, where in found])
        while item := self._faults.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for words, where in found:
            self._faults.addWidget(self._fault(words, where))

    def _fault(self, words: str, where: tuple[int, int]) -> QWidget:
        banner = Banner()
        start, _, rest = words.partition(": ")
        banner.say(f"{start}:", f"{rest}.", "bad")
        for said, do in (("Find evidence", self.find_asked.emit), ("Reword", lambda: self._reword(where))):
            banner.add_link(said, do)
        return banner

    def _reword(self, where: tuple[int, int]) -> None:
        self.box.select_range(*where)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)


class _TermButton(QToolButton):
    """A button that opens a list to tick several from; its words say what is ticked."""

    picked = Signal(tuple)

    def __init__(self, name: str, terms: tuple[object, ...], chosen: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("kind", "dropdown")
        self._name = name
        self._terms = [
            (str(getattr(term, "id", "")), str(getattr(term, "title", getattr(term, "label", "")))) for term in terms
        ]
        self._chosen = list(chosen)
        menu = QMenu(self)
        for key, title in self._terms:
            box = QCheckBox(title)
            box.setChecked(key in self._chosen)
            box.toggled.connect(lambda on, key=key: self._tick(key, on))
            action = QWidgetAction(menu)
            action.setDefaultWidget(box)
            menu.addAction(action)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu.aboutToHide.connect(lambda: self.picked.emit(tuple(self._chosen)))
        metrics.sized(self, min_height=32, min_width=110)
        self._say()

    def _tick(self, key: str, on: bool) -> None:
        if on and key not in self._chosen:
            self._chosen.append(key)
        elif not on and key in self._chosen:
            self._chosen.remove(key)
        self._say()

    def _say(self) -> None:
        titles = [title for key, title in self._terms if key in self._chosen]
        words = partners_line(titles) if len(titles) <= 2 else f"{titles[0]} and {len(titles) - 1} more"
        self.setText(words or "Choose")
        accessible.named(self, f"{self._name}: {words or 'none chosen'}")


class _PartnerButton(_TermButton):
    """Who stands behind a statement: one or several partners."""

    def __init__(self, partners: tuple[Partner, ...], chosen: tuple[str, ...]) -> None:
        super().__init__("Stands behind it", tuple(partners), chosen)


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


def with_fields(statement: Statement, fields: dict[str, object]) -> Statement:
    """Return a statement with fields changed, as ``changed`` tells them."""
    return replace(statement, **fields)  # type: ignore[arg-type]
