"""One table of a pack, read into one dataclass: every wrong, missing or unknown key is a fault with its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from areasef.words.faults import Fault

T = TypeVar("T")
Tell = Callable[[str, str, dict[str, object]], None]


class Faults:
    """Collects the faults of one file; ``at`` names a key path in it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Fault] = []

    def tell(self, code: str, key: str, **params: object) -> None:
        """Keep a fault with the file and the key it stands at."""
        self.found.append(Fault(code, f"{self.file}, {key}" if key else self.file, dict(params)))


def read_entry(kind: type[T], table: object, key: str, faults: Faults) -> T | None:
    """Return the dataclass that a table describes, or None where something it needs is missing or wrong."""
    if not isinstance(table, dict):
        faults.tell("packs.not_a_table", key)
        return None
    hints = _hints(kind)  # type: ignore[arg-type]
    known = {each.name: each for each in fields(kind) if not each.name.startswith("_")}  # type: ignore[arg-type]
    for name in sorted(table.keys() - known.keys()):
        faults.tell("packs.unknown_key", _under(key, name), known=", ".join(sorted(known)))
    values: dict[str, Any] = {}
    whole = True
    for name, each in known.items():
        place = _under(key, name)
        if name not in table and type(None) in get_args(hints[name]):
            values[name] = each.default if each.default is not MISSING else None
            continue
        if name not in table:
            whole = _optional(each, place, faults) and whole
            continue
        good, value = _value(hints[name], table[name], place, faults)
        whole = whole and good
        values[name] = value
    return kind(**values) if whole else None


@cache
def _hints(kind: type) -> dict[str, Any]:
    """Return the types of a kind's fields, worked out once: a pack has a thousand entries of a few kinds."""
    return get_type_hints(kind)


def _under(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def read_entries(kind: type[T], given: object, key: str, faults: Faults) -> tuple[T, ...]:
    """Return the good ones of a list of tables; an id used twice is a fault."""
    if not isinstance(given, list):
        faults.tell("packs.not_a_list", key)
        return ()
    found: list[T] = []
    seen: set[str] = set()
    for number, table in enumerate(given, 1):
        name = table.get("id", number) if isinstance(table, dict) else number
        entry = read_entry(kind, table, f"{key}[{name}]", faults)
        if entry is None:
            continue
        entry_id = str(getattr(entry, "id", number))
        if entry_id in seen:
            faults.tell("packs.double_id", f"{key}[{name}]", id=entry_id)
            continue
        seen.add(entry_id)
        found.append(entry)
    return tuple(found)


def _optional(each: Field[Any], place: str, faults: Faults) -> bool:
    if each.default is not MISSING or each.default_factory is not MISSING:
        return True
    code = {"id": "packs.missing_id", "source": "packs.missing_source"}.get(each.name, "packs.missing_key")
    faults.tell(code, place)
    return False


def _value(hint: Any, given: object, place: str, faults: Faults) -> tuple[bool, Any]:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        hint = next(arm for arm in get_args(hint) if arm is not type(None))
        origin = get_origin(hint)
    if origin is Literal:
        if given in get_args(hint):
            return True, given
        faults.tell("packs.not_one_of", place, given=given, known=", ".join(map(str, get_args(hint))))
        return False, None
    if origin is tuple:
        return _tuple(get_args(hint)[0], given, place, faults)
    if is_dataclass(hint):
        assert isinstance(hint, type)
        made = read_entry(hint, given, place, faults)
        return made is not None, made
    return _plain(hint, given, place, faults)


def _tuple(inner: Any, given: object, place: str, faults: Faults) -> tuple[bool, Any]:
    if is_dataclass(inner):
        assert isinstance(inner, type)
        before = len(faults.found)
        made = read_entries(inner, given, place, faults)
        return isinstance(given, list) or len(faults.found) == before, made
    if isinstance(given, list) and all(isinstance(each, inner) for each in given):
        return True, tuple(given)
    faults.tell("packs.wrong_type", place, wanted=f"a list of {_NOUNS[inner]}s")
    return False, None


def _plain(hint: Any, given: object, place: str, faults: Faults) -> tuple[bool, Any]:
    fits = isinstance(given, hint) and not (hint is int and isinstance(given, bool))
    if not fits:
        faults.tell("packs.wrong_type", place, wanted=_NOUNS[hint])
        return False, None
    if hint is str and not given:
        faults.tell("packs.empty", place)
        return place.endswith((".note", ".paragraph", ".text")), given
    return True, given


_NOUNS = {str: "text", int: "a whole number", bool: "true or false", float: "a number"}
