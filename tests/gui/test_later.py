"""What waits for the next turn of the event loop: it comes in order, survives its neighbours, and goes with its owner."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from areasef.ui.later import later


def test_what_waits_comes_in_its_order_and_not_before_the_next_turn(qapp: QApplication, qtbot: QtBot) -> None:
    owner, said = QObject(qapp), list[str]()

    def second() -> None:
        said.append("second")
        later(owner, lambda: said.append("third"))

    later(owner, lambda: said.append("first"))
    later(owner, second)
    assert said == []
    qtbot.waitUntil(lambda: len(said) == 3)
    assert said == ["first", "second", "third"]


def test_nothing_is_done_for_one_who_has_gone(qapp: QApplication, qtbot: QtBot) -> None:
    owner, other, said = QObject(qapp), QObject(qapp), list[str]()
    later(owner, lambda: delete(owner))
    later(owner, lambda: said.append("gone"))
    later(other, lambda: said.append("here"))
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["here"]


def test_an_error_stops_nothing_else(qapp: QApplication, qtbot: QtBot) -> None:
    owner, said = QObject(qapp), list[str]()

    def fail() -> None:
        raise ValueError("no")

    with capture_exceptions() as caught:
        later(owner, fail)
        later(owner, lambda: said.append("after"))
        qtbot.waitUntil(lambda: bool(said))
    assert [kind for kind, _, _ in caught] == [ValueError]


def test_who_asks_often_holds_one_timer(qapp: QApplication, qtbot: QtBot) -> None:
    owner, count = QObject(qapp), list[int]()
    for number in range(200):
        later(owner, lambda number=number: count.append(number))  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(count) == 200)
    later(owner, lambda: count.append(0))
    assert len(owner.findChildren(QTimer)) == 1
