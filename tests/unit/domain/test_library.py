from __future__ import annotations

from dataclasses import replace
from datetime import date

from areasef.domain.evidence import Evidence, Freshness, Holding
from areasef.domain.library import LibraryItem, Order, Scope, Wanted, choose, ordered


def item(ref: str, title: str = "", **fields: object) -> LibraryItem:
    made = replace(Evidence(ref, ref, title or ref), **fields)  # type: ignore[arg-type]
    values = (("all",), (made.source_type_id,), (made.agency_id,), ("",), ("current",), (made.holding.value,), ())
    return LibraryItem(made, Freshness.CURRENT, values=values)


def refs(items: tuple[LibraryItem, ...]) -> list[str]:
    return [each.item.ref for each in items]


def test_newest_first_goes_by_the_number_that_is_said_aloud_and_what_is_not_here_comes_last() -> None:
    items = (item("E-99"), item("E-150", holding=Holding.REQUESTED), item("E-141-N"), item("E-141"))
    assert refs(ordered(items, Order.NEWEST)) == ["E-141-N", "E-141", "E-99", "E-150"]
    assert refs(ordered(items, Order.OLDEST)) == ["E-99", "E-141", "E-141-N", "E-150"]


def test_what_says_nothing_of_the_order_comes_last() -> None:
    items = (item("E-1"), item("E-2", covers_to=date(2026, 3, 1)), item("E-3", covers_from=date(2026, 9, 1)))
    assert refs(ordered(items, Order.COVERS)) == ["E-3", "E-2", "E-1"]


def test_a_count_says_what_choosing_its_value_would_show() -> None:
    items = (
        item("E-1", source_type_id="data", agency_id="health"),
        item("E-2", source_type_id="data", agency_id="education"),
        item("E-3", source_type_id="audit", agency_id="health"),
    )
    chosen = choose(items, Wanted(source_type="data", agency="health"))
    assert refs(chosen.items) == ["E-1"]
    assert chosen.counts["source_type"] == {"data": 1, "audit": 1}
    assert chosen.counts["agency"] == {"health": 1, "education": 1}
    assert chosen.counts["scope"][Scope.ALL] == 1
    searched = choose(items, Wanted(found=frozenset({"E-3"})))
    assert refs(searched.items) == ["E-3"]
    assert searched.counts["source_type"] == {"audit": 1}
