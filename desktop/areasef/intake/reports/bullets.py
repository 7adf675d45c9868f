"""Bullets of published reports: which characters they are, and what follows them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

# Private-use code points are what Symbol and Wingdings leave behind.
GLYPHS: Final = "◼▪■•●○◦‣⁃∙·▫□◾➢➤►\uf0b7\uf0a7\uf06e\uf0a8\uf0d8\uf0fc\uf02d\uf076"
_MARK = re.compile(rf"^([{GLYPHS}]+|[-−–—]|o)(?=\s|$)\s*|^([{GLYPHS}]+)")
BULLET: Final = "◼"
OFTEN: Final = 3  # lines that begin with a sign before it is taken for a bullet
_ALONE = re.compile(r"^([^\s\dAaI(\[\"'“‘])(?=\s|$)")
_NUMBER = re.compile(r"^\(?(\d{1,2}|[ivx]{1,4}|[a-h])[.)](?=\s|$)\s*")
_PRIVATE: Final = dict.fromkeys(map(ord, "\uf0b7\uf076\uf0fc"), "•") | dict.fromkeys(map(ord, "\uf0a7\uf06e"), "▪")


def is_marker(word: str) -> bool:
    """Say whether a word is a bullet or a number of a list, alone."""
    return bool(word) and (all(letter in GLYPHS + "-−–—" for letter in word) or bool(_NUMBER.fullmatch(word)))


def bullet(text: str) -> str:
    """Return the bullet that a line begins with, or nothing."""
    found = _MARK.match(text)
    return (found[1] or found[2]) if found else ""


def marked_anew(texts: Sequence[str]) -> list[str]:
    """Return texts with a bullet where an encoding has made another sign of it: ``?`` or ``n`` at the start of many."""
    if any(bullet(text)[:1] in GLYPHS for text in texts if bullet(text)):
        return list(texts)
    signs = Counter(map(_sign, texts))
    del signs[""]
    sign, count = signs.most_common(1)[0] if signs else ("", 0)
    if count < OFTEN:
        return list(texts)
    return [f"{BULLET} {text[len(sign) :].lstrip()}" if _sign(text) == sign else text for text in texts]


def _sign(text: str) -> str:
    found = _ALONE.match(text)
    return found[1] if found else ""


def number(text: str) -> str:
    """Return the number or letter that a line begins with (``2.``, ``(b)``), or nothing."""
    found = _NUMBER.match(text)
    return found[1] if found else ""


def after_bullet(text: str) -> str:
    """Return a line without its bullet."""
    return _MARK.sub("", text, count=1)


def readable(text: str) -> str:
    """Return a text whose private-use bullets can be read in any font."""
    return text.translate(_PRIVATE)
