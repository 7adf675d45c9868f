"""The main job by a client that has only the accessible tree, as assistive technology has: AT-SPI under Xvfb."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from tests.unit.services.conftest import survey

__all__ = ["survey"]
EAR = Path(__file__).parent / "ear"
NEEDED = (
    "/usr/bin/Xvfb",
    "/usr/bin/dbus-run-session",
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/python3/dist-packages/pyatspi",
)


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen that nobody sees."""
    missing = [each for each in NEEDED if not Path(each).exists()]
    if missing:
        pytest.skip(
            f"nobody can listen here without {', '.join(missing)} (Debian: xvfb dbus at-spi2-core python3-pyatspi)"
        )
    end, other = os.pipe()
    server = subprocess.Popen(
        ["/usr/bin/Xvfb", "-displayfd", str(other), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(other,),
        stderr=subprocess.DEVNULL,
    )
    os.close(other)
    with os.fdopen(end) as said:
        number = said.readline().strip()
    assert number, "the screen did not start"
    yield f":{number}"
    server.terminate()
    server.wait(20)


def test_the_main_job_by_ear(screen: str, survey: Path, tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    (home / "Documents").mkdir(parents=True)
    out.mkdir()
    with tempfile.TemporaryDirectory(prefix="ear") as runtime:  # short: sockets have short names
        heard = subprocess.run(
            [NEEDED[1], "--", sys.executable, str(EAR / "stage.py"), str(EAR / "main_job.py"), str(survey), str(out)],
            env={
                **os.environ,
                "DISPLAY": screen,
                "QT_QPA_PLATFORM": "xcb",
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "HOME": str(home),
                "XDG_RUNTIME_DIR": runtime,
                "PYTHONPATH": str(Path(__file__).parents[2] / "desktop"),
            },
            capture_output=True,
            text=True,
            check=False,
        )
    assert heard.returncode == 0, f"{heard.stdout}\n{heard.stderr[-6000:]}"
    with pypdfium2.PdfDocument(out / "by-ear.pdf") as made:
        words = " ".join(" ".join(page.get_textpage().get_text_range() for page in made).split())
    assert "Most teachers said the programme had reached them in time." in words
    assert "61 of 84 teachers said the programme had reached them" in words
