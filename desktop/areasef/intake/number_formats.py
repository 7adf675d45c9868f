"""What a number format of Excel puts beside a number: whether it is shown as a percentage, and which unit is written with it."""

from __future__ import annotations

import re
from typing import Final

_LITERAL: Final = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]\-]*)(?:-[^\]]*)?\]')
_BRACKETS: Final = re.compile(r"\[[^\]]*\]")
_UNIT: Final = re.compile(r"[A-Za-z][A-Za-z ]{0,24}")


def shown_by(code: str) -> tuple[bool, str]:
    """Return whether a format shows a number times 100, and the unit it writes: ``0%`` does, ``0"%"`` and ``0" weeks"`` do not."""
    first = code.split(";")[0]
    written = "".join("".join(found) for found in _LITERAL.findall(first)).strip()
    bare = _BRACKETS.sub("", _LITERAL.sub("", first))
    if "%" in bare:
        return True, ""
    if "£" in bare or "£" in written:
        return False, "£"
    return False, "%" if written == "%" else written if _UNIT.fullmatch(written) else ""
