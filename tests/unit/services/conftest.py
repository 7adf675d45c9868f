from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.builders import AREA

from areasef.services.session import Session
from areasef.services.workspaces import create_workspace


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A new workspace of Alderbrook."""
    made = create_workspace(tmp_path / "Alderbrook.areasef", AREA, "R. Okafor")
    yield made
    made.close()


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """A PDF of two pages; the second says what 61 of 84 teachers said."""
    path = tmp_path / "reception-teachers_survey.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.drawString(72, 700, "Reception teachers’ survey, autumn 2026")
    canvas.showPage()
    canvas.drawString(72, 700, "Speech and language programmes")
    canvas.drawString(72, 680, "61 of 84 teachers said the programme had reached them by the first half term.")
    canvas.save()
    return path
