"""Imports only go down the stairs."""

from __future__ import annotations

import os
import subprocess
import sys

from .tree import ROOT


def test_import_contracts_hold() -> None:
    lint = "from importlinter.cli import lint_imports_command as lint; lint()"
    command = [sys.executable, "-c", lint, "--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    quiet = {**os.environ, "PYTHONPATH": str(ROOT / "desktop")}
    done = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
