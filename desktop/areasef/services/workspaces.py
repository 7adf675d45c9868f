"""Create, open, save and leave a workspace."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from areasef.domain.change import Change
from areasef.domain.evaluation import Area, Evaluation
from areasef.domain.framework import Framework
from areasef.domain.identity import new_id
from areasef.domain.partner import Partner
from areasef.packs.listing import PackInfo, packs_in, shipped_packs
from areasef.packs.reading import PackReading, read_pack, read_pack_files
from areasef.resources import frameworks
from areasef.services.reviewing import let_kept_go
from areasef.services.session import Session, new_session
from areasef.store.opening import create as create_store
from areasef.store.opening import open_workspace as open_store
from areasef.store.opening import sign
from areasef.store.workspace import Workspace
from areasef.words.faults import AppError

DEMONSTRATION: Final = "demonstration"
"""The setting by which a demonstration is known; it holds what the file held when it was built."""
SUFFIX: Final = ".areasef"
FIRST_PACK: Final = "area-send-2025"


@dataclass(frozen=True, slots=True)
class NewArea:
    """What the first page asks: everything can be changed later."""

    name: str
    council: str = ""
    icbs: tuple[str, ...] = ()
    forum: str = ""
    last_inspection: date | None = None
    as_at: date | None = None


def packs(beside: Path) -> tuple[PackInfo, ...]:
    """Return the frameworks a new workspace can follow: those that ship, then those in a person's own folder."""
    return shipped_packs() + packs_in(beside)


def this_person() -> str:
    """Return the name the computer knows the person by, for the change log until they give their own."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "Somebody"


def create_workspace(document: Path, area: NewArea, author: str = "", pack: Path | None = None) -> Session:
    """Create a workspace file with its own copy of a pack, the area, its first evaluation and its partners.

    Raises AppError where the pack cannot be used (``packs.unusable``) or the file cannot be made.
    """
    reading = read_pack(pack or frameworks() / FIRST_PACK)
    framework = _usable(reading, str(pack or FIRST_PACK))
    store = create_store(
        document, author or this_person(), reading.files, furnish=lambda made: _furnish(made, framework, area)
    )
    try:
        return new_session(store, framework)
    except BaseException:
        store.close()
        raise


def open_workspace(document: Path, author: str = "", read_only: bool = False, take_over: bool = False) -> Session:
    """Open a workspace file. Raises AppError with what is wrong with the file, or who has it."""
    store = open_store(document, author or this_person(), read_only=read_only, take_over=take_over)
    try:
        framework = _usable(read_pack_files(store.pack_files()), document.name)
    except AppError:
        store.close()
        raise
    session = new_session(store, framework)
    let_kept_go(session)
    return session


def sign_as(session: Session, name: str) -> Change:
    """Let what is written from now on bear this name, also for whoever finds the file in use; without one, the computer's."""
    sign(session.store, name.strip() or this_person())
    return Change(frozenset({"author"}), frozenset())


def is_unsigned(session: Session) -> bool:
    """Say whether what is written here bears the computer's name for somebody; in the demonstration that is no matter."""
    return not session.read_only and session.author == this_person() and not is_demonstration(session)


def change_area(session: Session, area: Area) -> Change:
    """Keep the area's name, last inspection or marking."""
    with session.store.write("Change the area") as batch:
        batch.put(area)
    return batch.change


def _usable(reading: PackReading, name: str) -> Framework:
    if reading.framework is None:
        first = str(reading.faults[0]) if reading.faults else ""
        raise AppError("packs.unusable", name=name, count=len(reading.faults), first=first)
    return reading.framework


def _furnish(store: Workspace, framework: Framework, area: NewArea) -> None:
    as_at = area.as_at or date.today()
    kinds = {kind.id for kind in framework.partner_kinds}
    agencies = {each.id for each in framework.agencies}
    named = [(area.council, "council", "education"), *((icb, "icb", "health") for icb in area.icbs)]
    named.append((area.forum, "forum", "parents"))
    with store.write(
        "Create the workspace", undoable=False
    ) as batch:  # Ctrl Z would leave a file without an evaluation
        batch.put(Area(new_id(), area.name, area.last_inspection))
        batch.put(
            Evaluation(
                id=new_id(),
                title=f"Self-evaluation {as_at.year}\N{EN DASH}{(as_at.year + 1) % 100:02}",
                framework_id=framework.id,
                framework_edition=framework.edition,
                as_at=as_at,
            )
        )
        for position, (name, kind, agency) in enumerate(part for part in named if part[0].strip()):
            kind_id, agency_id = kind if kind in kinds else "", agency if agency in agencies else ""
            batch.put(Partner(new_id(), name.strip(), kind_id=kind_id, agency_id=agency_id, position=position))


def is_demonstration(session: Session) -> bool:
    """Say whether a workspace was built as the demonstration, whatever somebody changed in it."""
    return bool(session.store.setting(DEMONSTRATION))
