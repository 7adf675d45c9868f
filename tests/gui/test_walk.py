"""Every page of a filled workspace, walked: each control has a name, a role, a size one can hit, and a way by keyboard."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.gui import overview_content, plan_content
from tests.gui.clipping import BEHIND
from tests.gui.conftest import controls, tab_stops, too_small, unnamed

from areasef.services.session import Session
from areasef.ui import appearance
from areasef.ui.desk import Desk
from areasef.ui.key_sheet import KeySheet
from areasef.ui.navigation import Target
from areasef.ui.pages import registry

PLACES = tuple(registry.pages())
LEAST = 4.5
SILENT = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}


@pytest.fixture
def session(session: Session) -> Session:
    overview_content.fill(session)
    plan_content.fill(session)
    return session


@pytest.fixture
def desk(desk: Desk, qtbot: QtBot) -> Desk:
    desk.open(Target("overview"))
    qtbot.waitExposed(desk.window)
    return desk


@pytest.mark.parametrize("place", PLACES)
def test_each_control_has_a_name_a_role_and_a_size_one_can_hit(desk: Desk, place: str) -> None:
    desk.window.go(Target(place))
    found = [each for each in controls(desk.window) if not isinstance(each, QHeaderView)]
    assert found
    assert unnamed(desk.window) == []
    assert too_small(desk.window) == []
    roles = {each: QAccessible.queryAccessibleInterface(each).role() for each in found}
    assert not [f"{type(each).__name__} {each.accessibleName()}" for each, role in roles.items() if role in SILENT]


@pytest.mark.parametrize("place", PLACES)
def test_each_control_is_reached_by_keyboard(desk: Desk, place: str) -> None:
    """One Tab stop stands for a whole list, tab bar, picker or rail: its other parts are reached with the arrows."""
    window = desk.window
    window.go(Target(place))
    stops = tab_stops(window)
    parents = {each.parentWidget() for each in stops}
    lost = [
        f"{type(each).__name__} {each.accessibleName()}"
        for each in controls(window)
        if each not in stops
        and each.parentWidget() not in parents
        and each.focusProxy() is None
        and not isinstance(each, QHeaderView | QScrollBar)
        and not isinstance(each.parentWidget(), QTabBar)
    ]
    assert not lost, "\n".join(lost)
    assert len(stops) < 120, "one stop for each list, not for each row"


def _luminance(colour: QColor) -> float:
    sides = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [float(side / 12.92 if side <= 0.04045 else ((side + 0.055) / 1.055) ** 2.4) for side in sides]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG counts it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def rendered(picture: QImage, box: QRect) -> float | None:
    """Return the contrast between the ground of a label and the ink furthest from it, as they were painted."""
    area = box.intersected(picture.rect())
    colours = Counter(
        picture.pixel(x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom())
    )
    if not colours:
        return None
    ground = QColor(colours.most_common(1)[0][0])
    return max(contrast(QColor(each), ground) for each in colours)


def covered(root: QWidget, widget: QWidget) -> bool:
    """Tell whether a widget is scrolled out of sight, or lies under another."""
    middle = widget.mapTo(root, widget.rect().center())
    over = root.childAt(middle)
    return over is None or not (over is widget or widget.isAncestorOf(over) or over.isAncestorOf(widget))


def test_the_measure_finds_faint_ink() -> None:
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    for x in range(10, 30):
        picture.setPixelColor(x, 10, QColor("silver"))
    found = rendered(picture, QRect(0, 0, 40, 20))
    assert found is not None
    assert found < LEAST
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_stand_out_from_their_ground_as_they_are_painted(desk: Desk, theme: str) -> None:
    looks = appearance.current()
    assert looks is not None
    looks.choose_theme(theme)
    window = desk.window
    wrong: list[str] = []
    for target in (*(Target(place) for place in PLACES), *BEHIND):
        window.go(target)
        QApplication.sendPostedEvents()
        wrong += [f"{target.place} {target.kind}: {said}" for said in faint(window)]
    window.palette_box.open()
    wrong += faint(window.palette_box)
    sheet = KeySheet(window, window.commands)
    sheet.show()
    wrong += faint(sheet)
    sheet.deleteLater()
    assert not wrong, "\n".join(wrong)


def faint(root: QWidget) -> list[str]:
    """Return the words that do not stand out from their ground."""
    picture = root.grab().toImage()
    kinds = (QLabel, QAbstractButton, QLineEdit)
    worded = [
        each
        for each in root.findChildren(QWidget)
        if isinstance(each, kinds) and each.isVisible() and each.text().strip() and not covered(root, each)
    ]
    assert worded
    found = [(each, rendered(picture, QRect(each.mapTo(root, QPoint(0, 0)), each.size()))) for each in worded]
    return [f"{type(each).__name__} {each.text()[:40]!r}: {ink:.1f}" for each, ink in found if ink and ink < LEAST]
