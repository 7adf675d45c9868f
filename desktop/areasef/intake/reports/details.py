"""The partnership's details: the bodies with officers, websites and addresses, and the inspection team. Offered, not relied on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from areasef.domain.report import ReportBody
from areasef.intake.reports.headings import letters
from areasef.intake.reports.joining import Joiner
from areasef.intake.reports.printed import FAR, Line

_SITE: Final = re.compile(r"^(https?://|www\.)|^[\w.-]+\.(gov|nhs|org|com|co)\b\S*$", re.IGNORECASE)
_LABEL: Final = re.compile(r"^(name of (authority|icb)|website|address|name)\s*:?\s*", re.IGNORECASE)
_KINDS: Final = {
    "localauthority": "local_authority",
    "integratedcareboard": "integrated_care_board",
    "integratedcareboards": "integrated_care_board",
}
NEXT_PARAGRAPH: Final = 18.0


def bodies(lines: Sequence[Line], joiner: Joiner) -> tuple[ReportBody, ...]:
    """Return the bodies named in the details table, a column at a time; nothing where it cannot be told apart."""
    found: list[ReportBody] = []
    for cells in _columns(lines, joiner):
        kind = _KINDS.get(letters(" ".join(cells[0])).removesuffix("names"), "") if cells else ""
        if kind and len(cells) > 1:
            found += (_body(kind, one) for one in _apart(cells[1:]))
    return tuple(found)


def _columns(lines: Sequence[Line], joiner: Joiner) -> list[list[list[str]]]:
    """Return columns of cells of paragraphs."""
    if any("\t" in line.text for line in lines):
        rows = [line.text.split("\t") for line in lines if line.text.strip()]
        width = max(len(row) for row in rows)
        return [[[row[index].strip()] for row in rows if index < len(row)] for index in range(width)]
    cells: dict[tuple[int, int, int], list[Line]] = {}
    for line in lines:
        if line.cell:
            cells.setdefault((line.cell.column, line.cell.page, line.cell.row), []).append(line)
    columns: dict[int, list[list[str]]] = {}
    for (column, _, _), found in sorted(cells.items()):
        columns.setdefault(column, []).append(_paragraphs(found, joiner))
    return list(columns.values())


def _paragraphs(lines: Sequence[Line], joiner: Joiner) -> list[str]:
    groups: list[list[str]] = []
    for line in lines:
        if not groups or NEXT_PARAGRAPH < line.gap < FAR or _SITE.match(line.text):
            groups.append([])
        groups[-1].append(line.text)
    # A web address is wrapped without a hyphen or a space.
    return ["".join(group) if _SITE.match(group[0]) else joiner.join(group) for group in groups]


def _apart(cells: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the cells of each body where one column lists several, each in a paragraph of every cell."""
    count = len(cells[0])
    if count > 1 and all(len(cell) == count for cell in cells):
        return [[cell[index] for cell in cells] for index in range(count)]
    return [[" ".join(cell) for cell in cells]]


def _body(kind: str, cells: Sequence[str]) -> ReportBody:
    plain = [_LABEL.sub("", cell).strip() for cell in cells]
    name, rest = plain[0], plain[1:]
    site = next((cell for cell in rest if _SITE.match(cell)), "")
    others = [cell for cell in rest if cell and cell != site]
    officer = others[0] if others else ""
    return ReportBody(kind, name, officer, site, "; ".join(others[1:]))


def team(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the names of the inspection team as printed."""
    heads = {"ofsted", "carequalitycommission", "ofstedcarequalitycommission"}
    return tuple(line.text.strip() for line in lines if letters(line.text) not in heads and line.text.strip())
