"""One palette: a colour is named in tokens and nowhere else."""

from __future__ import annotations

import ast
import re

from .tree import at, called, docstrings, modules

HEX = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b|\brgba?\(\s*\d")
MAKERS = {"QColor", "HexColor", "CMYKColor", "toColor"}


def test_no_colour_outside_tokens() -> None:
    found = []
    for path, tree in modules():
        if path.as_posix() == "tokens.py":
            continue
        prose = docstrings(tree)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in prose:
                continue
            if HEX.search(node.value):
                found.append(f"{at(path, node)} {node.value!r}")
    assert not found, "\n".join(found)


def test_no_colour_is_mixed_from_numbers_or_names() -> None:
    found = []
    for path, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or called(node) not in MAKERS:
                continue
            if any(isinstance(argument, ast.Constant) for argument in node.args):
                found.append(f"{at(path, node)} {ast.unparse(node)}")
    assert not found, "\n".join(found)


def test_no_colour_comes_from_the_toolkit() -> None:
    named = [
        at(path, node)
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "GlobalColor" and not transparent(tree, node)
    ]
    assert not named, named


def transparent(tree: ast.Module, node: ast.Attribute) -> bool:
    """Tell whether this is ``Qt.GlobalColor.transparent``, which is no colour."""
    return any(
        isinstance(outer, ast.Attribute) and outer.value is node and outer.attr == "transparent"
        for outer in ast.walk(tree)
    )
