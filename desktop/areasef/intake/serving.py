"""The worker's side: it answers one request after another from its standard input, and ends when that closes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, Final

from areasef.intake import wire
from areasef.intake.limits import limit_memory
from areasef.words.faults import AppError

Answer = tuple[dict[str, Any], bytes]


def serve() -> int:
    """Serve requests until the application goes. Nothing but answers is ever written to standard output."""
    limit_memory()
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while True:
        try:
            request, _ = wire.receive(incoming)
        except wire.Closed:
            return 0
        _answer(outgoing, request)


def _answer(outgoing: BinaryIO, request: dict[str, Any]) -> None:
    try:
        header, payload = VERBS[request["verb"]](Path(request["path"]), request)
    except AppError as error:
        header, payload = {"error": error.code, "params": error.params}, b""
    except MemoryError:
        header, payload = {"error": "intake.too_much", "params": {}}, b""
    except Exception as error:  # a parser's own failure is an answer, never the end of the worker
        header, payload = {"error": "intake.parser_failed", "params": {"kind": type(error).__name__}}, b""
    wire.send(outgoing, header, payload)


def _read(path: Path, _request: dict[str, Any]) -> Answer:
    from areasef.intake.files import read_file
    from areasef.intake.reading import as_json

    return as_json(read_file(path)), b""


def _picture(path: Path, request: dict[str, Any]) -> Answer:
    from areasef.intake.files import draw_page

    made = draw_page(path, int(request["page"]), float(request["scale"]))
    return {"width": made.width, "height": made.height, "stride": made.stride}, made.pixels


def _geometry(path: Path, request: dict[str, Any]) -> Answer:
    from areasef.intake.pdf import geometry

    found = geometry(path, int(request["page"]))
    return {"crop": found.crop, "rotation": found.rotation, "text": found.text, "boxes": found.boxes}, b""


def _ping(_path: Path, _request: dict[str, Any]) -> Answer:
    return {}, b""


VERBS: Final[dict[str, Callable[[Path, dict[str, Any]], Answer]]] = {
    "read": _read,
    "picture": _picture,
    "geometry": _geometry,
    "ping": _ping,
}
