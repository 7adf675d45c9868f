from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.documents.plan_dossier import empty
from tests.documents.rich import rich
from tests.documents.vera import assert_valid

from areasef.documents.model import Block, Chapter, DocumentOptions, Heading, Listing, Paragraph, words
from areasef.documents.pdf.writer import write_pdf
from areasef.documents.report_mirror import BETTER, EFFECTIVE, EXPERIENCE, NEXT, build, place_of
from areasef.documents.selfcheck import check_pdf
from areasef.documents.spoken import spoken
from areasef.domain.dossier import Dossier
from areasef.domain.record import FindingKind
from areasef.domain.statement import plain
from areasef.packs.reading import read_pack


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
@pytest.mark.parametrize("made", [empty(), rich()], ids=["none", "rich"])
def test_it_is_tagged_whole(made: Dossier, large: bool, tmp_path: Path) -> None:
    options = DocumentOptions(large_print=large)
    document, path = build(made, options), tmp_path / "mirror.pdf"
    write_pdf(document, path, options)
    assert check_pdf(path, document).faults == ()
    assert_valid(path, "ua1")


def test_every_statement_stands_once_in_the_section_where_a_report_would_have_it() -> None:
    dossier = rich()
    chapters = {each.running: each for each in build(dossier, DocumentOptions()).chapters}
    titles = {
        EXPERIENCE: "What it is like to be a child or young person here",
        EFFECTIVE: "What is effective",
        BETTER: "What needs to be better",
        NEXT: "What comes next",
    }
    said = {key: text_of(chapters[title]) for key, title in titles.items()}
    for statement in dossier.statements:
        words = " ".join(plain(statement.body).split())
        assert [key for key in said if words in said[key]] == [place_of(dossier, statement)], words


def test_the_view_of_a_strand_decides_where_what_we_know_belongs() -> None:
    dossier = rich()
    pack = dossier.framework
    know = next(section.id for section in pack.sections if section.kind == "position")
    statement = replace(dossier.statements[0], section_id=know)
    view = next(each for each in dossier.self_views if each.strand_id == statement.strand_id)
    for level, wanted in ((0, EFFECTIVE), (1, EFFECTIVE), (2, BETTER)):
        seen = replace(dossier, self_views=(replace(view, level_id=pack.levels[level].id),))
        assert place_of(seen, statement) == wanted
    assert place_of(replace(dossier, self_views=()), statement) == EXPERIENCE


def test_what_the_last_report_said_stands_under_the_section_it_belongs_to() -> None:
    dossier = rich()
    said = {each.running: text_of(each) for each in build(dossier, DocumentOptions()).chapters}
    for finding in dossier.findings:
        title = "What is effective" if finding.kind == "effective" else "What needs to be better"
        assert finding.text in said[title]


def test_what_a_report_asks_for_stands_by_kind_with_its_sub_points_as_a_list() -> None:
    made = rich()
    text = "Leaders should act together to: • find children early; and ◼ tell families when."
    asked = replace(made.findings[0], kind=FindingKind.PRIORITY_ACTION, text=text, bodies="The council", number="7")
    plain_one = replace(asked, id="other", kind=FindingKind.IMPROVEMENT, text="Waits must fall.", number="8")
    chapter = _chapter(replace(made, findings=(asked, plain_one)))
    lists = [[words(item) for item in each.items] for each in chapter if isinstance(each, Listing)]
    assert ["find children early; and", "tell families when. The council. Page 8."] in lists
    said = [words(each.content) for each in chapter if isinstance(each, Paragraph)]
    assert "7. Leaders should act together to:" in said
    heads = [each.text for each in chapter if isinstance(each, Heading)]
    assert heads[-2:] == ["Areas for priority action", "Areas for improvement"]
    assert said[-1].startswith("8. Waits must fall. The council.")


def _chapter(dossier: Dossier) -> tuple[Block, ...]:
    document = build(dossier, DocumentOptions())
    return next(each.blocks for each in document.chapters if each.running == "What needs to be better")


def test_a_second_framework_has_a_mirror_too() -> None:
    pack = read_pack(Path(__file__).parents[1] / "packs" / "second").framework
    assert pack is not None
    assert build(replace(rich(), framework=pack), DocumentOptions()).chapters


def text_of(chapter: Chapter) -> str:
    return "\n".join(spoken((chapter,)))
