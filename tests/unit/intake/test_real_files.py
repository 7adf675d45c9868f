"""Real published reports, workbooks and tables go in, each as what it is."""

from __future__ import annotations

from pathlib import Path

from areasef.domain.page import boxes_of
from areasef.intake.worker import Worker

KEPT = {".zip": "intake.archive", ".parquet": "intake.no_reader"}


def test_every_real_file_gives_text_or_says_that_it_is_kept(worker: Worker, shared: Path) -> None:
    for path in sorted(each for each in (shared / "data").rglob("*") if each.is_file()):
        reading = worker.read(path)
        if path.suffix in KEPT:
            assert [fault.code for fault in reading.faults] == [KEPT[path.suffix]], path.name
        else:
            assert reading.faults == (), path.name
            assert all(page.text.strip() for page in reading.pages[:1]), path.name


def test_the_geometry_of_real_pages_is_that_of_their_stored_text(worker: Worker, shared: Path) -> None:
    for path in sorted((shared / "data" / "reports").glob("*.pdf")):
        page = worker.read(path).pages[3]
        geometry = worker.geometry(path, 4)
        assert geometry.text == page.text
        assert len(geometry.boxes) == len(geometry.text)
        left, bottom, right, top = geometry.crop
        for box in boxes_of(geometry, 0, len(geometry.text)):
            assert left - 5 <= box[0] < box[2] <= right + 5
            assert bottom - 5 <= box[1] < box[3] <= top + 5
