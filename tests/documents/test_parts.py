from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from areasef.documents.model import Chapter, DocumentOptions, Heading, Paragraph, runs
from areasef.documents.parts.binding import bind
from areasef.documents.parts.cover import cover
from areasef.documents.parts.index import evidence_index
from areasef.documents.parts.phrases import covers_words, listed
from areasef.documents.parts.receipt import left_out
from areasef.documents.parts.signing import leaders, sign_off
from areasef.documents.pdf.writer import render_pdf
from areasef.documents.selfcheck import check_pdf
from areasef.documents.spoken import spoken
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Answer, Area, Evaluation, Response
from areasef.domain.evidence import Evidence
from areasef.domain.framework import Framework
from areasef.domain.partner import Partner, Person, RoleHolding
from areasef.packs.listing import shipped_packs
from areasef.packs.reading import read_pack

DAY = date(2026, 11, 23)


def framework() -> Framework:
    made = read_pack(shipped_packs()[0].path).framework
    assert made is not None
    return made


def dossier() -> Dossier:
    pack = framework()
    return Dossier(
        pack,
        Area("a", "Alderbrook"),
        Evaluation("v", "Self-evaluation 2026–27", pack.id, pack.edition, DAY, "0.9"),
        datetime(2026, 11, 23, 14, 2, tzinfo=UTC),
        "3f9a21bc" * 8,
        partners=(
            Partner("p", "Alderbrook Council", "Council"),
            Partner("q", "Old Board", ends=date(2020, 1, 1)),
        ),
        people=(Person("n", "Wanjiru Odhiambo", "p", "w@example.org"),),
        role_holdings=(
            RoleHolding("h", pack.roles[0].id, "p", "n", date(2025, 4, 1)),
            RoleHolding("i", pack.roles[1].id, "q"),
        ),
        evidence=(Evidence("e", "E-001", "Waits by locality", "data", "health", covers_to=date(2026, 9, 30)),),
        responses=(
            Response("r", "v", "evaluation", "v", "p", Answer.DIFFERS, "We count from the first call.", True, DAY),
        ),
    )


def text_of(*chapters: Chapter) -> str:
    return "\n".join(spoken(chapters))


def test_a_cover_names_only_bodies_that_exist_and_how_fresh_the_newest_evidence_is() -> None:
    said = text_of(cover(dossier(), DocumentOptions(), "Self-evaluation", "How we know."))
    assert "Alderbrook Council" in said
    assert "Old Board" not in said
    assert "covers up to 30 September 2026" in said
    assert "0.9 draft" in said


def test_sign_off_says_who_speaks_for_a_body_and_prints_its_own_words() -> None:
    said = text_of(sign_off(dossier()))
    assert "Wanjiru Odhiambo" in said
    assert "Sees it differently" in said
    assert "“We count from the first call.”" in said


def test_a_role_that_stands_empty_is_shown() -> None:
    said = text_of(Chapter("Roles", tuple(leaders(dossier()))))
    assert "Stands empty" in said


def test_what_is_not_printed_is_listed_with_its_reason_and_what_is_printed_is_not() -> None:
    made = dossier()
    missing, counts = left_out(made, (evidence_index(made),), {})
    named = {(each.kind, each.name) for each in missing}
    assert ("Person", "email") in named
    assert ("Evidence", "title") not in named
    assert counts["Evidence items"] == (1, 1)


def test_a_short_text_is_not_taken_for_printed_because_it_stands_inside_another_word() -> None:
    made = replace(dossier(), people=(Person("n", "Ann"),))
    missing, _ = left_out(made, (Chapter("C", (Paragraph(runs("Annual review")),)),), {})
    assert ("Person", "name") in {(each.kind, each.name) for each in missing}


def test_a_bound_document_ends_with_glossary_and_receipt_and_passes_the_check_of_the_file() -> None:
    made = dossier()
    chapters = (
        cover(made, DocumentOptions(), "Self-evaluation", "How we know."),
        Chapter("One", (Heading(1, "One", anchor="one"), Paragraph(runs("An EHC plan.")))),
        evidence_index(made),
        sign_off(made),
    )
    document = bind(made, DocumentOptions(), "Self-evaluation", "What we know", chapters, {})
    headings = [block.text for block in document.blocks() if isinstance(block, Heading) and block.level == 1]
    assert headings[-2:] == ["Glossary", "Receipt"]
    assert "EHC plan" in text_of(document.chapters[-2])
    assert check_pdf(render_pdf(document)[0], document).faults == ()
    without = bind(made, DocumentOptions(receipt=False), "Self-evaluation", "What we know", chapters, {})
    assert "Receipt" not in text_of(*without.chapters)


def test_names_and_periods_are_said_as_people_say_them() -> None:
    assert listed(("A", "B", "C")) == "A, B and C"
    assert covers_words(Evidence("e", "E", "T", covers_from=date(2026, 4, 1), covers_to=DAY)) == "Apr to Nov 2026"
    assert covers_words(Evidence("e", "E", "T")) == "Undated"
