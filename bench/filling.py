"""Workspaces to measure on: how many items, pages and bytes is said by who asks."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from areasef.domain.citation import Citation, Locator, LocatorKind, Stance
from areasef.domain.evidence import Evidence, PageText, Revision, RevisionKind, TextState
from areasef.domain.identity import new_id
from areasef.domain.page import page_text_hash
from areasef.domain.plan import Action, Delivery, Measure, Priority
from areasef.domain.statement import Confidence, Statement, marker
from areasef.services import partnering
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


def fill_writing(session: Session, statements: int, in_one_section: int) -> str:
    """Write so many statements, each with two citations; return the strand whose *impact* section holds the most."""
    strands, sections = session.framework.strands, session.framework.sections
    partners, items = partnering.partners(session), session.store.all(Evidence)
    revisions = {each.evidence_id: each for each in session.store.all(Revision)}
    chance, crowded = random.Random(2), strands[2]
    places = [(crowded.id, "impact")] * in_one_section
    for number in range(statements - in_one_section):
        places.append((strands[number % len(strands)].id, sections[number % len(sections)].id))
    evaluation = session.evaluation
    with session.store.write("Fill", undoable=False) as batch:
        for number, (strand, section) in enumerate(places):
            key, cited = new_id(), [items[chance.randrange(len(items))] for _ in range(2)]
            citations = [
                Citation(
                    new_id(), key, each.id, revisions[each.id].id, "", Stance.SUPPORTS, Locator(LocatorKind.PAGE, 1)
                )
                for each in cited
            ]
            body = f"{page_of(chance, 60)}{marker(citations[0].id)}. {page_of(chance, 40)}{marker(citations[1].id)}."
            by = tuple(chance.sample([each.id for each in partners], 1))
            batch.put(
                Statement(
                    key, evaluation.id, strand, section, body, float(number), partner_ids=by, confidence=Confidence.HIGH
                )
            )
            for each in citations:
                batch.put(each)
    return crowded.id


def fill_plan(session: Session, priorities: int, actions: int) -> None:
    """Plan so many actions under so many priorities, each with a measure."""
    chance, partners = random.Random(3), partnering.partners(session)
    today = date(2026, 11, 23)
    with session.store.write("Fill", undoable=False) as batch:
        above = [Priority(new_id(), page_of(chance, 8), position=float(number)) for number in range(priorities)]
        for priority in above:
            batch.put(priority)
        for number in range(actions):
            action = Action(
                new_id(),
                above[number % priorities].id,
                page_of(chance, 12),
                position=float(number),
                lead_partner_id=chance.choice(partners).id,
                starts=today - timedelta(days=chance.randrange(300)),
                due=today + timedelta(days=chance.randrange(500)),
                delivery=Delivery.ON_TRACK,
            )
            batch.put(action)
            batch.put(Measure(new_id(), action.id, page_of(chance, 4), "weeks", 31.0, today, 18.0, today))
