from __future__ import annotations

from areasef.domain.identity import new_id
from areasef.domain.statement import marker, placed, plain, sentences, text_hash, word_count

ONE, TWO = new_id(), new_id()


def test_markers_are_not_words() -> None:
    body = f"Waits fell.{marker(ONE)} Families notice."
    assert plain(body) == "Waits fell. Families notice."
    assert word_count(body) == 4


def test_placed_citations_come_in_order_and_once() -> None:
    body = f"A.{marker(TWO)} B.{marker(ONE)} C.{marker(TWO)}"
    assert placed(body) == (TWO, ONE)


def test_a_marker_after_the_full_stop_belongs_to_the_sentence_before() -> None:
    body = f"The wait fell to 19 weeks.{marker(ONE)} Most children now start with a programme."
    first, last = sentences(body)
    assert first.citation_ids == (ONE,)
    assert last.citation_ids == ()
    assert body[last.start : last.end] == "Most children now start with a programme."


def test_figures_and_abbreviations_with_points_do_not_split() -> None:
    assert len(sentences("In 2025, 42.7 % of plans were on time. Two in five.")) == 2


def test_a_body_without_an_end_is_one_sentence() -> None:
    assert [each.words for each in sentences("  Draft words ")] == ["Draft words"]
    assert sentences("   ") == ()


def test_sentences_cover_every_word_in_any_script() -> None:
    body = "Mae plant yn aros. الأطفال ينتظرون. 😀 Right."
    assert "".join(each.words for each in sentences(body)).replace(" ", "") == body.replace(" ", "")


def test_moving_a_citation_changes_what_was_agreed() -> None:
    assert text_hash(f"A.{marker(ONE)} B.") != text_hash(f"A. B.{marker(ONE)}")
