"""Reviews of reports that are not finished: kept beside the log at each step, so that they can be gone on with later.

Nothing of them is part of the evaluation until a person keeps the findings. A review that was kept waits behind its
findings until the file is opened again: where keeping them is taken back, it is unfinished as it was. Each is known by the SHA-256 of its file;
where that file lies is a matter of one computer, and is never in the workspace, which travels.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from areasef.domain.record import Finding, FindingKind
from areasef.domain.report import InspectionReport, Place
from areasef.domain.review import Items, Reviewed
from areasef.intake.reports.wired import report_as_json, report_from_json
from areasef.services.publishing import sha256_of
from areasef.services.session import Session
from areasef.words.faults import AppError

_FIELD: Final = "review"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A review as it was left: the file by its name and SHA-256, the report and its findings as they stood, and when."""

    name: str
    sha256: str
    report: InspectionReport
    items: Items
    at: datetime | None = None


def begun(path: Path, report: InspectionReport, items: Items) -> Unfinished:
    """Return the review of a file that begins now. Raises AppError where the file can no longer be read."""
    return Unfinished(path.name, _sha256(path), report, items)


def keep_review(session: Session, review: Unfinished) -> None:
    """Keep a review as it stands, beside those of other reports; a reader keeps nothing."""
    if not session.read_only:
        session.store.keep_draft(review.sha256, _FIELD, json.dumps(_plain(review), ensure_ascii=False))


def unfinished_reviews(session: Session) -> tuple[Unfinished, ...]:
    """Return the reviews that were left, the last one first; one that this version cannot read is as good as none."""
    found = _held(session)
    kept = _kept_ids(session) if found else frozenset()
    return tuple(each for each in reversed(found) if not _was_kept(each, kept))


def unfinished_review(session: Session) -> Unfinished | None:
    """Return the review that was left last, or None."""
    return next(iter(unfinished_reviews(session)), None)


def let_review_go(session: Session, sha256: str) -> None:
    """Forget the review of a file: it was kept as findings, or nobody wants it."""
    session.store.drop_draft(sha256, _FIELD)


def let_kept_go(session: Session) -> None:
    """Forget the reviews whose findings are kept, once that can no longer be taken back: in the next sitting."""
    held = () if session.read_only else _held(session)
    kept = _kept_ids(session) if held else frozenset()
    for review in held:
        if _was_kept(review, kept):
            let_review_go(session, review.sha256)


def ask_for_file(review: Unfinished, path: Path | None) -> Path:
    """Return where the file of a review lies on this computer, which was there when it was last looked at here.

    Raises AppError ``report.elsewhere`` where it was never looked at here, and ``report.moved`` where the file is no
    longer there, or is another one by now.
    """
    if path is None:
        raise AppError("report.elsewhere", name=review.name)
    try:
        same = _sha256(path) == review.sha256
    except AppError:
        same = False
    if not same:
        raise AppError("report.moved", name=path.name, folder=str(path.parent))
    return path


def left_of(session: Session, path: Path) -> Unfinished | None:
    """Return the review that was left of this very file, whatever it is called now; None where there is none."""
    sha256 = _sha256(path)
    found = next((each for each in unfinished_reviews(session) if each.sha256 == sha256), None)
    return replace(found, name=path.name) if found else None


def _held(session: Session) -> tuple[Unfinished, ...]:
    """Return every review that can be read, also those that were kept."""
    read = (_review(each.text, each.at) for each in session.store.drafts() if each.field == _FIELD)
    return tuple(each for each in read if each is not None)


def _kept_ids(session: Session) -> frozenset[str]:
    """Return the ids of findings that are kept or that somebody removed; keeping that was taken back leaves none."""
    removed = (each.id for each in session.store.binned() if each.kind is Finding)
    return frozenset((*(each.id for each in session.store.all(Finding)), *removed))


def _was_kept(review: Unfinished, kept: frozenset[str]) -> bool:
    return any(item.id in kept for item in review.items)


def _sha256(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError as error:
        raise AppError("report.unreadable", name=path.name) from error


def _plain(review: Unfinished) -> dict[str, Any]:
    return {
        "name": review.name,
        "sha256": review.sha256,
        "report": report_as_json(review.report),
        "items": [asdict(item) for item in review.items],
    }


def _review(text: str, at: str) -> Unfinished | None:
    try:
        plain = json.loads(text)
        report, items = report_from_json(plain["report"]), tuple(_item(each) for each in plain["items"])
        return Unfinished(str(plain["name"]), str(plain["sha256"]), report, items, datetime.fromisoformat(at))
    except (ValueError, TypeError, KeyError):
        return None


def _item(plain: Mapping[str, Any]) -> Reviewed:
    values = dict(plain)
    values["kind"] = FindingKind(values["kind"])
    values["places"] = tuple(
        Place(each["page"], tuple((box[0], box[1], box[2], box[3]) for box in each["boxes"]))
        for each in values["places"]
    )
    for name in ("suggested", "strand_ids"):
        values[name] = tuple(values[name])
    return Reviewed(**values)
