"""The harness of the measurements: its figures are what they say."""

from __future__ import annotations

import pytest
from bench.__main__ import table
from bench.measure import Row, apart, spread


def test_a_spread_names_least_median_late_and_most() -> None:
    found = spread([float(number) for number in range(101)])
    assert (found.least, found.median, found.p95, found.most, found.count) == (0, 50, 95, 100, 101)


def test_a_run_apart_returns_what_the_function_returned_and_what_it_took() -> None:
    run = apart("operator:add", 1, 2)
    assert run.returned == 3
    assert run.wall_s > 0
    assert run.peak_mb > 1


def test_a_run_that_fails_is_not_measured() -> None:
    with pytest.raises(RuntimeError, match="json:nothing"):
        apart("json:nothing")


def test_the_table_shows_ours_the_peer_and_the_ratio() -> None:
    lines = list(table([Row("save", 3.0, "ms", "bare commit", 1.5, "300 saves"), Row("open", 1200, "ms")]))
    assert lines[0].split() == ["what", "ours", "peer", "unit", "ratio", "conditions"]
    assert lines[1].split() == ["save", "3", "1.5", "bare", "commit", "ms", "2.00", "300", "saves"]
    assert lines[2].split() == ["open", "1,200", "none", "ms"]
