"""A published inspection report of ten pages read into findings, against PDFium taking its text alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from tests.unit.intake.reports.invented import Author
from tests.unit.intake.reports.printing import print_report

from areasef.intake.reports.reading import read_report
from bench.filling import room
from bench.measure import Row, bench, best


def read(path: str) -> int:
    """Read the report; return how many actions it asks for."""
    found = read_report(Path(path))
    return len(found.priority_action) + len(found.improvement)


def text_alone(path: str) -> int:
    """Take the text of every page; return how many pages there are."""
    document = pypdfium2.PdfDocument(path)
    for number in range(len(document)):
        document[number].get_textpage().get_text_range()
    return len(document)


@bench("importing")
def importing() -> Iterator[Row]:
    """Measure the CPU time of both, start of Python included."""
    with room() as folder:
        path = folder / "report.pdf"
        print_report(path, Author(1).report("systemic_failings"))
        ours, peer = best("bench.importing:read", str(path)), best("bench.importing:text_alone", str(path))
    said = f"{peer.returned} pages, {ours.returned} findings; CPU time with the start of Python, best of 3"
    yield Row("report imported", ours.cpu_s, "s", "text alone", peer.cpu_s, said)
    yield Row("memory at most", ours.peak_mb, "MB", "text alone", peer.peak_mb, "")
