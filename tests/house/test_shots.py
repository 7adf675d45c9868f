"""The pictures: each is one that ``run.py shots`` makes, and together they stay small."""

from __future__ import annotations

import re

from shots.pages import PAGES
from shots.screens import SCREENS

from .tree import ROOT, tracked

MOST_BYTES = 6_000_000
KEPT = [path for path in tracked() if path.parent.as_posix() == "docs/pictures"]
NAMED = re.compile(r"docs/pictures/([\w-]+)\.png|\.\./pictures/([\w-]+)\.png")


def made() -> set[str]:
    """Return the names of all pictures that are made."""
    return {name for screen in SCREENS for name in screen.files} | {page.name for page in PAGES}


def test_the_pictures_that_are_kept_are_those_that_are_made() -> None:
    assert {path.stem for path in KEPT} == made()


def test_every_picture_that_a_document_names_is_one_that_is_made() -> None:
    documents = [path for path in tracked() if path.suffix == ".md"]
    texts = {path: (ROOT / path).read_text(encoding="utf-8") for path in documents}
    named = {(path, first or second) for path, text in texts.items() for first, second in NAMED.findall(text)}
    assert named
    assert not [f"{path}: {name}" for path, name in named if name not in made()]


def test_together_they_stay_small() -> None:
    assert sum((ROOT / path).stat().st_size for path in KEPT) < MOST_BYTES
