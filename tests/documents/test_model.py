from __future__ import annotations

from datetime import UTC, datetime

import pytest

from areasef.documents.model import (
    Cell,
    Chapter,
    Column,
    Document,
    Figure,
    Heading,
    ModelError,
    RowGroup,
    Run,
    Sign,
    Table,
    runs,
)
from areasef.documents.picture import Picture


def test_a_figure_without_a_text_alternative_is_refused() -> None:
    with pytest.raises(ModelError, match="alternative"):
        Figure(Picture(10, 10, ()), " ")


def test_a_skipped_heading_level_is_refused() -> None:
    with pytest.raises(ModelError, match="level 1 is followed by 3"):
        Document(
            "T", "O", (Chapter("C", (Heading(1, "One"), Heading(3, "Three"))),), (), datetime(2026, 1, 1, tzinfo=UTC)
        )


def test_a_ragged_table_is_refused() -> None:
    with pytest.raises(ModelError, match="ragged"):
        Table((Column("A", 1), Column("B", 1)), (RowGroup(((Cell((runs("x"),)),),)),), "Ragged")


def test_a_header_cell_without_scope_is_refused() -> None:
    with pytest.raises(ModelError, match="scope"):
        Cell((runs("x"),), header=True)


def test_a_shape_without_its_word_is_refused() -> None:
    with pytest.raises(ModelError, match="word"):
        Run("", mark=Sign("self_view", "mixed"))
