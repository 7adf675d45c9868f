"""Theme and text size as this person and this computer want them, followed live."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from areasef.ui import theme
from areasef.ui.preferences import TEXT_SIZES, Preferences


class Appearance(QObject):
    """Applies the look. A person's own choice wins over the computer's; ``system`` follows the computer."""

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._shown: tuple[str, int, bool] | None = None
        hints = theme.hints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)
        hints.accessibility().motionPreferenceChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is wanted now; nothing happens where it is shown already."""
        chosen = self._preferences.theme
        name = theme.system_theme() if chosen == "system" else chosen
        wanted = (name, self._preferences.text_size, theme.reduced_motion())
        if wanted != self._shown:
            self._shown = wanted
            theme.apply(wanted[0], wanted[1] / 100)

    def choose_theme(self, name: str) -> None:
        """Take this person's choice of theme, or ``system``."""
        self._preferences.theme = name
        self.refresh()

    def choose_text_size(self, percent: int) -> int:
        """Take a text size, 90 to 200 per cent, and return it."""
        self._preferences.text_size = min(TEXT_SIZES[-1], max(TEXT_SIZES[0], percent))
        self.refresh()
        return self._preferences.text_size

    def step_text_size(self, by: int) -> int:
        """Make the text one step larger or smaller and return the new size."""
        now = self._preferences.text_size
        larger = [each for each in TEXT_SIZES if each > now]
        smaller = [each for each in TEXT_SIZES if each < now]
        wanted = (larger[:1] if by > 0 else smaller[-1:]) or [now]
        return self.choose_text_size(wanted[0])


def current() -> Appearance | None:
    """Return the application's own, once it was built."""
    app = QApplication.instance()
    return app.findChild(Appearance) if app is not None else None
