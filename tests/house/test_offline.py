"""Nothing in the package can reach a network."""

from __future__ import annotations

import ast

from .tree import at, modules

WAYS_OUT = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets",
}


def test_no_module_imports_a_way_to_the_network() -> None:
    found = [
        f"{at(path, node)} {name}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in names(node)
        if any(name == way or name.startswith(f"{way}.") for way in WAYS_OUT)
    ]
    assert not found, "\n".join(found)


def names(node: ast.Import | ast.ImportFrom) -> list[str]:
    """Return every dotted name that an import statement brings in."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
