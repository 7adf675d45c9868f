"""The wire between the application and its worker: frames of a length, a JSON header, and raw bytes. No pickle, ever."""

from __future__ import annotations

import json
import struct
from typing import IO, Any, Final

_LENGTHS: Final = struct.Struct("!II")
LARGEST: Final = 512 * 1024 * 1024


class Closed(Exception):  # noqa: N818 - the other end is gone; not always an error
    """The other end has gone."""


def send(stream: IO[bytes], header: dict[str, Any], payload: bytes = b"") -> None:
    """Write one frame. Raises Closed where nobody reads any more."""
    words = json.dumps(header).encode()
    try:
        stream.write(_LENGTHS.pack(len(words), len(payload)))
        stream.write(words)
        stream.write(payload)
        stream.flush()
    except (BrokenPipeError, ValueError, OSError) as error:
        raise Closed from error


def receive(stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Read one frame. Raises Closed at the end of the stream or where what comes is no frame."""
    header_size, payload_size = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if header_size > LARGEST or payload_size > LARGEST:
        raise Closed
    words = _exactly(stream, header_size)
    try:
        header: dict[str, Any] = json.loads(words)
    except ValueError as error:
        raise Closed from error
    return header, _exactly(stream, payload_size)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    pieces: list[bytes] = []
    missing = size
    while missing:
        try:
            piece = stream.read(missing)
        except (OSError, ValueError) as error:
            raise Closed from error
        if not piece:
            raise Closed
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)
