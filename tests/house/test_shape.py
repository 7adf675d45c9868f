"""Files and functions that fit on a screen, each saying what it is for."""

from __future__ import annotations

import ast

from .tree import PACKAGE, at, modules

LONG_FILE = 400
LONG_FUNCTION = 45
TABLES = {"tokens.py"}  # values, one to a line
VAGUE = {"util", "utils", "helper", "helpers", "manager", "handler", "base", "common", "misc"}


def test_no_file_needs_scrolling_to_understand() -> None:
    lines = {str(path): len((PACKAGE / path).read_text(encoding="utf-8").splitlines()) for path, _ in modules()}
    long = {path: count for path, count in lines.items() if count > LONG_FILE and path not in TABLES}
    assert not long


def test_no_function_is_long() -> None:
    long = [
        f"{at(path, node)} {node.name}: {length(node)} lines"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if length(node) > LONG_FUNCTION
    ]
    assert not long, "\n".join(long)


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function takes."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_each_module_says_what_it_is_for() -> None:
    assert not [str(path) for path, tree in modules() if not ast.get_docstring(tree)]


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [str(path) for path, _ in modules() if VAGUE & {path.stem, *path.parts[:-1]}]
