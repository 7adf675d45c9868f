"""What Evaluate reads off the GUI thread: the whole at a glance, and the lists of pages. One at a time, newest last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from areasef.domain.change import Change
from areasef.domain.evidence import Evidence, TextState
from areasef.domain.summary import Summary
from areasef.services import keeping
from areasef.services.gathering import at_a_glance
from areasef.services.looking_up import thing
from areasef.ui.jobs import Ticket
from areasef.ui.models.pages_found import PageFound
from areasef.ui.pages.evaluate.evidence_pane import ALL, SUGGESTED
from areasef.ui.pages.evaluate.found import Lists, Wanted, cited_rows, look_for
from areasef.ui.widgets.panes import Panes

if TYPE_CHECKING:
    from areasef.ui.pages.evaluate.page import EvaluatePage

EVIDENCE = 2
ADDED = "Add evidence"
_HOW_PICTURE: Final = "Press Supports or Challenges, then say in your own words what it shows."
_HOW: Final = "Select the words that show it, then press Supports or Challenges."


class Looking:
    """Asks for the summary and the lists, and hands them to the page. ``chosen``: a person chose the page shown."""

    def __init__(self, page: EvaluatePage) -> None:
        self._page = page
        self.chosen = False
        self._reading = self._again = False
        self._listing = False
        self._wanted: Wanted | None = None
        self._listed: Wanted | None = None
        self._stale = True
        self._new: frozenset[str] = frozenset()
        page.evidence.searched.connect(lambda _: self._list())
        page.context.bus.changed.connect(self._hear)

    def look(self, change: Change | None) -> None:
        """Something was changed: read again what may say something else."""
        if change is None or change.touches("evidence", "revision", "citation", "evaluation"):
            self._stale = True
        self._read()
        self._list()

    def hold(self) -> None:
        """A person chose the page, turned to it or selected on it: what is suggested does not take its place."""
        self.chosen = True

    def look_at_statement(self) -> None:
        """Another statement is at hand."""
        self._list()

    def bring(self, item: Evidence, at: int) -> None:
        """Show a page that somebody comes to cite, and say which item it is: no list names one of no strand."""
        page = self._page
        self.chosen, self._new = True, self._new - {item.id}
        page.evidence.say_nothing()
        page.evidence.preview.show_page(item, at)
        page.evidence.mark_row(item.id)
        links = "" if page.strand_id in item.strand_ids else f" Citing it links it to {page.strand.code}."
        page.evidence.say(f"{item.ref}, {item.title}.", f"{self._how(item.id)}{links}", "good")

    def show_row(self, row: PageFound) -> None:
        """Show the page of a row."""
        item = thing(self._page.session, Evidence, row.evidence_id)
        if item is not None:
            self._page.evidence.say_nothing()
            self._page.evidence.preview.show_page(item, row.page or 1)

    def _hear(self, change: Change) -> None:
        """Something was added, also while another page is in front: it is pointed out where its strand is seen next."""
        if change.label == ADDED and change.touches("evidence"):
            self._new = change.ids
        elif change.touches("citation"):
            self._new = frozenset()  # whoever cites has found what was added: it needs no pointing out

    def _read(self) -> None:
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._page.context.jobs.run(self._summary, self._show_summary, self._failed)

    def _summary(self, _ticket: Ticket) -> Summary:
        with self._page.session.beside() as beside:
            return at_a_glance(beside)

    def _show_summary(self, summary: Summary) -> None:
        self._reading = False
        self._page.show_summary(summary)
        if self._again:
            self._again = False
            self._read()

    def _failed(self, error: Exception) -> None:
        self._reading = self._listing = False
        self._page.evidence.end_reading()
        self._page.context.errors.show(error, self._page)

    def _list(self) -> None:
        page = self._page
        body = page.desk.body_at_hand()
        self._wanted = Wanted(page.strand_id, body, page.evidence.searching)
        if self._listing or (self._wanted == self._listed and not self._stale):
            return
        self._listing, self._stale = True, False
        page.evidence.begin_reading()
        wanted = self._wanted

        def work(_ticket: Ticket) -> Lists:
            with page.session.beside() as beside:
                return look_for(beside, wanted)

        page.context.jobs.run(work, lambda lists: self._show_lists(wanted, lists), self._failed)

    def _show_lists(self, wanted: Wanted, lists: Lists) -> None:
        self._listing, self._listed = False, wanted
        page = self._page
        if wanted.search:
            if wanted.search == page.evidence.searching:
                page.evidence.show_found(lists.searched)
        elif page.dossier is not None and wanted.strand_id == page.strand_id:
            page.evidence.show_lists(lists, cited_rows(page.dossier, page.desk.current), page.strand.code)
            _count(page.panes, len(lists.suggested))
            if not self._show_new(lists):
                self._show_first(lists)
        if self._stale or self._wanted != wanted:
            self._list()

    def _show_new(self, lists: Lists) -> bool:
        """Show what was added for this strand, ready to cite, and say that it is this; the last of several."""
        fresh = [row for row in lists.everything if row.evidence_id in self._new]
        if not fresh:
            return False
        self._new, self.chosen = frozenset(), True
        evidence, row = self._page.evidence, fresh[-1]
        evidence.tabs.open(ALL)
        evidence.mark_row(row.evidence_id)
        self.show_row(row)
        title = f"{row.ref} is added." if len(fresh) == 1 else f"{len(fresh)} items are added, the last is {row.ref}."
        evidence.say(title, self._how(row.evidence_id), "good")
        return True

    def _how(self, evidence_id: str) -> str:
        """Return how an item is cited: a picture, or a scan, has no words to select."""
        revision = keeping.newest_revision(self._page.session, evidence_id)
        seen = revision is not None and (
            revision.text_state is TextState.NO_TEXT or revision.media_type.startswith("image/")
        )
        return _HOW_PICTURE if seen else _HOW

    def _show_first(self, lists: Lists) -> None:
        """Show the page that speaks most of the statement, unless a person chose another."""
        evidence = self._page.evidence
        if self.chosen or evidence.tabs.current() != SUGGESTED or not lists.suggested:
            return
        first = lists.suggested[0]
        shown = evidence.preview.shown
        if shown is None or (shown.item.id, shown.page) != (first.evidence_id, first.page or 1):
            self.show_row(first)
        evidence.mark_row(first.evidence_id)


def _count(panes: Panes, count: int) -> None:
    panes.set_count(EVIDENCE, str(count) if count else "")
