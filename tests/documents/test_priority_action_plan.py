from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.documents.plan_dossier import empty, many, plan
from tests.documents.vera import assert_valid

from areasef.documents import report_mirror
from areasef.documents.model import DocumentOptions, Heading, Listing, words
from areasef.documents.parts.receipt import Printed
from areasef.documents.parts.typed import typed
from areasef.documents.pdf.writer import write_pdf
from areasef.documents.priority_action_plan import build
from areasef.documents.selfcheck import check_pdf
from areasef.documents.spoken import spoken
from areasef.documents.strategic_plan import document as strategic_plan
from areasef.domain.dossier import Dossier
from areasef.domain.record import FindingKind


def urgent() -> Dossier:
    """Return a plan after a report with one area for priority action and one for improvement, one priority for both."""
    made = plan()
    first, second, *rest = made.findings
    findings = (replace(first, kind=FindingKind.PRIORITY_ACTION), second, *rest)
    priorities = (replace(made.priorities[0], finding_ids=("f1", "f2")),)
    return replace(made, findings=findings, priorities=priorities)


def text_of(dossier: Dossier) -> str:
    return "\n".join(spoken(build(dossier, DocumentOptions()).chapters))


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
@pytest.mark.parametrize("made", [empty(), urgent(), many(6, 10)], ids=["none", "urgent", "many"])
def test_it_is_tagged_whole(made: Dossier, large: bool, tmp_path: Path) -> None:
    options = DocumentOptions(large_print=large)
    document, path = build(made, options), tmp_path / "plan.pdf"
    write_pdf(document, path, options)
    assert check_pdf(path, document).faults == ()
    assert_valid(path, "ua1")


def test_each_area_has_a_section_with_its_bodies_as_printed_and_priority_actions_come_first() -> None:
    document = build(urgent(), DocumentOptions())
    heads = [block.text for block in document.blocks() if isinstance(block, Heading) and block.level == 1]
    assert heads.index("Area for priority action 1") < heads.index("Area for improvement 2") < heads.index("Risks")
    said = text_of(urgent())
    assert "Responsible bodies, as printed\nNHS Three Rivers ICB and Alderbrook Council" in said
    assert "What children will notice: Help starts when I need it." in said


def test_a_priority_that_answers_two_areas_stands_once_and_is_named_under_the_other() -> None:
    said = text_of(urgent())
    assert said.count("What children will notice: ") == 1
    assert ", which stands under area for priority action 1." in said


def test_an_area_that_nothing_answers_says_so() -> None:
    assert "No priority answers this area yet." in text_of(plan())
    assert "No area for priority action is entered." in text_of(plan())


def test_evidence_of_impact_stands_with_its_source_and_officers_sign_their_own_words() -> None:
    made = urgent()
    said = text_of(made)
    assert "Bridge offer review" in said
    assert "Case audit" in said
    assert "The statement is not written yet." in said
    assert "Jonas Lindqvist" in said
    written = replace(
        made, evaluation=replace(made.evaluation, officers_statement="We answer for this.", resources="£2m")
    )
    assert "We answer for this." in text_of(written)
    assert "£2m" in text_of(written)


def test_the_boards_that_decide_have_a_line_to_enter_their_day() -> None:
    said = text_of(urgent())
    assert "Cabinet of Alderbrook Council" in said
    assert "Board of NHS Three Rivers Integrated Care Board" in said


def test_officers_answer_for_what_there_is_and_never_for_the_whole() -> None:
    made = urgent()
    nothing = replace(made, actions=(), measures=(), milestones=(), actuals=())
    for dossier in (made, nothing, replace(nothing, findings=()), replace(nothing, priorities=(), findings=())):
        assert "The whole" not in text_of(dossier)
    assert "Action 1.1" in text_of(made)
    assert "Area for priority action 1, which has no action yet" in text_of(nothing)
    assert "No area of a report is entered yet" in text_of(replace(nothing, findings=()))
    assert "What Council does in this plan" in text_of(made)


def test_the_receipt_counts_an_area_with_sub_points_as_printed() -> None:
    made = urgent()
    text = "Leaders should act together to: • find children early; and ◼ tell families when."
    asked = replace(made, findings=(replace(made.findings[0], text=text), *made.findings[1:]))
    for builder in (build, strategic_plan.build, report_mirror.build):
        document = builder(asked, DocumentOptions())
        printed = next(held for held in typed(asked) if held.kind == "Finding" and held.field == "text")
        assert len(printed.parts) == 3
        assert Printed(spoken(document.chapters[:-1])).has(printed.parts), builder


def test_the_sub_points_of_an_area_stand_as_the_list_that_the_report_prints() -> None:
    made = urgent()
    text = "Leaders should act together to: • find children early; and ◼ tell families when."
    asked = replace(made, findings=(replace(made.findings[0], text=text), *made.findings[1:]))
    for builder in (build, strategic_plan.build):
        lists = [block for block in builder(asked, DocumentOptions()).blocks() if isinstance(block, Listing)]
        items = [[words(item) for item in each.items] for each in lists]
        assert ["find children early; and", "tell families when."] in items
