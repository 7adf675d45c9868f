"""The evidence of the demonstration: files are made, added and read like anybody's; then each item's fields are said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from areasef.documents.sample.making import make_file
from areasef.domain.evidence import Evidence, Sensitivity
from areasef.services import adding, keeping
from areasef.services.demo_partnership import Names
from areasef.services.sample import SampleEvidence
from areasef.services.session import Session
from areasef.words.faults import AppError

Items = dict[str, str]
"""Ids of items of evidence by their references."""


def add_evidence(
    session: Session,
    evidence: tuple[SampleEvidence, ...],
    names: Names,
    folder: Path,
    step: Callable[[str], None],
) -> Items:
    """Add every item and return them by reference. Raises AppError where one of the files cannot be read."""
    found: Items = {}
    for each in evidence:
        step(f"Adding {each.title}")
        item = _add(session, each, folder)
        keeping.change_evidence(session, replace(item, title=each.title, **_fields(each, names)))
        found[each.ref] = item.id
    return found


def _add(session: Session, each: SampleEvidence, folder: Path) -> Evidence:
    shared = adding.SharedFields(ref=each.ref)
    if each.file is None:
        add = adding.add_link if each.link else adding.add_note
        return add(session, each.title, each.link or each.note, shared)
    report = adding.add_files(session, [make_file(each.file, folder)], shared)
    if report.faults or not report.added:
        raise AppError("evidence.kept_with_fault", fault=" ".join(str(fault) for fault in report.faults))
    item = session.store.get(Evidence, report.added[0])
    assert item is not None
    return item


def _fields(each: SampleEvidence, names: Names) -> dict[str, Any]:
    about = each.about
    covers: list[date] = about.get("covers", [])
    return {
        "source_type_id": about.get("source", ""),
        "agency_id": about.get("agency", ""),
        "partner_id": names.partners.get(about.get("partner", "")),
        "covers_from": covers[0] if covers else None,
        "covers_to": covers[-1] if covers else None,
        "review_by": about.get("review_by"),
        "owner": about.get("owner", ""),
        "sensitivity": Sensitivity(about.get("sensitivity", "official")),
        "note": about.get("about", ""),
        "strand_ids": tuple(about.get("strands", [])),
    }
