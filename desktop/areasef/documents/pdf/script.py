"""Text from people, made fit for paper: cleaned, given a font that has its signs, and put in the order it is drawn.

Right-to-left text is drawn in visual order and carries its real text for readers; Arabic letters are joined by the
presentation forms of Unicode. This is a plain version of the bidirectional algorithm (no nested embeddings).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from areasef.documents.pdf import fonts

_KEPT: Final = {"\n", "\t"}
_RIGHT: Final = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_RIGHT_RUN: Final = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
    r"(?:[\s\d.,:;!?()'\"\-\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?"
)
_DIGITS: Final = re.compile(r"[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,:][0-9\u0660-\u0669\u06f0-\u06f9]+)*")
_MIRRORED: Final = str.maketrans("()[]{}<>«»", ")(][}{><»«")
UNKNOWN: Final = "\u25a1"
_NAMELESS: Final = ("Co", "Cn")
_STAND_INS: Final = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one font as it is drawn; ``actual`` is its real text where that differs."""

    text: str
    font: str
    actual: str = ""


@lru_cache(maxsize=16384)
def clean(text: str) -> str:
    """Return text as it may be printed: NFC, line breaks and tabs as spaces, control and invisible signs dropped.

    Signs that have a meaning in one program's font alone become an empty square, the bullet of a word processor a bullet.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = (
        _STAND_INS.get(sign, UNKNOWN)
        if unicodedata.category(sign) in _NAMELESS
        else " "
        if sign in _KEPT or (sign != "\u00a0" and unicodedata.category(sign) in ("Zs", "Zl", "Zp"))
        else sign
        for sign in unicodedata.normalize("NFC", text)
        if sign in _KEPT or unicodedata.category(sign) not in ("Cc", "Cf", "Cs")
    )
    return "".join(
        sign for sign in kept if not "\ufe00" <= sign <= "\ufe0f" and not "\U0001f3fb" <= sign <= "\U0001f3ff"
    )


@lru_cache(maxsize=65536)
def pieces(text: str, bold: bool) -> tuple[Piece, ...]:
    """Split a cleaned text by the font that can draw it; runs of right-to-left text become one piece each."""
    main = fonts.face(bold)
    if text.isascii() or fonts.covered(main).issuperset(text):
        return (Piece(text, main),)
    found: list[Piece] = []
    at = 0
    for match in _RIGHT_RUN.finditer(text):
        _by_font(text[at : match.start()], bold, found)
        found.append(_right_to_left(match.group(), bold))
        at = match.end()
    _by_font(text[at:], bold, found)
    return tuple(found)


def has_right_to_left(text: str) -> bool:
    """Say whether a text holds letters of a right-to-left script."""
    return not text.isascii() and _RIGHT.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Say whether a text begins in a right-to-left script."""
    return next((bool(_RIGHT.match(sign)) for sign in text if sign.isalpha()), False)


def undrawn(text: str, bold: bool) -> tuple[str, ...]:
    """Return the signs of a typed text, each once, that neither font can draw or that are left out over their letters."""
    if text.isascii() or fonts.covered(fonts.face(bold)).issuperset(text):
        return ()
    known = fonts.covered(fonts.face(bold)) | fonts.covered(fonts.spare(bold))
    points = (sign for sign in text if unicodedata.combining(sign) and _RIGHT.match(sign))
    nameless = (sign for sign in text if unicodedata.category(sign) in _NAMELESS and sign not in _STAND_INS)
    lacking = (sign for sign in clean(text) if sign not in known and not sign.isspace())
    return tuple(dict.fromkeys((*lacking, *nameless, *points)))


def _by_font(text: str, bold: bool, found: list[Piece]) -> None:
    main, spare = fonts.face(bold), fonts.spare(bold)
    have = fonts.covered(main)
    start = 0
    while start < len(text):
        sign = text[start]
        if sign in have or sign == "\u00a0" or sign.isspace():
            end = _while(text, start, have)
            found.append(Piece(text[start:end], main))
        elif sign in fonts.covered(spare):
            end = start + 1
            while end < len(text) and text[end] not in have and text[end] in fonts.covered(spare):
                end += 1
            found.append(Piece(text[start:end], spare))
        else:
            end = start + 1
            found.append(Piece(*_stand_in(sign, main, spare), sign))
        start = end


def _while(text: str, start: int, have: frozenset[str]) -> int:
    end = start + 1
    while end < len(text) and (text[end] in have or text[end].isspace()):
        end += 1
    return end


def _stand_in(sign: str, main: str, spare: str) -> tuple[str, str]:
    """Return what is drawn for a sign that no font has: a symbol's name in brackets, an empty square for a letter."""
    name = unicodedata.name(sign, "").lower()
    if name and unicodedata.category(sign) in ("So", "Sk", "Sm", "Sc"):
        return f"[{name}]", main
    return UNKNOWN, spare


def _right_to_left(text: str, bold: bool) -> Piece:
    spare = fonts.spare(bold)
    joined = _joined(text)
    have = fonts.covered(spare)
    drawn = "".join(sign if sign in have else UNKNOWN for sign in joined)
    visual = drawn[::-1].translate(_MIRRORED)
    visual = _DIGITS.sub(lambda match: match.group()[::-1], visual)
    return Piece(visual, spare, text)


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return for each Arabic letter its presentation forms by position (Unicode's own compatibility mapping)."""
    found: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFBFF), *range(0xFE80, 0xFEFD)):
        kind, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        whole = "".join(chr(int(each, 16)) for each in letters.split())
        if kind in ("<initial>", "<medial>", "<final>", "<isolated>"):
            found.setdefault(whole, {})[kind] = chr(code)
    return found


def _joined(text: str) -> str:
    forms = _forms()
    text = re.sub("\u0644[\u0622\u0623\u0625\u0627]", lambda match: forms[match.group()]["<isolated>"], text)
    letters = [sign for sign in text if not unicodedata.combining(sign)]
    out: list[str] = []
    for at, sign in enumerate(letters):
        mine = forms.get(sign, {})
        before = forms.get(letters[at - 1], {}) if at else {}
        after = forms.get(letters[at + 1], {}) if at + 1 < len(letters) else {}
        from_left = "<initial>" in before and "<final>" in mine
        to_right = "<initial>" in mine and ("<final>" in after or "<medial>" in after)
        kind = (
            "<medial>"
            if from_left and to_right
            else "<final>"
            if from_left
            else "<initial>"
            if to_right
            else "<isolated>"
        )
        out.append(mine.get(kind, sign))
    return "".join(out)
