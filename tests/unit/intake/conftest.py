from __future__ import annotations

from collections.abc import Iterator

import pytest

from areasef.intake.worker import Worker


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()
