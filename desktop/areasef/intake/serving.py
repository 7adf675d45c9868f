"""The worker's side: it answers one request after another from its standard input, and ends when that closes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, Final

from areasef.intake import wire
from areasef.intake.limits import ALONE_SECONDS, end_after, shut_in
from areasef.words.faults import AppError

Answer = tuple[dict[str, Any], bytes]


def serve() -> int:
    """Serve requests until the application goes. Nothing but answers is ever written to standard output."""
    shut_in()
    with os.fdopen(os.dup(1), "wb") as outgoing:
        os.dup2(2, 1)  # what a parser's C code prints must not fall between the answers
        sys.stdout = sys.stderr
        return _serve(sys.stdin.buffer, outgoing)


def _serve(incoming: BinaryIO, outgoing: BinaryIO) -> int:
    while True:
        try:
            request, _ = wire.receive(incoming)
        except wire.Closed:
            return 0
        end_after(ALONE_SECONDS)
        _answer(outgoing, request)
        end_after(0)


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
    from areasef.intake.files import page_geometry

    found = page_geometry(path, int(request["page"]))
    return {"crop": found.crop, "rotation": found.rotation, "text": found.text, "boxes": found.boxes}, b""


def _report(path: Path, _request: dict[str, Any]) -> Answer:
    from areasef.intake.reports.reading import read_report
    from areasef.intake.reports.wired import report_as_json

    return report_as_json(read_report(path)), b""


def _workbook(path: Path, _request: dict[str, Any]) -> Answer:
    from areasef.intake.workbook_wire import workbook_as_json
    from areasef.intake.workbooks import read_workbook

    return workbook_as_json(read_workbook(path)), b""


def _ping(_path: Path, _request: dict[str, Any]) -> Answer:
    return {}, b""


VERBS: Final[dict[str, Callable[[Path, dict[str, Any]], Answer]]] = {
    "read": _read,
    "picture": _picture,
    "geometry": _geometry,
    "report": _report,
    "workbook": _workbook,
    "ping": _ping,
}
