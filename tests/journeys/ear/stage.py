"""Sets the stage inside a private session bus: the accessibility bus, the application, and then whoever listens.

usage: dbus-run-session -- python stage.py LISTENER [ARGUMENT ...]
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

BUS = "/usr/libexec/at-spi-bus-launcher"
SYSTEM_PYTHON = "/usr/bin/python3"  # for which Debian builds pyatspi
_LONGEST_S = 180


def main(listener: list[str]) -> int:
    """Run the listener beside the application; return its exit status."""
    bus = subprocess.Popen([BUS, "--launch-immediately"])
    application = subprocess.Popen([sys.executable, "-m", "areasef"])
    try:
        here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
        return subprocess.run([SYSTEM_PYTHON, *listener], env=here, timeout=_LONGEST_S, check=False).returncode
    finally:
        for process in (application, bus):
            process.terminate()
            process.wait(20)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
