"""The one place that shows what went wrong: a banner where there is a place for it, else a dialog."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QApplication, QWidget

from areasef.ui import accessible
from areasef.ui.widgets.question import Choice, Question
from areasef.words import faults

_log = logging.getLogger(__name__)


class BannerPlace(Protocol):
    """Whatever can show an error in place."""

    def show_error(self, title: str, words: str) -> None:
        """Show a title and what is safe and what to do."""


def said(error: Exception) -> faults.Sentence:
    """Return title, message and remedy of an error a person can meet."""
    if isinstance(error, faults.AppError):
        return faults.sentence(error.code, error.params)
    return faults.Sentence(
        "Something went wrong in Area SEF",
        "This is our fault, not yours. What was saved is safe in the file.",
        "Try again. If it happens again, copy the details and send them to whoever looks after Area SEF for you.",
    )


class Errors:
    """Shows errors over one window. Defects of ours are logged with their trace; the world's faults are not.

    ``told`` is called with each: what is said of saving may not be true any more.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.told: Callable[[], object] = lambda: None

    def show(self, error: Exception, place: BannerPlace | None = None) -> None:
        """Say what happened, what is safe and what to do; in ``place`` where there is one."""
        self.told()
        sentence = said(error)
        message = sentence.message.removeprefix(
            f"{sentence.title}. "
        )  # some messages stand without their title elsewhere
        words = " ".join(part for part in (message, sentence.remedy) if part)
        if place is not None and isinstance(error, faults.AppError):
            place.show_error(sentence.title, words)
            accessible.announce(self._window, f"{sentence.title}. {words}", assertive=True)
            return
        if not isinstance(error, faults.AppError):
            _log.error("unexpected error", exc_info=error)
        apology(self._window, sentence, error).exec()

    def door(self, place: BannerPlace | None = None) -> Callable[[Exception], None]:
        """Return the ``failed`` of a job that shows its error here."""
        return lambda error: self.show(error, place)


def apology(parent: QWidget | None, sentence: faults.Sentence, error: Exception) -> Question:
    """Build the dialog of an error; a defect also offers to copy its details."""
    choices = [Choice("close", "Close", safe=True)]
    if not isinstance(error, faults.AppError):
        choices.insert(0, Choice("copy", "Copy details", stays=True))
    made = Question(parent, sentence.title, "\n\n".join(filter(None, (sentence.message, sentence.remedy))), choices)
    made.chosen.connect(lambda key: _copy(error) if key == "copy" else None)
    return made


def _copy(error: Exception) -> None:
    details = "".join(traceback.format_exception(error))
    QApplication.clipboard().setText(details)
