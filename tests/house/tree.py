"""The files of the project, read once, for the tests of the house rules."""

from __future__ import annotations

import ast
import functools
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "desktop" / "areasef"
TEXT = {".css", ".csv", ".html", ".json", ".md", ".py", ".sh", ".spec", ".svg", ".toml", ".txt", ".yaml", ".yml", ""}


@functools.cache
def tracked() -> tuple[Path, ...]:
    """Return every file that git knows or would add, as paths under the root."""
    listed = subprocess.check_output(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT)
    names = sorted({name for name in listed.decode("utf-8").split("\0") if name})
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def texts() -> Iterator[tuple[Path, str]]:
    """Yield each text file of the project and what it says; one that is not UTF-8 raises."""
    for path in tracked():
        if path.suffix.lower() in TEXT:
            yield path, (ROOT / path).read_text(encoding="utf-8")


@functools.cache
def modules() -> tuple[tuple[Path, ast.Module], ...]:
    """Return each module of the package with its syntax tree, as paths under the package."""
    found = sorted(PACKAGE.rglob("*.py"))
    return tuple((path.relative_to(PACKAGE), ast.parse(path.read_text(encoding="utf-8"))) for path in found)


def docstrings(tree: ast.Module) -> set[int]:
    """Return the ids of the constants that are docstrings, so that a test can tell prose from values."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    firsts = [node.body[0] for node in ast.walk(tree) if isinstance(node, kinds) and node.body]
    return {id(first.value) for first in firsts if isinstance(first, ast.Expr)}


def called(node: ast.Call) -> str:
    """Return the last name of what is called: ``QColor`` for ``QtGui.QColor(...)``."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def at(path: Path, node: ast.AST) -> str:
    """Return where a node stands, as ``file:line``."""
    return f"{path}:{getattr(node, 'lineno', 1)}"
