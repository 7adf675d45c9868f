from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from areasef.domain.evaluation import Answer
from areasef.domain.partner import Partner
from areasef.domain.summary import PartnerView
from areasef.ui.pages.evaluate.bodies_row import BodiesRow, tally
from areasef.ui.widgets.button import Button

C, E, F, D, N = Answer.CONTRIBUTED, Answer.ENDORSES, Answer.DIFFERS, Answer.DECLINED, Answer.NOT_ASKED


def bodies(*answers: Answer) -> tuple[PartnerView, ...]:
    return tuple(
        PartnerView(Partner(id=f"p{at}", name=f"Body {at}", kind_id="trust"), answer)
        for at, answer in enumerate(answers, 1)
    )


def words(row: BodiesRow) -> list[str]:
    return [each.text().strip() for each in row.findChildren(Button) if not each.isHidden()]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((E, E, E, E, C, C, C, F), "4 of 8 endorse, 3 contributed"),
        ((E, C, C, D, N), "1 of 5 endorses, 2 contributed, 1 declined, 1 not asked"),
        ((E, E, E, E, E), "All 5 endorse"),
        ((C, C, C, N, N), "3 of 5 contributed, 2 not asked"),
        ((N, N, N), "No partner asked yet"),
        ((N,), "Not asked yet"),
        ((D, D, D, D, D), "All 5 declined"),
        ((F, F), ""),
    ],
)
def test_who_contributed_is_counted_apart_from_who_endorses(answers: tuple[Answer, ...], said: str) -> None:
    assert tally(bodies(*answers)) == said


def test_few_bodies_stand_by_name_and_only_who_endorses_is_ticked(dressed: QApplication, qtbot: QtBot) -> None:
    row = BodiesRow()
    qtbot.addWidget(row)
    row.show_bodies(bodies(E, C, F))
    assert words(row) == ["Body 1", "Body 2 contributed", "Body 3 differs"]
    ticked = [each for each in row.findChildren(Button) if not each.icon().isNull()]
    assert [each.accessibleName() for each in ticked] == ["Body 1 endorses this"]


def test_many_bodies_are_counted_and_the_count_lists_them(dressed: QApplication, qtbot: QtBot) -> None:
    row = BodiesRow()
    qtbot.addWidget(row)
    row.show_bodies(bodies(E, E, C, N, F))
    assert words(row) == ["2 of 5 endorse, 1 contributed, 1 not asked", "Body 5 differs"]
    (menu,) = row.findChildren(QMenu)
    assert [each.text() for each in menu.actions()] == [
        "Body 1 endorses this",
        "Body 2 endorses this",
        "Body 3 contributed",
        "Body 4 not asked",
    ]
    row.show()
    row.findChildren(Button)[0].click()
    assert menu.isVisible()
    with qtbot.waitSignal(row.asked) as asked:
        menu.actions()[2].trigger()
    assert asked.args == ["p3"]
    menu.close()


def test_where_nobody_was_asked_one_button_says_so(dressed: QApplication, qtbot: QtBot) -> None:
    row = BodiesRow()
    qtbot.addWidget(row)
    row.show_bodies(bodies(N, N, N))
    assert words(row) == ["No partner asked yet"]
