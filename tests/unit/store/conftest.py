from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import areasef.words.store
from areasef.store.opening import create
from areasef.store.workspace import Workspace


@pytest.fixture
def document(tmp_path: Path) -> Path:
    folder = tmp_path / "shared drive"
    folder.mkdir()
    return folder / "Alderbrook.areasef"


@pytest.fixture
def workspace(document: Path) -> Iterator[Workspace]:
    made = create(document, "R. Okafor", {"framework.toml": 'id = "test"'})
    yield made
    made.close()


assert areasef.words.store
