"""What people type and paste: without signs that nobody can see and that turn, ring or break what is read later."""

from __future__ import annotations

import re
from typing import Final

_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufeff\ufff9-\ufffb]")
"""Control signs but those that part lines and words, overrides of direction, and the mark of a file's byte order.

Marks and isolates stay: people who write from right to left need them.
"""


def seen(words: str) -> str:
    """Return words without the signs that nobody can see."""
    return _UNSEEN.sub("", words)
