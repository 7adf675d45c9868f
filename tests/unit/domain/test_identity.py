from __future__ import annotations

import uuid

from areasef.domain.identity import new_id


def test_ids_are_version_7_and_all_differ() -> None:
    ids = [new_id() for _ in range(2000)]
    assert len(set(ids)) == len(ids)
    assert {(uuid.UUID(each).version, uuid.UUID(each).variant) for each in ids} == {(7, uuid.RFC_4122)}


def test_ids_sort_by_the_millisecond_they_were_given() -> None:
    ids = [new_id() for _ in range(500)]
    stamps = [uuid.UUID(each).int >> 80 for each in ids]
    assert stamps == sorted(stamps)
