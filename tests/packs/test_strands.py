"""Every strand has a guide that a lead can write from."""

from __future__ import annotations

from areasef.packs.listing import shipped_packs
from areasef.packs.reading import read_pack


def test_every_strand_asks_five_to_nine_questions_and_names_health_evidence() -> None:
    (pack,) = shipped_packs()
    framework = read_pack(pack.path).framework
    assert framework is not None
    for strand in framework.strands:
        assert 5 <= len(strand.prompts) <= 9, strand.code
        assert all(prompt.text.endswith("?") and not prompt.opening.endswith(".") for prompt in strand.prompts)
        assert {each.agency_id for each in strand.typical_evidence} & {"health"}, strand.code
        assert {note.tone for note in strand.report_notes} == {"strong", "weak"}, strand.code


def test_no_id_of_a_guide_is_used_in_two_strands() -> None:
    (pack,) = shipped_packs()
    framework = read_pack(pack.path).framework
    assert framework is not None
    ids: list[str] = []
    for strand in framework.strands:
        ids += [each.id for each in strand.prompts]
        ids += [each.id for each in strand.typical_evidence]
        ids += [each.id for each in strand.report_notes]
    assert len(ids) == len(set(ids))
