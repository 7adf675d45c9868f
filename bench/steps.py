"""What the walk through a full workspace does, step by step, with the verbs of the window itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from areasef.services.session import Session
from areasef.services.workspaces import open_workspace
from areasef.ui import appearance, application, theme
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.preferences import Preferences

Step = tuple[str, Callable[[], object]]
CROWDED = "i3"


class Walk:
    """One sitting at one file, in the window that a person sees."""

    def __init__(self, document: Path) -> None:
        application.build([], Preferences())
        self._session: Session = open_workspace(document, "R. Okafor")
        self.desk = Desk(self._session, Preferences(), lambda: None)
        self.window = self.desk.window

    def busy(self) -> int:
        """Return how many jobs and parts of the window are under way."""
        return self.window.jobs.busy + theme.redressing().waiting

    def end(self) -> None:
        """Close the window and the file."""
        loop = QEventLoop()
        self.window.closed.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        self.window.close()
        loop.exec()

    def steps(self) -> Iterator[Step]:
        """Yield what is done and how, in order."""
        yield "open on the overview", lambda: self.desk.open(Target("overview"))
        yield from self._evaluate()
        yield from self._evidence()
        yield from self._plan()
        yield from self._others()

    def _go(self, place: str, *rest: str) -> Callable[[], None]:
        return lambda: self.window.go(Target(place, *rest))

    def _evaluate(self) -> Iterator[Step]:
        yield "evaluate: first time", self._go("evaluate")
        yield "evaluate: a strand with 60 in a section", self._go("evaluate", "strand", CROWDED)
        page = self.window.page
        assert isinstance(page, EvaluatePage)
        sections = [section.id for section in self._session.framework.sections]
        yield "evaluate: another section", lambda: page.writing.open_section(sections[0])
        yield "evaluate: the section with 60", lambda: page.writing.open_section("impact")
        key = page.writing.keys[3]
        yield "evaluate: edit", lambda: page.desk.edit(key)
        yield "evaluate: a key", self._type
        yield "evaluate: done", page.desk.finish
        yield "evaluate: undo", lambda: self.window.commands.run("edit.undo")
        yield "evaluate: next statement", lambda: page.desk.step(1)
        yield "evaluate: the last is edited", lambda: page.desk.edit(page.writing.keys[-1])
        yield "evaluate: done with it", page.desk.finish
        yield from self._scroll("evaluate", lambda: page.writing.statements)
        yield "evaluate: narrower", lambda: self.window.resize(1000, 688)
        yield "evaluate: as it was", lambda: self.window.resize(1366, 688)

    def _type(self) -> None:
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClicks(here, "x")

    def _evidence(self) -> Iterator[Step]:
        yield "evidence: first time", self._go("evidence")
        page = self.window.page
        assert isinstance(page, EvidencePage)
        library = page.view
        yield from self._scroll("evidence", lambda: library.list)
        yield "evidence: to the end", lambda: QTest.keyClick(library.list, Qt.Key.Key_End)
        yield "evidence: up one", lambda: QTest.keyClick(library.list, Qt.Key.Key_Up)
        yield "evidence: filter", lambda: library.ask(strand=CROWDED)
        yield "evidence: no filter", library.clear
        yield "evidence: by title", lambda: self._sort(page)
        yield "evidence: find", lambda: QTest.keyClicks(library.find_box, "families")
        yield "evidence: found nothing to find", library.clear

    def _sort(self, page: EvidencePage) -> None:
        box = page.view.sort
        box.setCurrentIndex(3)
        box.activated.emit(3)

    def _plan(self) -> Iterator[Step]:
        yield "plan: first time", self._go("plan")
        page = self.window.page
        assert isinstance(page, PlanPage)
        yield from self._scroll("plan", lambda: page.table)
        yield "plan: down one", lambda: QTest.keyClick(page.table, Qt.Key.Key_Down)
        yield "plan: edit", lambda: page.commands()["edit"]()
        yield "plan: close the editor", page.close_editor
        yield "plan: by partner", lambda: page.views.picked.emit("partner")
        yield "plan: move down", lambda: page.commands()["move_down"]()
        yield "plan: undo", lambda: self.window.commands.run("edit.undo")

    def _others(self) -> Iterator[Step]:
        yield "publish: first time", self._go("publish")
        yield "settings: first time", self._go("settings")
        yield "overview: again", self._go("overview")
        yield "evaluate: again", self._go("evaluate")
        looks = appearance.current()
        assert looks is not None
        yield "dark", lambda: looks.choose_theme("dark")
        yield "large text", lambda: looks.choose_text_size(150)
        yield "save", self.desk.save

    def _scroll(self, name: str, area: Callable[[], QAbstractScrollArea]) -> Iterator[Step]:
        def by(part: float) -> None:
            bar = area().verticalScrollBar()
            bar.setValue(round(bar.maximum() * part))

        for part in (0.1, 0.5, 1.0, 0.0):
            yield f"{name}: scroll to {part:.0%}", lambda part=part: by(part)  # type: ignore[misc]
