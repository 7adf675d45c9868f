"""A page as a picture and as characters with places: what is drawn, pointed at, selected and marked.

Places are in unrotated PDF points, origin at the bottom left of the page as it lies in the file; pictures are upright
as a reader sees them. ``to_picture`` and ``to_page`` are the one place where the two meet.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import pairwise

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """An upright picture of a page: width and height in pixels, bytes in a row, and the pixels as blue, green, red, alpha."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """Where each code point of a page's stored text stands.

    ``crop`` is the visible part (left, bottom, right, top) in points and ``rotation`` 0, 90, 180 or 270 degrees
    clockwise; ``boxes`` has one entry for each code point of ``text``, None where nothing is drawn.
    """

    crop: Box
    rotation: int
    text: str
    boxes: tuple[Box | None, ...]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points of the page as a reader sees it."""
        width, height = self.crop[2] - self.crop[0], self.crop[3] - self.crop[1]
        return (height, width) if self.rotation in (90, 270) else (width, height)


def page_text_hash(text: str) -> str:
    """Return the SHA-256 of a page's stored text, by which a citation knows that it is unchanged."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def to_picture(geometry: PageGeometry, box: Box, scale: float) -> Box:
    """Turn a box on the page into (left, top, right, bottom) in pixels of a picture at ``scale`` pixels a point."""
    corners = [_turned(geometry, x, y) for x, y in ((box[0], box[1]), (box[2], box[3]))]
    xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return xs[0] * scale, ys[0] * scale, xs[1] * scale, ys[1] * scale


def to_page(geometry: PageGeometry, x: float, y: float, scale: float) -> tuple[float, float]:
    """Turn a point of a picture into a point on the page."""
    x, y = x / scale, y / scale
    left, bottom, right, top = geometry.crop
    if geometry.rotation == 90:
        return left + y, bottom + x
    if geometry.rotation == 180:
        return right - x, bottom + y
    if geometry.rotation == 270:
        return right - y, top - x
    return left + x, top - y


def boxes_of(geometry: PageGeometry, start: int, end: int) -> tuple[Box, ...]:
    """Return the boxes of a run of text, one for each line it stands on."""
    lines: list[Box] = []
    sideways = _runs_sideways(geometry.boxes)
    for box in geometry.boxes[max(0, start) : end]:
        if box is None:
            continue
        if lines and _same_line(lines[-1], box, sideways):
            last = lines[-1]
            lines[-1] = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            lines.append(box)
    return tuple(lines)


def runs_in(geometry: PageGeometry, boxes: tuple[Box, ...]) -> tuple[tuple[int, int], ...]:
    """Return the runs of text (from, to) whose characters stand in any of the boxes."""
    runs: list[tuple[int, int]] = []
    last = -1  # the last character that was inside; spaces and line ends between have no place of their own
    for index, box in enumerate(geometry.boxes):
        if box is None or not any(_holds(each, box) for each in boxes):
            continue
        between = geometry.boxes[last + 1 : index] if runs else ()
        if runs and all(each is None for each in between):
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
        last = index
    return tuple(runs)


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] - 1 <= x <= outer[2] + 1 and outer[1] - 2 <= y <= outer[3] + 2


def character_at(geometry: PageGeometry, x: float, y: float) -> int | None:
    """Return the code point nearest to a point on the page: on the nearest line, then along it; None without text."""
    best: tuple[float, float, int] | None = None
    sideways = _runs_sideways(geometry.boxes)
    for index, box in enumerate(geometry.boxes):
        if box is None:
            continue
        across = _outside(x, box[0], box[2])
        down = _outside(y, box[1], box[3])
        far = (across, down) if sideways else (down, across)
        if best is None or (*far, index) < best:
            best = (*far, index)
    return best[2] if best else None


def word_at(text: str, index: int) -> tuple[int, int]:
    """Return the bounds of the word a code point is part of; a sign that is no letter stands alone."""
    if not 0 <= index < len(text) or not _is_wordy(text[index]):
        return index, min(index + 1, len(text))
    start, end = index, index + 1
    while start > 0 and _is_wordy(text[start - 1]):
        start -= 1
    while end < len(text) and _is_wordy(text[end]):
        end += 1
    return start, end


def next_word(text: str, index: int, step: int) -> int:
    """Return where the next (``step`` 1) or the previous (-1) word begins; the ends of the text stop it."""
    at = index
    if step > 0:
        while at < len(text) and _is_wordy(text[at]):
            at += 1
        while at < len(text) and not _is_wordy(text[at]):
            at += 1
        return at
    while at > 0 and not _is_wordy(text[at - 1]):
        at -= 1
    while at > 0 and _is_wordy(text[at - 1]):
        at -= 1
    return at


def _turned(geometry: PageGeometry, x: float, y: float) -> tuple[float, float]:
    left, bottom, right, top = geometry.crop
    if geometry.rotation == 90:
        return y - bottom, x - left
    if geometry.rotation == 180:
        return right - x, y - bottom
    if geometry.rotation == 270:
        return top - y, right - x
    return x - left, top - y


def _runs_sideways(boxes: tuple[Box | None, ...]) -> bool:
    """Say whether lines run up or down the unrotated page, as in a landscape page that was turned upright."""
    drawn = [box for box in boxes[:400] if box is not None]
    along = sum(1 if _overlap(one, other, 1) > _overlap(one, other, 0) else -1 for one, other in pairwise(drawn))
    return along < 0


def _overlap(one: Box, other: Box, axis: int) -> float:
    shared = min(one[axis + 2], other[axis + 2]) - max(one[axis], other[axis])
    return shared / max(1e-6, min(one[axis + 2] - one[axis], other[axis + 2] - other[axis]))


def _same_line(line: Box, box: Box, sideways: bool) -> bool:
    return _overlap(line, box, 0 if sideways else 1) > 0.3


def _outside(value: float, low: float, high: float) -> float:
    return max(low - value, value - high, 0.0)


def _is_wordy(sign: str) -> bool:
    return sign.isalnum() or sign in "'’-_"
