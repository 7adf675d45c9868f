"""What is told afterwards is logged as of its day; what is written next is logged as of now again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from areasef.domain.plan import Priority
from areasef.store.opening import create

JULY, OCTOBER = (datetime(2025, month, 6, 10, tzinfo=UTC) for month in (7, 10))


def test_the_log_holds_the_day_on_which_it_happened(tmp_path: Path) -> None:
    store = create(tmp_path / "Told.areasef", "R. Okafor", {"pack.toml": ""}, tmp_path / "profile")
    first = Priority("p", "Long waits")
    with store.clock.at(JULY), store.write("Plan") as batch:
        batch.put(first)
    with store.clock.at(OCTOBER), store.write("Say it better") as batch:
        batch.put(replace(first, title="Shorter waits"))
    with store.write("Say what will be felt") as batch:
        batch.put(replace(first, title="Shorter waits", outcome="Help comes."))
    newest, better, *_ = store.history(Priority, "p")
    assert datetime.fromisoformat(newest.at) > datetime(2026, 1, 1, tzinfo=UTC)
    assert datetime.fromisoformat(better.at) == OCTOBER
    since = store.changed_since(Priority, datetime(2025, 9, 1, tzinfo=UTC))["p"]
    assert since == {"title": ("Long waits", "Shorter waits"), "outcome": ("", "Help comes.")}
    assert list(store.changed_since(Priority, datetime(2025, 11, 1, tzinfo=UTC))["p"]) == ["outcome"]
    assert store.verify() == ()
    store.close()
