"""Lead somebody through the framework: the next prompt that nobody has answered or skipped, strand by strand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from areasef.domain.framework import Prompt, Strand
from areasef.domain.statement import Statement
from areasef.services.session import Session

_SKIPPED: Final = "prompts_skipped"


@dataclass(frozen=True, slots=True)
class Step:
    """A prompt to answer: its strand, its number among those of the strand, and how many wait in the whole framework."""

    strand: Strand
    prompt: Prompt
    number: int
    waiting: int


def next_step(session: Session, strand_id: str = "") -> Step | None:
    """Return the next prompt, from a strand on and round to it again; None where every prompt is answered or skipped."""
    done = answered(session) | skipped(session)
    strands = session.framework.strands
    first = next((at for at, each in enumerate(strands) if each.id == strand_id), 0)
    open_ones = [
        (strand, number, prompt)
        for strand in (*strands[first:], *strands[:first])
        for number, prompt in enumerate(strand.prompts, 1)
        if prompt.id not in done
    ]
    if not open_ones:
        return None
    strand, number, prompt = open_ones[0]
    return Step(strand, prompt, number, len(open_ones))


def taken_up(session: Session, strand_id: str = "") -> Step | None:
    """Return where the questions go on, from a strand on; None where nobody began them."""
    return next_step(session, strand_id) if answered(session) or skipped(session) else None


def answered(session: Session) -> frozenset[str]:
    """Return the prompts that a statement was started from."""
    written = session.store.all(Statement, evaluation_id=session.evaluation.id)
    return frozenset(each.prompt_id for each in written if each.prompt_id)


def skipped(session: Session) -> frozenset[str]:
    """Return the prompts that were skipped; the workspace remembers them until they are asked again."""
    return frozenset((session.store.setting(_SKIPPED) or "").split())


def skip(session: Session, prompt_id: str) -> None:
    """Pass over a prompt, today and later. Raises AppError where nothing can be written."""
    _keep(session, skipped(session) | {prompt_id})


def ask_skipped_again(session: Session) -> None:
    """Ask every skipped prompt again. Raises AppError where nothing can be written."""
    _keep(session, ())


def _keep(session: Session, prompt_ids: Iterable[str]) -> None:
    session.store.set_setting(_SKIPPED, " ".join(sorted(prompt_ids)))
