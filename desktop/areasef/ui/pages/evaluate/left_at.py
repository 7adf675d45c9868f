"""Where somebody was in Evaluate: the strand that stood there last opens first, also on another day."""

from __future__ import annotations

from areasef.services.session import Session
from areasef.ui.context import Context


def strand_left_at(context: Context) -> str:
    """Return the strand of this file that was shown last on this computer; the first where none was, or it is gone."""
    session: Session = context.session
    left = context.preferences.strand(session.document)
    known = [each.id for each in session.framework.strands]
    return left if left in known else known[0]


def note_strand(context: Context, strand_id: str) -> None:
    """Remember which strand is shown."""
    session: Session = context.session
    context.preferences.note_strand(session.document, strand_id)
