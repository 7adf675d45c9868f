"""The look: one ``apply`` pours the tokens of a theme, at a text size, into palette, font and stylesheet."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from areasef import tokens
from areasef.ui import metrics, stylesheet
from areasef.ui.parts import is_shell, parts, shells
from areasef.ui.redressing import Redressing

_DRESSED: Final = "areasefDressed"
_WORN: Final = "areasefWorn"
_IN_TURNS: Final = "areasefInTurns"


@dataclass(frozen=True, slots=True)
class Look:
    """A theme at a text size: every colour, pixel and font on screen is asked from here."""

    theme: tokens.Theme
    scale: float = 1.0

    def px(self, size: float) -> int:
        """Return a token's pixels at this text size; never less than one for a line that exists."""
        return max(1, round(size * self.scale)) if size else 0

    def colour(self, role: str) -> QColor:
        """Return the colour of a role, such as ``text_muted``."""
        return QColor(getattr(self.theme, role))

    def font(self, style: str = "body") -> QFont:
        """Return the font of a text style, such as ``meta_strong``."""
        size = tokens.TYPE[style]
        font = QFont([tokens.FONT_FAMILY, *tokens.FONT_FALLBACKS])
        font.setPixelSize(self.px(size.size))
        font.setWeight(QFont.Weight(size.weight))
        return font


class Listeners:
    """Who is told that the look was changed: methods of widgets, forgotten with them.

    Not a signal: PySide fails to find the slot of a widget of which only the C++ half is left.
    """

    def __init__(self) -> None:
        self._held: list[tuple[weakref.ref[QObject], str]] = []
        self._sweep_at = 1000

    def connect(self, method: Callable[[], object]) -> None:
        """Tell a method of a widget from now on, as long as the widget lives."""
        owner: QObject = method.__self__  # type: ignore[attr-defined]
        self._held.append((weakref.ref(owner), method.__name__))
        if len(self._held) > self._sweep_at:
            self._sweep()

    def tell(self) -> None:
        """Tell those who are still there."""
        for owner, names in self.by_owner().items():
            _tell(owner, names)

    def by_owner(self) -> dict[QObject, list[str]]:
        """Return who is still there, and the methods that each wants to be told by."""
        self._sweep()
        found: dict[QObject, list[str]] = {}
        for held, name in self._held:
            owner = held()
            if owner is not None:
                found.setdefault(owner, []).append(name)
        return found

    def _sweep(self) -> None:
        self._held = [each for each in self._held if _alive(each[0]()) is not None]
        self._sweep_at = max(1000, 2 * len(self._held))


def _tell(owner: QObject, names: list[str]) -> None:
    for name in names:
        if isValid(owner):
            getattr(owner, name)()


def _alive(owner: QObject | None) -> QObject | None:
    return owner if owner is not None and isValid(owner) else None


class _Current:
    def __init__(self) -> None:
        self.changed = Listeners()
        self.look = Look(tokens.LIGHT)
        self.sheet = ""
        self.number = 0
        self.waiting: dict[QObject, list[str]] = {}
        self.redressing: Redressing | None = None


_CURRENT: Final = _Current()


def look() -> Look:
    """Return the look that is on screen."""
    return _CURRENT.look


def look_changed() -> Listeners:
    """Return who is told that the look was changed, to be told too."""
    return _CURRENT.changed


def apply(theme: str, scale: float) -> None:
    """Show a theme at a text size everywhere: at once, or in turns in a window that was dressed so."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wanted = Look(tokens.THEMES[theme], scale)
    _CURRENT.look = wanted
    _CURRENT.number += 1
    metrics.set_scale(scale)
    app.setFont(wanted.font("body"))
    app.setPalette(palette(wanted))
    _CURRENT.sheet = stylesheet.sheet(wanted.theme, wanted.px, still=reduced_motion())
    later: list[QWidget] = []
    for widget in app.topLevelWidgets():
        if widget.property(_IN_TURNS) and widget.isVisible():
            later.append(widget)
            for shell in shells(widget):
                metrics.rescale_alone(shell)
        else:
            if widget.property(_DRESSED):
                dress(widget)
            metrics.rescale(widget)
    _tell_all_but(later)
    redressing().begin(later)


def redressing() -> Redressing:
    """Return what dresses crowded windows in turns."""
    if _CURRENT.redressing is None or not isValid(_CURRENT.redressing):
        app = QApplication.instance()
        assert app is not None
        _CURRENT.redressing = Redressing(app, _put_on)
    return _CURRENT.redressing


def _tell_all_but(later: list[QWidget]) -> None:
    """Tell whoever follows the look; who stands in a part that is dressed later is told with it."""
    _CURRENT.waiting = {}
    for owner, names in _CURRENT.changed.by_owner().items():
        if later and isinstance(owner, QWidget) and not is_shell(owner) and owner.window() in later:
            _CURRENT.waiting[owner] = names
        else:
            _tell(owner, names)


def _put_on(part: QWidget) -> None:
    """Dress a part, and let all in it follow the look."""
    dress(part)
    metrics.rescale(part)
    for widget in (part, *part.findChildren(QWidget)):
        _tell(widget, _CURRENT.waiting.pop(widget, []))


def dress(window: QWidget, *, in_turns: bool = False) -> None:
    """Give a window that is nobody's child, a part of a shell, or all parts of a shell the look, from now on.

    What is in it and what opens over it inherits it. Not the application as a whole: then Qt dresses a widget, and all
    within it, anew on each way into a layout, which costs a page that is put together from the inside out more than
    everything else about it. ``in_turns`` lets a window follow another look part by part.
    """
    window.setProperty(_DRESSED, True)
    if in_turns:
        window.setProperty(_IN_TURNS, True)
    for part in parts(window):
        if part.property(_WORN) != _CURRENT.number:
            part.setProperty(_WORN, _CURRENT.number)
            part.setStyleSheet(_CURRENT.sheet)


def dress_if_around(widget: QWidget) -> None:
    """Dress what was put into a shell, where that wears the look already; else it is dressed with the shell."""
    around = widget.parentWidget()
    while around is not None and is_shell(around) and not around.property(_DRESSED):
        around = around.parentWidget()
    if around is not None and around.property(_DRESSED):
        dress(widget)


@cache
def hints() -> QStyleHints:
    """Return what the computer asks for.

    One wrapper for the whole run: when a wrapper of the style hints goes, PySide forgets that their accessibility part
    is still alive, and the next to ask for it fails.
    """
    return QGuiApplication.styleHints()


def system_theme() -> str:
    """Return the theme that the computer asks for."""
    if hints().accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return tokens.CONTRAST.name
    return tokens.DARK.name if hints().colorScheme() == Qt.ColorScheme.Dark else tokens.LIGHT.name


def reduced_motion() -> bool:
    """Say whether the computer asks for no animation."""
    return hints().accessibility().motionPreference() == Qt.MotionPreference.ReducedMotion


def palette(wanted: Look) -> QPalette:
    """Return the palette of a look, for everything that Qt draws itself."""
    roles = {
        QPalette.ColorRole.Window: "canvas",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "text_muted",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "on_dark",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent_text",
        QPalette.ColorRole.LinkVisited: "accent_text",
        QPalette.ColorRole.ToolTipBase: "tooltip",
        QPalette.ColorRole.ToolTipText: "tooltip_text",
        QPalette.ColorRole.Mid: "line_strong",
        QPalette.ColorRole.Dark: "line_strong",
        QPalette.ColorRole.Light: "surface",
    }
    made = QPalette()
    for role, name in roles.items():
        made.setColor(role, wanted.colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, wanted.colour("text_muted"))
    return made


def repaint_on_change(widget: QWidget) -> None:
    """Let a widget that paints itself follow the look; it is forgotten when the widget goes."""
    _CURRENT.changed.connect(widget.updateGeometry)
    _CURRENT.changed.connect(widget.update)
