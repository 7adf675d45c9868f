"""Words of a page -> lines in the order of reading, each knowing its table cell and how it stands to its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from areasef.intake.reports.bullets import bullet, is_marker
from areasef.intake.reports.grid import Band, bands, cell_of
from areasef.intake.reports.printed import FAR, Cell, Line, PrintedPage, Word

ONE_LINE = 4.5
COLUMN_GAP = 14.0
BULLET_OFFSET = 9.0
PADDING = 5.0
HEADING_SIZE = 13.0


def lines_of(page: PrintedPage) -> list[Line]:
    """Return the lines of a page from top to bottom; a table row gives its left cell first, then the next."""
    rows = bands(page)
    cells: dict[Cell | None, list[Word]] = {}
    for word in page.words:
        cells.setdefault(_cell(word, rows, page.number), []).append(word)
    running = (word.right for word in cells.get(None, []) if not word.bold and word.size < HEADING_SIZE)
    margin = max(running, default=page.width)
    blocks: list[tuple[float, int, int, list[Line]]] = []
    for cell, words in cells.items():
        if cell is None:
            found = _lines(words, page.number, None, margin, 0.0)
            blocks += [(-height, -1, place, [line]) for place, (height, line) in enumerate(found)]
        else:
            band = rows[cell.row]
            edge = band.edge(cell.column) - PADDING
            found = _lines(words, page.number, cell, edge, band.start(cell.column))
            blocks.append((-band.top, cell.part, cell.column, [line for _, line in found]))
    blocks.sort(key=lambda block: block[:3])
    return [line for block in blocks for line in block[3]]


def _cell(word: Word, rows: Sequence[Band], page: int) -> Cell | None:
    middle, height = (word.left + word.right) / 2, word.baseline + 0.2 * word.size
    for row, band in enumerate(rows):
        if band.bottom < height < band.top and band.left - PADDING < middle < band.right + PADDING:
            return cell_of(band, page, row, word.left, height)
    return None


def _lines(
    words: Iterable[Word], page: int, cell: Cell | None, margin: float, column_x: float
) -> list[tuple[float, Line]]:
    """Return lines with the height of the row they stand in, from the top and from the left."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.baseline):
        if rows and abs(rows[-1][0].baseline - word.baseline) < ONE_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    rows = _with_bullets(rows)
    found: list[tuple[float, Line]] = []
    above: float | None = None
    for row in rows:
        row.sort(key=lambda word: word.left)
        gap = FAR if above is None else above - row[0].baseline
        above = row[-1].baseline
        height = row[0].baseline
        found += [(height, _line(piece, page, cell, margin, gap, column_x)) for piece in _pieces(row, cell)]
    return found


def _with_bullets(rows: list[list[Word]]) -> list[list[Word]]:
    """Put a bullet that is set a little higher or lower than its text into the row of that text."""
    kept: list[list[Word]] = []
    lone = [row for row in rows if all(bullet(word.text) for word in row)]
    texts = [row for row in rows if row not in lone]
    for row in lone:
        near = min(texts, key=lambda text: abs(text[0].baseline - row[0].baseline), default=None)
        if (
            near
            and abs(near[0].baseline - row[0].baseline) < BULLET_OFFSET
            and not any(bullet(word.text) for word in near)
        ):
            near += row
        else:
            kept.append(row)
    return sorted(texts + kept, key=lambda row: -row[0].baseline)


def _pieces(row: list[Word], cell: Cell | None) -> list[list[Word]]:
    """Part a line at a gap too wide for a space, unless a bullet stands before it; a ruled cell is one column."""
    pieces = [[row[0]]]
    for before, word in pairwise(row):
        wide = word.left - before.right > max(COLUMN_GAP, 0.8 * word.size)
        if cell is None and wide and not is_marker(before.text):
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _line(words: list[Word], page: int, cell: Cell | None, margin: float, gap: float, column_x: float) -> Line:
    letters = [word for word in words if not is_marker(word.text)] or words
    box = (
        min(word.left for word in words),
        min(word.bottom for word in words),
        max(word.right for word in words),
        max(word.top for word in words),
    )
    first = letters[0]
    return Line(
        " ".join(word.text for word in words),
        page,
        box,
        first.size,
        all(word.bold for word in letters),
        gap,
        margin - box[2],
        first.right - first.left,
        cell,
        column_x,
    )
