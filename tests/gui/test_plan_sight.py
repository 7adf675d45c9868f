"""The line of sight: from a finding or a strand to evidence of impact and back, and each gap with its way to mend it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.gui.conftest import too_small, unnamed
from tests.gui.test_plan import filled

from areasef.domain.evidence import Evidence
from areasef.domain.identity import new_id
from areasef.domain.plan import Action, Measure, Priority
from areasef.domain.record import Finding, FindingKind
from areasef.domain.sight import Lack, gaps, lacking
from areasef.services import library as libraries
from areasef.services import planning, writing
from areasef.services.gathering import gather_sight
from areasef.services.session import Session
from areasef.ui import theme
from areasef.ui.navigation import Target
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.findings.page import FindingsPage
from areasef.ui.pages.overview.page import OverviewPage
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.plan.sight_view import GAPS, STRANDS, SightView
from areasef.ui.window import Window

FIXTURES = (filled,)


def sight(window: Window, target: Target) -> SightView:
    window.go(target)
    assert isinstance(window.page, PlanPage)
    view = window.page.tabs.view
    assert isinstance(view, SightView)
    return view


def finding(session: Session) -> Finding:
    return session.store.all(Finding)[0]


def heads(view: SightView) -> list[str]:
    return [each.box.head for each in view.sight.boxes]


def test_a_finding_leads_through_the_plan_to_what_shows_impact(
    window: Window, session: Session, filled: dict[str, str]
) -> None:
    item = Evidence(new_id(), "E-101", "Waiting times, autumn")
    clinics = session.store.get(Action, filled["clinics"])
    assert clinics is not None
    with session.store.write("Show it") as batch:
        batch.put(item)
        batch.put(replace(clinics, evidence_ids=(item.id,)))
    view = sight(window, Target("plan", "sight", finding(session).id))
    rows = [row for row in view.list.entries.rows if row.word.startswith("Shown by")]
    assert [row.word for row in rows] == ["Shown by E-101"]
    view.list.stand_on(rows[0].key)
    assert heads(view)[0] == "Finding 1, Jun 2024"
    assert heads(view)[3] == "Measure M1"
    assert view.sight.boxes[4].box.words == "E-101 Waiting times, autumn."
    assert view.sight.boxes[5].box.target == Target("evaluate", "statement", filled["statement"])
    view.sight.boxes[4].click()
    page = window.page
    assert isinstance(page, EvidencePage)
    [(action, number)] = libraries.shows_effect_of(session, item.id)
    assert (action.id, number) == (filled["clinics"], "1.2")
    back = sight(window, Target("plan", "sight", action.id))
    row = back.list.entries.rows[back.list.currentIndex().row()]
    assert (row.lead, row.word) == ("Finding 1", "Shown by E-101")


def test_a_strand_leads_to_the_same_line_and_back_to_its_finding(
    window: Window, session: Session, filled: dict[str, str]
) -> None:
    strand = session.framework.strands[2]
    view = sight(window, Target("plan", "sight", strand.id))
    assert view.views.chosen == "strands"
    assert view.list.entries.rows[view.list.currentIndex().row()].lead == f"{strand.code}, 1"
    view.sight.boxes[5].click()
    assert isinstance(window.page, FindingsPage)
    assert window.page.current == finding(session)
    window.page.form.line.click()
    assert isinstance(window.page, PlanPage)


def test_each_gap_is_said_in_words_and_leads_to_where_it_is_mended(
    window: Window, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    lost = Finding(new_id(), FindingKind.IMPROVEMENT, "Advice is late.", "2", report_date=finding(session).report_date)
    empty = Priority(new_id(), "Ready for adult life", position=9.0)
    with session.store.write("Leave gaps") as batch:
        batch.put(lost)
        batch.put(empty)
        batch.put(Measure(new_id(), filled["adviser"], "Advice in time"))
    found = gaps(gather_sight(session))
    assert {each.lack for each in found} == {Lack.PRIORITY, Lack.ACTION, Lack.MEASURE, Lack.BASELINE}
    assert [each.title for each in found if each.lack is Lack.PRIORITY] == ["Advice is late."]
    assert [each.ref for each in found if each.lack is Lack.ACTION] == ["Priority 3"]
    assert [each.ref for each in found if each.lack is Lack.MEASURE] == ["Action 1.1", "Action 2.2", "Action 2.3"]
    assert [each.ref for each in found if each.lack is Lack.BASELINE] == ["Measure M2, action 2.1"]
    view = sight(window, Target("plan", "sight", GAPS))
    assert view.head.says.text() == (
        "6 gaps: 1 finding without a priority, 1 priority without an action, 3 actions without a measure, "
        "1 measure without a value at the start."
    )
    words = [row.word for row in view.list.entries.rows]
    assert words[0] == "No priority answers it"
    assert sorted(words[1:]) == [
        "No action under it",
        "No measure",
        "No measure",
        "No measure",
        "No value at the start",
    ]
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert isinstance(window.page, FindingsPage)
    assert window.page.current == lost


def test_a_line_says_where_it_breaks_off_first_and_praise_needs_no_answer(
    session: Session, filled: dict[str, str]
) -> None:
    praise = Finding(new_id(), FindingKind.EFFECTIVE, "Children are known well.", "2")
    with session.store.write("Measure without a start") as batch:
        batch.put(praise)
        batch.put(Measure(new_id(), filled["bridge"], "Families helped"))
    dossier = gather_sight(session)
    assert lacking(dossier, finding(session)) == "Measure M1 has no value at the start"
    assert lacking(dossier, praise) == ""


def test_a_gap_that_is_mended_goes(window: Window, session: Session, filled: dict[str, str]) -> None:
    view = sight(window, Target("plan", "sight", GAPS))
    before = len(view.list.entries.rows)
    window.bus.say(planning.keep(session, Measure(new_id(), filled["bridge"], "Families helped", baseline=96.0)))
    assert len(view.list.entries.rows) == before - 1


def test_overview_and_findings_lead_to_the_gaps(window: Window, filled: dict[str, str]) -> None:
    window.go(Target("overview"))
    overview = window.page
    assert isinstance(overview, OverviewPage)
    row = next(row for row in overview.do_next.list.rows if row.payload == Target("plan", "sight", GAPS))
    assert row.what == "4 gaps in the line of sight"
    assert row.where == "4 actions without a measure."
    window.go(Target("findings"))
    page = window.page
    assert isinstance(page, FindingsPage)
    assert [row.mark for row in page.list.findings.rows if not row.heading] == [
        ("check", "look", "Action 1.1 has no measure")
    ]


@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("contrast", 2.0)])
def test_every_control_has_a_name_and_is_large_enough(
    window: Window, filled: dict[str, str], look: str, scale: float
) -> None:
    theme.apply(look, scale)
    view = sight(window, Target("plan", "sight"))
    assert unnamed(view) == []
    assert too_small(view) == []


def test_a_finding_with_several_lines_is_seen_once_and_heard_with_each(
    window: Window, session: Session, filled: dict[str, str]
) -> None:
    view = sight(window, Target("plan", "sight"))
    rows = [row for row in view.list.entries.rows if row.lead == "Finding 1"]
    assert len(rows) > 1
    assert [bool(row.seen.title) for row in rows] == [True] + [False] * (len(rows) - 1)
    assert all(finding(session).text in row.spoken and "Finding 1" in row.spoken for row in rows)
    first, second = (view.list.visualRect(view.list.entries.index(at)).height() for at in (0, 1))
    assert second < first


def shown_words(view: SightView) -> list[str]:
    return [each.text() for each in view.findChildren(QLabel) if each.isVisible()]


def test_where_no_line_begins_its_place_says_what_will_be_there_and_how_to_begin(
    window: Window, session: Session
) -> None:
    view = sight(window, Target("plan", "sight"))
    assert "No line of sight yet" in shown_words(view)
    assert not view.views.isVisible()  # nothing to choose from
    focus = window.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Import an inspection report"
    weak = next(each for each in session.framework.sections if each.kind == "weakness")
    added = writing.add_statement(session, session.framework.strands[0].id, weak.id, "Plans come late.")
    view.refresh()
    assert "No finding yet" in shown_words(view)
    view.views.choose(STRANDS)
    view.go(Target("plan", "sight", added.id))
    assert [row.title for row in view.list.entries.rows if view.list.isVisible()] == ["Plans come late."]
