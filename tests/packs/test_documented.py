"""docs/frameworks.md is enough to write a pack from: it names every file, list, key, choice and check."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from areasef.domain import framework
from areasef.domain.check import RULES
from areasef.packs.reading import LISTS, SIDE_FILES

PAGE = (Path(__file__).parents[2] / "docs" / "frameworks.md").read_text("utf-8")
KINDS = [each for each in vars(framework).values() if dataclasses.is_dataclass(each) and isinstance(each, type)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_key_is_named(kind: Any) -> None:
    names = [each.name for each in dataclasses.fields(kind) if not each.name.startswith("_") and each.name != "strands"]
    missing = [
        name for name in names if f"`{name}`" not in PAGE and f"[{name}]" not in PAGE and f"{name} =" not in PAGE
    ]
    assert not missing


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_choice_is_named(kind: Any) -> None:
    hints = get_type_hints(kind)
    choices = [value for hint in hints.values() if get_origin(hint) is Literal for value in get_args(hint)]
    assert not [value for value in choices if f"`{value}`" not in PAGE]


def test_every_list_file_and_check_is_named() -> None:
    assert not [name for name in (*LISTS, *SIDE_FILES) if f"`{name}`" not in PAGE]
    assert not [rule for rule in RULES if f"`{rule}`" not in PAGE]
