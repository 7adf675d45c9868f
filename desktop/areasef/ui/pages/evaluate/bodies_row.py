"""What each body says of a strand, in one line: those who see it differently by name, the others by name or counted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from areasef.domain.evaluation import Answer
from areasef.domain.summary import PartnerView
from areasef.ui import accessible, metrics
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import set_tip

ANSWER_WORDS: Final = {
    Answer.CONTRIBUTED: "contributed",
    Answer.ENDORSES: "endorses this",
    Answer.DIFFERS: "differs",
    Answer.DECLINED: "declined",
    Answer.NOT_ASKED: "not asked",
}
_COUNTED: Final = {
    Answer.ENDORSES: ("endorses", "endorse"),
    Answer.CONTRIBUTED: ("contributed", "contributed"),
    Answer.DECLINED: ("declined", "declined"),
    Answer.NOT_ASKED: ("not asked", "not asked"),
}
"""Every answer that is counted, in the order of the count, for one body and for several. Who differs is named."""
_BY_NAME: Final = 4
"""So many bodies stand side by side by name, as long as no two of them were not asked; more are counted."""


def tally(bodies: tuple[PartnerView, ...]) -> str:
    """Return how many bodies say what, each answer for itself: who contributed has not endorsed (design guide, 7)."""
    if all(each.answer is Answer.NOT_ASKED for each in bodies):
        return "No partner asked yet" if len(bodies) > 1 else "Not asked yet"
    counts = {answer: sum(each.answer is answer for each in bodies) for answer in _COUNTED}
    found = [(count, _COUNTED[answer][count != 1]) for answer, count in counts.items() if count]
    if not found:
        return ""
    (count, words), *rest = found
    whole = f"All {count} {words}" if count == len(bodies) else f"{count} of {len(bodies)} {words}"
    return ", ".join((whole, *(f"{count} {words}" for count, words in rest)))


class BodiesRow(QWidget):
    """One button for each body, or one that counts them and lists them when pressed. ``asked`` hands over a body's id.

    Where no body is named yet, a button says so; ``missed`` says that it was pressed.
    """

    asked = Signal(str)
    missed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        holder, self._flow = flow_row(4)
        metrics.row(self, spacing=0).addWidget(holder)

    @property
    def whole_width(self) -> int:
        """The width of all of it in one line."""
        return self._flow.whole_width()

    def show_bodies(self, bodies: tuple[PartnerView, ...]) -> bool:
        """Show what bodies say; return whether that is other than what was shown."""
        said = tuple((each.partner.id, each.partner.label, each.answer) for each in bodies)
        if said == self._shown:
            return False
        self._shown = said
        focus = self.window().focusWidget()
        stood = focus is not None and self.isAncestorOf(focus)
        self._flow.clear()
        differing = [each for each in bodies if each.answer is Answer.DIFFERS]
        others = [each for each in bodies if each.answer is not Answer.DIFFERS]
        unasked = sum(each.answer is Answer.NOT_ASKED for each in others)
        by_name = len(bodies) <= _BY_NAME and unasked <= 1
        if by_name:
            shown = [self._body(each) for each in others]
        else:
            shown = [self._count(others, bodies)] if others else []
        shown += [self._body(each) for each in differing]
        if not bodies:
            shown = [self._nobody()]
        for made in shown:
            self._flow.addWidget(made)
        self._flow.pushed = len(shown)
        self._flow.invalidate()
        if stood and shown:  # what was pressed is gone: stand on what says the same now
            shown[0].show()
            shown[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _nobody(self) -> Button:
        made = Button("No partner named yet", self.missed.emit, kind="quiet", small=True)
        made.setProperty("tight", True)
        accessible.named(made, "No partner named yet", "Press to name the bodies of the partnership in Settings")
        return made

    def _count(self, views: list[PartnerView], bodies: tuple[PartnerView, ...]) -> Button:
        said = tally(bodies)
        agreed = any(each.answer is Answer.ENDORSES for each in views)
        menu = QMenu(self)
        for each in views:
            action = menu.addAction(f"{each.partner.name} {ANSWER_WORDS[each.answer]}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=each.partner.id: self.asked.emit(key))
        made = Button(said, lambda: _drop(menu, made), kind="quiet", icon="check" if agreed else "", small=True)
        made.destroyed.connect(menu.deleteLater)
        made.setProperty("plain", agreed)
        made.setProperty("tight", True)
        named = ", ".join(f"{each.partner.name} {ANSWER_WORDS[each.answer]}" for each in views)
        set_tip(made, named)
        accessible.named(made, f"{said}: {named}", "Press to choose one and keep what it says")
        return made

    def _body(self, view: PartnerView) -> Button:
        words, key = ANSWER_WORDS[view.answer], view.partner.id
        ticked = view.answer is Answer.ENDORSES
        said = view.partner.label if ticked else f"{view.partner.label} {words}"
        made = Button(said, lambda: self.asked.emit(key), kind="quiet", icon="check" if ticked else "", small=True)
        made.setProperty("plain", ticked or view.answer is Answer.CONTRIBUTED)
        made.setProperty("tight", True)
        set_tip(made, f"{view.partner.name} {words}")
        accessible.named(made, f"{view.partner.name} {words}", "Press to keep what this body says")
        return made


def _drop(menu: QMenu, button: Button) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
