"""The status shapes of the tokens as outlines that a PDF can paint: the few SVG elements and path commands they use."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import Final
from xml.etree import ElementTree

from areasef import tokens
from areasef.tokens import LIGHT

Segment = tuple[str, tuple[float, ...]]
_KAPPA: Final = 0.5522847498
_PATH: Final = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")


@dataclass(frozen=True, slots=True)
class Outline:
    """One path on a 16 by 16 grid, y down: its segments, fill and line colours."""

    segments: tuple[Segment, ...]
    fill: str = ""
    line: str = ""
    line_width: float = 1.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False


@cache
def shape_outlines(family: str, name: str) -> tuple[Outline, ...]:
    """Return the outlines of a shape in its role's colour on white paper."""
    shape = tokens.SHAPES[family][name]
    inks = {"F": str(getattr(LIGHT, shape.role)), "C": LIGHT.paper, "none": ""}
    root = ElementTree.fromstring(f"<svg>{shape.svg}</svg>")
    return tuple(_outline(element.tag, dict(element.attrib), inks) for element in root)


def _outline(tag: str, at: dict[str, str], inks: dict[str, str]) -> Outline:
    number = {key: float(value) for key, value in at.items() if re.fullmatch(r"-?[\d.]+", value)}
    if tag == "circle":
        segments = _ellipse(number["cx"], number["cy"], number["r"])
    elif tag == "rect":
        segments = _rect(number["x"], number["y"], number["width"], number["height"], number.get("rx", 0.0))
    else:
        segments = tuple(_path(at["d"]))
    return Outline(
        segments,
        inks[at.get("fill", "none")],
        inks[at.get("stroke", "none")],
        number.get("stroke-width", 1.0),
        tuple(float(each) for each in at.get("stroke-dasharray", "").split()),
        at.get("stroke-linecap") == "round" or at.get("stroke-linejoin") == "round",
    )


def _ellipse(cx: float, cy: float, r: float) -> tuple[Segment, ...]:
    k = r * _KAPPA
    return (
        ("M", (cx + r, cy)),
        ("C", (cx + r, cy + k, cx + k, cy + r, cx, cy + r)),
        ("C", (cx - k, cy + r, cx - r, cy + k, cx - r, cy)),
        ("C", (cx - r, cy - k, cx - k, cy - r, cx, cy - r)),
        ("C", (cx + k, cy - r, cx + r, cy - k, cx + r, cy)),
        ("Z", ()),
    )


def _rect(x: float, y: float, w: float, h: float, r: float) -> tuple[Segment, ...]:
    k = r * (1 - _KAPPA)
    right, foot = x + w, y + h
    return (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, foot - r)),
        ("C", (right, foot - k, right - k, foot, right - r, foot)),
        ("L", (x + r, foot)),
        ("C", (x + k, foot, x, foot - k, x, foot - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )


_TAKES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "A": 7, "Z": 0}


def _path(text: str) -> list[Segment]:
    """Read a path of M, L, H, V, A and Z, absolute or relative."""
    found: list[Segment] = []
    tokens_left = _PATH.findall(text)
    x = y = start_x = start_y = 0.0
    command = ""
    while tokens_left:
        if tokens_left[0].isalpha():
            command = tokens_left.pop(0)
        kind, relative = command.upper(), command.islower()
        count = _TAKES[kind]
        given = [float(each) for each in tokens_left[:count]]
        del tokens_left[:count]
        if kind == "Z":
            found.append(("Z", ()))
            x, y = start_x, start_y
            continue
        to_x, to_y = _end(kind, given, x, y, relative)
        if kind == "A":
            found.extend(_arc(x, y, to_x, to_y, given[0], bool(given[3]), bool(given[4])))
        else:
            found.append(("M" if kind == "M" else "L", (to_x, to_y)))
        x, y = to_x, to_y
        if kind == "M":
            start_x, start_y = x, y
            command = "l" if relative else "L"
    return found


def _end(kind: str, given: list[float], x: float, y: float, relative: bool) -> tuple[float, float]:
    base_x, base_y = (x, y) if relative else (0.0, 0.0)
    if kind == "H":
        return base_x + given[0], y
    if kind == "V":
        return x, base_y + given[0]
    return base_x + given[-2], base_y + given[-1]


def _arc(x: float, y: float, to_x: float, to_y: float, r: float, large: bool, sweep: bool) -> list[Segment]:
    """Return a circular arc as Bezier curves (SVG 1.1, appendix F.6, for equal radii)."""
    half_x, half_y = (to_x - x) / 2, (to_y - y) / 2
    half = math.hypot(half_x, half_y)
    r = max(r, half)
    rise = math.sqrt(max(0.0, r * r - half * half)) / half
    side = -1.0 if large == sweep else 1.0
    cx, cy = (x + to_x) / 2 + side * -half_y * rise, (y + to_y) / 2 + side * half_x * rise
    begin, finish = math.atan2(y - cy, x - cx), math.atan2(to_y - cy, to_x - cx)
    turn = finish - begin
    if sweep and turn <= 0:
        turn += 2 * math.pi
    elif not sweep and turn >= 0:
        turn -= 2 * math.pi
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / count
    k = 4 / 3 * math.tan(step / 4) * r
    found: list[Segment] = []
    for index in range(count):
        a, b = begin + index * step, begin + (index + 1) * step
        found.append(("C", (
            cx + r * math.cos(a) - k * math.sin(a), cy + r * math.sin(a) + k * math.cos(a),
            cx + r * math.cos(b) + k * math.sin(b), cy + r * math.sin(b) - k * math.cos(b),
            cx + r * math.cos(b), cy + r * math.sin(b),
        )))  # fmt: skip
    return found
