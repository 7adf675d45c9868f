"""The demonstration: what it holds, that every quote stands on its page, that figures are backed, and that nobody is real."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.unit.services.authorities import NAMES

from areasef import commands
from areasef.__main__ import _has_display
from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.sample.making import MAKERS, make_file
from areasef.domain.check import run_checks
from areasef.domain.citation import Anchor, Citation, Stance
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Answer
from areasef.domain.evidence import Freshness, Holding, RevisionKind
from areasef.domain.plan import Delivery
from areasef.domain.statement import plain, sentences
from areasef.services.build_demo import NAME, build_demo, demo_to_look_round
from areasef.services.evaluating import change_evaluation
from areasef.services.gathering import gather
from areasef.services.keeping import pages
from areasef.services.sample import Sample, read_sample
from areasef.services.scheduling import missing, schedule
from areasef.services.session import Session
from areasef.services.what_changed import changed_since
from areasef.services.workspaces import open_workspace, this_person

FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


@pytest.fixture
def session(demo: Path) -> Iterator[Session]:
    made = open_workspace(demo, read_only=True)
    yield made
    made.close()


@pytest.fixture
def dossier(session: Session) -> Dossier:
    return gather(session)


def test_it_holds_what_a_real_evaluation_holds(session: Session, dossier: Dossier) -> None:
    files = [each for each in dossier.revisions if each.kind is RevisionKind.FILE]
    kinds = {each.name.rpartition(".")[2] for each in files}
    assert len(dossier.statements) >= 70
    assert len(files) >= 40
    assert kinds == {"pdf", "docx", "xlsx", "csv", "eml", "txt", "png", "jpg"}
    assert {each.kind for each in dossier.revisions} == set(RevisionKind)
    assert sum(each.page_count > 1 for each in files if each.name.endswith(".pdf")) >= 20
    assert len(dossier.citations) >= 100
    assert sum(each.stance is Stance.CHALLENGES for each in dossier.citations) >= 10
    assert 12 <= len(dossier.actions) <= 31
    assert 4 <= len(dossier.priorities) <= 6
    assert {each.action_id for each in dossier.measures} == {each.id for each in dossier.actions}
    assert all(each.baseline is not None and each.target is not None for each in dossier.measures)
    assert {each.delivery for each in dossier.actions} == set(Delivery)
    assert {dossier.freshness_of(each) for each in dossier.evidence} == set(Freshness)
    assert {each.holding for each in dossier.evidence} == set(Holding)
    assert all((dossier.requests, dossier.decisions, dossier.risks, dossier.milestones, dossier.actuals))
    assert all(each.done and each.impact and each.left for each in dossier.findings)
    assert [each.role_id for each in dossier.role_holdings if each.person_id is None] == ["dsco"]
    assert len({each.action_id for each in dossier.updates}) >= 6
    assert all(each.on <= dossier.evaluation.as_at for each in dossier.updates)
    assert dossier.evaluation.officers_statement
    assert dossier.evaluation.resources
    assert session.verify() == ()


def test_its_calendar_is_whole(session: Session) -> None:
    found = schedule(session)
    assert missing(found) == ()
    assert all(each.day for each in found.deadlines)
    late = [each.interval.id for each in found.dated if each.day and each.day < found.as_at and not each.done_on]
    assert set(late) <= {each.interval.id for each in found.dated if each not in found.still_to_come}
    assert [each.interval.id for each in found.still_to_come] == ["next_full_other"]


def test_every_strand_is_evaluated_and_one_has_no_view_yet(dossier: Dossier) -> None:
    for strand in dossier.framework.strands:
        for section in dossier.framework.sections:
            assert dossier.statements_of(strand, section), f"{strand.code} {section.title}"
        view = dossier.self_view(strand.id)
        assert view is not None
        assert view.reason
        assert view.not_known
    without = [each.strand_id for each in dossier.self_views if each.level_id is None]
    assert without == ["l6"]
    assert {each.level_id for each in dossier.self_views} == {"strength", "mixed", "to_improve", None}


def test_children_and_parents_are_cited_and_the_forum_differs_in_its_own_words(dossier: Dossier) -> None:
    cited = {dossier.evidence_by_id[each.evidence_id].source_type_id for each in dossier.citations}
    assert {kind.id for kind in dossier.framework.source_types} <= cited
    differing = [each for each in dossier.responses if each.answer is Answer.DIFFERS]
    assert {dossier.partner_by_id[each.partner_id].kind_id for each in differing} == {"forum"}
    assert all(len(each.words.split()) > 10 for each in differing)


def test_the_checks_that_are_open_are_those_a_lead_would_have(dossier: Dossier) -> None:
    found = run_checks(dossier)
    must = {(each.code, each.strand_id) for each in found if each.severity == "must"}
    assert must == {
        ("impact_without_evidence", "i2"),
        ("impact_without_evidence", "i3"),
        ("no_health_evidence", "l4"),
    }
    assert {each.strand_id for each in found if each.code == "stale_evidence"} == {"l3"}
    assert 15 <= len(found) <= 30
    assert not [each for each in found if each.strand_id == "l2"]


def test_the_numbers_of_a_measure_stand_in_the_item_it_names_as_its_source(session: Session, dossier: Dossier) -> None:
    by_ref = {each.ref: each for each in dossier.evidence}
    short = []
    for measure in dossier.measures:
        item = by_ref.get(measure.source)
        if item is None:
            continue
        (revision,) = [each for each in dossier.revisions if each.evidence_id == item.id]
        text = figures(" ".join(page.text for page in pages(session, revision.id)))
        numbers = [measure.baseline, *(each.value for each in dossier.actuals if each.measure_id == measure.id)]
        short += [f"{measure.title}: {each:g}" for each in numbers if each is not None and f"{each:g}" not in text]
    assert not short, "\n".join(short)


def test_every_quote_stands_on_its_page_and_says_something(session: Session, dossier: Dossier) -> None:
    assert set(dossier.anchors.values()) == {Anchor.FOUND}
    assert len(dossier.finding_citations) >= 6
    for each in dossier.citations:
        if each.locator.quote:
            page = session.store.page(each.revision_id, each.locator.page)
            assert page is not None
            assert page.text[each.locator.start : each.locator.end] == each.locator.quote
            assert len(re.findall(r"\w+", each.locator.quote)) >= 4, each.locator.quote
        else:
            assert each.says


def test_each_figure_of_a_sentence_stands_in_what_it_cites(dossier: Dossier) -> None:
    """A figure is backed by a quote; a year may also stand in the title or the dates of the item."""
    by_id = {each.id: each for each in dossier.citations}
    short = []
    for statement in dossier.statements:
        for sentence in sentences(statement.body):
            cited = [by_id[each] for each in sentence.citation_ids]
            if cited:
                missing = figures(sentence.words) - set[str]().union(*(backed(dossier, each) for each in cited))
                short += [f"{each} in “{sentence.words}”" for each in sorted(missing)]
    assert not short, "\n".join(short)


def figures(text: str) -> set[str]:
    return {each.replace(",", "") for each in FIGURE.findall(text)}


def backed(dossier: Dossier, citation: Citation) -> set[str]:
    item = dossier.evidence_by_id[citation.evidence_id]
    days = [day for day in (item.covers_from, item.covers_to) if day]
    return figures(f"{citation.locator.quote} {citation.says} {item.title}") | {str(day.year) for day in days}


def test_no_real_area_is_named(session: Session, dossier: Dossier) -> None:
    named = re.compile(r"\b(?:" + "|".join(re.escape(name) for name in NAMES) + r")\b")
    said = [f"{where}: {found[0]}" for where, text in everything(session, dossier) if (found := named.search(text))]
    assert not said, "\n".join(said)


def test_no_child_could_be_found_by_a_number_or_a_birthday(session: Session, dossier: Dossier) -> None:
    numbers = re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b|\b[A-Z]\d{11,12}[A-Z]?\b|\b(?:date of birth|born on)\b", re.I)
    said = [
        f"{where}: {found[0]}" for where, text in everything(session, dossier) if (found := numbers.search(plain(text)))
    ]
    assert not said, "\n".join(said)


def everything(session: Session, dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield every text of the workspace with the place where it stands."""
    groups = (dossier.partners, dossier.people, dossier.self_views, dossier.responses, dossier.statements)
    plan = (dossier.priorities, dossier.actions, dossier.measures, dossier.milestones, dossier.actuals)
    rest = (
        dossier.findings,
        dossier.requests,
        dossier.decisions,
        dossier.risks,
        dossier.evidence,
        dossier.role_holdings,
    )
    for thing in (dossier.area, dossier.evaluation, *(each for group in (*groups, *plan, *rest) for each in group)):
        for name in thing.__dataclass_fields__:
            if not name.endswith(("id", "ids", "hash", "edition")):
                yield f"{type(thing).__name__} {name}", str(getattr(thing, name))
    for revision in dossier.revisions:
        for page in pages(session, revision.id):
            yield f"{revision.name} page {page.page}", page.text


def test_the_same_content_gives_the_same_files(tmp_path: Path) -> None:
    files = {each.file.kind: each.file for each in read_sample().evidence if each.file}
    assert set(files) <= set(MAKERS)
    for file in files.values():
        first = make_file(file, tmp_path).read_bytes()
        assert make_file(file, tmp_path).read_bytes() == first, file.name


def small() -> Sample:
    """Return the sample with two items and nothing written, where only the file matters."""
    whole = read_sample()
    empty = dict.fromkeys(("findings", "priorities", "requests", "decisions", "risks"), ())
    return replace(whole, evidence=whole.evidence[:2], strands=(), plan={"report": {}, **empty})


def test_a_second_build_replaces_what_nobody_changed_and_spares_the_rest(tmp_path: Path) -> None:
    first = build_demo(tmp_path, sample=small())
    again = build_demo(tmp_path, sample=small())
    assert (again.document, again.replaced, again.spared) == (first.document, True, None)
    assert demo_to_look_round(tmp_path) == first.document
    session = open_workspace(first.document, this_person())
    change_evaluation(session, replace(session.evaluation, summary="My own words."))
    session.close()
    assert demo_to_look_round(tmp_path) == first.document
    third = build_demo(tmp_path, sample=small())
    assert (third.document.name, third.spared) == (f"{NAME} 2.areasef", first.document)
    session = open_workspace(first.document, read_only=True)
    assert session.evaluation.summary == "My own words."
    session.close()


def test_a_stranger_of_the_same_name_and_an_open_demonstration_are_left_alone(tmp_path: Path) -> None:
    stranger = tmp_path / f"{NAME}.areasef"
    stranger.write_bytes(b"somebody else's own file".ljust(100))
    built = build_demo(tmp_path, sample=small())
    assert (built.document.name, built.spared) == (f"{NAME} 2.areasef", stranger)
    assert stranger.read_bytes().startswith(b"somebody else")
    other = tmp_path / "open"
    held = open_workspace(build_demo(other, sample=small()).document, this_person())
    try:
        assert build_demo(other, sample=small()).document.name == f"{NAME} 2.areasef"
    finally:
        held.close()


def test_the_command_says_what_it_made_and_exports_every_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[Path] = []

    def show(file: Path) -> int:
        shown.append(file)
        return commands.DONE

    assert commands.run(["demo", str(tmp_path / "new")], show) == commands.DONE
    assert shown == [tmp_path / "new" / f"{NAME}.areasef"]
    said = capsys.readouterr()
    made = sorted((tmp_path / "new").glob("*.pdf"))
    assert len(made) == len(DOCUMENTS)
    assert all(str(path) in said.out for path in (*made, tmp_path / "new" / f"{NAME}.areasef"))
    assert "1 of " in said.err
    assert "no window" not in said.out
    assert commands.run(["demo", str(tmp_path / "new")]) == commands.DONE
    assert "There is no display here, so no window was opened." in capsys.readouterr().out


def test_a_window_opens_only_where_it_could_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not _has_display()
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert _has_display()
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not _has_display()


def test_its_log_tells_a_story_over_months(session: Session) -> None:
    since = {day: changed_since(session, day) for day in (date(2026, 7, 1), date(2026, 9, 1), date(2026, 11, 1))}
    assert all(each.fate == "New" for each in since[date(2026, 7, 1)])
    lately = since[date(2026, 11, 1)]
    assert 5 < len(lately) < len(since[date(2026, 9, 1)]) < len(since[date(2026, 7, 1)])
    assert {each.fate for each in lately} == {"New", ""}
    assert not [each for each in since[date(2026, 9, 1)] if (each.kind, each.fate) == ("Action", "New")]
    moved = {(moved.what, moved.after) for each in lately for moved in each.moved}
    assert ("Delivery", "Slipping") in moved
    assert changed_since(session, date(2026, 11, 24)) == ()
    assert session.verify() == ()
