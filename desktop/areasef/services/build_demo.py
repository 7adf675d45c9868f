"""Build the demonstration: the workspace of Alderbrook, an invented area, through the services that everybody uses."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from areasef.domain.telling import Tell, nobody
from areasef.services.demo_evaluation import write_evaluation
from areasef.services.demo_evidence import add_evidence
from areasef.services.demo_partnership import found_partnership, new_area
from areasef.services.demo_plan import write_plan
from areasef.services.sample import Sample, read_sample
from areasef.services.session import Session
from areasef.services.workspaces import DEMONSTRATION, SUFFIX, create_workspace, open_workspace
from areasef.words.faults import AppError

NAME: Final = "Alderbrook"


@dataclass(frozen=True, slots=True)
class Built:
    """Where the demonstration is, and what it holds. ``spared`` is a file of the same name that was left alone."""

    document: Path
    spared: Path | None
    replaced: bool
    evidence: int
    statements: int
    citations: int
    actions: int


@dataclass
class _Steps:
    """Counts the steps of building, so that progress can be told truly."""

    tell: Tell
    total: int
    done: int = 0

    def step(self, words: str) -> None:
        """Say what comes next."""
        self.tell(self.done, self.total, words)
        self.done += 1


def build_demo(folder: Path, tell: Tell = nobody, sample: Sample | None = None) -> Built:
    """Build ``Alderbrook.areasef`` in a folder, which is made where it is not there.

    A file of that name is replaced only where it is a demonstration that nobody has changed since; any other is left
    alone and the new one takes the next free name. Raises AppError where the folder cannot be written to.
    """
    content = sample or read_sample()
    _make(folder)
    first = folder / f"{NAME}{SUFFIX}"
    ours = _is_untouched(first)
    if ours:
        first.unlink()
    document = first if ours else _free(first)
    steps = _Steps(tell, len(content.evidence) + len(content.strands) + 3)
    steps.step("Making the file")
    session = create_workspace(document, new_area(content.area), content.area["author"])
    try:
        counts = _fill(session, content, steps)
        session.store.set_setting(DEMONSTRATION, session.store.content_hash())
    finally:
        session.close()
    return Built(document, None if document == first else first, ours, *counts)


def demo_to_look_round(folder: Path, tell: Tell = nobody) -> Path:
    """Return the demonstration of a folder, with whatever somebody changed in it; it is built where there is none."""
    first = folder / f"{NAME}{SUFFIX}"
    return first if _mark_of(first) else build_demo(folder, tell).document


def _fill(session: Session, content: Sample, steps: _Steps) -> tuple[int, int, int, int]:
    steps.step("Naming the partners")
    names = found_partnership(session, content.area)
    with tempfile.TemporaryDirectory(prefix="areasef-demo-") as made:
        items = add_evidence(session, content.evidence, names, Path(made), steps.step)
    keys = write_evaluation(session, content, names, items, steps.step)
    steps.step("Writing the plan")
    actions = write_plan(session, content, names, items, keys)
    cited = sum(len(each.citations) for strand in content.strands for each in strand.statements)
    return len(items), len(keys), cited, actions


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError("store.no_folder", folder=str(folder)) from error


def _is_untouched(document: Path) -> bool:
    """Say whether a file is a demonstration as it was built, which nobody has open."""
    mark = _mark_of(document)
    if mark is None:
        return False
    try:
        session = open_workspace(document)
    except AppError:
        return False
    try:
        return mark == session.store.content_hash()
    finally:
        session.close()


def _mark_of(document: Path) -> str | None:
    """Return what a demonstration held when it was built, or None where the file is no demonstration or not there."""
    try:
        session = open_workspace(document, read_only=True)
    except AppError:
        return None
    try:
        return session.store.setting(DEMONSTRATION)
    finally:
        session.close()


def _free(first: Path) -> Path:
    number, path = 1, first
    while path.exists():
        number += 1
        path = first.with_stem(f"{first.stem} {number}")
    return path
