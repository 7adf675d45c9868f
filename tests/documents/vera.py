"""veraPDF, where it can be found: the folder named by AREASEF_SHARED brings its driver, the machine brings Java."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

QUICK = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
"""It runs for seconds: compiling it further takes longer than it saves (a plan: 4.6 s of CPU, so 2.1)."""


def assert_valid(path: Path, profile: str = "ua1") -> None:
    """Fail where veraPDF finds a fault in the file; skip where it cannot be run."""
    driver = Path(os.environ.get("AREASEF_SHARED", "/nowhere")) / "tools" / "verapdf" / "vera"
    if not driver.is_file() or not shutil.which("java") or not shutil.which("bash"):
        pytest.skip("veraPDF not run: needs AREASEF_SHARED with tools/verapdf, and Java")
    told = subprocess.run(
        ["bash", str(driver), profile, str(path)], capture_output=True, text=True, check=False, env=os.environ | QUICK
    )
    if told.returncode == 2:
        pytest.skip(f"veraPDF could not be run: {told.stderr.strip()[:200]}")
    assert told.returncode == 0, told.stdout
