"""Pictures of the documents as plain shapes, drawn once and painted by every writer. Units are points, y runs down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; ``dash`` is on and off lengths."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle from its top left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    line: str = ""
    line_width: float = 0.8
    radius: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle round its centre."""

    x: float
    y: float
    radius: float
    fill: str = ""
    line: str = ""
    line_width: float = 1.2


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled outline through points."""

    points: tuple[tuple[float, float], ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words on a picture; ``y`` is the base line."""

    x: float
    y: float
    text: str
    colour: str
    size: float = 8.5
    bold: bool = False
    anchor: Literal["start", "middle", "end"] = "start"


@dataclass(frozen=True, slots=True)
class Badge:
    """A status shape of the tokens in a square from its top left corner; its word stands beside it as a label."""

    x: float
    y: float
    side: float
    family: str
    name: str


Mark = Stroke | Bar | Dot | Polygon | Label | Badge


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes on a canvas of a width and height."""

    width: float
    height: float
    marks: tuple[Mark, ...]
