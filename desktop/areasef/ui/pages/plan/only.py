"""The plan narrowed to what is off track, as a figure of Overview asks for it, and the way back to all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from areasef.domain.progress import BEHIND
from areasef.ui.models.plan_rows import PlanRow
from areasef.ui.widgets.banner import Banner


class OnlyOffTrack(Banner):
    """Says over the table how many of all actions it shows, with a link that shows all. ``again`` shows the plan anew."""

    def __init__(self, again: Callable[[], object]) -> None:
        super().__init__(flush=True)
        self._again = again
        self.hide()

    @property
    def on(self) -> bool:
        """Whether the plan is narrowed."""
        return not self.isHidden()

    def turn(self, on: bool) -> None:
        """Narrow the plan, or show all of it."""
        if on != self.on:
            self.setVisible(on)
            self._again()

    def of(self, rows: tuple[PlanRow, ...]) -> tuple[PlanRow, ...]:
        """Return the rows to show: where none is off track any more, all of them."""
        kept = tuple(_off_track(rows))
        if not self.on or not kept:
            self.hide()
            return rows
        some, every = (len({row.key for row in each if row.action}) for each in (kept, rows))
        said = "is off track or slipping" if some == 1 else "are off track or slipping"
        self.say(f"{some} of {every} actions {said}.", "", "note", "Show all actions", lambda: self.turn(False))
        return kept


def _off_track(rows: tuple[PlanRow, ...]) -> Iterator[PlanRow]:
    """Yield the actions that are off track or slipping, each group before its own."""
    group: PlanRow | None = None
    for row in rows:
        if row.action is None:
            group = row
        elif row.action.delivery in BEHIND:
            if group is not None:
                yield group
            group = None
            yield row
