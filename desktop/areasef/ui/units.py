"""Places in text: Qt counts UTF-16 units, the rest of the application counts code points. The one place they meet."""

from __future__ import annotations


def to_units(text: str, index: int) -> int:
    """Return how many UTF-16 units stand before a code point."""
    return index + sum(1 for sign in text[:index] if ord(sign) > 0xFFFF)


def to_points(text: str, units: int) -> int:
    """Return how many code points stand before a UTF-16 unit."""
    seen = 0
    for index, sign in enumerate(text):
        if seen >= units:
            return index
        seen += 2 if ord(sign) > 0xFFFF else 1
    return len(text)
