"""How it looks and what one is called: kept on this computer, not in the file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from areasef.ui import accessible, appearance, metrics, theme
from areasef.ui.appearance import Appearance
from areasef.ui.preferences import TEXT_SIZES, Preferences
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.label import label
from areasef.ui.widgets.picker import Option, SegmentedPicker
from areasef.ui.widgets.tick_box import TickBox

_THEMES = (
    Option("system", "Follow the computer"),
    Option("light", "Light"),
    Option("dark", "Dark"),
    Option("contrast", "High contrast"),
)


class Looks(QFrame):
    """Theme, text size and own name; ``named`` says that the name is another now."""

    named = Signal(str)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("card")
        self._preferences = preferences
        fields = metrics.column(self, margins=(16, 16, 16, 16), spacing=20)
        fields.addWidget(label("How it looks", "section"))
        self._add_looks(fields)
        fields.addWidget(label("How you read", "section"))
        self.as_text = TickBox("Read pages as text")
        self.as_text.toggled.connect(self._choose_reading)
        hint = "Words of a page can then be read aloud, magnified and selected as in any text."
        accessible.named(self.as_text, "Read pages as text", hint)
        reading = metrics.column(spacing=2)
        reading.addWidget(self.as_text)
        reading.addWidget(label(hint, "meta", "muted", wrap=True))
        fields.addLayout(reading)
        fields.addWidget(label("Who you are", "section"))
        self.name = QLineEdit(preferences.own_name)
        self.name.editingFinished.connect(self.settle)
        fields.addWidget(Field("Your name", self.name, hint="Stands by what you write, such as R. Okafor"))
        metrics.sized(self, max_width=640)
        theme.look_changed().connect(self._show_looks)

    def show_choices(self) -> None:
        """Show what is chosen."""
        self._show_looks()
        self.name.setText(self._preferences.own_name)
        self.as_text.setChecked(self._preferences.pages_as_text)

    def _show_looks(self) -> None:
        """Show theme and text size, which keys and commands change from outside; a half-typed name is left alone."""
        self._theme.choose(self._preferences.theme)
        self._size.choose(str(self._preferences.text_size))

    def _choose_reading(self, as_text: bool) -> None:
        self._preferences.pages_as_text = as_text

    def settle(self) -> None:
        """Keep the name."""
        before = self._preferences.own_name
        self._preferences.own_name = self.name.text()
        if self._preferences.own_name != before:
            self.named.emit(self._preferences.own_name)

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
