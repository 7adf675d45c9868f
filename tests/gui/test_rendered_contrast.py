"""Words and parts as they are painted stand out from what lies behind them, in each theme and printed in grey."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from tests.gui import overview_content
from tests.gui.clipping import BEHIND, settle
from tests.gui.rendered import contrast, painted, parts, strongest, worded

from areasef import tokens
from areasef.services.session import Session
from areasef.ui import appearance, icons, theme
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.pages import registry

SIDE = 32


@pytest.fixture
def session(session: Session) -> Session:
    overview_content.fill(session)
    return session


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_words_and_parts_stand_out_from_what_lies_behind_them(desk: Desk, name: str) -> None:
    looks = appearance.current()
    assert looks is not None
    looks.choose_theme(name)
    window = desk.window
    window.resize(1366, 688)
    faint: list[str] = []
    looked = 0
    for target in (*(Target(place) for place in registry.pages()), *BEHIND):
        window.go(target)
        settle()
        QApplication.processEvents()
        picture = painted(window)
        for least, found in ((4.5, worded(window)), (3.0, parts(window))):
            for widget, box in found:
                looked += 1
                got = strongest(picture, box)
                if got < least:
                    said = widget.accessibleName() or str(getattr(widget, "text", str)())
                    faint.append(f"{target.place}: {type(widget).__name__} {said[:50]!r} has {got:.1f}")
    looks.choose_theme("light")
    assert looked > 400
    assert not faint, "\n".join(sorted(set(faint)))


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


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
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
