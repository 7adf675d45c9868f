"""What every test shares: no internet, a fresh profile, nothing unexpected in the log, and the folder of real files."""

from __future__ import annotations

import logging
import os
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from areasef.services.build_demo import build_demo

NO_SHARED = "AREASEF_SHARED is not set"
_reached_out: list[str] = []
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no test needs a screen, however it is started


def _refuse_internet(event: str, arguments: tuple[object, ...]) -> None:
    """Stop every way to the network, also from C; AF_UNIX stays, because accessibility clients speak through it."""
    if not event.startswith("socket."):
        return
    reached = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"):
        reached = isinstance(arguments[1], tuple)  # an address of AF_UNIX is text or bytes
    if reached:
        _reached_out.append(f"{event} {arguments[1:]!r}")
        raise AssertionError(f"a test reached for the network: {event}")


if sys.platform != "win32":  # there a socket pair itself is made of internet sockets
    sys.addaudithook(_refuse_internet)


@pytest.fixture(autouse=True)
def _no_internet() -> Iterator[None]:
    _reached_out.clear()
    yield
    assert not _reached_out, f"reached for the network: {_reached_out}"


@pytest.fixture(autouse=True)
def _fresh_profile(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give each test a profile folder of its own, which does not exist before it is used."""
    monkeypatch.setenv("AREASEF_PROFILE", str(tmp_path_factory.getbasetemp() / "profiles" / uuid.uuid4().hex))


class _Unexpected(logging.Handler):
    """Keeps what was logged at warning or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless it asks for ``caplog`` and so looks at the log itself."""
    heard = _Unexpected()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    if heard.lines and "caplog" not in request.fixturenames:
        pytest.fail("logged without being expected:\n" + "\n".join(heard.lines), pytrace=False)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real files, or skip: a clone alone does not hold it."""
    named = os.environ.get("AREASEF_SHARED")
    if not named:
        pytest.skip(NO_SHARED)
    return Path(named)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line what was skipped because the folder of real files was not named."""
    if os.environ.get("AREASEF_SHARED"):
        return
    reports = terminalreporter.stats.get("skipped", [])
    skipped = sum("AREASEF_SHARED" in str(report.longrepr) for report in reports)
    if skipped:
        terminalreporter.write_line(f"{NO_SHARED}, so tests that read real files were skipped: {skipped}")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, built once for all tests that look at it; they open it to read, or copy it."""
    folder = tmp_path_factory.mktemp("demonstration")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AREASEF_PROFILE", str(folder / "profile"))
        return build_demo(folder).document
