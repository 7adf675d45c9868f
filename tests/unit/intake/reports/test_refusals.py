"""What is no report of an area SEND inspection is refused, and the sentence says which kind of file it is."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from areasef.intake.reports.expected import as_expected
from areasef.intake.reports.reading import read_report
from areasef.intake.worker import Worker
from areasef.words.faults import AppError

from .damaging import damaged, outcome
from .invented import STEMS, Author
from .printing import Style, print_report, text_form

MUTATIONS = int(os.environ.get("AREASEF_MUTATIONS", "40"))  # 300 and more by hand; the suite takes fewer
FILLER = "Leaders met with families and heard what they think about the support that they are given. " * 5


def refused(path: Path) -> str:
    with pytest.raises(AppError) as error:
        read_report(path)
    assert path.name in str(error.value)
    return error.value.code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            FILLER + "The area must submit a Written Statement of Action because of areas of significant weakness.",
            "old_framework",
        ),
        (
            "Joint area SEND inspection in Marlbridge. Dear Ms Roe, inspectors looked at how the special educational needs "
            "reforms are put into practice. " + FILLER,
            "old_framework",
        ),
        ("Joint area SEND revisit in Marlbridge. The area has made sufficient progress. " + FILLER, "old_framework"),
        (FILLER + "\n\nAreas for improvement\n\n" + FILLER + "\n\n".join(STEMS.values()), "several_outcomes"),
        (
            "Area SEND monitoring inspection of Marlbridge Local Area Partnership\n\nInspection outcome\n\n"
            + STEMS["systemic_failings"]
            + "\n\nAreas for improvement\n\n"
            + FILLER,
            "monitoring",
        ),
        ("Outcomes. " + " ".join(STEMS.values()) + FILLER, "several_outcomes"),
        ("We were told: " + STEMS["inconsistent"] + " " + FILLER, "quote_only"),
        ("Area SEND monitoring inspection of Marlbridge Local Area Partnership. " + FILLER, "monitoring"),
        ("School inspection report. " + FILLER, "something_else"),
        (
            "Joint local area SEND inspection in Marlbridge\n\nMain findings\n\nSome parents have positive experiences, "
            "others inconsistent experiences.\n\nThe effectiveness of the local area in identifying needs\n\n"
            "Strengths\n\n" + FILLER + "\n\nAreas for improvement\n\n" + FILLER,
            "old_framework",
        ),
        ("Marlbridge: area SEND interim visit\n\n" + FILLER, "old_framework"),
        ("Monitoring inspection report\n\nMarlbridge Local Area Partnership\n\n" + FILLER, "monitoring"),
        (
            "Area SEND inspection of Marlbridge Local Area Partnership: monitoring inspection report\n\nInspection "
            "outcome\n\nEffective action has been taken.\n\nAreas for improvement\n\n" + FILLER,
            "monitoring",
        ),
        (
            "Inspection of Marlbridge local authority children’s services\n\nInspection dates: 8 to 12 July 2024\n\n"
            "What needs to improve?\n\nAreas for improvement\n\nChildren have positive experiences. " + FILLER,
            "something_else",
        ),
        (
            "Marlbridge General Hospital\n\nAre services safe?\n\nPatients had positive experiences and outcomes.\n\n"
            "Areas for improvement\n\n" + FILLER,
            "something_else",
        ),
        (
            "Briefing for members\n\nInspection outcome\n\n" + STEMS["inconsistent"] + "\n\nAreas for improvement\n\n"
            "Leaders should listen to families. " + FILLER,
            "quote_only",
        ),
        ("Area SEND inspection", "no_text"),
        ("", "no_text"),
    ],
)
def test_other_texts(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(text, encoding="utf-8")
    assert refused(path) == f"report.{code}"


@pytest.mark.parametrize("title", ["Self-evaluation of our arrangements", "Marlbridge local area SEF 2025", ""])
def test_a_paper_in_the_order_of_a_report_that_a_partnership_wrote_of_itself(tmp_path: Path, title: str) -> None:
    invented = Author(4).report("inconsistent")
    if not title:
        invented.effective = [f"We know our families well. {text}" for text in invented.effective]
    path = tmp_path / "ours.txt"
    path.write_text(title + "\n\n" + text_form(invented), encoding="utf-8")
    assert refused(path) == "report.own_evaluation"
    inspected = "\n\nInformation about this inspection\n\nThis inspection was carried out under the Children Act 2004."
    path.write_text(title + "\n\n" + text_form(invented) + inspected, encoding="utf-8")
    assert read_report(path).outcome == "inconsistent"


def test_findings_that_quote_other_outcomes_do_not_change_the_outcome(tmp_path: Path) -> None:
    invented = Author(1).report("positive")
    invented.better[0] = "Elsewhere, arrangements lead to inconsistent experiences and outcomes."
    print_report(tmp_path / "report.pdf", invented)
    assert read_report(tmp_path / "report.pdf").outcome == "positive"


def test_a_report_without_its_outcome(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text_form(Author(1).report()).replace("inconsistent experiences", "experiences"), encoding="utf-8")
    assert refused(path) == "report.no_outcome"


def test_a_scan(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    canvas.rect(100, 100, 300, 500, fill=1)
    canvas.showPage()
    canvas.save()
    assert refused(path) == "report.no_text"


def test_what_is_no_file_of_either_kind(tmp_path: Path) -> None:
    (tmp_path / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n")
    assert refused(tmp_path / "picture.pdf") == "report.unreadable"
    assert refused(tmp_path / "cut.pdf") == "report.unreadable"
    assert refused(tmp_path / "missing.pdf") == "report.unreadable"


def test_damage_is_refused_or_said_and_never_swallowed(tmp_path: Path) -> None:
    print_report(tmp_path / "whole.pdf", Author(2).report("systemic_failings"), Style(shaded=True))
    whole = (tmp_path / "whole.pdf").read_bytes()
    sound = as_expected(read_report(tmp_path / "whole.pdf"))
    chance = random.Random(7)
    path = tmp_path / "damaged.pdf"
    worker = Worker()
    try:
        for _ in range(MUTATIONS):
            path.write_bytes(damaged(whole, chance))
            report, refusal = outcome(worker, path)
            if report is None:
                assert refusal.startswith("report."), refusal
            else:
                assert report.faults or as_expected(report) == sound
                assert all(str(fault) for fault in report.faults)
    finally:
        worker.stop()


def test_a_sound_file_is_not_called_damaged_though_it_may_not_be_printed(tmp_path: Path) -> None:
    print_report(tmp_path / "whole.pdf", Author(2).report())
    with pikepdf.open(tmp_path / "whole.pdf") as pdf:
        pdf.save(tmp_path / "kept.pdf", encryption=pikepdf.Encryption(owner="one", user=""))
        pdf.save(tmp_path / "packed.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=True)
    for name in ("whole.pdf", "kept.pdf", "packed.pdf"):
        assert read_report(tmp_path / name).faults == ()


def test_a_report_cut_short_is_called_damaged_and_not_another_kind_of_file(tmp_path: Path) -> None:
    print_report(tmp_path / "whole.pdf", Author(3).report("positive"))
    whole = (tmp_path / "whole.pdf").read_bytes()
    path = tmp_path / "cut.pdf"
    for part in range(1, 20):
        path.write_bytes(whole[: len(whole) * part // 20])
        code = said_of(path)
        assert code in ("report.damaged", "report.unreadable", "report.no_outcome"), code


def said_of(path: Path) -> str:
    """Return the code of the first thing that is said of a file."""
    try:
        return read_report(path).faults[0].code
    except AppError as error:
        return error.code
