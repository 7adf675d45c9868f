"""The guards of the test run guard: network, profile."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
CONFTEST = (Path(__file__).parents[1] / "conftest.py").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="a socket pair is made of internet sockets on Windows")
class TestNetwork:
    def test_connecting_fails_the_test_even_when_the_code_swallows_it(self, pytester: pytest.Pytester) -> None:
        pytester.makeconftest(CONFTEST)
        pytester.makepyfile(
            """
            import contextlib, socket

            def test_connect():
                with socket.socket() as plug, contextlib.suppress(BaseException):
                    plug.connect(("127.0.0.1", 9))

            def test_name():
                with contextlib.suppress(BaseException):
                    socket.getaddrinfo("localhost", 80)
            """
        )
        pytester.runpytest_subprocess().assert_outcomes(passed=2, errors=2)

    def test_local_sockets_stay(self) -> None:
        left, right = socket.socketpair()
        with left, right:
            left.sendall(b"here")
            assert right.recv(4) == b"here"
            assert isinstance(left, socket.socket)


def test_a_warning_in_the_log_fails_a_test_that_does_not_look_at_the_log(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(
        """
        import logging

        def test_careless():
            logging.getLogger("room").warning("not expected")

        def test_looking(caplog):
            logging.getLogger("room").warning("expected")
            assert "expected" in caplog.text
        """
    )
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*WARNING room: not expected*"])


def test_one_line_says_what_was_skipped_without_the_real_files(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AREASEF_SHARED", raising=False)
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile("def test_real(shared): assert shared")
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["AREASEF_SHARED is not set, so tests that read real files were skipped: 1"])


def test_each_test_has_a_profile_of_its_own() -> None:
    assert not Path(os.environ["AREASEF_PROFILE"]).exists()
