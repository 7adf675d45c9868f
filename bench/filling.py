"""Workspaces to measure on: how many items, pages and bytes is said by who asks."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from areasef.domain.evidence import Evidence, PageText, Revision, RevisionKind, TextState
from areasef.domain.identity import new_id
from areasef.domain.page import page_text_hash
from areasef.services.session import Session
from areasef.services.workspaces import NewArea, create_workspace

_STEMS = [
    "wait",
    "famil",
    "speech",
    "therap",
    "school",
    "plan",
    "health",
    "council",
    "inclus",
    "attend",
    "provis",
    "review",
    "transi",
    "support",
    "need",
]
_ENDS = ("", "s", "ed", "ing", "al", "ment", "er", "ist", "able", "ness", "ation", "ive")
WORDS = [stem + end for stem in _STEMS for end in _ENDS] + [f"locality{number}" for number in range(800)]


@contextmanager
def room() -> Iterator[Path]:
    """Give a folder with a profile of its own, removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="areasef-bench-") as name:
        os.environ["AREASEF_PROFILE"] = str(Path(name, "profile"))
        yield Path(name)


def new_session(folder: Path) -> Session:
    """Make a workspace with one area and its framework."""
    return create_workspace(folder / "Alderbrook.areasef", NewArea("Alderbrook", "Alderbrook Council"), "R. Okafor")


def page_of(chance: random.Random, words: int = 200) -> str:
    """Return a page of words, the frequent ones as frequent as words are."""
    return " ".join(WORDS[min(int(chance.paretovariate(0.6)) - 1, len(WORDS) - 1)] for _ in range(words))


def fill_evidence(session: Session, items: int, pages: int) -> None:
    """Add items of evidence with so many pages each, as reading files would leave them."""
    chance = random.Random(1)
    strands = [strand.id for strand in session.framework.strands]
    for start in range(0, items, 250):
        with session.store.write("Fill", undoable=False) as batch:
            for number in range(start, min(start + 250, items)):
                linked = tuple(chance.sample(strands, 2))
                item = Evidence(
                    new_id(), f"E-{number + 101}", f"Survey {number} {page_of(chance, 4)}", strand_ids=linked
                )
                revision = Revision(
                    new_id(),
                    item.id,
                    1,
                    RevisionKind.FILE,
                    f"{number}.pdf",
                    text_state=TextState.READ,
                    page_count=pages,
                )
                batch.put(item)
                batch.put(revision)
                texts = [page_of(chance) for _ in range(pages)]
                session.store.keep_pages(
                    revision.id,
                    [PageText(revision.id, n, str(n), text, page_text_hash(text)) for n, text in enumerate(texts, 1)],
                )
