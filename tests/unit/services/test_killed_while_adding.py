"""Power that goes while files are added or while the file is written: what was acknowledged is there, whole."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from tests.unit.store.crashing import kill_after, start

from areasef.domain.evidence import Evidence, Original, Revision, TextState
from areasef.services import adding
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace

ADDS = """
import sys
from pathlib import Path
from areasef.services import adding, saving
from areasef.services.workspaces import open_workspace
session = open_workspace(Path(sys.argv[1]), "R. Okafor")
folder = Path(sys.argv[1]).parent
for number in range(1000):
    file = folder / f"note {number} \\U0001f642.txt"
    file.write_text(f"Note {number}. " * (20_000 if number % 5 == 0 else 5), "utf-8")
    (made,) = adding.add_files(session, [file]).added
    print(f"{number} {made}")
    if sys.argv[2] == "saves":
        saving.save(session)
"""


@pytest.mark.parametrize(("saves", "after"), [(False, 7), (False, 16), (True, 5)])
def test_every_file_that_was_added_is_there_after_kill(
    session: Session, tmp_path: Path, saves: bool, after: int
) -> None:
    session.close()
    told = kill_after(start(ADDS, session.document, "saves" if saves else "adds"), after)
    again = open_workspace(session.document, "R. Okafor")
    try:
        adding.read_waiting(again)
        for line in told:
            number, key = line.split()
            assert again.store.get(Evidence, key) is not None
            (revision,) = again.store.all(Revision, evidence_id=key)
            file = session.document.parent / f"note {number} \U0001f642.txt"
            assert revision.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
            assert again.store.blob_state(revision.sha256) is Original.WHOLE
            assert revision.text_state is TextState.READ
        assert again.verify() == ()
    finally:
        again.close()
