"""Read the content of the demonstration from ``assets/sample``: what is said once, the evidence, the strands, the plan.

A figure that stands in many places is said once in ``facts.toml`` and named in braces elsewhere; a statement's
citations name an item by its reference and a page by the words that stand there.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from areasef.documents.sample.blocks import SampleFile, parse
from areasef.domain.statement import sentences
from areasef.resources import assets

_FACT: Final = re.compile(r"\{(\w+)\}")
_MARK: Final = re.compile(r"\[(\d+)\]")
_FENCE: Final = "+++"
_NO_NAME: Final = re.compile(r"[^\w ,.()’-]")

Table = dict[str, Any]
"""A table of TOML, its facts filled in."""


@dataclass(frozen=True, slots=True)
class SampleEvidence:
    """An item to be added: a file to be made, a link, or a note; ``about`` are the fields of the item."""

    ref: str
    title: str
    about: Table
    file: SampleFile | None = None
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SampleCitation:
    """A page to be cited: ``after`` is the sentence (from 0) it belongs to, ``quote`` the words on the page."""

    ref: str
    supports: bool
    quote: str
    says: str
    after: int


@dataclass(frozen=True, slots=True)
class SampleStatement:
    """A statement: its words without marks, what it cites, and its other fields."""

    key: str
    section: str
    words: str
    citations: tuple[SampleCitation, ...]
    about: Table


@dataclass(frozen=True, slots=True)
class SampleStrand:
    """A strand: how it is seen and why, what bodies say to it, and its statements."""

    id: str
    about: Table
    statements: tuple[SampleStatement, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """Everything the demonstration is made of."""

    area: Table
    plan: Table
    evidence: tuple[SampleEvidence, ...]
    strands: tuple[SampleStrand, ...]


def read_sample(folder: Path | None = None) -> Sample:
    """Read the sample that ships, or that of another folder."""
    root = folder or assets() / "sample"
    facts: dict[str, str] = tomllib.loads((root / "facts.toml").read_text("utf-8"))
    return Sample(
        area=_filled(_toml(root / "area.toml"), facts),
        plan=_filled(_toml(root / "plan.toml"), facts),
        evidence=tuple(_evidence(path, facts) for path in sorted((root / "evidence").glob("*.txt"))),
        strands=tuple(_strand(_filled(_toml(path), facts)) for path in sorted((root / "strands").glob("*.toml"))),
    )


def _toml(path: Path) -> Table:
    return tomllib.loads(path.read_text("utf-8"))


def _filled(value: Any, facts: dict[str, str]) -> Any:
    """Return a value with every named fact put in. Raises KeyError for one that is not said."""
    if isinstance(value, str):
        return _FACT.sub(lambda match: facts[match[1]], value)
    if isinstance(value, list):
        return [_filled(each, facts) for each in value]
    if isinstance(value, dict):
        return {key: _filled(each, facts) for key, each in value.items()}
    return value


def _evidence(path: Path, facts: dict[str, str]) -> SampleEvidence:
    _, head, body = path.read_text("utf-8").split(_FENCE, 2)
    about: Table = _filled(tomllib.loads(head), facts)
    words = str(_filled(body.strip(), facts))
    kind, title = about.get("kind", "pdf"), about["title"]
    ref = f"E-{path.name.partition('-')[0]}"
    if kind in ("link", "note"):
        return SampleEvidence(ref, title, about, link=words if kind == "link" else "", note=words)
    file = SampleFile(
        name=f"{_NO_NAME.sub('', title).strip()}.{kind}",
        title=title,
        body=about["body"],
        under=about.get("under", ""),
        sheets=parse(words),
        cover=about.get("cover", False),
        facts=tuple((name, str(about[name])) for name in ("agency", "from", "to", "date") if name in about),
    )
    return SampleEvidence(ref, title, about, file=file)


def _strand(table: Table) -> SampleStrand:
    rows = table.pop("statements")
    made = tuple(_statement(f"{table['id']}.{number}", row) for number, row in enumerate(rows, 1))
    return SampleStrand(table["id"], table, made)


def _statement(key: str, row: Table) -> SampleStatement:
    """Take the marks out of a statement's words; each mark belongs to the sentence it stands behind."""
    marked = " ".join(str(row.pop("words")).split())
    words = _MARK.sub("", marked)
    ends = [each.end for each in sentences(words)]
    after: dict[int, int] = {}
    for mark in _MARK.finditer(marked):
        at = len(_MARK.sub("", marked[: mark.start()]))
        after[int(mark[1])] = next(number for number, end in enumerate(ends) if at <= end)
    cited: list[Any] = row.pop("cites", [])
    citations = tuple(_citation(each, after[number]) for number, each in enumerate(cited, 1))
    order = sorted(citations, key=lambda each: each.after)
    return SampleStatement(row.pop("key", key), row.pop("section"), words, tuple(order), row)


def _citation(row: list[str], after: int) -> SampleCitation:
    stance, ref, quote, *says = row
    return SampleCitation(ref, stance == "+", quote, says[0] if says else "", after)
