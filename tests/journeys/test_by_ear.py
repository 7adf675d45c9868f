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
    "/usr/bin/openbox",
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/python3/dist-packages/pyatspi",
)


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen that nobody sees, and who gives a window its turn on it: else nothing has the focus."""
    missing = [each for each in NEEDED if not Path(each).exists()]
    if missing:
        pytest.skip(
            f"nobody can listen here without {', '.join(missing)} (Debian: xvfb openbox dbus at-spi2-core python3-pyatspi)"
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
    display = f":{number}"
    manager = subprocess.Popen([NEEDED[2], "--sm-disable"], env={**os.environ, "DISPLAY": display})
    yield display
    for process in (manager, server):
        process.terminate()
        process.wait(20)


def listen(screen: str, home: Path, script: str, *arguments: str) -> None:
    """Run the application on a screen and a bus of its own, and whoever listens to it."""
    (home / "Documents").mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="ear") as runtime:  # short: sockets have short names
        heard = subprocess.run(
            [NEEDED[1], "--", sys.executable, str(EAR / "stage.py"), str(EAR / script), *arguments],
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


def test_the_main_job_by_ear(screen: str, survey: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    listen(screen, tmp_path / "home", "main_job.py", str(survey), str(out))
    with pypdfium2.PdfDocument(out / "by-ear.pdf") as made:
        words = " ".join(" ".join(page.get_textpage().get_text_range() for page in made).split())
    assert "Most teachers said the programme had reached them in time." in words
    assert "61 of 84 teachers said the programme had reached them" in words


def test_what_a_listener_hears_and_where_a_magnifier_is_led(screen: str, tmp_path: Path) -> None:
    listen(screen, tmp_path / "home", "heard.py")


def test_a_plan_action_for_a_finding_by_ear(screen: str, tmp_path: Path) -> None:
    listen(screen, tmp_path / "home", "finding_job.py")
