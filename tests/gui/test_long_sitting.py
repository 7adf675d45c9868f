"""A long sitting does not wear the interpreter out: what the toolkit gives away uncounted is made up for."""

from __future__ import annotations

import subprocess
import sys

EMITS = """
import areasef.ui
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(bool)

bell = Bell()
bell.rung.connect(lambda _: None)
for _ in range(50_000):
    bell.rung.emit(True)
    bell.setObjectName("bell")
print("still here")
"""


def test_tens_of_thousands_of_signals_leave_the_interpreter_whole() -> None:
    done = subprocess.run([sys.executable, "-c", EMITS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "still here"), done.stderr
