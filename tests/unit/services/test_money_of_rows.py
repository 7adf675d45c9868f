"""A column of funding in other people's plans: it becomes money of the action, and is not doubled by importing again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.plan_books import table

from areasef.domain.funding import Funding
from areasef.domain.plan import Action
from areasef.domain.plan_sheet.meaning import Understanding
from areasef.services import importing_plan
from areasef.services.session import Session
from areasef.words.faults import AppError

ROWS = [
    ("A1", "Open a clinic", "£46,000 agreed"),
    ("A2", "Train staff", "Within existing resources"),
    ("A3", "Write to families", "Within existing resources"),
    ("A4", "Hire a hall", "£1.5k bid to the Trust"),
    ("A5", "Meet monthly", "None"),
    ("A6", "Buy a van", 12000),
]


def kept(session: Session, path: Path) -> Understanding:
    book = importing_plan.read_plan_file(session.reader, path)
    return importing_plan.keep_plan(session, path.name, book, importing_plan.first_guess(book))[1]


@pytest.mark.parametrize("head", ["Funding", "Budget", "Cost", "Resources required"])
def test_money_in_the_row_of_an_action_is_read_whole_and_once(session: Session, tmp_path: Path, head: str) -> None:
    path = table(tmp_path / "plan.xlsx", ("Ref", "Action", head), ROWS)
    found = kept(session, path)
    titles = {each.id: each.title for each in session.store.all(Action)}
    money = {
        (each.title, each.amount, str(each.state), tuple(titles[key] for key in each.action_ids))
        for each in session.store.all(Funding)
    }
    assert money == {
        ("Funding of Open a clinic", 46000, "agreed", ("Open a clinic",)),
        ("Within existing resources", None, "agreed", ("Train staff", "Write to families")),
        ("bid to the Trust", 1500, "sought", ("Hire a hall",)),
        ("Funding of Buy a van", 12000, "sought", ("Buy a van",)),
    }
    assert found.faults == ()
    cell = next(each for row in found.rows for each in row.cells if each.place == "C2")
    assert cell.words == "£46,000, agreed: Funding of Open a clinic"
    with pytest.raises(AppError, match="Nothing in"):
        kept(session, path)
