"""What shows the progress on a finding: items chosen from the library, each with its page, its words, and the way there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from areasef.domain.change import Change
from areasef.domain.citation import Anchor, FindingCitation, place_words
from areasef.domain.evidence import Evidence
from areasef.domain.quoting import quoted
from areasef.services import anchoring, citing_findings
from areasef.services.citing import anchors
from areasef.services.session import Session
from areasef.ui import accessible, metrics
from areasef.ui.context import Context
from areasef.ui.dialogs.answers import WordsQuestion
from areasef.ui.navigation import Target
from areasef.ui.pages.findings.place_question import CITE, WHOLE, PlaceQuestion
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.citation_chip import CitationChip
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label
from areasef.ui.widgets.prose import Prose
from areasef.ui.widgets.ticking import ask_ticks

Do = Callable[[Callable[[], Change]], bool]
_HINT = "What shows that it was done, and what changed: an item of the library, its page, its words"
_NONE = "There is no evidence yet. Ctrl E adds it on any screen."


class EvidenceEntry:
    """The evidence of the finding at hand, as a field of its form; every change is kept at once."""

    def __init__(self, context: Context, do: Do) -> None:
        self._context = context
        self._do = do
        self._finding = ""
        self._rows: tuple[tuple[FindingCitation, Evidence, str], ...] = ()
        self._shown: list[QFrame] = []
        self.choose = Button("Choose evidence", self._choose, small=True, icon="plus")
        self._box = QFrame()
        self._column = metrics.column(self._box, margins=(0, 4, 0, 0), spacing=12)
        self._where = metrics.column(spacing=12)
        self._column.addLayout(self._where)
        self._column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.setFocusProxy(self.choose)
        self.field = Field("Evidence", self._box, _HINT)

    @property
    def _session(self) -> Session:
        session: Session = self._context.session
        return session

    @property
    def rows(self) -> tuple[QFrame, ...]:
        """The rows that are shown, one for each item or page."""
        return tuple(self._shown)

    def show_value(self, value: object) -> None:
        """Show what shows the progress on the finding of this id."""
        found = citing_findings.cited_for(self._session, str(value))
        states = anchors(self._session, tuple(each for each, _ in found))
        rows = tuple((each, item, str(states[each.id])) for each, item in found)
        if (self._finding, self._rows) == (value, rows):
            return
        self._finding, self._rows = str(value), rows
        for gone in self.rows:
            self._where.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._shown = [self._row(*row) for row in rows]
        for shown in self._shown:
            self._where.addWidget(shown)
        metrics.rescale(self._box)

    def settle(self) -> None:
        """Hand over nothing: what is chosen is kept when it is chosen."""

    def let_go(self) -> str:
        """Return nothing: an item is kept when it is chosen."""
        return ""

    def typed(self) -> object:
        """Return nothing: no words are typed here."""
        return None

    def retype(self, typed: object) -> None:
        """Leave all as it is kept."""

    def _row(self, cited: FindingCitation, item: Evidence, anchor: str) -> QFrame:
        row = QFrame()
        column = metrics.column(row, spacing=4)
        line = metrics.row(spacing=8)
        chip = CitationChip(item.ref, place_words(cited.locator), "supports", anchor, item.title)
        chip.clicked.connect(partial(self._open, cited))
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(label(item.title, "table", wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        for words in filter(None, (quoted(cited.locator.quote) if cited.locator.quote else "", cited.says)):
            column.addWidget(Prose(words, "table"))
        if not self._session.read_only:
            column.addWidget(self._acts(cited, item, anchor))
        return row

    def _acts(self, cited: FindingCitation, item: Evidence, anchor: str) -> QWidget:
        acts: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("Choose its page", f"Choose the page of {item.ref}", partial(self.ask_place, cited, item)),
            ("Say what it shows", f"Say what {item.ref} shows", partial(self._say, cited, item)),
            ("Remove", f"Remove {item.ref} from this finding", partial(self._remove, cited, item)),
        )
        if anchor in (Anchor.NEWER, Anchor.SHIFTED):
            acts += (("Use the newest file", f"Use the newest file of {item.ref}", partial(self._anchor, cited)),)
        holder, flow = flow_row(4)
        for words, spoken, act in acts:
            button = Button(words, act, kind="quiet", small=True)
            button.setProperty("tight", True)
            accessible.named(button, spoken)
            flow.addWidget(button)
        return holder

    def _choose(self) -> None:
        offered = tuple((each.id, f"{each.ref} {each.title}") for each in self._session.store.all(Evidence))
        held = tuple(item.id for _, item, _ in self._rows)
        question = "What shows the progress on this finding?"
        found = ask_ticks(self._box.window(), question, offered, held, nothing=_NONE)
        if found is not None:
            self.choose_items(found)

    def choose_items(self, evidence_ids: tuple[str, ...]) -> None:
        """Let these items, and no others, show the progress."""
        self._do(partial(citing_findings.choose_items, self._session, self._finding, evidence_ids))

    def ask_place(self, cited: FindingCitation, item: Evidence) -> None:
        """Ask for the page and its words, and keep them."""
        asked = PlaceQuestion(self._box.window(), self._context, item, cited)
        answer = asked.ask()
        if answer == CITE and asked.selection is not None:
            self._do(partial(citing_findings.cite_place, self._session, cited.id, asked.selection))
        elif answer == WHOLE:
            self._do(partial(citing_findings.cite_whole, self._session, cited.id))

    def _anchor(self, cited: FindingCitation) -> None:
        if self._do(partial(anchoring.anchor_anew, self._session, cited.id)):
            self._context.toast("Anchored anew", self._context.undo)

    def _open(self, cited: FindingCitation, _checked: bool = False) -> None:
        page = str(cited.locator.page or 1)
        self._context.go(Target("evidence", "evidence", cited.evidence_id, page))

    def _remove(self, cited: FindingCitation, item: Evidence) -> None:
        if self._do(partial(citing_findings.remove, self._session, cited.id)):
            self._context.toast(f"{item.ref} no longer shows this finding", self._context.undo)
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, cited: FindingCitation, item: Evidence) -> None:
        title, body = f"What does {item.ref} show?", "Kept and printed as your own words."
        asked = WordsQuestion(self._box.window(), title, body, "What it shows", cited.says, "Keep", cited.id)
        if asked.ask() == "keep":
            self._do(partial(citing_findings.keep, self._session, replace(cited, says=asked.words)))
