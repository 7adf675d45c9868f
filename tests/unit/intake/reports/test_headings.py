"""Headings in other words, or broken anywhere, open the same sections; sentences that look like them open none."""

from __future__ import annotations

from pathlib import Path

import pytest

from areasef.intake.reports.headings import heading
from areasef.intake.reports.reading import read_report

from .invented import Author
from .press import EXPERIENCE, Style
from .printing import print_report, text_form
from .test_printed_reports import check

EFFECTIVE = "What is the area partnership doing that is effective?"
BETTER = "What does the area partnership need to do better?"
ABOUT = "Information about the local area partnership"
PRIORITY, IMPROVEMENT, DETAILS = "Areas for priority action", "Areas for improvement", "Local area partnership details"
OTHER_WORDS = {
    "Inspection outcome": ("Inspection outcome:", "INSPECTION OUTCOMES", "Outcome of the inspection", "In short"),
    ABOUT: (
        "Information about the area",
        "About this local area partnership",
        "Information about the Marl partnership",
    ),
    EXPERIENCE: (
        "What it is like to be a child or young person with SEND in this area",
        "What is it like for children and young people with special educational needs and/or disabilities (SEND) who "
        "live in this area?",
    ),
    EFFECTIVE: (
        "What is the area doing that is effective?",
        "What are the local area partners doing that is effective",
        "What the area partnership does well",
    ),
    BETTER: (
        "What does the area need to do better?",
        "What the local area partnership needs to do better",
        "What does the partnership need to improve?",
    ),
    PRIORITY: (
        "Areas for Priority Action:",
        "Priority areas for action",
        "Priority actions",
        "Area(s) for priority action",
    ),
    IMPROVEMENT: (
        "Area for improvement",
        "Areas for further improvement",
        "Areas of improvement",
        "Areas requiring improvement",
    ),
    DETAILS: ("Details of the local area partnership", "Partnership details", "Local area partnership"),
}
IN_OTHER_WORDS = [(head, words) for head, others in OTHER_WORDS.items() for words in others]


@pytest.mark.parametrize(("head", "words"), IN_OTHER_WORDS)
def test_a_heading_in_other_words_opens_its_section(tmp_path: Path, head: str, words: str) -> None:
    invented = Author(80).report("systemic_failings", "•")
    pages = print_report(tmp_path / "report.pdf", invented, Style(heads=((head, (words,)),)))
    check(read_report(tmp_path / "report.pdf"), invented, pages)
    text = text_form(invented, bullet="◼ ")
    (tmp_path / "report.txt").write_text(text.replace(f"{head}\n", f"{words}\n"), encoding="utf-8")
    check(read_report(tmp_path / "report.txt"), invented, None)


@pytest.mark.parametrize(
    "head", ["Inspection outcome", ABOUT, EXPERIENCE, EFFECTIVE, BETTER, PRIORITY, IMPROVEMENT, DETAILS]
)
def test_a_heading_may_be_broken_after_any_word(tmp_path: Path, head: str) -> None:
    invented = Author(81).report("systemic_failings", "•")
    words = head.split()
    for cut in range(1, len(words), 3):
        lines = (" ".join(words[:cut]), " ".join(words[cut:]))
        pages = print_report(tmp_path / "report.pdf", invented, Style(heads=((head, lines),)))
        check(read_report(tmp_path / "report.pdf"), invented, pages)
        text = text_form(invented, bullet="◼ ").replace(f"{head}\n", "\n".join(lines) + "\n", 1)
        (tmp_path / "report.txt").write_text(text, encoding="utf-8")
        check(read_report(tmp_path / "report.txt"), invented, None)


@pytest.mark.parametrize(
    "text",
    [
        "What does the school do well and what does it need to do better?",
        "What needs to improve?",
        "What do leaders do well?",
        "Areas for improvement are shared with families.",
        "areas for improvement",
        "Details",
        "Priority actions;",
    ],
)
def test_what_is_no_heading_of_such_a_report(text: str) -> None:
    assert heading(text) is None
