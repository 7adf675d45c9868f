from __future__ import annotations

from datetime import date

import pytest

from areasef.domain.evidence import Evidence, Freshness, freshness, months_between
from areasef.domain.framework import Source, SourceType

AS_AT = date(2026, 11, 23)
LONG_LIVED = SourceType("document", "Document", "leaders", 18, 36, Source("ours"))


@pytest.mark.parametrize(
    ("covers_to", "expected"),
    [
        (date(2026, 11, 23), Freshness.CURRENT),
        (date(2026, 5, 24), Freshness.CURRENT),
        (date(2026, 5, 23), Freshness.AGEING),
        (date(2025, 11, 24), Freshness.AGEING),
        (date(2025, 11, 23), Freshness.STALE),
        (None, Freshness.UNDATED),
    ],
)
def test_freshness_counts_whole_months_to_the_as_at_date(covers_to: date | None, expected: Freshness) -> None:
    assert freshness(Evidence("1", "E-101", "Survey", covers_to=covers_to), AS_AT, None) is expected


def test_limits_come_from_the_source_type() -> None:
    item = Evidence("1", "E-101", "Needs assessment", covers_to=date(2025, 9, 30))
    assert freshness(item, AS_AT, LONG_LIVED) is Freshness.CURRENT


def test_the_later_date_counts_and_the_earlier_serves_alone() -> None:
    item = Evidence("1", "E-101", "Survey", covers_from=date(2026, 10, 1))
    assert freshness(item, AS_AT, None) is Freshness.CURRENT
    assert months_between(date(2026, 1, 31), date(2026, 2, 28)) == 0
