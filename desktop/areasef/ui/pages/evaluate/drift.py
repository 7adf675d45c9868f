"""What is said of a citation whose words moved, or whose item has a newer file; what can be done about it at one press."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from areasef.domain.citation import Anchor, AnyCitation, Stance, place_words
from areasef.domain.quoting import quoted
from areasef.services import anchoring
from areasef.services.anchoring import Standing
from areasef.services.citing import Opened
from areasef.services.session import Session
from areasef.ui.pages.evaluate.evidence_pane import EvidencePane
from areasef.ui.pages.evaluate.statement_acts import Do, Toast
from areasef.ui.widgets.page_view import Marked

Way = tuple[str, Callable[[], object]]
_HERE = "Anchor it here"
_THERE = "Anchor it there"
_CHOOSE = "Select the words that show it now on a page, then use them."


class Drift:
    """Says it above the page. ``again`` shows a citation on its page anew, once it is anchored."""

    def __init__(
        self, session: Session, pane: EvidencePane, do: Do, toast: Toast, again: Callable[[str], object]
    ) -> None:
        self._session = session
        self._pane = pane
        self._do = do
        self._toast = toast
        self._again = again

    def say(self, found: Opened, shown_newest: bool = False) -> None:
        """Say what became of a citation's words; nothing where they stand as they did and no newer file is there."""
        now = anchoring.find_again(self._session, found.citation)
        anchor = found.place.anchor if found.place.anchor is not Anchor.FOUND else now.anchor
        if anchor is Anchor.FOUND:
            return
        title, words = _said(found, anchor, now)
        self._pane.say(
            title, words, "note" if anchor is Anchor.NEWER else "caution", self._ways(found, now, shown_newest)
        )

    def anchor(self, citation: AnyCitation) -> None:
        """Let the citation point to where its words stand now."""
        if self._do(lambda: anchoring.anchor_anew(self._session, citation.id)):
            self._toast("Anchored anew")
            self._again(citation.id)

    def ways(self, citation: AnyCitation) -> tuple[Way, ...]:
        """Return what the menu of a citation offers."""
        now = anchoring.find_again(self._session, citation)
        if now.page and now.anchor in (Anchor.NEWER, Anchor.SHIFTED, Anchor.MOVED):
            return (("Anchor it where its words stand now", partial(self.anchor, citation)),)
        return ()

    def _ways(self, found: Opened, now: Standing, shown_newest: bool) -> tuple[Way, ...]:
        ways: list[Way] = []
        if now.is_newer:
            words = "Show the file it cites" if shown_newest else "Show the newest file"
            ways.append((words, partial(self._show, found, now, not shown_newest)))
        if self._session.read_only:
            return tuple(ways)
        if now.page:
            ways.append((_THERE if now.is_newer else _HERE, partial(self.anchor, found.citation)))
        else:
            ways.append(("Use the selected words", partial(self._use, found.citation)))
        return tuple(ways)

    def _show(self, found: Opened, now: Standing, newest: bool) -> None:
        if not newest or now.revision is None:
            self._again(found.citation.id)
            return
        against = found.citation.stance is Stance.CHALLENGES
        stance: Literal["supports", "challenges"] = "challenges" if against else "supports"
        marks = (Marked(now.start, now.end, stance),) if now.end > now.start else ()
        page = now.page or found.citation.locator.page or 1
        self._pane.preview.show_page(found.evidence, page, marks, now.revision.id)
        self.say(found, shown_newest=True)

    def _use(self, citation: AnyCitation) -> None:
        chosen, shown = self._pane.preview.selection(), self._pane.preview.shown
        if chosen is None or shown is None or chosen.end <= chosen.start or shown.item.id != citation.evidence_id:
            self._pane.preview.focus_page()
            self._pane.remark("Select the words first.", "Then press “Use the selected words”.")
        elif self._do(lambda: anchoring.anchor_to(self._session, citation.id, chosen)):
            self._toast("Anchored to the words selected")
            self._again(citation.id)


def _said(found: Opened, anchor: Anchor, now: Standing) -> tuple[str, str]:
    locator = found.citation.locator
    quote = quoted(locator.quote)
    number = f"Revision {now.revision.number}" if now.revision else "The newest file"
    where, cited = place_words(anchoring.at_page(locator, now.page)), place_words(locator)
    if anchor is Anchor.MOVED:
        return "Quote moved.", "The words stand on this page, but not where they stood when they were cited."
    if anchor is Anchor.LOST and now.page:
        return "Quote moved.", f"{quote} stands on {where} now, not on {cited}."
    if anchor is Anchor.LOST:
        return "Quote not found.", f"This page no longer says {quote}. The statement keeps its words. {_CHOOSE}"
    if anchor is Anchor.SHIFTED:
        return (
            "Quote moved.",
            f"{number} is newer than the file cited: there {quote} stands on {where}, not on {cited}.",
        )
    if anchor is Anchor.DROPPED:
        return "Quote not found.", f"{number} is newer than the file cited and does not say {quote}. {_CHOOSE}"
    same = f" The words stand there too, on {where}." if locator.quote and now.page else ""
    return (
        "A newer file is there.",
        f"This cites revision {found.revision.number}; {number.lower()} has come since.{same}",
    )
