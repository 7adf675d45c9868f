"""What stands in place of a review that was left: what it is, and the ways to go on with it or to let it go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from areasef.domain.followed import report_title
from areasef.services.reviewing import Unfinished
from areasef.ui.dates import day_words
from areasef.ui.models.strands import plural
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.empty import EmptyState

_LONGEST: Final = 36
_FACTS: Final = (
    ("check", "Whatever was parted, merged, moved or retyped is as you left it. None of it is kept as a finding yet."),
    ("file-text", "Another report may be looked through first: each review waits until you come back to it."),
)


class Offer(EmptyState):
    """Offers the review that was left."""

    def __init__(
        self, go_on: Callable[[], object], let_go: Callable[[], object], another: Callable[[], object]
    ) -> None:
        self.go_on = Button("Go on with the review", go_on, kind="primary", icon="list-checks")
        self.let_go = Button("Let it go", let_go)
        self.another = Button("Choose another report", another, icon="folder")
        super().__init__("file-text", "A review is not finished", "", _FACTS, (self.go_on, self.let_go, self.another))

    def show_left(self, left: Unfinished, others: Sequence[Unfinished] = ()) -> None:
        """Say which review was left last, when, and how far it had come, and that others wait behind it."""
        name = left.name
        shown = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
        also = f" Behind it waits the review of {', '.join(each.name for each in others)}." if others else ""
        when = f" Last looked at on {day_words(left.at.date())} at {left.at:%H:%M}." if left.at else ""
        title = report_title(left.report.area)
        self.say("A review is not finished", f"{title}: {plural(len(left.items), 'finding')} in {name}.{when}{also}")
        self.go_on.say(f"Go on with the review of {shown}")
