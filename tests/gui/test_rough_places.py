"""Where a file lies and when: a drive that is taken out, names that no system likes, a clock that was set back."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.builders import AREA
from tests.gui.conftest import desk_for
from tests.gui.test_evaluate import page_of

from areasef.documents.model import DocumentOptions
from areasef.domain.evidence import Evidence
from areasef.domain.statement import Statement
from areasef.services import adding, publishing, saving, writing
from areasef.services.session import Session
from areasef.services.workspaces import create_workspace, open_workspace
from areasef.store import sitting
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.preferences import Preferences
from areasef.words.faults import AppError

LONG = "Cyngor Sir ŵŷ 🙂 مجلس المدينة  two spaces " + "x" * 120


def write(session: Session, words: str = "Families wait 19 weeks.") -> str:
    strand, section = session.framework.strands[0].id, session.framework.sections[0].id
    return writing.add_statement(session, strand, section, words).id


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows does not let a folder be renamed while a file in it is open"
)
def test_work_goes_on_while_the_drive_is_gone_and_is_in_the_file_once_it_is_back(
    preferences: Preferences, dressed: object, tmp_path: Path, qtbot: QtBot
) -> None:
    drive, note = tmp_path / "drive", tmp_path / "note.txt"
    drive.mkdir()
    note.write_text("Three families told us.", "utf-8")
    session = create_workspace(drive / "Alderbrook.areasef", AREA, "R. Okafor")
    desk = desk_for(session, preferences, qtbot)
    drive.rename(tmp_path / "elsewhere")
    key = write(session)
    desk.window.commands.run("file.save")
    for place in ("overview", "evaluate", "evidence", "plan", "publish", "settings"):
        desk.window.go(Target(place))
        assert desk.window.banner.isVisible()
        assert f"{drive} is no longer there" in desk.window.banner.words
        assert "Your work is kept" in desk.window.banner.words
    assert adding.add_files(session, [note]).faults == []
    (tmp_path / "elsewhere").rename(drive)
    desk.window.commands.run("file.save")
    assert desk.window.top.saved.words.startswith("Saved ")
    assert not desk.window.banner.isVisible()
    desk._quiet.stop()
    session.close()
    again = open_workspace(drive / "Alderbrook.areasef", "R. Okafor", read_only=True)
    assert again.store.get(Statement, key) is not None
    assert len(again.store.all(Evidence)) == 1
    again.close()


def test_names_in_any_script_with_signs_and_spaces_and_very_long(tmp_path: Path) -> None:
    folder = tmp_path / LONG[:80]
    folder.mkdir()
    document, note, target = folder / f"{LONG[:60]}.areasef", folder / f"{LONG}.txt", folder / f"{LONG}.pdf"
    note.write_text("Three families told us.", "utf-8")
    session = create_workspace(document, AREA, "R. Okafor")
    write(session)
    assert adding.add_files(session, [note]).faults == []
    saving.save(session)
    publishing.export(session, "self-evaluation", target, DocumentOptions(draft=True))
    assert target.read_bytes().startswith(b"%PDF")
    session.close()
    again = open_workspace(document, "R. Okafor")
    assert len(again.store.all(Statement)) == 1
    assert again.verify() == ()
    again.close()


def test_a_name_that_no_system_takes_is_said_before_anything_is_written(session: Session, tmp_path: Path) -> None:
    deep = tmp_path / ("y" * 200) / ("z" * 200)
    deep.mkdir(parents=True)
    for document in (deep / "Alderbrook.areasef", tmp_path / f"{'A' * 300}.areasef"):
        for attempt in (
            lambda where: create_workspace(where, AREA, "R. Okafor"),
            lambda where: open_workspace(where, "R. Okafor"),
            lambda where: saving.save_copy(session, where),
        ):
            with pytest.raises(AppError) as caught:
                attempt(document)
            assert caught.value.code == "store.path_too_long"
            assert "Choose a shorter name" in str(caught.value)
    assert list(deep.iterdir()) == []


def test_a_clock_that_was_set_back_loses_no_order_and_no_step(
    desk: Desk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write(session, "Before.")
    desk.window.commands.run("file.save")

    def earlier() -> datetime:
        return datetime.now().astimezone().replace(microsecond=0) - timedelta(days=400)

    real = sitting.now
    for module in [each for name, each in list(sys.modules.items()) if name.startswith("areasef")]:
        if getattr(module, "now", None) is real:
            monkeypatch.setattr(module, "now", earlier)
    second = write(session, "After the clock was set back.")
    desk.window.commands.run("file.save")
    assert desk.window.top.saved.words.startswith("Saved ")
    page = page_of(desk, Target("evaluate"))
    assert page.writing.keys == [first, second]
    desk.window.commands.run("edit.undo")
    assert session.store.get(Statement, second) is None
    assert session.store.get(Statement, first) is not None
    desk.window.commands.run("edit.redo")
    assert session.store.get(Statement, second) is not None
    assert session.verify() == ()
