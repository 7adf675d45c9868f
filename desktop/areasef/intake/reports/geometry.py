"""Words and rules of a PDF's pages, by PDFium: the only file of this room that knows the parser."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from areasef.intake.reports.damage import is_damaged
from areasef.intake.reports.printed import PrintedPage, Rule, Word
from areasef.intake.reports.stance import Stance, usual_angle
from areasef.words.faults import AppError, Fault

MOST_PAGES = 60
MOST_CHARACTERS = 40_000
MOST_PATHS = 5_000
MOST_RUNS = 5_000
BLANK = 4  # letters: more are no empty line
DEEPEST = 6  # forms within forms
SAMPLE = 5  # every so many characters show which way the lines run
THIN = 1.6
BOLD_WEIGHT = 600
HYPHENS = (2, 0xFFFE)  # what PDFium says for a hyphen at the end of a line

Extent = tuple[float, float, float, float]
Glyph = tuple[str, float, float, float, float, float]


def read_pages(path: Path) -> tuple[tuple[PrintedPage, ...], tuple[Fault, ...]]:
    """Return the readable pages and a fault for each other. Raises AppError where the file is no PDF or is locked."""
    content = path.read_bytes()
    document = _open(path.name, content)
    try:
        pages: list[PrintedPage] = []
        faults = [Fault("report.damaged")] if is_damaged(content) else []
        count = len(document)
        if count > MOST_PAGES:
            faults.append(Fault("report.too_many_pages", "", {"read": MOST_PAGES, "pages": count}))
        for index in range(min(count, MOST_PAGES)):
            try:
                pages.append(_page(document, index))
            except (pdfium.PdfiumError, OSError, ValueError, OverflowError):
                faults.append(Fault("report.page_unreadable", f"page {index + 1}"))
        return tuple(pages), tuple(faults)
    finally:
        document.close()


def _open(name: str, content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        code = "report.locked" if "password" in str(error).lower() else "report.unreadable"
        raise AppError(code, name=name) from error


def _page(document: pdfium.PdfDocument, index: int) -> PrintedPage:
    page = document[index]
    try:
        text = page.get_textpage()
        try:
            stance = Stance(page.get_bbox(), _angle(text))
            if page.get_rotation() != stance.angle:  # PDFium tells words apart well only where they show upright
                text.close()
                page.set_rotation(stance.angle)
                text = page.get_textpage()
            words = tuple(_words(text, stance))
            blanks = tuple(_blanks(page, text, stance))
        finally:
            text.close()
        across, upright = _rules(page, stance)
        return PrintedPage(index + 1, *stance.size, words, across, upright, stance, blanks)
    finally:
        page.close()


def _angle(text: pdfium.PdfTextPage) -> int:
    count = min(text.count_chars(), MOST_CHARACTERS)
    return usual_angle(raw.FPDFText_GetCharAngle(text.raw, index) for index in range(0, count, SAMPLE))


def _words(text: pdfium.PdfTextPage, stance: Stance) -> Iterator[Word]:
    run: list[Glyph] = []
    style = (0.0, False)
    for index in range(min(text.count_chars(), MOST_CHARACTERS)):
        glyph = _glyph(text, index, stance)
        if glyph is None or (run and not _follows(run[-1], glyph)):
            if run:
                yield _word(run, *style)
            run = []
        if glyph is not None:
            if not run:
                style = _style(text, index)
            run.append(glyph)
    if run:
        yield _word(run, *style)


def _glyph(text: pdfium.PdfTextPage, index: int, stance: Stance) -> Glyph | None:
    code = raw.FPDFText_GetUnicode(text.raw, index)
    letter = "-" if code in HYPHENS else chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    if not letter.strip() or (code < 32 and code not in HYPHENS) or code in (0xAD, 0x200B, 0xFEFF):
        return None
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    raw.FPDFText_GetCharBox(text.raw, index, left, right, bottom, top)
    raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
    box = stance.upright((left.value, bottom.value, right.value, top.value))
    return letter, *box, stance.point(x.value, y.value)[1]


def _blanks(page: pdfium.PdfPage, text: pdfium.PdfTextPage, stance: Stance) -> Iterator[tuple[float, float]]:
    """Yield where spaces alone are drawn: Word sets an empty line so, and nothing else shows it at a page's end."""
    buffer = (ctypes.c_ushort * BLANK)()
    for count, run in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=1)):
        if count >= MOST_RUNS:
            break
        size = raw.FPDFTextObj_GetText(run.raw, text.raw, buffer, ctypes.sizeof(buffer)) // 2
        if size <= BLANK and not "".join(map(chr, buffer[: max(size - 1, 0)])).strip():
            matrix = run.get_matrix()
            yield stance.point(matrix.e, matrix.f)


def _style(text: pdfium.PdfTextPage, index: int) -> tuple[float, bool]:
    return raw.FPDFText_GetFontSize(text.raw, index), raw.FPDFText_GetFontWeight(text.raw, index) >= BOLD_WEIGHT


def _follows(before: Glyph, glyph: Glyph) -> bool:
    """Say whether a glyph continues the word: same height, and no more than a hair's space between."""
    height = max(before[4] - before[2], glyph[4] - glyph[2], 6.0)
    return abs(glyph[5] - before[5]) < 0.35 * height and -height < glyph[1] - before[3] < 0.6 * height


def _word(run: list[Glyph], size: float, bold: bool) -> Word:
    return Word(
        "".join(glyph[0] for glyph in run),
        min(glyph[1] for glyph in run),
        min(glyph[2] for glyph in run),
        max(glyph[3] for glyph in run),
        max(glyph[4] for glyph in run),
        run[0][5],
        size,
        bold,
    )


def _rules(page: pdfium.PdfPage, stance: Stance) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    across: list[Rule] = []
    upright: list[Rule] = []
    for count, path in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=DEEPEST)):
        if count >= MOST_PATHS:
            break
        for stroke in _strokes(path):
            left, bottom, right, top = stance.upright(stroke)
            if top - bottom <= THIN:
                across.append(Rule((top + bottom) / 2, left, right))
            elif right - left <= THIN:
                upright.append(Rule((left + right) / 2, bottom, top))
    return tuple(across), tuple(upright)


def _strokes(path: pdfium.PdfObject) -> Iterator[Extent]:
    """Yield the thin pieces of a path: a flat shape itself, and the sides of a shape that is outlined."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path.raw, fill, stroke)
    whole = _placed(path, path.get_bounds())
    flat = whole[3] - whole[1] <= THIN or whole[2] - whole[0] <= THIN
    for left, bottom, right, top in (whole,) if flat else _shapes(path):
        if top - bottom <= THIN or right - left <= THIN:
            yield left, bottom, right, top
        elif stroke.value:
            yield left, bottom, right, bottom
            yield left, top, right, top
            yield left, bottom, left, top
            yield right, bottom, right, top


def _from_form(path: pdfium.PdfObject, matrix: pdfium.PdfMatrix) -> pdfium.PdfMatrix:
    """Return a matrix that leads to the page, also for what stands in a form: a page that was placed upon a page."""
    form = path.container
    while form is not None:
        matrix = matrix.multiply(form.get_matrix())
        form = form.container
    return matrix


def _placed(path: pdfium.PdfObject, box: Extent) -> Extent:
    if path.container is None:
        return box
    matrix = _from_form(path, pdfium.PdfMatrix())
    return _extent([matrix.on_point(box[0], box[1]), matrix.on_point(box[2], box[3])])


def _shapes(path: pdfium.PdfObject) -> Iterator[Extent]:
    """Yield the extent of each closed shape of a path, since some programs draw a whole table as one."""
    matrix = _from_form(path, path.get_matrix())
    points: list[tuple[float, float]] = []
    for index in range(min(raw.FPDFPath_CountSegments(path.raw), MOST_PATHS)):
        segment = raw.FPDFPath_GetPathSegment(path.raw, index)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield _extent(points)
            points = []
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(matrix.on_point(x.value, y.value))
    if points:
        yield _extent(points)


def _extent(points: list[tuple[float, float]]) -> Extent:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)
