"""Buttons: one primary on a screen, secondary ones, quiet links, and the few icons that may stand alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from areasef import tokens
from areasef.ui import icons, metrics, theme
from areasef.ui.widgets.label import set_tip
from areasef.ui.widgets.opens_menu import opens_menu

Kind = Literal["primary", "secondary", "quiet"]
_GAP = 3
_ICON_ROLE = {"primary": "on_accent", "secondary": "text", "quiet": "accent_text"}


class Button(QPushButton):
    """A button that says verb and thing, with an icon or a status shape; ``keys`` are told to whoever listens and in the tooltip."""

    def __init__(
        self,
        words: str,
        pressed: Callable[[], object] | None = None,
        *,
        kind: Kind = "secondary",
        icon: str = "",
        shape: tuple[str, str] | None = None,
        keys: str = "",
        small: bool = False,
    ) -> None:
        super().__init__()
        self._icon_name = icon
        self._shape = shape
        self._kind: Kind = kind
        self.say(words)
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setProperty("link", kind == "quiet" and not shape)
        self.setAutoDefault(False)
        if keys:
            set_tip(self, f"{words} ({keys})")
            self.setAccessibleDescription(keys)
        if kind == "quiet":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if pressed is not None:
            self.clicked.connect(lambda: pressed())
        theme.look_changed().connect(self._dress)
        self._dress()

    def say(self, words: str) -> None:
        """Change the words, on screen and aloud."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)

    def set_shape(self, family: str, key: str) -> None:
        """Show another status shape before the words."""
        self._shape = (family, key)
        self._dress()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self._dress()

    def _dress(self) -> None:
        if self._shape:
            self.setIcon(icons.shape(*self._shape, gap=_GAP))
            self._make_room(tokens.SIZE["shape"])
        elif self._icon_name:
            self.setIcon(icons.icon(self._icon_name, _ICON_ROLE[self._kind], gap=_GAP))
            self._make_room(tokens.SIZE["icon"])

    def _make_room(self, side: int) -> None:
        self.setIconSize(QSize(metrics.px(side) + metrics.px(_GAP), metrics.px(side)))


class IconButton(QToolButton):
    """An icon that stands alone (search, more, close, pane toggle): it has a name and a tooltip."""

    def __init__(
        self,
        icon: str,
        name: str,
        pressed: Callable[[], object] | None = None,
        *,
        height: int = tokens.SIZE["control"],
    ) -> None:
        super().__init__()
        self._icon_name, self._height = icon, height
        self.setAccessibleName(name)
        set_tip(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if pressed is not None:
            self.clicked.connect(lambda: pressed())
        theme.look_changed().connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setIcon(icons.icon(self._icon_name))
        self.setIconSize(QSize(metrics.px(tokens.SIZE["icon"]), metrics.px(tokens.SIZE["icon"])))
        metrics.sized(self, width=tokens.SIZE["control"], height=self._height)


def more_button(name: str, menu: QMenu, *, height: int = tokens.SIZE["control"]) -> IconButton:
    """Return the three dots that open a row's or a card's menu."""
    made = IconButton("ellipsis", name, height=height)
    made.setProperty("low", height < tokens.SIZE["control_small"])
    opens_menu(made, menu)
    return made
