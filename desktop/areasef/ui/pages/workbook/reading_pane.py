"""How the workbook is read: the sheet at hand and its head, what each column is, what words and names stand for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from areasef.domain.dossier import Dossier
from areasef.domain.plan_sheet.columns import COLUMNS, SHEET_NAMES, Kind, Reads
from areasef.domain.plan_sheet.guessing import LOOKED_AT, guess_sheet, map_columns
from areasef.domain.plan_sheet.mapping import Mapping, SheetMapping
from areasef.domain.plan_sheet.meaning import NameUse, Understanding, WordUse
from areasef.domain.plan_sheet.names import EVERYBODY, LEAVE_OUT, NEW_PARTNER, NEW_PERSON, plain
from areasef.domain.progress import DELIVERY_WORDS
from areasef.domain.workbook import Sheet, Workbook, column_letters
from areasef.ui import metrics
from areasef.ui.models.file_words import counted
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.entries import ChoiceEntry
from areasef.ui.widgets.label import label
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.stack import Stack
from areasef.ui.widgets.tabs import Tabs
from areasef.ui.widgets.ticking import Item

SHOWN_AT_ONCE = 30
_NOT_READ = "Not read"
_WORDS, _NAMES = 1, 2
_SAMPLE, _HEADS, _NAME, _LONG_WORD = 46, 24, 26, 22


class ReadingPane(QFrame):
    """``mapped`` hands over another way to read the workbook, ``sheet_chosen`` that another sheet is at hand."""

    mapped = Signal(object)
    sheet_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.at = 0
        self._book = Workbook(())
        self._mapping = Mapping(())
        self._found: Understanding | None = None
        self._dossier: Dossier | None = None
        self.tabs = Tabs("How the workbook is read")
        self.tabs.set_tabs(["Columns", "Words", "Names"])
        self.columns = _ColumnsPart(self._choose_sheet, self._remap)
        self.words = _ListPart("Words and what they stand for", _NO_WORDS)
        self.names = _ListPart("Names and who they are", _NO_NAMES)
        self._stack = Stack()
        for part in (self.columns, self.words, self.names):
            self._stack.addWidget(part)
        column = metrics.column(self, spacing=0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.opened.connect(self._open_part)

    def open(self, book: Workbook, mapping: Mapping) -> None:
        """Begin with another workbook, at the first sheet that is read."""
        self._book, self._mapping = book, mapping
        self.at = next((at for at, sheet in enumerate(mapping.sheets) if sheet.kind is not None), 0)
        self.columns.offer_sheets(book)
        self.tabs.open(0)

    def show_meaning(self, mapping: Mapping, found: Understanding, dossier: Dossier) -> None:
        """Show how it is read now."""
        self._mapping = mapping
        if self._book.sheets:
            self.columns.show_sheet(self._book.sheets[self.at], self.at, mapping.sheets[self.at])
        self._found, self._dossier = found, dossier
        self._show_part(self.tabs.current())
        unknown = sum(1 for use in found.words if not use.meaning)
        mark = ("check", "look") if unknown else None
        self.tabs.set_words(1, _tab("Words", len(found.words)), mark, f"Words, {len(found.words)}, {unknown} not known")
        self.tabs.set_words(2, _tab("Names", len(found.names)))

    def _open_part(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._show_part(at)

    def _show_part(self, at: int) -> None:
        """Ask what stands behind a tab; the questions of the others are made when they are opened."""
        found, dossier = self._found, self._dossier
        if found is None or dossier is None:
            return
        if at == _WORDS:
            asked = sorted(found.words, key=lambda use: use.plain)  # what nobody could guess comes first
            self.words.show_entries([self._word(use, dossier) for use in asked])
        elif at == _NAMES:
            self.names.show_entries([self._name(use, dossier) for use in found.names])

    def stand_on_sheet(self, at: int) -> None:
        """Let another sheet be at hand."""
        self.at = at
        self.columns.show_sheet(self._book.sheets[at], at, self._mapping.sheets[at])

    def _choose_sheet(self, at: int) -> None:
        self.stand_on_sheet(at)
        self.sheet_chosen.emit(at)

    def _remap(self, change: Callable[[Sheet, SheetMapping], SheetMapping]) -> None:
        made = change(self._book.sheets[self.at], self._mapping.sheets[self.at])
        self.mapped.emit(self._mapping.with_sheet(self.at, made))

    def _word(self, use: WordUse, dossier: Dossier) -> _Asked:
        known = {str(key): said for key, said in DELIVERY_WORDS.items()}
        if use.reads == Reads.STAGE:
            known = {each.id: each.title for each in dossier.framework.impact_stages}
        kind = "Impact" if use.reads == Reads.STAGE else "Delivery"

        def keep(value: object) -> None:
            self.mapped.emit(
                self._mapping.with_word(use.reads, plain(use.word) or use.word.casefold(), str(value or ""))
            )

        title = f"“{_short(use.word, 16)}” in {counted(use.count, 'cell')}"
        hint = kind if use.plain else f"{kind}: a word that is not known"
        return _Asked(f"{use.reads}/{use.word}", title, hint, tuple(known.items()), "Not taken", use.meaning, keep)

    def _name(self, use: NameUse, dossier: Dossier) -> _Asked:
        partners = [(f"partner:{each.id}", each.name) for each in dossier.partners]
        people = [(f"person:{each.id}", each.name) for each in dossier.people]
        first = [(NEW_PERSON, "A new person"), (NEW_PARTNER, "A new body"), (EVERYBODY, "All partners")]

        def keep(value: object) -> None:
            self.mapped.emit(self._mapping.with_name(plain(use.name), str(value or LEAVE_OUT)))

        short = _short(use.name, _NAME)
        hint = ", ".join(
            filter(None, (_short(use.name, 120) if short != use.name else "", f"in {counted(use.count, 'cell')}"))
        )
        return _Asked(
            use.name, short, hint[:1].upper() + hint[1:], (*first, *partners, *people), "Leave it out", use.who, keep
        )


class _Asked:
    """One question of a list: its key and words, the answers, and what is answered now."""

    def __init__(
        self,
        key: str,
        title: str,
        hint: str,
        items: Sequence[Item],
        none: str,
        value: str,
        keep: Callable[[object], None],
    ) -> None:
        self.key, self.title, self.hint = key, title, hint
        self.items, self.none, self.value, self.keep = items, none, value, keep


class _ListPart(Scroll):
    """Questions under one another; made anew only where other things are asked."""

    def __init__(self, name: str, nothing: str) -> None:
        super().__init__(name, margins=(20, 12, 16, 20), spacing=14)
        self.entries: dict[str, ChoiceEntry] = {}
        self._keeps: dict[str, Callable[[object], None]] = {}
        self._nothing = label(nothing, "table", "muted", wrap=True)
        self._limit = SHOWN_AT_ONCE
        self._asked: Sequence[_Asked] = ()
        self.more = Button("Show more", self._show_more)
        self.column.addWidget(self._nothing)
        self.column.addWidget(self.more)
        self.column.addStretch(1)

    def show_entries(self, asked: Sequence[_Asked]) -> None:
        """Show these questions with their answers; of many the first, and a button for more."""
        self._asked = asked
        shown, more = asked[: self._limit], len(asked) - self._limit
        self._nothing.setVisible(not asked)
        self.more.setVisible(more > 0)
        self.more.say(f"Show {min(more, SHOWN_AT_ONCE)} more of {len(asked)}")
        self._keeps = {each.key: each.keep for each in asked}
        if list(self.entries) != [each.key for each in shown]:
            self._rebuild(shown)
        for each in shown:
            self.entries[each.key].show_value(each.value)

    def _show_more(self) -> None:
        first = self._limit
        self._limit += SHOWN_AT_ONCE
        self.show_entries(self._asked)
        self.entries[self._asked[first].key].box.setFocus()

    def _rebuild(self, asked: Sequence[_Asked]) -> None:
        for entry in self.entries.values():
            self.column.removeWidget(entry.field)
            entry.field.hide()
            entry.field.deleteLater()
        self.entries = {}
        for at, each in enumerate(asked):
            entry = ChoiceEntry(each.title, each.items, self._keeper(each.key), each.none, each.hint)
            self.entries[each.key] = entry
            self.column.insertWidget(at, entry.field)

    def _keeper(self, key: str) -> Callable[[object], None]:
        return lambda value: self._keeps[key](value)


class _ColumnsPart(Scroll):
    """The sheet, what its rows are, where its head is, and what each column holds."""

    def __init__(
        self,
        choose: Callable[[int], None],
        remap: Callable[[Callable[[Sheet, SheetMapping], SheetMapping]], None],
    ) -> None:
        super().__init__("Columns and what they hold", margins=(20, 12, 16, 20), spacing=14)
        self._remap = remap
        kinds = [(str(kind), SHEET_NAMES[kind]) for kind in Kind]
        self.sheet = ChoiceEntry("Sheet", (), lambda value: choose(int(str(value))))
        self.kind = ChoiceEntry("What its rows are", kinds, self._keep_kind, _NOT_READ)
        self.head = ChoiceEntry("Row of headings", (), self._keep_head)
        self.entries: dict[int, ChoiceEntry] = {}
        self._shown: object = None
        self._title = label("Its columns", "section")
        for entry in (self.sheet, self.kind, self.head):
            self.column.addWidget(entry.field)
        self.column.addWidget(self._title)
        self.column.addStretch(1)

    def offer_sheets(self, book: Workbook) -> None:
        """Offer the sheets of another workbook."""
        self.sheet.offer(
            [(str(at), f"{sheet.name}{' (hidden)' if sheet.hidden else ''}") for at, sheet in enumerate(book.sheets)]
        )
        self._shown = None

    def show_sheet(self, sheet: Sheet, at: int, mapping: SheetMapping) -> None:
        """Show how a sheet is read."""
        found = (at, mapping.kind, mapping.head)
        if found != self._shown:
            self._shown = found
            self.head.offer(_head_rows(sheet))
            self._rebuild(sheet, mapping)
        self.sheet.show_value(str(at))
        self.kind.show_value(str(mapping.kind or ""))
        self.head.show_value(str(mapping.head))
        read = mapping.kind is not None
        self.head.field.setVisible(read)
        self._title.setVisible(read and bool(self.entries))
        for column, entry in self.entries.items():
            entry.show_value(mapping.columns.get(column, ""))

    def _rebuild(self, sheet: Sheet, mapping: SheetMapping) -> None:
        for entry in self.entries.values():
            self.column.removeWidget(entry.field)
            entry.field.hide()
            entry.field.deleteLater()
        self.entries = {}
        if mapping.kind is None:
            return
        items = [(each.key, each.head) for each in COLUMNS[mapping.kind]]
        place = self.column.indexOf(self._title) + 1
        for column in range(sheet.width):
            head = " ".join(sheet.text(mapping.head, column).split())
            sample = _sample(sheet, mapping.head, column)
            if not head and not sample and column not in mapping.columns:
                continue
            short = _short(head, _NAME) or "no heading"
            hint = ". ".join(filter(None, (_short(head, 120) if short != head and head else "", sample)))
            name = f"{column_letters(column)}: {short}"
            entry = ChoiceEntry(name, items, self._keeper(column), _NOT_READ, hint)
            self.entries[column] = entry
            self.column.insertWidget(place, entry.field)
            place += 1

    def _keeper(self, column: int) -> Callable[[object], None]:
        def keep(value: object) -> None:
            key = str(value or "")
            self._remap(lambda _sheet, held: Mapping((held,)).with_column(0, column, key).sheets[0])

        return keep

    def _keep_kind(self, value: object) -> None:
        def change(sheet: Sheet, held: SheetMapping) -> SheetMapping:
            if not value:
                return SheetMapping()
            guessed = guess_sheet(sheet)
            kind = Kind(str(value))
            return guessed if guessed.kind is kind else map_columns(sheet, kind, held.head)

        self._remap(change)

    def _keep_head(self, value: object) -> None:
        def change(sheet: Sheet, held: SheetMapping) -> SheetMapping:
            return map_columns(sheet, held.kind or Kind.ACTIONS, int(str(value or 0)))

        self._remap(change)


_NO_WORDS = "No column of ratings is read, or its cells are empty."
_NO_NAMES = "Every name is somebody of this workspace, or no column of names is read."


def _tab(words: str, count: int) -> str:
    return f"{words}  {count}" if count else words


def _head_rows(sheet: Sheet) -> list[Item]:
    """Return the rows that may be the head, each with its first words."""
    found = []
    for row in range(min(LOOKED_AT, len(sheet.rows))):
        words = [" ".join(cell.text.split()) for cell in sheet.rows[row] if cell and cell.text]
        if words:
            found.append((str(row), f"{row + 1}: {_short(', '.join(words), _HEADS)}"))
    return found


def _sample(sheet: Sheet, head: int, column: int) -> str:
    """Return the first words under a head, to tell what a column holds."""
    rows = range(head + 1, min(head + 60, len(sheet.rows)))
    texts = (sheet.text(row, column) for row in rows if sum(1 for cell in sheet.rows[row] if cell and cell.text) > 1)
    first = next((" ".join(text.split()) for text in texts if text), "")
    return f"Such as: {_short(first)}" if first else ""


def _short(words: str, most: int = _SAMPLE) -> str:
    """Return the beginning of words; one that no line would break is cut too."""
    words = " ".join(word if len(word) <= _LONG_WORD else f"{word[: _LONG_WORD - 1]}…" for word in words.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip(' ,')}…"
