"""Words of a page -> lines in the order of reading, each knowing its table cell and how it stands to its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from areasef.intake.reports.bullets import bullet, is_marker
from areasef.intake.reports.grid import Band, bands, cell_of
from areasef.intake.reports.printed import BOTTOM, FAR, Cell, Line, PrintedPage, Word

ONE_LINE = 4.5
COLUMN_GAP = 14.0
NARROW_GAP = 4.5  # what is left beside a column whose line is full
MORE_THAN_A_SPACE = 1.5
MOST_STRETCHED = 40.0  # a gap in a justified line
OFTEN = 3  # lines that must begin at an edge before a narrow gap parts there
SAME_WORD = 0.09  # of the size: letters set apart by kerning alone
BULLET_OFFSET = 9.0
PADDING = 5.0
EMPTY_LINE = 16.0  # points within which one stands
LARGER = 1.0  # points by which a heading is larger than the text


def lines_of(page: PrintedPage) -> list[Line]:
    """Return the lines of a page from top to bottom; a table row gives its left cell first, then the next."""
    rows = bands(page)
    cells: dict[Cell | None, list[Word]] = {}
    for word in page.words:
        cells.setdefault(_cell(word, rows, page.number), []).append(word)
    loose = [word for cell, words in cells.items() if cell is None or cell.columns == 1 for word in words]
    edges = _edges(_on_one_height(loose))
    usual = median(word.size for word in page.words) if page.words else 0.0
    running = (word.right for word in cells.get(None, []) if _is_running(word, page, usual))
    margin = max(running, default=page.width)
    blocks: list[tuple[float, int, int, list[Line]]] = []
    for cell, words in cells.items():
        if cell is None:
            found = _lines(words, page.number, None, margin, 0.0, edges)
            blocks += [(-height, -1, place, [line]) for place, (height, line) in enumerate(found)]
        else:
            band = rows[cell.row]
            edge = band.edge(cell.column) - PADDING
            parts = edges if cell.columns == 1 else None
            found = _lines(words, page.number, cell, edge, band.start(cell.column), parts)
            blocks.append((-band.top, cell.part, cell.column, [line for _, line in found]))
    blocks.sort(key=lambda block: block[:3])
    return [_as_drawn(_between(line, page), page) for block in blocks for line in block[3]]


def _between(line: Line, page: PrintedPage) -> Line:
    """Return a line that knows whether an empty one was set right above or below it."""
    if line.cell is not None or not page.blanks:
        return line
    near = [y for x, y in page.blanks if abs(x - line.left) < EMPTY_LINE]
    under = any(line.box[3] < y < line.box[3] + EMPTY_LINE for y in near)
    over = any(line.box[1] - EMPTY_LINE < y < line.box[1] - MORE_THAN_A_SPACE for y in near)
    return replace(line, under=under, over=over)


def _as_drawn(line: Line, page: PrintedPage) -> Line:
    return replace(line, drawn=page.stance.in_file(line.box) if page.stance else line.box)


def _is_running(word: Word, page: PrintedPage, usual: float) -> bool:
    """Say whether a word stands in running text: no heading and no footer, which may be wider."""
    return not word.bold and word.size < usual + LARGER and word.bottom > BOTTOM * page.height


def _cell(word: Word, rows: Sequence[Band], page: int) -> Cell | None:
    middle, height = (word.left + word.right) / 2, word.baseline + 0.2 * word.size
    for row, band in enumerate(rows):
        if band.bottom < height < band.top and band.left - PADDING < middle < band.right + PADDING:
            return cell_of(band, page, row, word.left, height)
    return None


def _lines(
    words: Iterable[Word],
    page: int,
    cell: Cell | None,
    margin: float,
    column_x: float,
    edges: Sequence[float] | None,
) -> list[tuple[float, Line]]:
    """Return lines with the height of the row they stand in, from the top and from the left."""
    rows = _with_bullets(_on_one_height(words))
    found: list[tuple[float, Line]] = []
    above: float | None = None
    for row in rows:
        row.sort(key=lambda word: word.left)
        gap = FAR if above is None else above - row[0].baseline
        above = row[-1].baseline
        height = row[0].baseline
        pieces = _pieces(row, edges) if edges is not None else [row]
        found += [(height, _line(piece, page, cell, margin, gap, column_x)) for piece in pieces]
    return found


def _on_one_height(words: Iterable[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.baseline):
        if rows and abs(rows[-1][0].baseline - word.baseline) < ONE_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


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


def _is_wide(before: Word, word: Word, usual: float) -> bool:
    """Say whether a gap parts columns: in justified lines every gap is wide, in one of two columns a single one."""
    stretched = min(MORE_THAN_A_SPACE * usual, MOST_STRETCHED)
    return word.left - before.right > max(COLUMN_GAP, 0.8 * word.size, stretched) and not is_marker(before.text)


def _usual_gap(row: Sequence[Word]) -> float:
    return median(word.left - before.right for before, word in pairwise(row)) if len(row) > 2 else 0.0


def _edges(rows: Sequence[Sequence[Word]]) -> tuple[float, ...]:
    """Return where several lines begin anew after a wide gap: the left edges of columns that nothing rules."""
    starts: list[int] = []
    for row in rows:
        row = sorted(row, key=_left)
        usual = _usual_gap(row)
        starts += [round(word.left) for before, word in pairwise(row) if _is_wide(before, word, usual)]
    return tuple(start for start, count in Counter(starts).items() if count >= OFTEN)


def _left(word: Word) -> float:
    return word.left


def _pieces(row: list[Word], edges: Sequence[float]) -> list[list[Word]]:
    """Part a line at a gap too wide for a space, unless a bullet stands before it; a narrower one at a column's edge."""
    pieces = [[row[0]]]
    usual = _usual_gap(row)
    for before, word in pairwise(row):
        narrow = word.left - before.right > max(NARROW_GAP, MORE_THAN_A_SPACE * usual) and not is_marker(before.text)
        if _is_wide(before, word, usual) or (narrow and any(abs(edge - word.left) <= 1 for edge in edges)):
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _said(words: Sequence[Word]) -> str:
    """Return the words with spaces between, except where kerning alone has set the letters of one word apart."""
    said = words[0].text
    for before, word in pairwise(words):
        apart = word.left - before.right > SAME_WORD * word.size or is_marker(before.text)
        said += f" {word.text}" if apart else word.text
    return said


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
        _said(words),
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
