"""Follow up what inspectors found: what was done about each finding, what came of it, what is left, and who answers it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from areasef.domain.change import NOTHING, Change
from areasef.domain.citation import FindingCitation
from areasef.domain.evidence import Evidence
from areasef.domain.followed import ReportKey, key_of
from areasef.domain.identity import new_id
from areasef.domain.plan import Priority
from areasef.domain.record import Finding
from areasef.domain.sub_point import opening
from areasef.services.following_report import followed_report
from areasef.services.planning import priorities
from areasef.services.session import Session

TITLE_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes with a report: its findings, how many of them say what was done since, and the priorities that answer any."""

    report: ReportKey
    finding_ids: tuple[str, ...]
    followed_up: int
    priorities: tuple[Priority, ...]
    evidence: Evidence | None


def findings(session: Session) -> tuple[Finding, ...]:
    """Return every finding: the report that is followed up first, then the newest, each in the order of the report."""
    found = sorted(session.store.all(Finding), key=lambda each: each.position)
    found.sort(key=lambda each: str(each.report_date or ""), reverse=True)
    first = followed_report(session)
    return tuple(sorted(found, key=lambda each: key_of(each) != first))


def removal(session: Session, report: ReportKey) -> Removal:
    """Return what removing a report would take away, so that it can be said before."""
    found = session.store.all(Finding, report=report.title, report_date=report.day)
    ids = {each.id for each in found}
    items = {each.evidence_id for each in found if each.evidence_id}
    return Removal(
        report,
        tuple(each.id for each in found),
        sum(1 for each in found if each.done or each.impact or each.left),
        tuple(each for each in priorities(session) if ids & set(each.finding_ids)),
        next((item for key in sorted(items) if (item := session.store.get(Evidence, key))), None),
    )


def remove_report(session: Session, report: ReportKey) -> Change:
    """Put every finding of a report in the bin, as one step; the priorities stay, and the file stays with the evidence."""
    return remove_findings(session, removal(session, report).finding_ids, "Remove a report")


def change_finding(session: Session, finding: Finding, label: str = "Change a finding") -> Change:
    """Keep a finding as it now stands."""
    with session.store.write(label) as batch:
        batch.put(finding)
    return batch.change


def answering(session: Session, finding_id: str) -> tuple[str, ...]:
    """Return the ids of the priorities that answer a finding."""
    return tuple(each.id for each in priorities(session) if finding_id in each.finding_ids)


def set_answering(session: Session, finding_id: str, priority_ids: tuple[str, ...]) -> Change:
    """Let these priorities, and no others, answer a finding."""
    changed = [each for each in priorities(session) if (finding_id in each.finding_ids) != (each.id in priority_ids)]
    if not changed:
        return NOTHING
    with session.store.write("Say which priorities answer a finding") as batch:
        for priority in changed:
            others = tuple(each for each in priority.finding_ids if each != finding_id)
            answers = (*others, finding_id) if priority.id in priority_ids else others
            batch.put(replace(priority, finding_ids=answers))
    return batch.change


def make_priority(session: Session, finding: Finding) -> tuple[Priority, Change]:
    """Add a priority that answers a finding, with the finding's strands; its title is for a person to put better."""
    last = max((each.position for each in priorities(session)), default=0.0)
    new = Priority(
        new_id(),
        _short(finding.text),
        position=last + 1.0,
        finding_ids=(finding.id,),
        strand_ids=finding.strand_ids,
    )
    with session.store.write("Make a priority of a finding") as batch:
        batch.put(new)
    return new, batch.change


def remove_findings(session: Session, finding_ids: tuple[str, ...], label: str = "Remove findings") -> Change:
    """Put findings in the bin; the priorities that answered them stay, and the file stays with the evidence."""
    gone = set(finding_ids)
    with session.store.write(label) as batch:
        for priority in priorities(session):
            if gone & set(priority.finding_ids):
                batch.put(
                    replace(priority, finding_ids=tuple(each for each in priority.finding_ids if each not in gone))
                )
        for finding_id in finding_ids:
            for cited in session.store.all(FindingCitation, finding_id=finding_id):
                batch.bin(FindingCitation, cited.id)
            batch.bin(Finding, finding_id)
    return batch.change


def _short(text: str) -> str:
    """Return the beginning of a text, before its sub-points, cut at a word."""
    lead = opening(text)
    if len(lead) <= TITLE_LENGTH:
        return lead.rstrip(".")
    return lead[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
