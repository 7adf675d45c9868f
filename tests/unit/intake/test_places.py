"""The boxes of words cover their ink, however the page is turned, cropped or encoded."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.intake.pages import SCALE, drawn_pdf, image_of, ink_outside, line

from areasef.domain.page import boxes_of, character_at, word_at
from areasef.intake.worker import Worker

TWO_LINES = line(60, 200, "Thirty-eight weeks is the wait") + line(60, 170, "for families in the north")


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (40.0, 120.0, 330.0, 260.0)])
def test_two_boxes_cover_two_lines(
    worker: Worker, tmp_path: Path, rotation: int, crop: tuple[float, float, float, float] | None
) -> None:
    path = drawn_pdf(tmp_path / "page.pdf", TWO_LINES, rotation=rotation, crop=crop)
    geometry = worker.geometry(path, 1)
    image = image_of(worker.picture(path, 1, SCALE))
    boxes = boxes_of(geometry, 0, len(geometry.text))
    assert len(boxes) == 2
    assert image.size == tuple(round(side * SCALE) for side in geometry.size)
    assert ink_outside(image, geometry, ()) > 1000
    assert ink_outside(image, geometry, boxes) == 0
    first = geometry.text.index("\n")
    assert ink_outside(image, geometry, boxes_of(geometry, 0, first)) > 500


def test_a_hyphen_at_the_end_of_a_line_is_kept_as_one(worker: Worker, tmp_path: Path) -> None:
    path = drawn_pdf(tmp_path / "page.pdf", line(60, 200, "the assess-") + line(60, 184, "ment of need"))
    geometry = worker.geometry(path, 1)
    assert "assess-" in geometry.text
    assert not {"\ufffe", "\x02", "\r"} & set(geometry.text)
    assert worker.read(path).pages[0].text == geometry.text
    start = geometry.text.index("ment")
    (box,) = boxes_of(geometry, start, start + 4)
    assert box[0] == pytest.approx(61, abs=2)
    assert box[3] < 198


def test_signs_above_the_first_plane_keep_every_later_word_in_place(worker: Worker, tmp_path: Path) -> None:
    path = drawn_pdf(tmp_path / "page.pdf", line(60, 200, "## wait here"), meanings=_ascii() | {"#": "🙂"})
    geometry = worker.geometry(path, 1)
    assert geometry.text.strip() == "🙂🙂 wait here"
    assert len(geometry.boxes) == len(geometry.text)
    plain = worker.geometry(drawn_pdf(tmp_path / "plain.pdf", line(60, 200, "## wait here")), 1)
    found, wanted = (boxes_of(g, g.text.index("here"), g.text.index("here") + 4) for g in (geometry, plain))
    assert found[0] == pytest.approx(wanted[0], abs=0.5)


def test_a_ligature_is_all_of_its_letters(worker: Worker, tmp_path: Path) -> None:
    path = drawn_pdf(tmp_path / "page.pdf", line(60, 200, "o#ice sta#"), meanings=_ascii() | {"#": "ff"})
    geometry = worker.geometry(path, 1)
    assert geometry.text.strip() == "office staff"
    image = image_of(worker.picture(path, 1, SCALE))
    assert ink_outside(image, geometry, boxes_of(geometry, 0, len(geometry.text))) == 0


def test_a_press_on_a_word_finds_that_word(worker: Worker, tmp_path: Path) -> None:
    geometry = worker.geometry(drawn_pdf(tmp_path / "page.pdf", TWO_LINES), 1)
    start = geometry.text.index("families")
    (box,) = boxes_of(geometry, start, start + 8)
    found = character_at(geometry, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    assert found is not None
    assert word_at(geometry.text, found) == (start, start + 8)


def _ascii() -> dict[str, str]:
    return {chr(code): chr(code) for code in range(32, 127)}
