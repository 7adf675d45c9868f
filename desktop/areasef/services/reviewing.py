"""A review of a report that is not finished: kept beside the log at each step, so that it can be gone on with later.

Nothing of it is part of the evaluation until a person keeps the findings.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from areasef.domain.record import FindingKind
from areasef.domain.report import InspectionReport, Place
from areasef.domain.review import Items, Reviewed
from areasef.intake.reports.wired import report_as_json, report_from_json
from areasef.services.session import Session
from areasef.words.faults import AppError

_SUBJECT: Final = ("report", "review")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A review as it was left: the file by its place and SHA-256, the report and its findings as they stood, and when."""

    path: Path
    sha256: str
    report: InspectionReport
    items: Items
    at: datetime | None = None


def begun(path: Path, report: InspectionReport, items: Items) -> Unfinished:
    """Return the review of a file that begins now. Raises AppError where the file can no longer be read."""
    return Unfinished(path, _sha256(path), report, items)


def keep_review(session: Session, review: Unfinished) -> None:
    """Keep a review as it stands, in place of any kept before; a reader keeps nothing."""
    if not session.read_only:
        session.store.keep_draft(*_SUBJECT, json.dumps(_plain(review), ensure_ascii=False))


def unfinished_review(session: Session) -> Unfinished | None:
    """Return the review that was left, or None; one that this version cannot read is as good as none."""
    draft = next((each for each in session.store.drafts() if (each.subject_id, each.field) == _SUBJECT), None)
    if draft is None:
        return None
    try:
        return _review(json.loads(draft.text), datetime.fromisoformat(draft.at))
    except (ValueError, TypeError, KeyError):
        return None


def let_review_go(session: Session) -> None:
    """Forget the review that was left: it was kept as findings, or nobody wants it."""
    session.store.drop_draft(*_SUBJECT)


def ask_for_file(review: Unfinished) -> None:
    """Raise AppError ``report.moved`` where the file of a review is no longer there, or is another one by now."""
    try:
        same = _sha256(review.path) == review.sha256
    except AppError:
        same = False
    if not same:
        raise AppError("report.moved", name=review.path.name, folder=str(review.path.parent))


def left_of(session: Session, path: Path) -> Unfinished | None:
    """Return the review that was left of this very file, wherever it lies now; None where there is none."""
    left = unfinished_review(session)
    if left is None or left.sha256 != _sha256(path):
        return None
    return Unfinished(path, left.sha256, left.report, left.items, left.at)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise AppError("report.unreadable", name=path.name) from error


def _plain(review: Unfinished) -> dict[str, Any]:
    return {
        "path": str(review.path),
        "sha256": review.sha256,
        "report": report_as_json(review.report),
        "items": [asdict(item) for item in review.items],
    }


def _review(plain: Mapping[str, Any], at: datetime) -> Unfinished:
    items = tuple(_item(each) for each in plain["items"])
    return Unfinished(Path(plain["path"]), str(plain["sha256"]), report_from_json(plain["report"]), items, at)


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
