"""Icons and status shapes as pictures: Lucide outlines and the token shapes, in any colour, size and screen density."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from areasef import resources, tokens
from areasef.ui import theme

_DENSITIES = (1.0, 2.0)


def icon(name: str, role: str = "text", size: int = tokens.SIZE["icon"], gap: int = 0) -> QIcon:
    """Return a Lucide icon in the colour of a role; ``size`` is a token and follows the text size.

    ``gap`` is the room that the picture has after the icon: Qt sets words too near to it.
    """
    look = theme.look()
    return _icon(name, getattr(look.theme, role), look.px(size), look.px(gap))


def picture(name: str, role: str, size: int, density: float = 1.0) -> QPixmap:
    """Return a Lucide icon as a picture for a painter; ``size`` in tokens."""
    look = theme.look()
    return _drawn(_lucide(name, getattr(look.theme, role)), look.px(size), density)


def shape(
    family: str, key: str, size: int = tokens.SIZE["shape"], role: str = "", back: str = "surface", gap: int = 0
) -> QIcon:
    """Return a status shape as an icon, in its own colour unless a role is given; with room after it as in ``icon``."""
    found = tokens.SHAPES[family][key]
    look = theme.look()
    markup = _shape(found.svg, getattr(look.theme, role or found.role), getattr(look.theme, back))
    made = QIcon()
    for density in _DENSITIES:
        made.addPixmap(_drawn(markup, look.px(size), density, look.px(gap)))
    return made


def paint_shape(painter: QPainter, where: QRectF, family: str, key: str, role: str = "", back: str = "surface") -> None:
    """Paint a status shape into a square; ``back`` is the role of what lies behind it."""
    found = tokens.SHAPES[family][key]
    look = theme.look()
    markup = _shape(found.svg, getattr(look.theme, role or found.role), getattr(look.theme, back))
    _renderer(markup).render(painter, where)


def paint_icon(painter: QPainter, where: QRectF, name: str, role: str = "text") -> None:
    """Paint a Lucide icon into a square."""
    _renderer(_lucide(name, getattr(theme.look().theme, role))).render(painter, where)


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, size: int, gap: int) -> QIcon:
    made = QIcon()
    for density in _DENSITIES:
        made.addPixmap(_drawn(_lucide(name, colour), size, density, gap))
    return made


@lru_cache(maxsize=512)
def _lucide(name: str, colour: str) -> bytes:
    text = resources.icon(name).read_text("utf-8")
    return text.replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"').encode()


@lru_cache(maxsize=512)
def _shape(svg: str, fore: str, back: str) -> bytes:
    inner = svg.replace("'F'", f"'{fore}'").replace("'C'", f"'{back}'")
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>{inner}</svg>".encode()


@lru_cache(maxsize=512)
def _renderer(markup: bytes) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(markup))


@lru_cache(maxsize=1024)
def _drawn(markup: bytes, size: int, density: float, gap: int = 0) -> QPixmap:
    made = QPixmap(round((size + gap) * density), round(size * density))
    made.setDevicePixelRatio(density)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _renderer(markup).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


def nothing() -> QIcon:
    """Return no icon, to take one away."""
    return QIcon()
