"""A command in the table is answered by the window or by a page: a menu holds no promises."""

from __future__ import annotations

import ast

from areasef.ui.actions import COMMANDS
from areasef.ui.navigation import PLACES, WITHIN
from areasef.ui.preferences import THEME_CHOICES

from .tree import called, modules

MADE_IN_A_LOOP = {f"place.{each.id}" for each in PLACES} | {f"place.{each}" for each in (*WITHIN, "settings", "help")}


def answered() -> set[str]:
    """Return the commands that code of the window binds, or that a page names in ``commands()``."""
    found = MADE_IN_A_LOOP | {f"look.{name}" for name in THEME_CHOICES}
    for path, tree in modules():
        if path.parts[0] != "ui":
            continue
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and called(node) == "bind"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                found.add(str(node.args[0].value))
            if isinstance(node, ast.FunctionDef) and node.name == "commands":
                found |= _keys(node)
    return found


def _keys(function: ast.FunctionDef) -> set[str]:
    keys = [key for node in ast.walk(function) if isinstance(node, ast.Dict) for key in node.keys]
    return {str(key.value) for key in keys if isinstance(key, ast.Constant)}


def test_every_command_is_answered_somewhere() -> None:
    assert sorted({each.id for each in COMMANDS} - answered()) == []
