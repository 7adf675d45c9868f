"""Words and parts as they are painted stand out from what lies behind them, in each theme and printed in grey.

On pages, in questions and forms, in banners, toasts and the palette, and where there is nothing yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from tests.gui import overview_content
from tests.gui.asked import ASKED, looked_at
from tests.gui.clipping import BEHIND, settle
from tests.gui.rendered import contrast, painted, parts, strongest, worded

from areasef import tokens
from areasef.domain.plan import Action, Priority
from areasef.services import evaluating, remembering
from areasef.services.remembering import PlanRecord
from areasef.services.session import Session
from areasef.ui import appearance, icons, theme
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.preferences import Preferences
from areasef.ui.window import Window

SIDE = 32
_RECORDS = ("risk", "decision", "funding")
EMPTY = (
    *(Target(place) for place in ("overview", "evaluate", "evidence", "findings", "report", "workbook")),
    *(Target("plan", kind) for kind in ("", "sight", "dates", "risk", "changes")),
)


@pytest.fixture
def session(request: pytest.FixtureRequest, session: Session) -> Session:
    if "empty" not in request.node.name:
        overview_content.fill(session)
    return session


THEMES = pytest.mark.parametrize("name", ["light", "dark", "contrast"])


@contextmanager
def dressed_in(name: str) -> Iterator[None]:
    """The window in another theme, and in its own again."""
    looks = appearance.current()
    assert looks is not None
    looks.choose_theme(name)
    yield
    looks.choose_theme("light")


class Looked:
    """Looks at what is painted; ``faint`` says what does not stand out, ``count`` how much was looked at."""

    def __init__(self) -> None:
        self.faint: set[str] = set()
        self.count = 0

    def look(self, root: QWidget, place: str) -> None:
        settle()
        QApplication.processEvents()
        picture = painted(root)
        for least, found in ((4.5, worded(root)), (3.0, parts(root))):
            for widget, box in found:
                self.count += 1
                got = strongest(picture, box)
                if got < least:
                    said = widget.accessibleName() or str(getattr(widget, "text", str)())
                    self.faint.add(f"{place}: {type(widget).__name__} {said[:50]!r} has {got:.1f}")


@THEMES
def test_words_and_parts_stand_out_from_what_lies_behind_them(desk: Desk, name: str) -> None:
    looked = Looked()
    with dressed_in(name):
        desk.window.resize(1366, 688)
        for target in (*(Target(place) for place in registry.pages()), *BEHIND):
            desk.window.go(target)
            looked.look(desk.window, target.place)
    assert looked.count > 400
    assert not looked.faint, "\n".join(sorted(looked.faint))


@THEMES
def test_questions_and_their_fields_stand_out(
    desk: Desk, session: Session, preferences: Preferences, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    looked = Looked()
    with dressed_in(name), looked_at(monkeypatch) as opened:
        desk.window.resize(1366, 688)
        for asked, ask in ASKED.items():
            ask(desk.window, session, preferences)
            looked.look(opened[-1], asked)
            opened[-1].close()
    assert looked.count > 100
    assert not looked.faint, "\n".join(sorted(looked.faint))


@THEMES
def test_forms_banners_toasts_and_the_palette_stand_out(desk: Desk, session: Session, name: str) -> None:
    looked, window = Looked(), desk.window
    made: tuple[PlanRecord, ...] = (remembering.new_risk(), remembering.new_decision(), remembering.new_funding())
    for kind, thing in zip(_RECORDS, made, strict=True):
        remembering.keep(session, thing, f"Add a {kind}")
    action, priority = session.store.all(Action)[0], session.store.all(Priority)[0]
    forms = (
        *(Target("plan", "action", action.id, field) for field in ("title", "steps", "measures", "tags")),
        Target("plan", "priority", priority.id, "title"),
        *(Target("plan", kind, thing.id, "title") for kind, thing in zip(_RECORDS, made, strict=True)),
    )
    with dressed_in(name):
        window.resize(1366, 688)
        for target in forms:
            window.go(target)
            looked.look(window, f"form of {target.kind} {target.field}")
        evaluating.change_evaluation(session, replace(session.evaluation, as_at=date(2027, 3, 1)))
        desk.show_heading()
        for tone in ("neutral", "bad", "caution", "good", "note"):
            window.banner.say("Not saved since 14:02", "The disk is full.", tone, "Save elsewhere", desk.save)
            window.banner.show()
            window.say("E-140 page 2 cited for I3 statement 2", desk.save)
            looked.look(window, f"banner {tone}, toast, another as-at date")
        box = window.palette_box
        box.open()
        for words in ("", "survey", "zzqqx"):
            box.edit.setText(words)
            looked.look(box, f"palette {words}")
        box.close_again()
    assert looked.count > 400
    assert not looked.faint, "\n".join(sorted(looked.faint))


@THEMES
def test_what_is_empty_stands_out(window: Window, name: str) -> None:
    looked = Looked()
    with dressed_in(name):
        window.resize(1366, 688)
        for target in EMPTY:
            window.go(target)
            looked.look(window, f"empty {target.place} {target.kind}")
    assert looked.count > 200
    assert not looked.faint, "\n".join(sorted(looked.faint))


def shape_of(family: str, key: str) -> QImage:
    """Return a status's shape as it is painted, without any colour."""
    picture = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    picture.fill(theme.look().colour("surface"))
    painter = QPainter(picture)
    icons.paint_shape(painter, QRectF(0, 0, SIDE, SIDE), family, key)
    painter.end()
    return picture.convertToFormat(QImage.Format.Format_Grayscale8)


def apart(one: QImage, other: QImage) -> float:
    """Return which share of the pixels of two grey pictures differ plainly."""
    pairs = list(zip(bytes(one.constBits()), bytes(other.constBits()), strict=True))
    return sum(abs(first - second) > 60 for first, second in pairs) / len(pairs)


@THEMES
def test_statuses_are_told_apart_without_colour(dressed: QApplication, name: str) -> None:
    theme.apply(name, 1.0)
    for family, shapes in tokens.SHAPES.items():
        pictures = {key: shape_of(family, key) for key in shapes}
        words = [shape.word for shape in shapes.values()]
        assert len(set(words)) == len(words), family
        for key, picture in pictures.items():
            grey = picture.convertToFormat(QImage.Format.Format_RGB32)
            assert strongest(grey, QRect(0, 0, SIDE, SIDE)) >= 3, (family, key)
            for other in list(pictures)[: list(pictures).index(key)]:
                assert apart(picture, pictures[other]) > 0.02, (family, key, other)


def test_the_walk_finds_what_is_faint(dressed: QApplication) -> None:
    picture = QImage(20, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    picture.setPixel(4, 4, 0xFF999999)
    assert strongest(picture, picture.rect()) == pytest.approx(contrast(0xFFFFFFFF, 0xFF999999))
    assert strongest(picture, picture.rect()) < 3
