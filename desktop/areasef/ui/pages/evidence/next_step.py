"""What to do next with the item at hand: say what it is while that is not said, and cite it in a strand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QMenu

from areasef.domain.library import LibraryItem
from areasef.services.session import Session
from areasef.ui import accessible, metrics
from areasef.ui.context import Context
from areasef.ui.navigation import Target
from areasef.ui.pages.evidence import choices
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.flow import flow_row


class NextStep(QFrame):
    """Links under the page; ``field_asked`` wants a field of the details. A file that is only read has none."""

    field_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._item: LibraryItem | None = None
        self._page = 1
        self._field = ""
        self.describe = Button("", lambda: self.field_asked.emit(self._field), kind="quiet", small=True)
        self.cite = Button("", self._cite, kind="quiet", icon="quote", small=True)
        self._menu = QMenu(self)
        holder, self._line = flow_row(4)
        for button in (self.describe, self.cite):
            button.setProperty("tight", True)
            self._line.addWidget(button)
        metrics.column(self, spacing=0).addWidget(holder)
        session: Session | None = context.session
        if session is None or session.read_only:
            self.hide()

    def show_item(self, found: LibraryItem) -> None:
        """Offer what this item needs and where it can be cited."""
        self._item = found
        item, strands = found.item, found.item.strand_ids
        undated = item.covers_from is None and item.covers_to is None
        self._field = "source_type_id" if not item.source_type_id else "covers_from" if undated else ""
        self.describe.say("Say what it is" if not item.source_type_id else "Say which period it covers")
        self.describe.setVisible(bool(self._field))
        codes = dict(choices.strands(self._context.session.framework))
        only = codes.get(strands[0], "").split(" ")[0] if len(strands) == 1 else ""
        self.cite.say(f"Cite it in {only}" if only else "Cite it in a strand")
        accessible.named(self.cite, self.cite.accessibleName(), "Opens the strand with this page beside it")

    def turn(self, page: int) -> None:
        """Another page is shown: it is the one that would be cited."""
        self._page = max(page, 1)

    def keep_in_line(self, wanted: bool) -> None:
        """Be as wide as all links in one line, or as wide as there is room."""
        if wanted:
            self.setFixedWidth(self._line.whole_width() + 2)
        else:
            metrics.free_width(self)

    def strands(self) -> tuple[tuple[str, str], ...]:
        """Return the strands that it can be cited in: those it is for, else all of them."""
        every = choices.strands(self._context.session.framework)
        own = self._item.item.strand_ids if self._item else ()
        return tuple(each for each in every if each[0] in own) or every

    def _cite(self) -> None:
        offered = self.strands()
        if len(offered) == 1:
            self.go(offered[0][0])
            return
        self._menu.clear()
        for key, words in offered:
            self._menu.addAction(words.replace("&", "&&")).triggered.connect(partial(self.go, key))
        self._menu.popup(self.cite.mapToGlobal(QPoint(0, -self._menu.sizeHint().height())))

    def go(self, strand_id: str, _checked: bool = False) -> None:
        """Open a strand with the page that is shown beside it."""
        if self._item is not None:
            self._context.go(Target("evaluate", "strand", strand_id, f"evidence:{self._item.id}:{self._page}"))
