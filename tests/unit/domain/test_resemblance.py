"""Strands that a finding's words are close to, in the pack's own words."""

from __future__ import annotations

import pytest

from areasef.domain.framework import Framework
from areasef.domain.resemblance import strands_like
from areasef.packs.reading import read_pack
from areasef.resources import frameworks


@pytest.fixture(scope="module")
def framework() -> Framework:
    found = read_pack(frameworks() / "area-send-2025").framework
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Children wait too long for specialist assessments, and EHC needs assessments are late.", "I1"),
        ("Young people are not well prepared for adulthood, employment or leaving school at transitions.", "I4"),
        ("Joint commissioning of alternative provision and therapies is not in place.", "L4"),
        ("Leaders do not evaluate whether their actions made a difference, and quality assurance is weak.", "L5"),
    ],
)
def test_the_strand_a_reader_would_name_is_among_those_offered(framework: Framework, text: str, code: str) -> None:
    offered = [framework.strand(each).code for each in strands_like(framework, text)]
    assert code in offered
    assert len(offered) <= 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Families wait too long for audiology and for wheelchairs.", "I3"),
        ("Rates of suspension and exclusion are too high, and attendance is falling.", "I4"),
        ("Governance is weak and partners do not act with urgency.", "L1"),
        ("The voices of those who are hard to reach are missing from co-production.", "L2"),
        ("A dashboard with reliable data is not in place.", "L3"),
        ("There are too few places, and oversight of unregistered settings is thin.", "L4"),
        ("Leaders cannot show the impact of their work, and monitoring and analysis are weak.", "L5"),
        ("Recruitment and training of the workforce do not reach every school.", "L6"),
    ],
)
def test_the_strand_a_reader_would_name_comes_first(framework: Framework, text: str, code: str) -> None:
    assert framework.strand(strands_like(framework, text)[0]).code == code


@pytest.mark.parametrize("text", ["", "The bins are emptied on Tuesdays.", "Children and young people with SEND."])
def test_words_that_tell_nothing_offer_nothing(framework: Framework, text: str) -> None:
    assert strands_like(framework, text) == ()


def test_the_same_words_give_the_same_answer(framework: Framework) -> None:
    text = "Parents and carers are involved in co-production of the strategy."
    assert strands_like(framework, text) == strands_like(framework, text)
