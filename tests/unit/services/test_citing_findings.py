"""Evidence for what was done about a finding: chosen, cited on its page, taken back, found, printed, missed by a check."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions
from areasef.documents.spoken import spoken
from areasef.domain.check import run_checks
from areasef.domain.citation import Anchor, FindingCitation
from areasef.domain.evidence import Evidence
from areasef.domain.identity import new_id
from areasef.domain.record import Finding, FindingKind
from areasef.domain.sight import lines_of_finding
from areasef.services import citing, citing_findings, following_up, keeping, undoing
from areasef.services import library as libraries
from areasef.services.adding import add_files
from areasef.services.gathering import gather, gather_sight, search
from areasef.services.session import Session

WORDS = "Waits fell from 52 weeks to 31."


def added(session: Session, path: Path) -> Evidence:
    made = add_files(session, (path,)).outcomes[0].evidence
    assert made is not None
    return made


@pytest.fixture
def item(session: Session, tmp_path: Path) -> Evidence:
    path = tmp_path / "waits.txt"
    path.write_text(f"Summer.\n{WORDS}\nMore to do.\n", "utf-8")
    return added(session, path)


@pytest.fixture
def finding(session: Session) -> Finding:
    made = Finding(
        new_id(), FindingKind.IMPROVEMENT, "Waits are too long.", "1", "Area SEND inspection", date(2024, 7, 8),
        impact="Families wait for less time.", position=1.0,
    )  # fmt: skip
    following_up.change_finding(session, made)
    return made


def cited(session: Session, finding: Finding, item: Evidence) -> FindingCitation:
    """Choose the item and cite its words."""
    citing_findings.choose_items(session, finding.id, (item.id,))
    revision = keeping.newest_revision(session, item.id)
    assert revision is not None
    page = keeping.page(session, revision.id, 1)
    assert page is not None
    at = page.text.index(WORDS)
    made = citing_findings.cited_for(session, finding.id)[0][0]
    citing_findings.cite_place(session, made.id, citing.Selection(revision.id, 1, at, at + len(WORDS)))
    return citing_findings.cited_for(session, finding.id)[0][0]


def text_of(session: Session, document: str) -> str:
    return "\n".join(spoken(DOCUMENTS[document].build(gather(session), DocumentOptions()).chapters))


def test_a_page_is_cited_for_a_finding_with_its_words_and_stays_found(
    session: Session, finding: Finding, item: Evidence
) -> None:
    made = cited(session, finding, item)
    assert made.locator.quote == WORDS
    assert gather(session).anchors[made.id] is Anchor.FOUND
    citing_findings.cite_whole(session, made.id)
    assert citing_findings.cited_for(session, finding.id)[0][0].locator.quote == ""
    undoing.undo(session)
    assert citing_findings.cited_for(session, finding.id)[0][0].locator.quote == WORDS


def test_choosing_others_keeps_the_places_of_those_that_stay_and_one_undo_brings_back_those_that_went(
    session: Session, finding: Finding, item: Evidence, tmp_path: Path
) -> None:
    cited(session, finding, item)
    other = tmp_path / "other.txt"
    other.write_text("Other words.\n", "utf-8")
    second = added(session, other)
    citing_findings.choose_items(session, finding.id, (item.id, second.id))
    assert [each.locator.quote for each, _ in citing_findings.cited_for(session, finding.id)] == [WORDS, ""]
    citing_findings.choose_items(session, finding.id, ())
    assert citing_findings.cited_for(session, finding.id) == ()
    undoing.undo(session)
    assert len(citing_findings.cited_for(session, finding.id)) == 2


def test_the_documents_name_the_item_its_page_and_its_words(session: Session, finding: Finding, item: Evidence) -> None:
    cited(session, finding, item)
    said = text_of(session, "self-evaluation")
    assert f"{item.ref}, page 1: “{WORDS}”" in said or f"{item.ref}, part 1: “{WORDS}”" in said
    assert "finding 1" in said[said.index("Evidence index") :]
    assert item.ref in text_of(session, "report-mirror")
    assert f"Shown by: {item.ref}" in text_of(session, "strategic-plan")


def test_what_we_say_it_shows_is_found_and_the_item_knows_its_finding(
    session: Session, finding: Finding, item: Evidence
) -> None:
    made = cited(session, finding, item)
    citing_findings.keep(session, replace(made, says="Quarterly hedgehog figures"))
    assert [hit.kind for hit in search(session, "hedgehog")] == ["finding_citation"]
    assert [each for _, each in citing_findings.findings_shown_by(session, item.id)] == [finding]
    assert [each.cited for each in libraries.library(session).items if each.id == item.id] == [1]


def test_a_check_asks_for_evidence_of_an_impact_until_there_is_some(
    session: Session, finding: Finding, item: Evidence
) -> None:
    def open_() -> list[str]:
        return [each.spot.id for each in run_checks(gather(session)) if each.code == "finding_impact_without_evidence"]

    assert open_() == [finding.id]
    citing_findings.choose_items(session, finding.id, (item.id,))
    assert open_() == []


def test_the_line_of_sight_of_a_finding_ends_in_its_evidence(
    session: Session, finding: Finding, item: Evidence
) -> None:
    citing_findings.choose_items(session, finding.id, (item.id,))
    following_up.make_priority(session, finding)
    assert [each.evidence for each in lines_of_finding(gather_sight(session), finding)] == [(item,)]


def test_a_finding_takes_its_evidence_to_the_bin_and_back(session: Session, finding: Finding, item: Evidence) -> None:
    cited(session, finding, item)
    following_up.remove_findings(session, (finding.id,))
    assert gather(session).finding_citations == ()
    assert libraries.library(session).items[0].cited == 0
    undoing.undo(session)
    assert len(gather(session).finding_citations) == 1
