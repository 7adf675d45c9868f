"""Asks which page of an item shows something: the page is read, words are selected on it, and the place is handed over."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from areasef.domain.citation import FindingCitation
from areasef.domain.evidence import Evidence
from areasef.services.anchoring import Selection
from areasef.ui import metrics
from areasef.ui.context import Context
from areasef.ui.pages.page_turner import PageTurner
from areasef.ui.pages.preview import Preview
from areasef.ui.widgets.question import Choice, Question

WHOLE, CITE = "whole", "cite"
_HINT = "Select the words that show it, or cite the page as a whole."


class PlaceQuestion(Question):
    """``ask`` returns *cite*, *whole* or *leave*; ``selection`` is what was chosen on the page."""

    def __init__(self, parent: QWidget, context: Context, item: Evidence, cited: FindingCitation) -> None:
        choices = (
            Choice("leave", "Leave it", safe=True),
            Choice(WHOLE, "The item as a whole"),
            Choice(CITE, "Cite this page", primary=True),
        )
        super().__init__(parent, f"Which page of {item.ref} shows it?", item.title, choices)
        self.selection: Selection | None = None
        self.preview = Preview(context, _HINT)
        self.turner = PageTurner(self.preview)
        self.content.addWidget(metrics.sized(self.preview, min_height=360), 1)
        self.put_beside(self.turner)
        metrics.sized(self, min_width=600)
        self.preview.show_page(item, cited.locator.page or 1, revision_id=cited.revision_id or "")
        self.preview.focus_page()

    def done(self, result: int) -> None:
        """Remember what is selected, and let the page go."""
        self.selection = self.preview.selection()
        self.preview.stop()
        super().done(result)
