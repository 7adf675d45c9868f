"""A report read in the worker process arrives whole, and so does the reason why a file is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from areasef.intake.reports.reading import read_report
from areasef.intake.worker import Worker
from areasef.words.faults import AppError

from .invented import Author
from .printing import print_report


def test_a_report_comes_back_from_the_worker_as_it_was_read(tmp_path: Path) -> None:
    print_report(tmp_path / "report.pdf", Author(1).report("systemic_failings"))
    (tmp_path / "letter.txt").write_text("A letter about schools and bins. " * 20, encoding="utf-8")
    worker = Worker()
    try:
        assert worker.report(tmp_path / "report.pdf") == read_report(tmp_path / "report.pdf")
        with pytest.raises(AppError, match=r"letter\.txt has none of the headings"):
            worker.report(tmp_path / "letter.txt")
    finally:
        worker.close()
