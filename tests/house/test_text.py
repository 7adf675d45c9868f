"""What is written in the tree: whole, clean, and about the project alone."""

from __future__ import annotations

import re

import pytest

from .tree import texts

# Spelled in halves, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|lo" r"rem ip" r"sum|not yet imp" r"lemented|st" r"ub)\b")
PLACES = re.compile(
    r"(?<![\w.])/(?:wo" r"rk|ro" r"ot|o" r"pt)/|py" r"pi\.org|python" r"hosted|npm" r"js|C:\\\\Us" r"ers"
)
BROKEN = re.compile("\u00c3[\u0080-\u00bf]|\u00e2\u20ac|\u00c2[\u00a0-\u00bf]|\ufffd|\ufeff")


@pytest.mark.parametrize(
    ("rule", "pattern"),
    [("unfinished work", UNFINISHED), ("places of one machine", PLACES), ("broken characters", BROKEN)],
    ids=["unfinished", "places", "broken"],
)
def test_the_tree_is_free_of(rule: str, pattern: re.Pattern[str]) -> None:
    found = [
        f"{path}:{number} {line.strip()[:100]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, f"{rule}:\n" + "\n".join(found)
