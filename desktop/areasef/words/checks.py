"""What a check says: what is wrong, where, and the words of the link that leads to the place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class CheckWords:
    """What is wrong, where it is, and one or two words for the link that mends it; filled by the check's params."""

    what: str
    where: str
    fix: str


_STATEMENT: Final = "{code}, {section}, statement {number}"
_STRAND: Final = "{code}"
_SINGLE: Final = re.compile(r"\b1 (item|statement|month)s\b")
_COUNTED: Final = "{code}, {count} items"

CHECK_WORDS: Final[dict[str, CheckWords]] = {
    "no_statements": CheckWords("Nothing is written yet", _STRAND, "Start"),
    "claim_without_citation": CheckWords("A statement cites no page", _STATEMENT, "Find evidence"),
    "impact_without_evidence": CheckWords("Says children gain, but cites nothing", _STATEMENT, "Find evidence"),
    "no_health_evidence": CheckWords("No health evidence at all", _COUNTED, "Ask health"),
    "no_care_evidence": CheckWords("No social care evidence at all", _COUNTED, "Ask social care"),
    "no_early_years": CheckWords("Nothing about ages 0 to 5", "{code}, {count} statements", "Add"),
    "no_post_16": CheckWords("Nothing about ages 16 to 25", "{code}, {count} statements", "Add"),
    "no_sen_support": CheckWords("Nothing about SEN support", "{code}, {count} statements", "Add"),
    "no_children_voice": CheckWords("No child’s or young person’s voice", _COUNTED, "Find evidence"),
    "no_parent_voice": CheckWords("No parent’s or carer’s voice", _COUNTED, "Find evidence"),
    "only_leaders_heard": CheckWords("Only leaders have been heard", _COUNTED, "Find evidence"),
    "stale_evidence": CheckWords("Newest item is {months} months old", "{code}, {ref}", "Find newer"),
    "stale_evidence.statement": CheckWords(
        "Rests on one item that is {months} months old", _STATEMENT + ", {ref}", "Find newer"
    ),
    "development_without_action": CheckWords("Needs to be better, but no action answers it", _STATEMENT, "Add action"),
    "finding_impact_without_evidence": CheckWords(
        "Says what changed since the inspection, but shows no evidence", "Finding {number}", "Add evidence"
    ),
    "quote_moved": CheckWords("The quoted words are not where they were", _STATEMENT + ", {ref}", "Look"),
    "file_missing": CheckWords("A cited file is missing", _STATEMENT + ", {ref}", "Look"),
    "unplaced_citation": CheckWords("A citation has no place in the text", _STATEMENT, "Place it"),
    "low_confidence_without_reason": CheckWords("Low confidence, with no reason given", _STATEMENT, "Say why"),
    "no_self_view": CheckWords("No view yet of this strand", _STRAND, "Choose"),
    "self_view_without_reason": CheckWords("The view of this strand has no reason", _STRAND, "Say why"),
}


def check_words(code: str, params: dict[str, object]) -> CheckWords:
    """Return the filled words of a check. Raises KeyError for a code that nobody wrote words for."""
    raw = CHECK_WORDS[code]
    return CheckWords(_one(raw.what.format(**params)), _one(raw.where.format(**params)), raw.fix)


def _one(words: str) -> str:
    """Return words in which one of a thing is one thing: ``1 item``."""
    return _SINGLE.sub(r"1 \1", words)
