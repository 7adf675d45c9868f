"""Every sentence can be said, and everything that the code says has a sentence."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from areasef import words
from areasef.words import faults

from .tree import at, called, modules

for found in pkgutil.iter_modules(words.__path__):
    importlib.import_module(f"areasef.words.{found.name}")


def wanted(code: str) -> set[str]:
    """Return the parameters that the sentence of a code names in braces."""
    raw = faults._SENTENCES[code]
    text = raw.title + raw.message + raw.remedy
    return {re.split(r"[.\[]", name)[0] for _, name, _, _ in string.Formatter().parse(text) if name is not None}


class Said(NamedTuple):
    """A place in the code that raises an AppError or returns a Fault by a literal code."""

    where: str
    code: str
    given: set[str] | None  # None where the code passes on a mapping that cannot be read here


def said() -> Iterator[Said]:
    """Yield each AppError and Fault of the package whose code is written out."""
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) in ("AppError", "Fault") and node.args:
                yield from _one(path, node)


def _one(path: Path, node: ast.Call) -> Iterator[Said]:
    code = node.args[0]
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        given = _app_error(node) if called(node) == "AppError" else _fault(node)
        yield Said(f"{at(path, node)}", code.value, given)


def _app_error(node: ast.Call) -> set[str] | None:
    names = [keyword.arg for keyword in node.keywords]
    return None if None in names else {name for name in names if name}


def _fault(node: ast.Call) -> set[str] | None:
    given = [keyword.value for keyword in node.keywords if keyword.arg == "params"] + node.args[2:3]
    if not given:
        return set()
    if isinstance(given[0], ast.Dict):
        keys = [key.value for key in given[0].keys if isinstance(key, ast.Constant)]
        return {str(key) for key in keys} if len(keys) == len(given[0].keys) else None
    if isinstance(given[0], ast.Call) and called(given[0]) == "dict" and not given[0].args:
        return {keyword.arg for keyword in given[0].keywords if keyword.arg}
    return None


@pytest.mark.parametrize("code", faults.codes())
def test_each_sentence_can_be_said(code: str) -> None:
    spoken = faults.sentence(code, dict.fromkeys(wanted(code), 1))
    assert spoken.title
    assert spoken.message
    whole = f"{spoken.title} {spoken.message} {spoken.remedy}"
    assert "!" not in whole
    assert not re.search(r"\bplease\b|\b(?:color|organization|canceled)\b", whole, re.IGNORECASE)
    assert not spoken.title.endswith(".")
    assert all(not part or part[-1] in ".?:”)" for part in (spoken.message, spoken.remedy)), whole


@pytest.mark.parametrize("code", faults.codes())
def test_each_sentence_says_what_happened_and_what_to_do(code: str) -> None:
    raw = faults._SENTENCES[code]
    assert len(raw.message.split()) > 2, f"{code} does not say what happened"
    assert len(raw.remedy.split()) > 1, f"{code} does not say what to do"
    assert raw.remedy not in raw.message
    assert raw.remedy[0].isupper() or raw.remedy[0] == "{"
    assert not re.match(r"(?:The|This|It|There|A|An|No|Nothing)\b", raw.remedy), (
        f"{code} tells again instead of leading on"
    )


def test_each_fault_says_where() -> None:
    nowhere = [
        f"{path}:{node.lineno} {ast.unparse(node)}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) == "Fault" and node.args
        if not _tells_where(node)
    ]
    assert not nowhere, "\n".join(nowhere)


def _tells_where(node: ast.Call) -> bool:
    """Say whether a fault names its place or fills its sentence, or is about a file as a whole."""
    code = node.args[0]
    place = [*node.args[1:2], *(each.value for each in node.keywords if each.arg == "place")]
    named = bool(place) and not (isinstance(place[0], ast.Constant) and not place[0].value)
    filled = len(node.args) > 2 or any(each.arg == "params" for each in node.keywords)
    piece = isinstance(code, ast.Constant) and re.search(r"page|sheet|slide|row|cell", str(code.value).split(".")[-1])
    return named or filled or not piece


def test_everything_that_the_code_says_has_a_sentence() -> None:
    unknown = [f"{one.where} {one.code}" for one in said() if one.code not in faults.codes()]
    assert not unknown, "\n".join(unknown)


def test_every_sentence_is_said_somewhere() -> None:
    written = {
        node.value
        for path, tree in modules()
        if path.parts[0] != "words"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(set(faults.codes()) - written) == []


def test_every_place_gives_what_its_sentence_names() -> None:
    known = [one for one in said() if one.code in faults.codes() and one.given is not None]
    short = [
        f"{one.where} {one.code} lacks {sorted(wanted(one.code) - (one.given or set()))}"
        for one in known
        if wanted(one.code) - (one.given or set())
    ]
    assert not short, "\n".join(short)
