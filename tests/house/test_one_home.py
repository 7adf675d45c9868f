"""Some things have one home: the style sheet, the way to the terminal. Some have none: waiting, and spinning the event loop."""

from __future__ import annotations

import ast

import pytest

from .tree import at, modules

HOMES = {
    "setStyleSheet": {"ui/theme.py"},
    "setToolTip": {"ui/widgets/label.py"},
    "QMessageBox": set[str](),
    "print": {"commands/telling.py"},
    "sleep": set[str](),
    "processEvents": set[str](),
    "excepthook": {"ui/application.py", "__main__.py"},
}


@pytest.mark.parametrize("name", HOMES)
def test_it_is_used_in_its_home_alone(name: str) -> None:
    found = []
    for path, tree in modules():
        if path.as_posix() in HOMES[name]:
            continue
        for node in ast.walk(tree):
            mentioned = (isinstance(node, ast.Name) and node.id == name) or (
                isinstance(node, ast.Attribute) and node.attr == name
            )
            if mentioned:
                found.append(f"{at(path, node)}")
    assert not found, f"{name} is used in {', '.join(found)}"
