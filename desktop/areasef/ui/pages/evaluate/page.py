"""Evaluate: the place of that name."""

from __future__ import annotations

from areasef.ui.context import Context
from areasef.ui.pages.page import Page
from areasef.ui.widgets.empty import EmptyState


class EvaluatePage(Page):
    """The Evaluate screen."""

    title = "Evaluate"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.body.addWidget(EmptyState("notebook-pen", "Nothing here yet", "Open or start a file to fill this place."))
