"""The right half of the first window: the few things a new file needs, each of which can be changed later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QWidget

from areasef.services.workspaces import SUFFIX, NewArea
from areasef.ui import accessible, metrics
from areasef.ui.dates import EXAMPLE, NotADate, day_words, read_day, read_period
from areasef.ui.first_run.boards import Boards
from areasef.ui.first_run.places import said, suggested, with_suffix
from areasef.ui.widgets.banner import Banner
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.chooser import Chooser
from areasef.ui.widgets.field import Field, line_field
from areasef.ui.widgets.label import label, set_tip

_OPENS: Final = "Opens on the first strand of the framework, with its first question. Stop them when you like."
PackChoice = tuple[str, Path]
"""A framework to choose: its title and edition in words, and the folder of its pack."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was filled in: the area, whose hand writes, the file, and the framework where there is a choice."""

    area: NewArea
    author: str
    document: Path
    pack: Path | None = None


class NewAreaForm(QFrame):
    """Emits ``wanted`` once every field can be used; what cannot is said beside it."""

    wanted = Signal(object)

    def __init__(self, author: str, today: date | None = None, packs: Sequence[PackChoice] = ()) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._today = today or date.today()
        self._chosen: Path | None = None
        self.area_field, self.area = line_field("Area name", "Such as Alderbrook. It heads every page.")
        self.council_field, self.council = line_field("Council", "The local authority.")
        self.boards = Boards()
        self.forum_field, self.forum = line_field("Parent carer forum", "Parents and carers who speak for families.")
        self.inspected_field, self.inspected = line_field(
            "Last area SEND inspection", "A month is enough. Leave empty if there was none."
        )
        self.as_at_field, self.as_at = line_field(
            "Evaluate as at", "The age of evidence is counted to this day.", day_words(self._today)
        )
        self.file_field, self.file = line_field(
            "Where to keep the file", "Your usual approved drive. We keep a safe working copy on this computer too."
        )
        self.author_field, self.author = line_field("Your name", "Stands by what you write, such as R. Okafor.", author)
        self.pack = Chooser()
        self.pack_field = Field("Framework", self.pack, "What the area is evaluated against. It stays with the file.")
        for words, folder in packs:
            self.pack.addItem(words, folder)
        if len(packs) < 2:
            self.pack_field.hide()
        self.file.setReadOnly(True)
        self.change_button = Button("Change…", self._choose_file)
        accessible.named(self.change_button, "Change where to keep the file")
        self.create_button = Button("Create the evaluation", self.submit, kind="primary")
        self._after = label(_OPENS, "table", "muted", wrap=True)
        self.banner = Banner()
        self.banner.hide()
        self._build()
        self.area.textChanged.connect(self._name_file)
        self._name_file()

    @property
    def document(self) -> Path:
        """The file as it would be made now."""
        return self._chosen or suggested(self.area.text(), self._today.year)

    def submit(self) -> None:
        """Hand the form over, or say beside each field what is missing and go to the first."""
        self.banner.hide()
        names = self._check_names()
        inspected = self._day(self.inspected_field, self.inspected.text(), optional=True)
        as_at = self._day(self.as_at_field, self.as_at.text(), optional=False)
        wrong = next((each for each in self._fields() if each.error), None)
        if wrong is not None:
            wrong.control.setFocus()
            return
        area = NewArea(
            names, self.council.text().strip(), self.boards.names, self.forum.text().strip(), inspected, as_at
        )
        self.wanted.emit(Wanted(area, self.author.text().strip(), self.document, self.pack.currentData()))

    def set_busy(self, busy: bool) -> None:
        """Take no second press while the file is made."""
        if busy and self.create_button.hasFocus():
            self.file.setFocus()  # what is disabled lets the focus go on to what begins something else
        self.create_button.setEnabled(not busy)
        if not busy and self.file.hasFocus():
            self.create_button.setFocus()
        self._after.setText("Making the file" if busy else _OPENS)

    def show_error(self, title: str, words: str) -> None:
        """Show what went wrong above the form."""
        self.banner.say(title, words, "bad")
        self.banner.show()

    def _check_names(self) -> str:
        name = self.area.text().strip()
        self.area_field.set_error("" if name else "Give the area a name: it heads every page.")
        same = self.council.text().strip() and self.council.text().strip() == self.forum.text().strip()
        self.forum_field.set_error("The forum and the council have the same name here." if same else "")
        return name

    def _day(self, field: Field, words: str, *, optional: bool) -> date | None:
        field.set_error("")
        if optional and not words.strip():
            return None
        try:
            day = read_period(words).start if optional else read_day(words)
        except NotADate as error:
            said = "Type a month or a day, like March 2026 or 7 March 2026"
            field.set_error(said if optional and str(error) == EXAMPLE else str(error))
            return None
        if optional and day > self._today:
            field.set_error("This day has not come yet. Give the last inspection that took place.")
        return day

    def _fields(self) -> tuple[Field, ...]:
        upper = (self.area_field, self.council_field, self.boards.field, self.forum_field)
        return (*upper, self.inspected_field, self.as_at_field, self.file_field, self.author_field)

    def _name_file(self) -> None:
        self.file.setText(said(self.document))
        set_tip(self.file, str(self.document))

    def _choose_file(self) -> None:
        start = self.document
        folder = start.parent if start.parent.exists() else start.parent.parent
        words = f"Area SEF workspaces (*{SUFFIX})"
        name, _ = QFileDialog.getSaveFileName(self, "Where to keep the file", str(folder / start.name), words)
        if name:
            self._chosen = with_suffix(Path(name))
            self._name_file()

    def set_dense(self, dense: bool) -> None:
        """Begin higher up where the window is low."""
        metrics.spaced(self._whole, margins=(56, 12 if dense else 32, 56, 24), spacing=14)

    def _build(self) -> None:
        whole = self._whole = metrics.column(self, margins=(56, 32, 56, 24), spacing=14)
        inside = metrics.sized(QWidget(), max_width=778)
        column = metrics.column(inside, spacing=12)
        line = metrics.row(spacing=0)
        line.addWidget(inside, 100)
        line.addStretch(1)
        whole.addLayout(line)
        whole.addStretch(1)
        heading = metrics.column(spacing=0)
        heading.addWidget(label("Start your own area", "title"))
        follows = f" It follows {self.pack.itemText(0)}." if self.pack.count() == 1 else ""
        heading.addWidget(label(f"You can change all of this later.{follows}", "table", "muted", wrap=True))
        column.addLayout(heading)
        column.addWidget(self.banner)
        column.addLayout(_pair(self.area_field, self.council_field))
        column.addWidget(self.boards)
        column.addLayout(_pair(self.forum_field, self.author_field))
        column.addLayout(_pair(self.inspected_field, self.as_at_field))
        column.addWidget(self.pack_field)
        column.addLayout(self._file_line())
        column.addSpacing(metrics.px(6))
        column.addLayout(self._foot())

    def _file_line(self) -> QHBoxLayout:
        line = metrics.row(spacing=8)
        line.addWidget(self.file_field, 1)
        beside = metrics.column(spacing=0)
        beside.addStretch(1)
        beside.addWidget(self.change_button)
        line.addLayout(beside)
        return line

    def _foot(self) -> QHBoxLayout:
        line = metrics.row(spacing=12)
        line.addWidget(self.create_button)
        line.addWidget(self._after, 1)
        return line


def _pair(left: QWidget, right: QWidget) -> QHBoxLayout:
    """Two fields side by side, their boxes on one line."""
    line = metrics.row(spacing=24)
    line.addWidget(left, 1, Qt.AlignmentFlag.AlignBottom)
    line.addWidget(right, 1, Qt.AlignmentFlag.AlignBottom)
    return line
