"""Review of a report: split, merge, move and retype, each a step that leaves the rest as it was."""

from __future__ import annotations

from areasef.domain import review as steps
from areasef.domain.record import FindingKind
from areasef.domain.report import Place
from areasef.domain.review import Items, Reviewed


def items() -> Items:
    return (
        Reviewed("a", FindingKind.EFFECTIVE, "Families are heard."),
        Reviewed(
            "b",
            FindingKind.IMPROVEMENT,
            "Leaders should plan. Leaders should listen.",
            5,
            (Place(5, ((60, 90, 500, 102), (60, 75, 120, 87))), Place(6, ((60, 700, 520, 712),))),
            True,
            suggested=("i1",),
            strand_ids=("i1",),
        ),
        Reviewed("c", FindingKind.IMPROVEMENT, "Boards must check.", 6, (Place(6, ((60, 600, 300, 612),)),)),
    )


def test_split_at_a_caret_parts_words_and_places() -> None:
    after = steps.split(items(), "b", len("Leaders should plan."))
    assert [item.text for item in after[1:3]] == ["Leaders should plan.", "Leaders should listen."]
    assert [box for place in after[1].places for box in place.boxes] == [(60, 90, 500, 102)]
    assert after[2].places[-1] == Place(6, ((60, 700, 520, 712),))
    assert after[2].page == after[2].places[0].page
    assert not after[1].uncertain
    assert after[1].strand_ids == ("i1",)
    assert after[2].strand_ids == ()
    assert after[2].kind is FindingKind.IMPROVEMENT
    assert len({item.id for item in after}) == 4


def test_a_split_that_leaves_nothing_changes_nothing() -> None:
    assert steps.split(items(), "b", 0) == items()
    assert steps.split(items(), "b", 10_000) == items()


def test_merge_and_split_are_each_others_way_back() -> None:
    parted = steps.split(items(), "b", len("Leaders should plan."))
    whole = steps.merge_with_next(parted, "b")
    assert whole[1].text == items()[1].text
    assert whole[1].places == items()[1].places
    assert len(whole) == 3


def test_merging_crosses_no_section() -> None:
    assert steps.merge_with_next(items(), "a") == items()
    assert steps.merge_with_next(items(), "c") == items()


def test_move_puts_an_item_at_the_end_of_its_new_section() -> None:
    moved = steps.move(items(), "c", FindingKind.EFFECTIVE)
    assert [(item.id, item.kind) for item in moved] == [
        ("a", FindingKind.EFFECTIVE),
        ("c", FindingKind.EFFECTIVE),
        ("b", FindingKind.IMPROVEMENT),
    ]
    assert steps.numbered(moved) == {"a": "E1", "c": "E2", "b": "1"}
    empty = steps.move(items(), "b", FindingKind.BETTER)
    assert [item.id for item in empty] == ["a", "b", "c"]


def test_retype_and_settle_make_an_item_certain() -> None:
    assert steps.retype(items(), "b", " Typed\nanew. ")[1].text == "Typed anew."
    assert not steps.retype(items(), "b", "Typed")[1].uncertain
    assert not steps.settle(items(), "b")[1].uncertain


def test_a_strand_is_linked_and_taken_away() -> None:
    linked = steps.link(items(), "a", "l2", True)
    assert linked[0].strand_ids == ("l2",)
    assert steps.link(steps.link(linked, "a", "l2", True), "a", "l2", False) == items()


def test_an_item_can_be_left_out() -> None:
    assert [item.id for item in steps.leave_out(items(), "b")] == ["a", "c"]
