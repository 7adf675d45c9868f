"""Settings: how it looks and what one is called; kept on this computer, not in the file."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from areasef.domain.change import Change
from areasef.ui import appearance, metrics
from areasef.ui.appearance import Appearance
from areasef.ui.context import Context
from areasef.ui.pages.page import Page
from areasef.ui.preferences import TEXT_SIZES
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.label import label
from areasef.ui.widgets.picker import Option, SegmentedPicker
from areasef.ui.widgets.scroll import Scroll

_THEMES = (
    Option("system", "Follow the computer"),
    Option("light", "Light"),
    Option("dark", "Dark"),
    Option("contrast", "High contrast"),
)


class SettingsPage(Page):
    """Theme, text size and own name."""

    title = "Settings"
    sentence = "For you on this computer. Nothing here changes the file."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        card = QFrame()
        card.setObjectName("card")
        self._fields = metrics.column(card, margins=(16, 16, 16, 16), spacing=20)
        self._fields.addWidget(label("How it looks", "section"))
        self._add_looks(self._fields)
        self._fields.addWidget(label("Who you are", "section"))
        self._name = QLineEdit(context.preferences.own_name)
        self._name.editingFinished.connect(self.leave)
        self._fields.addWidget(Field("Your name", self._name, hint="Stands by what you write, such as R. Okafor"))
        metrics.sized(card, max_width=640)
        scroll = Scroll("Settings")
        scroll.column.addWidget(card)
        scroll.column.addStretch(1)
        self.body.addWidget(scroll)

    def refresh(self, change: Change | None) -> None:
        """Show what is chosen."""
        if change is None:
            self._theme.choose(self.context.preferences.theme)
            self._size.choose(str(self.context.preferences.text_size))
            self._name.setText(self.context.preferences.own_name)

    def leave(self) -> None:
        """Keep the name."""
        self.context.preferences.own_name = self._name.text()

    def _add_looks(self, column: QVBoxLayout) -> None:
        self._theme = SegmentedPicker("Theme", _THEMES)
        self._size = SegmentedPicker("Text size", [Option(str(size), f"{size}%") for size in TEXT_SIZES])
        self._theme.picked.connect(lambda key: _appearance().choose_theme(key))
        self._size.picked.connect(lambda key: _appearance().choose_text_size(int(key)))
        column.addWidget(Field("Theme", self._theme))
        column.addWidget(Field("Text size", self._size, hint="Ctrl + and Ctrl - from any screen"))


def _appearance() -> Appearance:
    found = appearance.current()
    assert found is not None
    return found
