"""Reports printed in ways drawn by lot, and with every line at a page's end in turn, are read back word for word.

``AREASEF_PRINTED=400`` takes more of them than the suite does.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from areasef.intake.reports.reading import read_report

from .invented import Author
from .press import Style
from .printing import print_report
from .test_printed_reports import check
from .varied import any_report, any_style

COUNT = int(os.environ.get("AREASEF_PRINTED", "24"))


@pytest.mark.parametrize("seed", range(COUNT))
def test_a_report_printed_anyhow_is_read_back(tmp_path: Path, seed: int) -> None:
    invented, style = any_report(seed), any_style(seed)
    pages = print_report(tmp_path / "report.pdf", invented, style)
    report = read_report(tmp_path / "report.pdf")
    check(report, invented, pages)
    assert not report.faults


@pytest.mark.parametrize("outcome", ["inconsistent", "systemic_failings"])
def test_a_page_may_end_after_any_line(tmp_path: Path, outcome: str) -> None:
    """Move the whole report down a line at a time, over a page's height."""
    style = Style()
    lines = int((style.top - style.bottom) / style.leading)
    invented = Author(70).report(outcome, "▪")
    for line in range(0, lines, 1 if COUNT > 24 else 6):
        moved = replace(style, begin=style.begin - (line % 20) * style.leading, bottom=style.bottom + line // 20 * 40)
        pages = print_report(tmp_path / "report.pdf", invented, moved)
        check(read_report(tmp_path / "report.pdf"), invented, pages)
