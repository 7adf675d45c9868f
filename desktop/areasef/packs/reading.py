"""Read a pack: TOML files in, a framework out; every fault with its file and key, and the good rest kept."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from areasef.domain import framework as fw
from areasef.domain.check import RULES
from areasef.packs.entries import Faults, read_entries, read_entry
from areasef.words.faults import Fault

LISTS: Final = {
    "parts": fw.Part,
    "sections": fw.Section,
    "levels": fw.Level,
    "source_types": fw.SourceType,
    "agencies": fw.Term,
    "impact_stages": fw.Term,
    "ages": fw.Term,
    "plan_statuses": fw.Term,
    "services": fw.Term,
    "settings": fw.Term,
    "cohorts": fw.Term,
    "partner_kinds": fw.Term,
    "roles": fw.Term,
    "themes": fw.Theme,
    "outcomes": fw.Outcome,
    "intervals": fw.Interval,
}
SIDE_FILES: Final = {
    "timetable.toml": ("timetable", fw.TimetableEntry),
    "requests.toml": ("requests", fw.RequestItem),
    "indicators.toml": ("indicators", fw.IndicatorDefinition),
    "checks.toml": ("check_rules", fw.CheckRule),
    "glossary.toml": ("glossary", fw.GlossaryTerm),
}
_WORDS: Final = ("id", "edition", "title", "short_title", "publisher_note")
_NEEDED: Final = ("parts", "sections", "levels", "source_types", "agencies", "impact_stages", "ages")
_LARGEST: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PackReading:
    """A pack as it was read: the framework (None where it cannot be used), every fault, and the files themselves."""

    framework: fw.Framework | None
    faults: tuple[Fault, ...]
    files: dict[str, str]


def read_pack(folder: Path) -> PackReading:
    """Read the pack in a folder; whatever is wrong with it is a fault, never an error."""
    faults: list[Fault] = []
    files: dict[str, str] = {}
    if not folder.is_dir():
        return PackReading(None, (Fault("packs.not_a_folder", folder.name),), files)
    try:
        paths = sorted([*folder.glob("*.toml"), *folder.glob("strands/*.toml")])
    except OSError:
        paths = []
    for path in paths:
        name = path.relative_to(folder).as_posix()
        try:
            if path.stat().st_size > _LARGEST:
                faults.append(Fault("packs.too_large", name))
                continue
            files[name] = path.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            faults.append(Fault("packs.unreadable", name))
    if "framework.toml" not in files:
        return PackReading(None, (*faults, Fault("packs.no_framework", str(folder.name))), files)
    reading = read_pack_files(files)
    unusable = reading.framework is None or any(fault.place == "framework.toml" for fault in faults)
    return PackReading(None if unusable else reading.framework, (*faults, *reading.faults), files)


def read_pack_files(files: dict[str, str]) -> PackReading:
    """Read a pack from its files, as a workspace keeps its own copy."""
    faults: list[Fault] = []
    tables = {name: _parsed(name, text, faults) for name, text in sorted(files.items())}
    main = tables.get("framework.toml")
    if main is None:
        return PackReading(None, tuple(faults or [Fault("packs.no_framework", "framework.toml")]), files)
    given = _main_values(main, faults)
    for name, (key, kind) in SIDE_FILES.items():
        if (table := tables.get(name)) is not None:
            side = Faults(name)
            _only(table, {key}, side)
            given[key] = read_entries(kind, table.get(key, []), key, side)
            faults += side.found
    strand_files = _strands(tables, faults)
    given["strands"] = tuple(strand_files.values())
    if any(not given.get(key) for key in (*_WORDS[:3], *_NEEDED, "strands")):
        return PackReading(None, tuple(faults), files)
    made = fw.Framework(**given)
    faults += _references(made, {strand.id: name for name, strand in strand_files.items()})
    return PackReading(made, tuple(faults), files)


def _parsed(name: str, text: str, faults: list[Fault]) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.append(Fault("packs.bad_toml", name, {"why": str(error)}))
        return None


def _main_values(main: dict[str, Any], faults: list[Fault]) -> dict[str, Any]:
    here = Faults("framework.toml")
    _only(main, {*_WORDS, *LISTS}, here)
    given: dict[str, Any] = {}
    for name in _WORDS:
        value = main.get(name)
        if not isinstance(value, str) or not value:
            here.tell("packs.missing_id" if name == "id" else "packs.missing_key", name)
        given[name] = value if isinstance(value, str) else ""
    for name, kind in LISTS.items():
        if name in main:
            given[name] = read_entries(kind, main[name], name, here)
        elif name in _NEEDED:
            here.tell("packs.missing_list", name)
    faults += here.found
    return given


def _strands(tables: dict[str, dict[str, Any] | None], faults: list[Fault]) -> dict[str, fw.Strand]:
    """Return the strands that could be read, by the files they stand in."""
    found: dict[str, fw.Strand] = {}
    for name, table in tables.items():
        if not name.startswith("strands/") or table is None:
            continue
        here = Faults(name)
        strand = read_entry(fw.Strand, table, "", here)
        if strand is not None and any(strand.id == other.id for other in found.values()):
            here.tell("packs.double_id", "id", id=strand.id)
        elif strand is not None:
            found[name] = strand
        faults += here.found
    if not found:
        faults.append(Fault("packs.no_strands", "strands"))
    return found


def _only(table: dict[str, Any], known: Iterable[str], faults: Faults) -> None:
    names = set(known)
    for key in table.keys() - names:
        faults.tell("packs.unknown_key", key, known=", ".join(sorted(names)))


def _references(made: fw.Framework, strand_files: dict[str, str]) -> list[Fault]:
    """Return what names an id that no list has, or a day or month that no calendar has."""
    lists = {name: {each.id for each in getattr(made, name)} for name in (*LISTS, "strands")}
    faults: list[Fault] = []

    def check(file: str, key: str, wanted: Iterable[str], known: str) -> None:
        for value in wanted:
            if value and value not in lists[known]:
                faults.append(Fault("packs.unknown_reference", f"{file}, {key}", {"id": value, "list": known}))

    for strand in made.strands:
        file = strand_files[strand.id]
        check(file, "part_id", [strand.part_id], "parts")
        for each in strand.typical_evidence:
            check(file, f"typical_evidence[{each.id}].agency_id", [each.agency_id], "agencies")
            check(file, f"typical_evidence[{each.id}].source_type_id", [each.source_type_id], "source_types")
        for name in ("ages", "plan_statuses", "services", "settings", "cohorts"):
            check(file, f"speaks_about.{name}", getattr(strand.speaks_about, name), name)
    for theme in made.themes:
        check("framework.toml", f"themes[{theme.id}].cohorts", theme.cohorts, "cohorts")
    for interval in made.intervals:
        check("framework.toml", f"intervals[{interval.id}].outcomes", interval.outcomes, "outcomes")
    for item in made.requests:
        check("requests.toml", f"requests[{item.id}].strand_ids", item.strand_ids, "strands")
        check("requests.toml", f"requests[{item.id}].agency_id", [item.agency_id], "agencies")
    for indicator in made.indicators:
        check("indicators.toml", f"indicators[{indicator.id}].strand_ids", indicator.strand_ids, "strands")
    for rule in made.check_rules:
        if rule.id not in RULES:
            params: dict[str, object] = {"id": rule.id, "list": "checks"}
            faults.append(Fault("packs.unknown_reference", f"checks.toml, check_rules[{rule.id}].id", params))
    return faults + list(_out_of_range(made))


def _out_of_range(made: fw.Framework) -> Iterator[Fault]:
    numbers = [
        *(
            (f"indicators.toml, indicators[{each.id}].release_month", each.release_month, 12)
            for each in made.indicators
        ),
        *((f"timetable.toml, timetable[{each.id}].week", each.week, 3) for each in made.timetable),
        *((f"timetable.toml, timetable[{each.id}].weekday", each.weekday, 5) for each in made.timetable),
    ]
    for place, number, most in numbers:
        if number is not None and not 1 <= number <= most:
            yield Fault("packs.out_of_range", place, {"given": number, "most": most})
