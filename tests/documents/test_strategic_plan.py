from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from tests.documents.plan_dossier import DAY, empty, many, plan
from tests.documents.vera import assert_valid

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions, Figure, Heading, Table, words
from areasef.documents.parts.receipt import left_out
from areasef.documents.parts.typed import text_fields
from areasef.documents.pdf.paint import text_width
from areasef.documents.pdf.writer import render_pdf, write_pdf
from areasef.documents.picture import Dot, Label, Picture
from areasef.documents.selfcheck import check_pdf
from areasef.documents.spoken import spoken
from areasef.documents.strategic_plan.document import build
from areasef.documents.strategic_plan.gantt import Gantt, Row, days_of
from areasef.documents.strategic_plan.measure_line import measure_line
from areasef.domain.dossier import Dossier
from areasef.domain.funding import Funding
from areasef.domain.months import months_for
from areasef.domain.plan import Action, ActionUpdate, Actual, Delivery, Measure, Milestone, Priority
from areasef.domain.record import Decision, Finding, FindingKind, Request, Risk
from areasef.packs.reading import read_pack


def text_of(dossier: Dossier, **options: Any) -> str:
    return "\n".join(spoken(build(dossier, DocumentOptions(**options)).chapters))


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
@pytest.mark.parametrize("made", [empty(), plan(), many(1, 1, 2), many(9, 14)], ids=["none", "plan", "one", "many"])
def test_a_plan_of_any_size_is_tagged_whole(made: Dossier, large: bool, tmp_path: Path) -> None:
    options = DocumentOptions(large_print=large)
    document = build(made, options)
    path = tmp_path / "plan.pdf"
    write_pdf(document, path, options)
    assert check_pdf(path, document).faults == ()
    assert_valid(path, "ua1")


def test_the_chapters_stand_in_the_order_of_a_published_plan() -> None:
    headings = [b.text for b in build(plan(), DocumentOptions()).blocks() if isinstance(b, Heading) and b.level == 1]
    wanted = ("glance", "want for children", "governance", "figures", "inspectors found", "Shorter waits", "happens",
              "families", "Monitoring", "Risks", "Decisions", "ask for", "Publication", "Sign-off", "Receipt")  # fmt: skip
    found = [next(at for at, heading in enumerate(headings) if word in heading) for word in wanted]
    assert found == sorted(found)


def test_every_recommendation_is_answered_or_named_as_unanswered() -> None:
    said = text_of(plan())
    assert "1 of 2 recommendations is answered by a priority of this plan. Not answered yet: 2." in said
    assert said.count("No answer yet") == 2
    answered = replace(plan(), priorities=(replace(plan().priorities[0], finding_ids=("f1", "f2", "f3")),))
    assert "No answer yet" not in text_of(answered)


def test_a_date_that_moved_a_late_milestone_and_an_empty_role_are_shown() -> None:
    said = text_of(plan())
    assert "now Mar 2027" in said
    assert "Late room agreed (was Oct 2026)" in said
    assert "Stands empty" in said
    assert "Nobody is named yet for: " in said
    assert "Why it is closed: The team is the same" in said


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
def test_updates_print_with_day_and_author_the_newest_first(large: bool) -> None:
    made = plan()
    action = made.actions[0]
    told = (
        ActionUpdate("u1", action.id, date(2026, 10, 2), "R. Okafor", "Two localities are live"),
        ActionUpdate("u2", action.id, date(2026, 11, 2), "P. Osei", "Four localities are live"),
    )
    said = text_of(replace(made, updates=told), large_print=large)
    assert said.index("2 November 2026, P. Osei: Four") < said.index("2 October 2026, R. Okafor: Two")


def test_the_page_of_a_priority_says_how_far_an_action_is_that_slips(tmp_path: Path) -> None:
    bare = replace(plan(), measures=plan().measures[:2])  # leaves room on the page
    slips = next(each for each in bare.actions if each.delivery is Delivery.SLIPPING)
    told = (
        ActionUpdate("u1", slips.id, date(2026, 10, 2), "R. Okafor", "The clinic has a room."),
        ActionUpdate("u2", slips.id, date(2026, 11, 2), "P. Osei", "The room was let to somebody else."),
    )

    def page(progress: str, *updates: ActionUpdate) -> str:
        actions = tuple(replace(each, progress=progress) if each is slips else each for each in bare.actions)
        return _page_of_first_priority(replace(bare, actions=actions, updates=updates), tmp_path)

    assert "1.2 is slipping. No room yet." in page("No room yet.", *told)
    last = page("", *told)
    assert "1.2 is slipping. The room was let to somebody else. 2 November 2026" in last
    assert "The clinic has a room." not in last
    assert "is slipping." not in page("No room yet, nor anybody to ask. " * 60)  # one page, always


def _page_of_first_priority(made: Dossier, folder: Path) -> str:
    path = folder / "plan.pdf"
    write_pdf(build(made, DocumentOptions()), path, DocumentOptions())
    with pypdfium2.PdfDocument(path) as pdf:
        pages = (" ".join(page.get_textpage().get_text_range().split()) for page in pdf)
        return next(page for page in pages if "Priority 1" in page and "How we will know" in page)


def test_what_families_told_us_stands_with_what_follows() -> None:
    said = text_of(plan())
    assert "E-127 Forum survey: waiting well" in said
    assert "The wait starts at the first worry." in said
    assert "1.1 Run the Bridge offer in all six localities, with one evening session a week with Forum" in said


def test_a_plan_without_dates_says_so_and_draws_nothing() -> None:
    made = plan()
    bare = tuple(replace(each, starts=None, due=None, new_due=None) for each in made.actions)
    document = build(replace(made, actions=bare, milestones=()), DocumentOptions())
    assert "No action has a date yet, so there is no timeline." in "\n".join(spoken(document.chapters))
    assert not [block for block in document.blocks() if isinstance(block, Figure)]


def test_the_timeline_shows_every_action_once_and_its_table_says_the_same() -> None:
    made = many(9, 14)
    chapters = [each for each in build(made, DocumentOptions()).chapters if each.running == "Timeline"]
    blocks = [block for chapter in chapters for block in chapter.blocks]
    figures = [each for each in blocks if isinstance(each, Figure)]
    shown = [label.text for figure in figures for label in labels(figure.picture) if label.bold and "." in label.text]
    table = next(each for each in blocks if isinstance(each, Table))
    told = [words(row[0].content[0]) for group in table.groups for row in group.rows]
    assert len(figures) > 5
    assert shown == told
    assert len(told) == 9 * 14


@pytest.mark.parametrize("months", [3, 7, 12, 18, 30, 48, 110])
@pytest.mark.parametrize("grow", [1.0, 1.75])
def test_heads_of_months_never_touch_from_three_months_to_nine_years(months: int, grow: float) -> None:
    last = date(2026 + (10 + months) // 12, (10 + months) % 12 + 1, 1)
    gantt = Gantt(months_for((date(2026, 11, 1), last), DAY, 3), DAY, grow)
    action = Action("a", "p", "Clinics", starts=date(2026, 11, 1), due=last)
    found = labels(gantt.picture([Row("1.1", "Clinics", action)]))
    for line in {label.y for label in found}:
        row = sorted((label for label in found if label.y == line and label.anchor == "start"), key=lambda each: each.x)
        for one, other in pairwise(row):
            assert one.x + text_width(one.text, one.size, bold=one.bold) <= other.x, (one.text, other.text)


def test_days_far_outside_stand_at_the_edge_of_the_timeline() -> None:
    far = Action("a", "p", "Far", starts=date(1990, 1, 1), due=date(2090, 1, 1))
    gantt = Gantt(months_for(days_of(Row("1.1", "Far", far)), DAY, 3), DAY)
    drawn = gantt.picture([Row("1.1", "Far", far)])
    assert gantt.x(date(1990, 1, 1)) == gantt.left
    assert gantt.x(date(2090, 1, 1)) == gantt.right
    assert drawn.width <= gantt.right + 64


def test_a_measure_is_drawn_in_proportion_whichever_way_is_better() -> None:
    falling = measure_line(Measure("m", "a", "Waits", "weeks", 41, None, 26), Actual("v", "m", DAY, 38))
    assert falling is not None
    start, now = (mark for mark in falling.marks if isinstance(mark, Dot))
    assert now.x < start.x
    assert measure_line(Measure("m", "a", "Waits"), None) is None
    alone = measure_line(Measure("m", "a", "Waits", baseline=0.0), None)
    assert alone is not None
    assert 0 < next(mark.x for mark in alone.marks if isinstance(mark, Dot)) < alone.width


@pytest.mark.parametrize("large", [False, True])
def test_every_word_of_the_plan_is_printed_or_listed_in_the_receipt(large: bool) -> None:
    made = filled(plan())
    options = DocumentOptions(large_print=large)
    document = build(made, options)
    printed = "\n".join(spoken(document.chapters))
    missing, _ = left_out(made, document.chapters, {})
    listed = {(each.kind, each.name) for each in missing}
    assert listed.isdisjoint(
        {(kind.__name__, name) for kind in KINDS for name in text_fields(kind)}
        - {("Request", "title"), ("Request", "note"), ("Finding", "text"), ("Finding", "number"), ("Finding", "bodies"),
           ("Finding", "report"), ("Finding", "done"), ("Finding", "impact"), ("Finding", "left")}
    )  # fmt: skip
    asked = [each for each in made.findings if each.kind is not FindingKind.EFFECTIVE]
    for each in asked:
        assert all(getattr(each, name) in printed for name in text_fields(Finding)), each.id
    for name in ("vision", "governance", "context", "coproduction", "monitoring", "publication_note"):
        assert getattr(made.evaluation, name) in printed
    receipt = "\n".join(spoken(document.chapters[-1:]))
    assert "What the reports found effective stands in the self-evaluation." in receipt
    assert "What was asked for is here already." in receipt


def test_an_action_whose_priority_is_gone_is_still_printed() -> None:
    said = text_of(replace(plan(), priorities=()))
    assert "Actions without a priority" in said
    assert "Hold two assessment clinics a month in the north" in said


def test_a_second_framework_makes_a_plan_with_its_own_sections_and_roles() -> None:
    pack = read_pack(Path(__file__).parents[1] / "packs" / "second").framework
    assert pack is not None
    for framework in (pack, replace(pack, impact_stages=(), roles=(), agencies=(), glossary=())):
        document = build(replace(plan(), framework=framework), DocumentOptions())
        assert check_pdf(render_pdf(document)[0], document).faults == ()


def test_words_without_end_welsh_emoji_and_right_to_left_are_kept() -> None:
    made = plan()
    odd = ("x" * 900, "Mae'r aros yn rhy hir i blant â dŵr a thŷ", "Hope 🚀 for all", "שלום לילדים")
    actions = tuple(
        replace(each, title=text, detail=text, progress=text) for each, text in zip(made.actions, odd, strict=False)
    )
    priority = replace(made.priorities[0], title=odd[0], outcome=odd[3])
    for large in (False, True):
        document = build(replace(made, actions=actions, priorities=(priority,)), DocumentOptions(large_print=large))
        data, receipt = render_pdf(document, large=large)
        assert check_pdf(data, document).faults == ()
        assert set(receipt.missing) <= {"🚀"}


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_says_so_and_a_final_does_not(draft: bool) -> None:
    document = build(plan(), DocumentOptions(draft=draft, marking="OFFICIAL"))
    assert ("draft" in "".join(document.footer)) is draft
    with pikepdf.open(io.BytesIO(render_pdf(document)[0])) as pdf:
        assert len(pdf.pages) > 8


def test_the_plan_is_offered_among_the_documents() -> None:
    assert DOCUMENTS["strategic-plan"].build is build


KINDS = (Priority, Action, Measure, Milestone, Actual, Finding, Request, Decision, Risk, Funding)


def filled(made: Dossier) -> Dossier:
    """Return a dossier whose plan has a word of its own in every text field, and a risk, a decision in every state."""
    number = iter(range(1, 10_000))

    def fill(things: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(each, **dict(_words(type(each), each, number))) for each in things)

    names = (
        "priorities",
        "actions",
        "measures",
        "milestones",
        "actuals",
        "findings",
        "requests",
        "decisions",
        "risks",
        "funding",
    )
    texts = ("vision", "governance", "context", "coproduction", "monitoring", "publication_note")
    said: dict[str, Any] = {name: f"{name.replace('_', '')}word" for name in texts}
    changed: dict[str, Any] = {name: fill(getattr(made, name)) for name in names}
    return replace(made, evaluation=replace(made.evaluation, **said), **changed)


def _words(kind: type, thing: Any, number: Iterator[int]) -> Iterator[tuple[str, Any]]:
    for name in text_fields(kind):
        if name == "unit":
            continue
        word = f"{kind.__name__.lower()}{name.replace('_', '')}{next(number)}"
        yield name, ((word,) if isinstance(getattr(thing, name), tuple) else word)


def labels(picture: Picture) -> list[Label]:
    return [mark for mark in picture.marks if isinstance(mark, Label)]


def test_what_an_action_depends_on_and_who_made_it_with_us_are_printed() -> None:
    made = plan()
    first, second, *rest = made.actions
    tied = replace(
        second,
        depends_on_ids=(first.id, "gone"),
        depends_on="A room",
        made_with_ids=("forum",),
        made_with="Ten parents",
    )
    said = "\n".join(spoken(build(replace(made, actions=(first, tied, *rest)), DocumentOptions()).chapters))
    assert f"Depends on: 1.1 {first.title}; A room" in said
    assert "Made with: Forum; Ten parents" in said
    timeline = said[said.index("When it happens") :]
    assert "Depends on 1.1" in timeline
