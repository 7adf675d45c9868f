"""How a page's text stands in the file, and back: pages that were scanned into, turned or cropped read like any other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import degrees
from typing import Final

from areasef.domain.report import Box

QUARTER: Final = 90


@dataclass(frozen=True, slots=True)
class Stance:
    """The visible part of a page in the file's points, and the way its lines run: 0 to the right, 90 up, 180, 270 down."""

    crop: Box
    angle: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the page with its lines upright."""
        width, height = self.crop[2] - self.crop[0], self.crop[3] - self.crop[1]
        return (height, width) if self.angle % 180 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the file stands on the upright page, from its bottom left."""
        left, bottom, right, top = self.crop
        if self.angle == 90:
            return y - bottom, right - x
        if self.angle == 180:
            return right - x, top - y
        return (top - y, x - left) if self.angle == 270 else (x - left, y - bottom)

    def upright(self, box: Box) -> Box:
        """Return where a box of the file stands on the upright page."""
        return _box(self.point(box[0], box[1]), self.point(box[2], box[3]))

    def in_file(self, box: Box) -> Box:
        """Return where a box of the upright page stands in the file."""
        return _box(self._back(box[0], box[1]), self._back(box[2], box[3]))

    def _back(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self.crop
        if self.angle == 90:
            return right - y, x + bottom
        if self.angle == 180:
            return right - x, top - y
        return (y + left, top - x) if self.angle == 270 else (x + left, y + bottom)


def _box(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def usual_angle(radians: Iterable[float]) -> int:
    """Return which way most characters run, in quarter turns against the clock."""
    turns = Counter(-round(degrees(angle) / QUARTER) % 4 * QUARTER for angle in radians)
    return turns.most_common(1)[0][0] if turns else 0
