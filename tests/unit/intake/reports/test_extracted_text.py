"""Texts that another program took out of a PDF: wrapped lines, footers between them, columns kept apart by spaces."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from areasef.intake.reports.reading import read_report

from .invented import Author, Invented
from .printing import text_form
from .test_printed_reports import check


def wrapped(invented: Invented, foot: str) -> str:
    """Return a report as wrapped text with a page's foot every 40 lines, its two columns side by side."""
    lines: list[str] = []
    for block in text_form(invented, bullet="◼ ").split("\n\n"):
        left, tab, right = block.partition("\t")
        lines += _beside(left, right) if tab else textwrap.wrap(block, 88)
        lines.append("")
    pages = ["\n".join(lines[start : start + 40]) for start in range(0, len(lines), 40)]
    return "".join(f"\f{page}\n\n{foot}\n{number}\n" for number, page in enumerate(pages, 1))


def _beside(left: str, right: str) -> list[str]:
    one, other = textwrap.wrap(left, 28), textwrap.wrap(right, 55)
    count = max(len(one), len(other))
    one, other = one + [""] * (count - len(one)), other + [""] * (count - len(other))
    return [f"{first:<32}{second}".rstrip() for first, second in zip(one, other, strict=True)]


@pytest.mark.parametrize(
    "foot",
    [
        "Area SEND inspection report: Marlbridge Local Area Partnership\n8 to 12 July 2024",
        "Inspection report: Marlbridge Local Area Partnership, 2 to 6\nOctober 2023",
        "Area SEND Inspection report: Marlbridge Local AREA Partnership 8 to 12 July 2024",
    ],
)
@pytest.mark.parametrize("outcome", ["positive", "systemic_failings"])
def test_wrapped_text_is_read_back(tmp_path: Path, foot: str, outcome: str) -> None:
    invented = Author(4).report(outcome, "•")
    path = tmp_path / "report.txt"
    path.write_text(wrapped(invented, foot), encoding="utf-8")
    check(read_report(path), invented, None)
