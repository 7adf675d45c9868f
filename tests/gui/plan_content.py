"""An invented plan to look at and to work on."""

from __future__ import annotations

from datetime import date

from areasef.domain.identity import new_id
from areasef.domain.plan import Action, Actual, Delivery, Measure, Milestone, Priority
from areasef.domain.record import Finding, FindingKind
from areasef.domain.statement import Statement
from areasef.services import evaluating, partnering
from areasef.services.session import Session


def fill(session: Session) -> dict[str, str]:
    """Put two priorities with four actions into a workspace and return the ids by name."""
    council, icb, *_ = partnering.partners(session)
    ids = {"council": council.id, "icb": icb.id}
    strand = session.framework.strands[2]
    evaluating.set_level(session, strand.id, session.framework.levels[2].id)
    with session.store.write("Fill the plan") as batch:
        statement = Statement(
            new_id(),
            session.evaluation.id,
            strand.id,
            session.framework.sections[2].id,
            "Where a family lives still decides how long a child waits.",
        )
        finding = Finding(
            new_id(),
            FindingKind.IMPROVEMENT,
            "Waits for autism and ADHD assessment are too long.",
            "1",
            report_date=date(2024, 6, 14),
        )
        batch.put(statement)
        batch.put(finding)
        waits = Priority(
            new_id(),
            "Long waits, and little help while waiting",
            "Where you live does not decide how long you wait.",
            1.0,
            (statement.id,),
            (finding.id,),
        )
        advice = Priority(new_id(), "Health and care advice late or thin in plans", position=2.0)
        batch.put(waits)
        batch.put(advice)
        rows = (
            ("bridge", waits, "Bridge offer in all six localities", icb.id, Delivery.ON_TRACK, "early_signs"),
            ("clinics", waits, "Two clinics a month in the north", council.id, Delivery.SLIPPING, "planned"),
            ("adviser", advice, "Named health adviser in each team", icb.id, Delivery.ON_TRACK, "in_place"),
            ("reviews", advice, "Clear overdue annual reviews", council.id, Delivery.OFF_TRACK, "planned"),
            ("young", advice, "Hear from young people leaving alternative provision", council.id, Delivery.NOT_DUE, ""),
        )
        dates = {
            "bridge": (date(2026, 9, 1), date(2027, 3, 31), None),
            "clinics": (date(2026, 10, 1), date(2027, 1, 31), date(2027, 3, 31)),
            "adviser": (date(2026, 9, 1), date(2027, 2, 28), None),
            "reviews": (date(2026, 9, 1), date(2026, 12, 10), date(2027, 2, 15)),
            "young": (date(2027, 1, 1), date(2027, 6, 30), None),
        }
        for at, (name, priority, title, lead, delivery, stage) in enumerate(rows, 1):
            starts, due, moved = dates[name]
            action = Action(
                new_id(),
                priority.id,
                title,
                position=float(at),
                lead_partner_id=lead,
                partner_ids=(council.id, icb.id) if name == "bridge" else (),
                starts=starts,
                due=due,
                new_due=moved,
                delivery=delivery,
                impact_stage_id=stage or None,
                statement_ids=(statement.id,) if name == "clinics" else (),
            )
            ids[name] = action.id
            batch.put(action)
        measure = Measure(
            new_id(), ids["clinics"], "North wait", "weeks", 41.0, date(2026, 3, 31), 26.0, date(2027, 3, 31)
        )
        batch.put(measure)
        batch.put(Actual(new_id(), measure.id, date(2026, 10, 31), 38.0))
        batch.put(Milestone(new_id(), ids["clinics"], None, "First clinic opens", date(2026, 12, 1)))
        batch.put(Milestone(new_id(), ids["bridge"], None, "All localities live", date(2027, 1, 1)))
    ids |= {"waits": waits.id, "advice": advice.id, "statement": statement.id, "measure": measure.id}
    return ids
