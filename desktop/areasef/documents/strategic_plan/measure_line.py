"""A measure as a line on paper: a ring where it started, a dot where it is, a bar at what it aims for."""

from __future__ import annotations

from areasef.documents.picture import Bar, Dot, Mark, Picture, Stroke
from areasef.domain.plan import Actual, Measure
from areasef.domain.progress import amount_words
from areasef.tokens import LIGHT

WIDTH = 140.0
HEIGHT = 12.0
ROOM = 0.16
"""The share of the line that stays free at either end, so that a dot never stands on its edge."""


def measure_line(measure: Measure, now: Actual | None) -> Picture | None:
    """Draw a measure; None where it has no value at all. Percentages stand on a line from 0 to 100."""
    known = [each for each in (measure.baseline, now.value if now else None, measure.target) if each is not None]
    if not known:
        return None
    low, high = _ends(measure, known)

    def place(value: float) -> float:
        return WIDTH * (value - low) / (high - low)

    middle = HEIGHT / 2
    marks: list[Mark] = [Stroke(((0, middle), (WIDTH, middle)), LIGHT.neutral_line, 1.2)]
    if measure.baseline is not None and now is not None:
        marks.append(Stroke(((place(measure.baseline), middle), (place(now.value), middle)), LIGHT.accent, 3.2))
    if measure.target is not None:
        marks.append(Bar(place(measure.target) - 0.8, middle - 5, 1.6, 10, fill=LIGHT.paper_text))
    if measure.baseline is not None:
        marks.append(Dot(place(measure.baseline), middle, 3.1, fill=LIGHT.paper, line=LIGHT.accent, line_width=1.3))
    if now is not None:
        marks.append(Dot(place(now.value), middle, 3.6, fill=LIGHT.accent))
    return Picture(WIDTH, HEIGHT, tuple(marks))


def line_words(measure: Measure, now: Actual | None) -> str:
    """Return what the line shows, as a sentence for those who cannot see it."""
    parts = []
    if measure.baseline is not None:
        parts.append(f"from {amount_words(measure.baseline, measure.unit)}")
    if now is not None:
        parts.append(f"now {amount_words(now.value, measure.unit)}")
    if measure.target is not None:
        parts.append(f"target {amount_words(measure.target, measure.unit)}")
    return f"{measure.title}: {', '.join(parts)}."


def _ends(measure: Measure, known: list[float]) -> tuple[float, float]:
    low, high = min(known), max(known)
    if measure.unit.startswith("%") and low >= 0 and high <= 100:
        return -2.0, 102.0
    room = (high - low) * ROOM / (1 - 2 * ROOM) or max(abs(high) * ROOM, 1.0)
    return low - room, high + room
