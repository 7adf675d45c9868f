"""Published reports, from the folder of real files: every value and every item equals what a person took from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from areasef.intake.reports.expected import as_expected
from areasef.intake.reports.reading import read_report

from .test_printed_reports import plain

FILES = [
    "01-city-of-london.txt",
    "05-blackpool.pdf",
    "09-cornwall.pdf",
    "11-derbyshire.pdf",
    "17-essex.pdf",
    "25-hertfordshire.pdf",
    "30-lewisham.pdf",
    "35-north-northamptonshire.pdf",
]


@pytest.mark.parametrize("name", FILES)
def test_a_published_report_gives_what_a_person_took_from_it(shared: Path, name: str) -> None:
    folder = shared / "data" / "reports"
    entries = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    wanted = next(entry for entry in entries if name in (entry["pdf"], entry["file"] if not entry["pdf"] else None))
    report = read_report(folder / name)
    found = as_expected(report)
    for key, value in found.items():
        assert plain(value) == plain(wanted[key]), key
    assert not report.faults
