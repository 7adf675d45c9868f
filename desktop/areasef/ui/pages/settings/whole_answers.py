"""What each body says of the whole evaluation: printed on the sign-off page, and beside ours where it asks for that."""

from __future__ import annotations

from areasef.domain.evaluation import Answer
from areasef.domain.partner import exists_on
from areasef.services import evaluating, partnering
from areasef.services.session import Session
from areasef.ui.context import Context
from areasef.ui.dialogs.answers import ANSWERS, AnswerQuestion
from areasef.ui.pages.settings.row_list import Line, RowList
from areasef.words.faults import AppError

_WHOLE = "evaluation"


class WholeAnswers(RowList):
    """A line for each body that exists on the as-at date; pressing *Change* asks what it says."""

    def __init__(self, context: Context) -> None:
        sentence = (
            "A body contributes, endorses, sees it differently in its own words, or declines. It does not sign off."
        )
        super().__init__("What each body says of the whole", sentence, None, self.ask, _nothing)
        self._context = context
        self._session: Session = context.session

    def show_all(self) -> None:
        """Show what is kept."""
        evaluation = self._session.evaluation
        lines = []
        for partner in partnering.partners(self._session):
            if exists_on(partner.starts, partner.ends, evaluation.as_at):
                kept = evaluating.response(self._session, _WHOLE, evaluation.id, partner.id)
                said = f"{ANSWERS[kept.answer]}: “{kept.words}”" if kept.words else ANSWERS[kept.answer]
                lines.append(Line(partner.id, partner.name, said, removable=False))
        self.show_lines(lines, "No body is named yet. Name them under The partnership.")

    def ask(self, partner_id: str) -> None:
        """Ask what a body says of the whole, and keep it."""
        partner = next(each for each in partnering.partners(self._session) if each.id == partner_id)
        evaluation = self._session.evaluation
        kept = evaluating.response(self._session, _WHOLE, evaluation.id, partner_id)
        asked = AnswerQuestion(self.window(), partner.name, "the whole evaluation", kept, Answer.CONTRIBUTED)
        if asked.ask() != "keep":
            return
        try:
            change = evaluating.respond(
                self._session, _WHOLE, evaluation.id, partner_id, asked.answer, asked.words, asked.printed
            )
        except AppError as error:
            asked.leave_words()
            self._context.errors.show(error)
        else:
            self._context.bus.say(change)


def _nothing(_key: str) -> None:
    """A body is taken away under The partnership, not here."""
