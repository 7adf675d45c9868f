"""An invented plan as a dossier: the one of the page mock-up, and plans of any size."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from areasef.domain.citation import Citation, Locator, Stance
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Answer, Area, Evaluation, Response
from areasef.domain.evidence import Evidence, Holding
from areasef.domain.framework import Framework
from areasef.domain.funding import Funding, FundingState
from areasef.domain.partner import Partner, Person, RoleHolding
from areasef.domain.plan import Action, Actual, Delivery, Measure, Milestone, Priority
from areasef.domain.record import Decision, Finding, FindingKind, Request, Risk
from areasef.domain.statement import Statement, marker
from areasef.packs.listing import shipped_packs
from areasef.packs.reading import read_pack

DAY = date(2026, 11, 23)
CITED = "00000000-0000-4000-8000-000000000001"


def framework() -> Framework:
    """Return the shipped pack."""
    made = read_pack(shipped_packs()[0].path).framework
    assert made is not None
    return made


def empty() -> Dossier:
    """Return an evaluation in which nothing was typed but its title."""
    pack = framework()
    return Dossier(
        pack,
        Area("area", "Alderbrook"),
        Evaluation("v", "Self-evaluation 2026–27", pack.id, pack.edition, DAY, "0.4"),
        datetime(2026, 11, 23, 14, 2, tzinfo=UTC),
        "3f9a21bc" * 8,
    )


def plan() -> Dossier:
    """Return a plan with everything a plan can hold."""
    made = empty()
    strand, better = made.framework.strands[2], made.framework.sections[2]
    return replace(
        made,
        evaluation=replace(
            made.evaluation,
            vision="Children and young people get the right help early, close to home, from people who know them.\n"
            "They say what matters to them, and what they say changes what we do.",
            governance="The partnership board meets every six weeks and is chaired independently. "
            "It reports to cabinet and to the ICB board twice a year.",
            context="5,120 children and young people have SEN support and 2,214 have an EHC plan. "
            "Waits for an autism assessment are 41 weeks in the north and 26 in the towns.",
            coproduction="The Forum wrote priority 1 with us in three evening workshops. Twelve young people read the "
            "draft and struck out a third of it.",
            monitoring="The board looks at every action off track each time it meets, and at all measures each term.",
            publication_note="Published on the local offer within a week of the ICB board of 17 December 2026.",
        ),
        partners=(
            Partner("council", "Alderbrook Council", "Council", "council", "education", date(2009, 4, 1)),
            Partner(
                "icb", "NHS Three Rivers Integrated Care Board", "NHS Three Rivers ICB", "icb", "health", position=1
            ),
            Partner("trust", "Three Rivers Community Health Trust", "Community Trust", "trust", "health", position=2),
            Partner("forum", "Alderbrook Parent Carer Forum", "Forum", "forum", "parents", position=3),
        ),
        people=(
            Person("odhiambo", "Wanjiru Odhiambo", "council"),
            Person("lindqvist", "Jonas Lindqvist", "icb"),
            Person("hughes", "Carys Hughes", "trust"),
        ),
        role_holdings=(
            RoleHolding("h1", "dcs", "council", "odhiambo", date(2024, 9, 1)),
            RoleHolding("h2", "icb_lead", "icb", "lindqvist", date(2025, 4, 1)),
            RoleHolding("h3", "dsco", "council"),
        ),
        statements=(
            Statement(
                "s1", "v", strand.id, better.id, f"Where a family lives decides how long a child waits.{marker(CITED)}"
            ),
            Statement("s2", "v", strand.id, better.id, "Families tell their story again to each service."),
        ),
        evidence=(
            Evidence("e1", "E-127", "Forum survey: waiting well", "parents", "parents", "forum"),
            Evidence("e2", "E-104", "Bridge offer review", "audit", "health", "icb"),
        ),
        citations=(Citation(CITED, "s1", "e1", "r1", "", Stance.SUPPORTS, Locator(page=3)),),
        responses=(
            Response(
                "r", "v", "strand", strand.id, "forum", Answer.DIFFERS, "The wait starts at the first worry.", True, DAY
            ),
        ),
        findings=_findings(),
        **_first_priority(),  # type: ignore[arg-type]
        risks=(
            Risk(
                "k1",
                "No room for clinics in the north",
                4,
                4,
                "Community Trust",
                "Use the library from January",
                ("a2",),
            ),
            Risk("k2", "Educational psychologists leave", 3, 5),
        ),
        funding=(
            Funding("m1", "Rent of the northern clinic", 6_200, "Joint fund", "icb", "Each year", action_ids=("a2",)),
            Funding(
                "m2", "Bridge after March", 118_000, period="2027-28", state=FundingState.GAP, note="Nobody pays yet."
            ),
        ),
        decisions=(
            Decision(
                "d1",
                "Fund the Bridge offer for two years",
                "ICB board",
                date(2026, 9, 17),
                "J. Lindqvist",
                "£180,000 a year",
                "Four localities run it",
                ("a1",),
            ),
        ),
        requests=(
            Request("q1", "Waits by locality, October", "trust", date(2026, 10, 1), date(2026, 11, 1)),
            Request("q2", "Forum survey", "forum", state=Holding.HELD),
        ),
    )


def _findings() -> tuple[Finding, ...]:
    report, day = "Area SEND inspection of Alderbrook", date(2024, 6, 14)
    improve, better = FindingKind.IMPROVEMENT, FindingKind.BETTER
    return (
        Finding("f1", improve, "Waits for autism and ADHD assessment are too long, and help while waiting is thin.", "1",
                report, day, "NHS Three Rivers ICB and Alderbrook Council", 9, done="The Bridge offer runs in four localities",
                impact="Families say home is calmer", left="The north, and evening sessions"),
        Finding("f2", improve, "Leaders should make sure that annual reviews are held and plans amended in time.", "2",
                report, day, page=9),
        Finding("f3", better, "Young people leaving alternative provision are not asked what helped.", "", report, day, page=6),
        Finding("f4", FindingKind.EFFECTIVE, "The Forum is listened to.", "", report, day, page=4),
    )  # fmt: skip


def _first_priority() -> dict[str, object]:
    actions = (
        ("a1", "Run the Bridge offer in all six localities, with one evening session a week", "icb", ("council", "forum"),
         (2026, 9, 1), (2027, 3, 31), None, Delivery.ON_TRACK, "early_signs"),
        ("a2", "Hold two assessment clinics a month in the north", "trust", ("council",),
         (2026, 10, 1), (2027, 1, 31), (2027, 3, 31), Delivery.SLIPPING, "planned"),
        ("a3", "Open one front door for autism, ADHD and therapy referrals", "icb", ("council",),
         (2026, 4, 1), (2026, 9, 30), None, Delivery.DONE, "evidenced"),
        ("a4", "Train 60 school leads to give first help for attention and anxiety", "council", (),
         (2027, 1, 4), (2027, 7, 20), None, Delivery.NOT_DUE, "planned"),
        ("a5", "Tell every waiting family, every eight weeks, where they are", "trust", (),
         (2026, 11, 2), (2027, 2, 28), None, Delivery.ON_TRACK, "planned"),
    )  # fmt: skip
    made = tuple(
        Action(key, "p1", title, position=float(at), partner_ids=others, lead_partner_id=lead, starts=date(*starts),
               due=date(*due), new_due=date(*moved) if moved else None, delivery=delivery, impact_stage_id=stage)
        for at, (key, title, lead, others, starts, due, moved, delivery, stage) in enumerate(actions)
    )  # fmt: skip
    first = replace(
        made[0],
        detail="A worker meets each family within three weeks, without a diagnosis, and stays until the assessment.",
        accountable_id="lindqvist",
        lead_id="hughes",
        progress="Four localities run it; the fifth opens in January.",
        tags=("Strategic plan", "Local reform plan"),
        strand_ids=(framework().strands[2].id,),
        statement_ids=("s2",),
        evidence_ids=("e2",),
    )
    second = replace(
        made[1],
        progress="The village hall lease fell through in October. The Trust has an offer from the library; the board is "
        "asked to agree it on 8 December.",
    )
    third = replace(made[2], closing_reason="The team is the same; families are asked again in spring.")
    measures = (
        ("m1", "a1", "Families helped while waiting, in a year", "families", 96, 212, 300),
        ("m3", "a2", "Wait for an autism assessment in the north", "weeks", 41, 38, 26),
        ("m4", "a3", "Families who told their story once", "%", 38, 67, 80),
        ("m5", "a4", "Schools with a trained lead", "schools", 11, 11, 60),
        ("m6", "a5", "Families who know what happens next", "%", 24, 24, 85),
    )
    points = (
        ("t1", "a1", "four localities", (2026, 9, 30), True), ("t2", "a1", "evening sessions start", (2027, 1, 15), False),
        ("t3", "a2", "room agreed", (2026, 10, 15), False), ("t4", "a2", "first clinic", (2026, 12, 7), False),
        ("t5", "a3", "all schools using it", (2026, 9, 30), True), ("t6", "a4", "first group of 20", (2027, 2, 12), False),
        ("t7", "a5", "letter agreed with the Forum", (2026, 12, 11), False),
    )  # fmt: skip
    return {
        "priorities": (
            Priority("p1", "Shorter waits, and real help while waiting",
                     "Help starts when I need it. Where I live makes no difference. I tell my story once.", 1.0,
                     ("s1",), ("f1",), (framework().strands[2].id,)),
        ),
        "actions": (first, second, third, *made[3:]),
        "measures": tuple(
            Measure(key, action, title, unit, float(start), date(2026, 3, 31), float(aim), date(2027, 9, 30), "Trust returns")
            for key, action, title, unit, start, _now, aim in measures
        ),
        "actuals": (
            *(Actual(f"v-{key}", key, date(2026, 10, 31), float(now)) for key, _a, _t, _u, _s, now, _aim in measures),
            Actual("v-early", "m1", date(2026, 6, 30), 150.0, "Two localities only"),
        ),
        "milestones": (
            *(Milestone(key, action, None, title, date(*due), None, date(*due) if reached else None)
              for key, action, title, due, reached in points),
            Milestone("t8", "a1", "m1", "", date(2027, 3, 31), 260.0),
        ),
    }  # fmt: skip


def many(priorities: int, actions: int, months: int = 48) -> Dossier:
    """Return a plan of so many priorities with so many actions each, spread over months."""
    made = plan()
    heads = tuple(Priority(f"p{at}", f"Priority number {at} in words", position=float(at)) for at in range(priorities))
    start = date(2026, 4, 1)
    found = []
    for at, head in enumerate(heads):
        for step in range(actions):
            begins = start + timedelta(days=round(months * 30 * (at * actions + step) / (priorities * actions + 1)))
            found.append(
                Action(f"a{at}-{step}", head.id, f"Action {at}-{step} with words that take more than a single line of its row",
                       position=float(step), lead_partner_id="council", starts=begins,
                       due=begins + timedelta(days=90), delivery=tuple(Delivery)[step % 5])
            )  # fmt: skip
    return replace(made, priorities=heads, actions=tuple(found), measures=(), milestones=(), actuals=())
