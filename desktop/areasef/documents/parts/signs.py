"""Words with the status shape that belongs to them; the word always says the same as the shape."""

from __future__ import annotations

from areasef.documents.model import Run, Sign, Steps
from areasef.domain.citation import Stance
from areasef.domain.framework import Framework, Level
from areasef.domain.plan import Delivery
from areasef.domain.progress import DELIVERY_WORDS

NO_VIEW = "No view yet"
_DELIVERY = {Delivery.OFF_TRACK: "late"}
_STANCE = {Stance.SUPPORTS: ("for", "Supports"), Stance.CHALLENGES: ("against", "Challenges")}


def level_sign(level: Level | None) -> Sign:
    """Return the shape of a level of the pack, or of no view yet."""
    return Sign("self_view", level.shape if level else "none")


def level_run(level: Level | None) -> Run:
    """Return a level's word with its shape."""
    return Run(level.title if level else NO_VIEW, bold=True, mark=level_sign(level))


def delivery_run(delivery: Delivery) -> Run:
    """Return how the doing of an action stands."""
    return Run(DELIVERY_WORDS[delivery], bold=True, mark=Sign("delivery", _DELIVERY.get(delivery, str(delivery))))


def stance_run(stance: Stance) -> Run:
    """Return whether a page supports or challenges."""
    name, word = _STANCE[stance]
    return Run(word, bold=True, mark=Sign("direction", name))


def stage_run(framework: Framework, stage_id: str | None) -> Run:
    """Return how far children notice a change, as filled boxes and the pack's word."""
    stages = framework.impact_stages
    at = next((index for index, stage in enumerate(stages) if stage.id == stage_id), -1)
    return Run(stages[at].title if at >= 0 else "Not said", mark=Steps(at + 1, len(stages)))
