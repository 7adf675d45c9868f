"""What every view of the plan beside its table is: shown when its tab is opened, told of changes, asked to keep."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from areasef.domain.change import Change
from areasef.services.session import Session
from areasef.ui.context import Context
from areasef.ui.errors import BannerPlace
from areasef.ui.navigation import Target

Do = Callable[[Callable[[], Change]], bool]


class PlanView(QFrame):
    """One view behind a tab. ``kinds`` are the tables whose changes it shows; ``alone``, that the table shows none of them.

    ``targets`` are the kinds of thing that a jump finds here; ``sentence`` says in the header what it is for.
    """

    title = ""
    sentence = ""
    alone = False
    kinds: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()

    def __init__(self, context: Context, do: Do, place: BannerPlace) -> None:
        super().__init__()
        self.context = context
        self.place = place
        self.do = do

    @property
    def session(self) -> Session:
        """The session; a view is only made where there is one."""
        session: Session = self.context.session
        return session

    def refresh(self) -> None:
        """Show what is kept now."""

    def focus_first(self) -> None:
        """Put the focus on the first thing to do."""

    def go(self, target: Target) -> None:
        """Stand on what a jump asks for."""

    def settle(self) -> None:
        """Keep what is being typed."""

    def set_low(self, low: bool) -> None:
        """Give up the sentence over the list where the window is very low."""

    def new(self) -> None:
        """Add one more of what this view holds, if one can."""

    def delete(self) -> None:
        """Put what is at hand in the bin, if it can go."""
