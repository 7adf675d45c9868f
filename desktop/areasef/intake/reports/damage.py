"""Whether a PDF that opens was damaged all the same: PDFium repairs in silence, and words may be lost in what it mends."""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from typing import Final

_LAST: Final = re.compile(rb"startxref\s+(\d+)\s*%%EOF")
_TABLE: Final = re.compile(rb"\s*(xref\b|\d+\s+\d+\s+obj\b)")
_STREAM: Final = re.compile(rb"/Filter\s*\[?\s*(/ASCII85Decode\s*)?/FlateDecode\b[^>]{0,400}>>\s*stream\r?\n")
_TAIL: Final = 2048
_MOST_OUT: Final = 40_000_000
_PIECE: Final = 1_000_000


def is_damaged(content: bytes) -> bool:
    """Say whether the file's table of parts is not where its end says, or a compressed part fails its own checksum."""
    ends = list(_LAST.finditer(content[-_TAIL:]))
    if not ends:
        return True
    last = ends[-1]
    start = int(last[1]) + max(content[:1024].find(b"%PDF"), 0)
    if not any(_TABLE.match(content, place) for place in {start, int(last[1])}):
        return True
    if b"/Encrypt" in content:
        return False  # what is encrypted unpacks to nothing here
    left = _MOST_OUT
    for found in _STREAM.finditer(content):
        used = _unpacked(content, found.end(), left, bool(found[1]))
        if used is None:
            return True
        left -= used
        if left <= 0:
            break
    return False


def _unpacked(content: bytes, start: int, most: int, printable: bool) -> int | None:
    """Return how many bytes a stream unpacks to; None where it breaks off or is not what its checksum says."""
    end = content.find(b"endstream", start)
    packed = zlib.decompressobj()
    data = content[start : end if end > 0 else len(content)]
    if not data.strip():
        return 0  # an empty page, as some programs write it
    size = 0
    try:
        if printable:
            data = a85decode(data.strip().removesuffix(b"~>"))
        while data and not packed.eof and size < most:
            size += len(packed.decompress(data, _PIECE))
            data = packed.unconsumed_tail
    except (zlib.error, ValueError):
        return None
    return size if packed.eof or size >= most else None
