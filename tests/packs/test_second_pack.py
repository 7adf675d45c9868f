"""Another framework, end to end: other parts, sections, levels, sources, agencies and ages, and no line of code."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import AREA
from tests.documents.vera import assert_valid
from tests.gui.conftest import dressed, preferences

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions
from areasef.domain.citation import Stance
from areasef.services import adding, citing, evaluating, gathering, keeping, partnering, publishing, writing
from areasef.services.session import Session
from areasef.services.workspaces import create_workspace, open_workspace
from areasef.ui.desk import Desk
from areasef.ui.first_run import places
from areasef.ui.first_run.window import FirstRun
from areasef.ui.jobs import InlineJobs
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.overview.page import OverviewPage
from areasef.ui.preferences import Preferences

__all__ = ["dressed", "preferences"]
SECOND = Path(__file__).parent / "second"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A workspace that follows the second pack, with a statement in each section and one page cited."""
    made = create_workspace(tmp_path / "Elsewhere.areasef", replace(AREA, name="Elsewhere"), "T. Hale", SECOND)
    framework = made.framework
    for strand, level in zip(framework.strands, framework.levels, strict=True):
        evaluating.set_level(made, strand.id, level.id)
        evaluating.set_reason(made, strand.id, "Visits and children’s words agree.")
        for section in framework.sections:
            writing.add_statement(made, strand.id, section.id, f"Under {section.title}: workers come the same day.")
    item = adding.add_note(made, "What Lee said", "Somebody came the same day.")
    keeping.change_evidence(
        made, replace(item, source_type_id="child", agency_id="kinfolk", covers_to=date(2026, 11, 1))
    )
    revision = keeping.newest_revision(made, item.id)
    assert revision is not None
    first = writing.add_statement(made, "p1", "felt", "Children are calmer once somebody came.")
    citing.cite(made, first.id, citing.Selection(revision.id, 1, 0, 8), Stance.SUPPORTS)
    yield made
    made.close()


@pytest.fixture
def desk(dressed: QApplication, preferences: Preferences, session: Session, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(session, preferences, lambda: None, InlineJobs())
    qtbot.addWidget(made.window)
    yield made
    made._quiet.stop()


def test_bodies_are_kept_without_what_this_framework_does_not_know(session: Session) -> None:
    known = {each.id for each in session.framework.agencies} | {""}
    assert len(partnering.partners(session)) == 3
    assert {each.agency_id for each in partnering.partners(session)} <= known


def test_the_workspace_follows_its_own_copy_of_the_pack(session: Session, tmp_path: Path) -> None:
    copy = tmp_path / "copy.areasef"
    session.store.publish()
    shutil.copy(session.document, copy)
    again = open_workspace(copy, "T. Hale", read_only=True)
    try:
        assert again.framework == session.framework
    finally:
        again.close()


def test_its_own_checks_run_and_no_other(session: Session) -> None:
    rules = {each.id for each in session.framework.check_rules}
    found = {check.code.split(".")[0] for check in gathering.checks(session)}
    assert found
    assert found <= rules
    assert "no_health_evidence" in found


def test_the_overview_shows_its_strands_and_levels(desk: Desk, session: Session) -> None:
    desk.open(Target("overview"))
    page = desk.window.page
    assert isinstance(page, OverviewPage)
    model = page.table.model()
    assert model is not None
    said = "\n".join(
        str(model.index(row, column).data() or "") for row in range(model.rowCount()) for column in range(6)
    )
    for words in ("Early help", "Seen the same day", "Keep somebody", "Firm", "Wide open"):
        assert words in said


def test_evaluate_shows_its_sections_and_guide(desk: Desk, session: Session) -> None:
    desk.open(Target("evaluate", "strand", "p1"))
    page = desk.window.page
    assert isinstance(page, EvaluatePage)
    assert desk.window.status._edition.text() == "Framework: Autumn 2027, second draft"


@pytest.mark.parametrize("document_id", sorted(DOCUMENTS))
def test_its_documents_are_written_and_valid(session: Session, tmp_path: Path, document_id: str) -> None:
    target = tmp_path / f"{document_id}.pdf"
    made = publishing.export(session, document_id, target, DocumentOptions(draft=True, receipt=True))
    assert made.faults == ()
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == made.receipt.pages
    assert_valid(target)


def test_the_first_window_asks_which_framework_where_there_are_several(
    dressed: QApplication, preferences: Preferences, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "documents_folder", lambda: tmp_path / "Documents")
    alone = FirstRun(preferences, jobs=InlineJobs())
    qtbot.addWidget(alone)
    assert alone.form.pack_field.isHidden()
    shutil.copytree(SECOND, tmp_path / "profile" / "frameworks" / "childrens-services-2027")
    first = FirstRun(preferences, jobs=InlineJobs())
    qtbot.addWidget(first)
    made: list[Session] = []
    first.created.connect(made.append)
    assert not first.form.pack_field.isHidden()
    first.form.area.setText("Elsewhere")
    first.form.pack.setCurrentIndex(1)
    first.form.submit()
    [session] = made
    try:
        assert session.framework.id == "childrens-services-2027"
    finally:
        session.close()
