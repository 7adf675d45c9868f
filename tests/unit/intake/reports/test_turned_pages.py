"""A report whose pages were turned, cropped, moved, or placed upon other pages says the same as before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from areasef.intake.reports.reading import read_report

from .invented import Author
from .printing import print_report
from .test_printed_reports import check

Change = Callable[[pikepdf.Pdf, pikepdf.Page], None]
WIDTH, HEIGHT = 595, 842


def _under(pdf: pikepdf.Pdf, page: pikepdf.Page, matrix: str) -> None:
    page.contents_add(pikepdf.Stream(pdf, f"q {matrix} cm\n".encode()), prepend=True)
    page.contents_add(pikepdf.Stream(pdf, b"\nQ"))


def turned(degrees: int, *, shown_upright: bool) -> Change:
    """Lay the lines sideways in the file, and let the page be shown upright or not."""
    matrices = {90: f"0 1 -1 0 {HEIGHT} 0", 180: f"-1 0 0 -1 {WIDTH} {HEIGHT}", 270: f"0 -1 1 0 0 {WIDTH}"}

    def change(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        _under(pdf, page, matrices[degrees])
        page.mediabox = pikepdf.Array([0, 0, WIDTH, HEIGHT] if degrees == 180 else [0, 0, HEIGHT, WIDTH])
        if shown_upright:
            page.rotate(degrees, relative=False)

    return change


def moved(x: float, y: float) -> Change:
    """Give the page another corner than 0, 0."""

    def change(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        _under(pdf, page, f"1 0 0 1 {x} {y}")
        page.mediabox = pikepdf.Array([x, y, x + WIDTH, y + HEIGHT])

    return change


def cropped(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Cut the margins off."""
    page.cropbox = pikepdf.Array([20, 8, WIDTH - 20, HEIGHT - 15])


def shown_askew(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Show an upright page upside down."""
    page.rotate(180, relative=False)


def larger(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Print the page half as large again."""
    _under(pdf, page, "1.5 0 0 1.5 0 0")
    page.mediabox = pikepdf.Array([0, 0, 1.5 * WIDTH, 1.5 * HEIGHT])


def wider_margins(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Put the page on a larger sheet."""
    page.mediabox = pikepdf.Array([-90, -90, WIDTH + 90, HEIGHT + 90])


CHANGES: dict[str, Change] = {
    "lines up": turned(90, shown_upright=True),
    "lines down": turned(270, shown_upright=True),
    "upside down": turned(180, shown_upright=True),
    "lines up and shown so": turned(90, shown_upright=False),
    "shown askew": shown_askew,
    "moved": moved(100, 200),
    "moved away": moved(-300, -400),
    "cropped": cropped,
    "larger": larger,
    "on a larger sheet": wider_margins,
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_page_says_the_same_however_it_lies(tmp_path: Path, name: str) -> None:
    invented = Author(60).report("systemic_failings", "•")
    pages = print_report(tmp_path / "report.pdf", invented)
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        for page in pdf.pages:
            CHANGES[name](pdf, page)
        pdf.save(tmp_path / "changed.pdf")
    report = read_report(tmp_path / "changed.pdf")
    check(report, invented, pages)
    assert not report.faults


def test_a_page_that_was_placed_upon_another_keeps_its_table(tmp_path: Path) -> None:
    invented = Author(61).report("systemic_failings", "•")
    pages = print_report(tmp_path / "report.pdf", invented)
    with pikepdf.open(tmp_path / "report.pdf") as pdf, pikepdf.new() as sheets:
        for page in pdf.pages:
            sheets.add_blank_page(page_size=(WIDTH, HEIGHT))
            sheets.pages[-1].add_overlay(page, pikepdf.Rectangle(20, 30, WIDTH - 20, HEIGHT - 30))
        sheets.save(tmp_path / "placed.pdf")
    report = read_report(tmp_path / "placed.pdf")
    check(report, invented, pages)
    assert not any(item.uncertain for item in (*report.priority_action, *report.improvement))


@pytest.mark.parametrize("name", ["lines up", "lines down", "upside down", "moved", "cropped"])
def test_places_are_those_of_the_file(tmp_path: Path, name: str) -> None:
    invented = Author(62).report("positive")
    print_report(tmp_path / "report.pdf", invented)
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        for page in pdf.pages:
            CHANGES[name](pdf, page)
        corner, size = [float(side) for side in pdf.pages[0].mediabox[:2]], pdf.pages[0].mediabox[2:]
        pdf.save(tmp_path / "changed.pdf")
    width, height = float(size[0]) - corner[0], float(size[1]) - corner[1]
    straight = read_report(tmp_path / "report.pdf").effective[0].places[0].boxes[0]
    found = read_report(tmp_path / "changed.pdf").effective[0].places[0].boxes[0]
    back = (found[0] - corner[0], found[1] - corner[1], found[2] - corner[0], found[3] - corner[1])
    wanted = {
        "lines up": (width - straight[3], straight[0], width - straight[1], straight[2]),
        "lines down": (straight[1], height - straight[2], straight[3], height - straight[0]),
        "upside down": (width - straight[2], height - straight[3], width - straight[0], height - straight[1]),
    }.get(name, straight)
    assert back == pytest.approx(wanted, abs=0.5)


def test_an_empty_page_that_a_program_added_is_no_damage(tmp_path: Path) -> None:
    print_report(tmp_path / "report.pdf", Author(63).report())
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        empty = pdf.make_stream(b"")
        pdf.pages[-1].contents_add(empty)
        pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        pdf.save(tmp_path / "longer.pdf")
    raw = (tmp_path / "longer.pdf").read_bytes()
    assert b"/Length 0" in raw
    assert read_report(tmp_path / "longer.pdf").faults == ()
