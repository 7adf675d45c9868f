"""Runs a piece of work in a process of its own, and kills it without warning while it writes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Start Python code that prints a line for each thing that it was told is kept."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop")}
    command = [sys.executable, "-u", "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True)


def kill_after(process: subprocess.Popen[str], lines: int) -> list[str]:
    """Read some lines, kill the process, and return every line that it had printed."""
    assert process.stdout is not None
    heard = [process.stdout.readline().strip() for _ in range(lines)]
    process.kill()
    rest = process.stdout.read()
    process.stdout.close()
    if process.stdin is not None:
        process.stdin.close()
    process.wait()
    return heard + [line for line in rest.split("\n")[:-1] if line]


def run(code: str, *arguments: object) -> str:
    """Run Python code to its end and return what it printed."""
    process = start(code, *arguments)
    heard, _ = process.communicate()
    assert process.returncode == 0, heard
    return heard.strip()
