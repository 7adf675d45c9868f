"""The forms that add: files with what they share, a note, a link, and a question to a partner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QListWidget, QWidget

from areasef.domain.evidence import Sensitivity
from areasef.services import partnering
from areasef.services.adding import SharedFields
from areasef.services.session import Session
from areasef.ui import accessible, choosing, metrics
from areasef.ui.dates import last_day
from areasef.ui.dialogs.editor import Editor, Make
from areasef.ui.models.file_words import counted, size_words
from areasef.ui.pages.evidence import choices
from areasef.ui.pages.evidence.choices import AGENCY, COVERS, LAST, OWNER, PARTNER, SOURCE
from areasef.ui.pages.evidence.results import files_in
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, FirstDayEntry, LineEntry, ManyEntry, TextEntry
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label

_PAIRS = (("covers_from", "covers_to"), ("source_type_id", "agency_id"), ("partner_id", "owner"))
_SHARED_NOW: Mapping[str, Any] = {
    "covers_from": None,
    "covers_to": None,
    "source_type_id": "",
    "agency_id": "",
    "partner_id": None,
    "owner": "",
    "strand_ids": (),
    "sensitivity": Sensitivity.OFFICIAL,
}


def shared_fields(session: Session) -> dict[str, Make]:
    """Return the fields that many files can share; the period first, for it is the one thing that matters now."""
    framework = session.framework
    types, agencies = choices.source_types(framework), choices.agencies(framework)
    partners, strands = choices.partners(session), choices.strands(framework)
    return {
        "covers_from": lambda keep: FirstDayEntry("Covers from", keep, COVERS),
        "covers_to": lambda keep: DayEntry("Covers to", keep, LAST, read=last_day),
        "source_type_id": lambda keep: ChoiceEntry("Source type", types, keep, "Not said yet", SOURCE),
        "agency_id": lambda keep: ChoiceEntry("Agency", agencies, keep, "Not said yet", AGENCY),
        "partner_id": lambda keep: ChoiceEntry("Partner", partners, keep, "None", PARTNER),
        "owner": lambda keep: LineEntry("Owner", keep, OWNER),
        "strand_ids": lambda keep: ManyEntry("Strands", strands, keep, "Which strands are they for?"),
        "sensitivity": lambda keep: ChoiceEntry("Sensitivity", choices.SENSITIVITIES, keep),
    }


def shared_of(values: Mapping[str, Any]) -> SharedFields:
    """Return what was said once for all."""
    return SharedFields(
        source_type_id=values["source_type_id"] or "",
        agency_id=values["agency_id"] or "",
        partner_id=values["partner_id"] or None,
        covers_from=values["covers_from"],
        covers_to=values["covers_to"],
        owner=values["owner"],
        sensitivity=Sensitivity(values["sensitivity"] or Sensitivity.OFFICIAL),
        strand_ids=values["strand_ids"],
    )


class AddDialog(Editor):
    """Files to add and what they share, all of which can wait. ``note_asked`` and ``link_asked`` want another form."""

    note_asked = Signal()
    link_asked = Signal()

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        preferences: Preferences,
        files: Sequence[Path] = (),
        strand_ids: tuple[str, ...] = (),
    ) -> None:
        super().__init__(
            parent,
            "What do you want to add?",
            shared_fields(session),
            {**_SHARED_NOW, "strand_ids": strand_ids},
            "",
            about=" ".join((*strand_ids, *map(str, files))),
            body="Choose files. The rest is said of all of them, and can wait in the inbox.",
            verb="Add",
            leave="Add nothing",
            pairs=_PAIRS,
            wide=490,
        )
        self.setAcceptDrops(True)
        self._preferences = preferences
        self.files: tuple[Path, ...] = ()
        self._list = QListWidget()
        accessible.named(self._list, "Files to add", "Delete takes a file off the list")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sum = label("", "meta", "muted", wrap=True)
        self._choose_files = Button("Choose files", self.choose_files, icon="files", small=True)
        self.fields.column.insertWidget(0, self._files_part())
        self.take(files)
        if not files:
            self.remember(files=_Chosen(self))
        self._choose_files.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go_on()

    @property
    def shared(self) -> SharedFields:
        """What was said once for all files."""
        return shared_of(self.values)

    def take(self, paths: Sequence[Path]) -> None:
        """Put files, and the files of folders, on the list."""
        self.files = tuple(dict.fromkeys((*self.files, *files_in(paths))))
        self._list.clear()
        self._list.addItems([path.name for path in self.files])
        metrics.sized(self._list, height=min(max(len(self.files), 1), 4) * 26 + 6)
        self._list.setVisible(bool(self.files))
        size = sum(path.stat().st_size for path in self.files if path.is_file())
        words = f"{counted(len(self.files), 'file')}, {size_words(size)}" if self.files else ""
        self._sum.setText(words or "Drop files or a folder here, or choose them.")
        self.button("keep").say(f"Add {counted(len(self.files), 'file')}" if self.files else "Add")

    def choose_files(self) -> None:
        """Ask for files."""
        self.take(choosing.ask_files(self, self._preferences, "evidence", "Choose files to add"))
        self._go_on()

    def choose_folder(self) -> None:
        """Ask for a folder, of which every file is added."""
        self.take(choosing.ask_folder(self, self._preferences, "evidence", "Choose a folder to add"))
        self._go_on()

    def _go_on(self) -> None:
        """Stand in the period, the one thing that is asked now, once there are files."""
        if self.files:
            self.entries["covers_from"].field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put dropped files on the list."""
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _files_part(self) -> QFrame:
        frame = QFrame()
        column = metrics.column(frame, spacing=6)
        holder, line = flow_row()
        line.addWidget(self._choose_files)
        line.addWidget(Button("Choose a folder", self.choose_folder, icon="folder", small=True))
        line.addWidget(Button("Write a note", self.note_asked.emit, kind="quiet", small=True))
        line.addWidget(Button("Add a link", self.link_asked.emit, kind="quiet", small=True))
        column.addWidget(holder)
        column.addWidget(self._sum)
        column.addWidget(self._list)
        return frame

    def _keep(self, key: str) -> None:
        if key == "keep" and not self.files:
            self._sum.setText("Choose files first: nothing is on the list yet.")
            accessible.announce(self, self._sum.text())
            self._choose_files.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super()._keep(key)


class _Chosen:
    """The files on the list of a dialog: those that are still there stand on it again."""

    def __init__(self, dialog: AddDialog) -> None:
        self._dialog = dialog

    def typed(self) -> object:
        """Return the files."""
        return self._dialog.files

    def retype(self, typed: object) -> None:
        """Put files on the list again."""
        self._dialog.take([each for each in typed if each.is_file()] if isinstance(typed, tuple) else [])


def note_form(parent: QWidget, session: Session, text: str = "", strand_ids: tuple[str, ...] = ()) -> Editor:
    """Return the form of a note; its text can be cited like a page."""
    fields: dict[str, Make] = {
        "title": lambda keep: LineEntry("Title", keep),
        "note": lambda keep: TextEntry("Note", keep, "What was seen or said, in your words. No child's name.", 140),
        **shared_fields(session),
    }
    values = {"title": _first_line(text), "note": text, **_SHARED_NOW, "strand_ids": strand_ids}
    return Editor(
        parent,
        "What does the note say?",
        fields,
        values,
        "title",
        about=text,
        verb="Add the note",
        leave="Add nothing",
        pairs=_PAIRS,
    )


def link_form(parent: QWidget, session: Session, link: str = "", strand_ids: tuple[str, ...] = ()) -> Editor:
    """Return the form of a link; nothing is fetched."""
    fields: dict[str, Make] = {
        "link": lambda keep: LineEntry("Address", keep, "It is kept as words; nothing is fetched from the network"),
        "title": lambda keep: LineEntry("Title", keep),
        **shared_fields(session),
    }
    values = {"link": link, "title": "", **_SHARED_NOW, "strand_ids": strand_ids}
    return Editor(
        parent,
        "Where does the link lead?",
        fields,
        values,
        "title",
        about=link,
        verb="Add the link",
        leave="Add nothing",
        pairs=_PAIRS,
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a partner."""

    title: str
    partner_id: str | None
    due: date | None
    strand_ids: tuple[str, ...]
    source_type_id: str
    note: str


def ask_form(parent: QWidget, session: Session, strand_ids: tuple[str, ...] = (), agency_id: str = "") -> Editor:
    """Return the form of a question to a partner; to the only one of an agency, where it is asked."""
    speaks = [each.id for each in partnering.partners(session) if agency_id and each.agency_id == agency_id]
    partners, strands = choices.partners(session), choices.strands(session.framework)
    types = choices.source_types(session.framework)
    fields: dict[str, Make] = {
        "title": lambda keep: LineEntry("What is asked for", keep),
        "partner_id": lambda keep: ChoiceEntry("Partner", partners, keep, "Nobody yet"),
        "due": lambda keep: DayEntry("By", keep),
        "strand_ids": lambda keep: ManyEntry("Strands", strands, keep, "Which strands is it for?"),
        "source_type_id": lambda keep: ChoiceEntry("Source type", types, keep, "Not said yet"),
        "note": lambda keep: TextEntry("Note", keep, "What it should show, and for which period"),
    }
    values = {
        "title": "",
        "partner_id": speaks[0] if len(speaks) == 1 else None,
        "due": None,
        "strand_ids": strand_ids,
        "source_type_id": "",
        "note": "",
    }
    body = "It is noted here with its date; tell the partner yourself, nothing is sent."
    return Editor(
        parent,
        "What do you ask a partner for?",
        fields,
        values,
        "title",
        about=" ".join(filter(None, (*strand_ids, agency_id))),
        body=body,
        verb="Note the request",
        leave="Ask nothing",
        pairs=(("partner_id", "due"), ("strand_ids", "source_type_id")),
    )


def asked_of(values: Mapping[str, Any]) -> Asked:
    """Return what was asked."""
    return Asked(
        values["title"],
        values["partner_id"] or None,
        values["due"],
        values["strand_ids"],
        values["source_type_id"] or "",
        values["note"],
    )


def _first_line(text: str) -> str:
    line = text.strip().split("\n", 1)[0].strip()
    return line if len(line) <= 80 else f"{line[:78].rsplit(' ', 1)[0]}…"
