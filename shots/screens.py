"""Every screen that is pictured: how it is reached, and in which themes and sizes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from tests.unit.plan_books import messy

from areasef.domain.evidence import Evidence
from areasef.domain.record import Request
from areasef.ui import theme
from areasef.ui.desk import Desk
from areasef.ui.key_sheet import KeySheet
from areasef.ui.navigation import Target
from areasef.ui.pages.report.page import ReportPage
from areasef.ui.pages.workbook.page import WorkbookPage
from shots.keeping import keep_pixmap
from shots.report import printed
from shots.stage import Stage

LAPTOP: Final = (1366, 688)
DESKTOP: Final = (1920, 1080)
THEMES: Final = ("light", "dark", "contrast")
_SHOWN: Final = "E-107"
"""The item that the library shows: a table, cited and of this year."""
Pose = Callable[[Stage, tuple[int, int]], QPixmap]


@dataclass(frozen=True, slots=True)
class Look:
    """One way a screen is shown: theme, window size, text size in per cent, and what it adds to the file's name."""

    theme: str
    size: tuple[int, int] = LAPTOP
    percent: int = 100
    ending: str = ""


_EVERY: Final = tuple(Look(theme) for theme in THEMES)
_LARGE: Final = (Look("light", DESKTOP, ending="-1920"), Look("light", percent=200, ending="-200"))


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: the file's name, how it is reached at a size, and its looks."""

    name: str
    pose: Pose
    looks: tuple[Look, ...] = _EVERY

    @property
    def files(self) -> tuple[str, ...]:
        """Return the names of its pictures, one for each look."""
        return tuple(f"{self.name}-{look.theme}{look.ending}" for look in self.looks)


def take(stage: Stage, screen: Screen) -> list[Path]:
    """Take every picture of a screen and return the files."""
    made = []
    for look, name in zip(screen.looks, screen.files, strict=True):
        stage.dress(look.theme, look.percent)
        made.append(keep_pixmap(screen.pose(stage, look.size), name))
    return made


def _place(target: Target, desk: str = "full") -> Pose:
    def pose(stage: Stage, size: tuple[int, int]) -> QPixmap:
        at: Desk = getattr(stage, desk)
        stage.show(at.window, size)
        at.window.go(target)
        stage.settle()
        return at.window.grab()

    return pose


def _first_run(stage: Stage, size: tuple[int, int]) -> QPixmap:
    stage.show(stage.first, size)
    stage.first.form.area.setFocus()
    stage.settle()
    return stage.first.grab()


def _evidence(stage: Stage, size: tuple[int, int]) -> QPixmap:
    cited = next(item for item in stage.full.session.store.all(Evidence) if item.ref == _SHOWN)
    return _place(Target("evidence", "evidence", cited.id, "1"))(stage, size)


def _report(stage: Stage, size: tuple[int, int]) -> QPixmap:
    page = stage.full.window.page
    if not (isinstance(page, ReportPage) and page.reviewing):
        return _place(Target("report", "file", str(printed(stage.folder))))(stage, size)
    return _place(Target("report"))(stage, size)


def _workbook(stage: Stage, size: tuple[int, int]) -> QPixmap:
    page = stage.full.window.page
    if not (isinstance(page, WorkbookPage) and page.reviewing):
        book = messy(stage.folder / "Improvement plan.xlsx")
        return _place(Target("workbook", "file", str(book)))(stage, size)
    return _place(Target("workbook"))(stage, size)


def _asked(stage: Stage, size: tuple[int, int]) -> QPixmap:
    first = min(stage.full.session.store.all(Request), key=lambda each: each.due or date.max)
    return _place(Target("evidence", "request", first.id))(stage, size)


def _palette(stage: Stage, size: tuple[int, int]) -> QPixmap:
    window = stage.full.window
    stage.show(window, size)
    window.go(Target("overview"))
    window.palette_box.open()
    window.palette_box.edit.setText("annual review")
    stage.settle()
    picture = window.grab()
    window.palette_box.close_again()
    return picture


def _keys(stage: Stage, size: tuple[int, int]) -> QPixmap:
    window = stage.full.window
    stage.show(window, size)
    window.go(Target("evaluate", "strand", stage.full.session.framework.strands[0].id))
    return _with_dialog(stage, window, KeySheet(window, window.commands))


def _with_dialog(stage: Stage, window: QWidget, box: QWidget) -> QPixmap:
    """Return the window with a dialog in its middle: offscreen there is no desktop that would show both."""
    box.show()
    stage.settle()
    picture = window.grab()
    at = QRect(QPoint(0, 0), box.size())
    at.moveCenter(window.rect().center())
    look = theme.look()
    painter = QPainter(picture)
    painter.drawPixmap(at.topLeft(), box.grab())
    painter.setPen(QPen(look.colour("line_strong"), 1))
    painter.drawRect(at)
    painter.end()
    box.close()
    stage.settle()
    return picture


SCREENS: Final = (
    Screen("first-run", _first_run, (*_EVERY, *_LARGE[1:])),
    Screen("overview", _place(Target("overview")), (*_EVERY, *_LARGE)),
    Screen("evaluate", _place(Target("evaluate", "strand", "i3")), (*_EVERY, *_LARGE)),
    Screen("evidence", _evidence, (*_EVERY, *_LARGE)),
    Screen("asked", _asked),
    Screen("plan", _place(Target("plan")), (*_EVERY, *_LARGE)),
    Screen("line-of-sight", _place(Target("plan", "sight"))),
    Screen("dates", _place(Target("plan", "dates"))),
    Screen("risks", _place(Target("plan", "risk"))),
    Screen("what-changed", _place(Target("plan", "changes"))),
    Screen("findings", _place(Target("findings")), (*_EVERY, *_LARGE)),
    Screen("report", _report, (*_EVERY, *_LARGE)),
    Screen("workbook", _workbook),
    Screen("publish", _place(Target("publish")), (*_EVERY, *_LARGE)),
    Screen("settings", _place(Target("settings"))),
    Screen("partnership", _place(Target("settings", "partnership")), _EVERY[:1]),
    Screen("palette", _palette),
    Screen("keys", _keys),
    Screen("help", _place(Target("help", "topic", "evaluate"))),
    Screen("empty-overview", _place(Target("overview"), "empty"), _EVERY[:1]),
    Screen("empty-evaluate", _place(Target("evaluate", "strand", "i1"), "empty"), _EVERY[:1]),
    Screen("empty-evidence", _place(Target("evidence"), "empty")),
    Screen("empty-plan", _place(Target("plan"), "empty"), _EVERY[:1]),
)
