"""What the shipped pack must hold for a lead who never read the handbook."""

from __future__ import annotations

from collections import Counter

import pytest

from areasef.domain.framework import Framework
from areasef.packs.listing import shipped_packs
from areasef.packs.reading import read_pack


@pytest.fixture(scope="module")
def framework() -> Framework:
    (pack,) = shipped_packs()
    made = read_pack(pack.path).framework
    assert made is not None
    return made


def test_each_strand_names_evidence_of_education_health_care_and_of_those_it_is_about(framework: Framework) -> None:
    for strand in framework.strands:
        agencies = {each.agency_id for each in strand.typical_evidence}
        assert {"education", "health", "social_care"} <= agencies, strand.code
        voices = {framework.source_type(each.source_type_id) for each in strand.typical_evidence}
        assert {"children", "parents"} & {kind.voice for kind in voices if kind}, strand.code
        assert len(strand.typical_evidence) >= 7, strand.code


def test_each_strand_says_what_it_is_about_and_what_reports_praise_and_regret(framework: Framework) -> None:
    for strand in framework.strands:
        assert strand.about != strand.title, strand.code
        tones = Counter(note.tone for note in strand.report_notes)
        assert min(tones["strong"], tones["weak"]) >= 3, strand.code


def test_some_strand_speaks_about_each_cohort_and_setting(framework: Framework) -> None:
    spoken = {each for strand in framework.strands for each in strand.speaks_about.settings}
    assert spoken >= {setting.id for setting in framework.settings} - {"custody", "home", "early_years"}
    assert {"looked_after", "neet", "dsr", "part_time"} <= {
        each for strand in framework.strands for each in strand.speaks_about.cohorts
    }


def test_about_fifty_requests_each_with_its_day_agency_and_what_to_bring(framework: Framework) -> None:
    assert 48 <= len(framework.requests) <= 60
    assert len({item.text for item in framework.requests}) == len(framework.requests)
    assert {"education", "health", "social_care", "joint"} == {item.agency_id for item in framework.requests}
    assert all(1 <= item.day <= 8 and item.text != f"{item.title}." for item in framework.requests)


def test_each_indicator_says_how_to_read_it_and_most_say_when_they_come_out(framework: Framework) -> None:
    assert len(framework.indicators) >= 40
    assert all(item.note and item.statistic for item in framework.indicators)
    assert sum(item.release_month is not None for item in framework.indicators) >= 25
    assert {item.polarity for item in framework.indicators} == {"higher", "lower", "none"}


def test_deadlines_from_memory_say_so(framework: Framework) -> None:
    by_id = {each.id: each for each in framework.intervals}
    for interval in ("priority_action_plan", "strategic_plan", "factual_accuracy"):
        assert not by_id[interval].source.verified
        assert "Not confirmed" in by_id[interval].note
    assert by_id["written_statement"].source.verified
    assert (by_id["notice"].amount, by_id["fieldwork"].amount) == (10, 8)


def test_the_timetable_fills_three_weeks(framework: Framework) -> None:
    assert {each.week for each in framework.timetable} == {1, 2, 3}
    assert {each.weekday for each in framework.timetable if each.week == 3} == {1, 2, 3, 4, 5}
