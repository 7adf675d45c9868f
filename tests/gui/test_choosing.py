from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from areasef.ui import choosing
from areasef.ui.preferences import Preferences


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(choosing, "documents_folder", lambda: folder)
    return folder


def test_files_are_looked_for_in_documents_first_and_then_where_the_last_were(
    documents: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    shared = tmp_path / "Shared drive"
    shared.mkdir()
    began: list[str] = []

    def choose(_parent: QWidget, _title: str, start: str) -> tuple[list[str], str]:
        began.append(start)
        return [str(shared / "survey.pdf")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    kept = Preferences(tmp_path / "profile")
    assert choosing.ask_files(parent, kept, "evidence", "Choose files") == [shared / "survey.pdf"]
    choosing.ask_files(parent, Preferences(tmp_path / "profile"), "evidence", "Choose files")
    assert began == [str(documents), str(shared)]
    assert choosing.start_folder(kept, "report") == documents
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(shared / "report.pdf"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(shared))
    choosing.ask_file(parent, kept, "report", "Choose a report")
    choosing.ask_folder(parent, kept, "folder", "Choose a folder")
    assert [choosing.start_folder(kept, what) for what in ("report", "folder")] == [shared, shared]
    shared.rmdir()
    assert choosing.start_folder(kept, "evidence") == documents
