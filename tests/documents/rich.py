"""An invented evaluation as a good lead would leave it: strands of every kind, citations, findings, actions, other views."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from areasef.domain.citation import Citation, Locator, LocatorKind, Stance
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Agreement, Answer, Area, Evaluation, Response, SelfView
from areasef.domain.evidence import Evidence, Holding, Revision, RevisionKind
from areasef.domain.framework import Framework
from areasef.domain.identity import new_id
from areasef.domain.partner import Partner, Person, RoleHolding
from areasef.domain.plan import Action, Delivery, Priority
from areasef.domain.record import Finding, FindingKind, Request
from areasef.domain.statement import Confidence, State, Statement, marker, text_hash
from areasef.packs.listing import shipped_packs
from areasef.packs.reading import read_pack

DAY = date(2026, 11, 23)
READ_AT = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)


def framework() -> Framework:
    """Return the shipped framework."""
    made = read_pack(shipped_packs()[0].path).framework
    assert made is not None
    return made


@dataclass
class Writing:
    """Collects what is written, so that a test reads like the evaluation it makes."""

    pack: Framework
    statements: list[Statement] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    revisions: dict[str, Revision] = field(default_factory=dict)
    agreements: list[Agreement] = field(default_factory=list)

    def item(self, ref: str, title: str, kind: str = "data", agency: str = "health", covers: date = DAY) -> str:
        """File an item with one revision."""
        item = Evidence(new_id(), ref, title, kind, agency, "icb", None, covers, added_at=READ_AT)
        self.evidence[ref] = item
        name = f"{title.lower().replace(' ', '-')}.pdf"
        sha = f"{int(ref[2:]):064x}"[::-1]
        self.revisions[ref] = Revision(new_id(), item.id, 1, RevisionKind.FILE, name, sha256=sha, page_count=12)
        return ref

    def say(self, strand: int, section: int, *body: str | tuple[Any, ...], **rest: Any) -> Statement:
        """Write a statement; a tuple (ref, page, quote, stance) in its words is a citation."""
        key, text = new_id(), ""
        for part in body:
            if isinstance(part, str):
                text += part
                continue
            ref, page, quote, *stance = part
            citation = Citation(
                new_id(),
                key,
                self.evidence[ref].id,
                self.revisions[ref].id,
                self.revisions[ref].sha256,
                stance[0] if stance else Stance.SUPPORTS,
                Locator(LocatorKind.PAGE, page, str(page), quote),
            )
            self.citations.append(citation)
            text += marker(citation.id)
        agreed = rest.pop("agreed", ())
        made = Statement(
            key,
            "v",
            self.pack.strands[strand].id,
            self.pack.sections[section].id,
            text,
            float(len(self.statements)),
            State.AGREED if agreed else State.DRAFT,
            **rest,
        )
        self.statements.append(made)
        for partner in agreed:
            self.agreements.append(Agreement(new_id(), "statement", key, partner, None, READ_AT, text_hash(made.body)))
        return made


def rich() -> Dossier:
    """Return the evaluation."""
    pack = framework()
    out = Writing(pack)
    _file(out)
    waits = _right_help(out)
    _others(out)
    levels = [2, 1, 2, 1, 0, 1, 0, 2, 2, 1, None]
    views = tuple(
        SelfView(
            new_id(),
            "v",
            strand.id,
            None if at is None else pack.levels[at].id,
            _REASONS[number],
            "Whether help arrives in time for young people over 16." if number == 2 else "",
            date(2026, 9, 2),
        )
        for number, (strand, at) in enumerate(zip(pack.strands, levels, strict=True))
    )
    strand = pack.strands[2]
    responses = (
        Response(new_id(), "v", "strand", strand.id, "council", Answer.ENDORSES, on=DAY),
        Response(new_id(), "v", "strand", strand.id, "icb", Answer.ENDORSES, on=DAY),
        Response(
            new_id(),
            "v",
            "statement",
            waits.id,
            "forum",
            Answer.DIFFERS,
            "The 26 weeks in the towns counts from when a referral is accepted. Parents count from when they first "
            "asked. On our count it is nearer 40 everywhere, so the gap between north and south is not the main story.",
            True,
            date(2026, 11, 9),
        ),
        Response(new_id(), "v", "evaluation", "v", "council", Answer.ENDORSES, on=DAY),
        Response(new_id(), "v", "evaluation", "v", "forum", Answer.CONTRIBUTED, "We wrote parts of it.", True, DAY),
    )
    return Dossier(
        pack,
        Area("a", "Alderbrook", date(2023, 6, 12)),
        _evaluation(pack),
        READ_AT,
        "3f9a21bc" * 8,
        partners=_PARTNERS,
        people=_PEOPLE,
        role_holdings=_holdings(pack),
        self_views=views,
        responses=responses,
        agreements=tuple(out.agreements),
        statements=tuple(out.statements),
        citations=tuple(out.citations),
        evidence=tuple(out.evidence.values()),
        revisions=tuple(out.revisions.values()),
        requests=(
            Request(new_id(), "What the youth forum heard", "forum", DAY, date(2027, 2, 1), strand_ids=(strand.id,)),
        ),
        findings=_FINDINGS,
        **_plan(pack, waits),
    )


def many(count: int = 300) -> Dossier:
    """Return an evaluation of many statements, each citing two pages."""
    pack = framework()
    out = Writing(pack)
    for number in range(1, 61):
        out.item(f"E-{number:03d}", f"Waiting times by locality, month {number}", pack.source_types[number % 7].id)
    words = "Families in the north wait longer for a first appointment than families in the towns, and travel further. "
    for number in range(count):
        first, second = f"E-{number % 60 + 1:03d}", f"E-{(number * 7) % 60 + 1:03d}"
        out.say(
            number % 11,
            number // 11 % 4,
            words,
            (first, 1 + number % 9, f"{30 + number % 20} weeks from referral to first appointment"),
            " The gap narrowed this year, but not by enough to notice at home.",
            (second, 2 + number % 7, "families notice little change", Stance.CHALLENGES),
            confidence=Confidence.MEDIUM,
            confidence_reason="two sources agree",
            partner_ids=("council", "icb"),
            age_ids=(pack.ages[number % 3].id,),
        )
    small = rich()
    return replace(
        small,
        statements=tuple(out.statements),
        citations=tuple(out.citations),
        evidence=tuple(out.evidence.values()),
        revisions=tuple(out.revisions.values()),
        agreements=(),
    )


def _file(out: Writing) -> None:
    for ref, title, kind, agency, covers in _ITEMS:
        out.item(ref, title, kind, agency, covers)
    missing = Evidence(new_id(), "E-150", "Youth forum notes", "children", "", "forum", holding=Holding.REQUESTED)
    out.evidence["E-150"] = missing


def _right_help(out: Writing) -> Statement:
    both = ("council", "icb")
    high, medium, low = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW
    out.say(
        2, 0,
        "In January 2026 there were 2,904 children and young people with an EHC plan in Alderbrook and 6,310 on SEN "
        "support. Referrals for autism and ADHD assessment have doubled in four years.",
        ("E-088", 1, "2,904 plans; 6,310 on SEN support"),
        confidence=high, partner_ids=both, age_ids=("0-5", "5-16", "16-25"), agreed=both,
    )  # fmt: skip
    out.say(
        2, 0,
        "Seven services offer help without a referral, and five of them can be booked by parents. Two, equipment and "
        "continence, still need a GP letter.", ("E-109", 3, "five of seven can be booked directly"),
        confidence=high, partner_ids=("icb",), agreed=both,
    )  # fmt: skip
    out.say(
        2, 0,
        "Part-time timetables are recorded the same way by every school since April 2026. In October, 64 children were "
        "on one, 41 of them with SEND.", ("E-145", 1, "64 children, 41 with SEND"),
        confidence=medium, partner_ids=("council",), cohort_ids=("part_time",),
    )  # fmt: skip
    out.say(
        2, 1,
        "Families can now get help before a diagnosis. In the year to September 2026, 212 families used the Bridge offer "
        "and 7 in 10 said home life was calmer within three months.",
        ("E-104", 6, "149 of 212 said home was calmer"), ("E-118", 2, "I was rung back the same week"),
        " Parents who work shifts are still hard to reach.",
        ("E-127", 3, "only offered at 10 in the morning", Stance.CHALLENGES),
        confidence=medium, partner_ids=("icb",), age_ids=("5-16",), impact_stage_id="early_signs", agreed=both,
    )  # fmt: skip
    out.say(
        2, 1,
        "The average wait for a first speech and language appointment fell from 31 weeks in March 2025 to 19 weeks in "
        "September 2026.", ("E-131", 4, "31 to 19 weeks"),
        " Of 84 Reception teachers asked, 61 had the programme by the first half term.",
        ("E-140", 2, "61 of 84 … by the first half term"),
        confidence=medium, partner_ids=("icb",), age_ids=("0-5",), impact_stage_id="evidenced", agreed=both,
    )  # fmt: skip
    waits = out.say(
        2, 1,
        "Where a family lives still decides how long they wait. In the northern villages the average wait for an autism "
        "assessment is 38 weeks; in the towns it is 26.", ("E-131", 7, "38 and 26 weeks"),
        " Families in the north also travel further for a first appointment.", ("E-122", 1, "52 minutes against 17"),
        confidence=high, partner_ids=both, agreed=both,
    )  # fmt: skip
    out.say(
        2, 1,
        "Short breaks are keeping families together. Of 46 families offered a package after a crisis, 41 children were "
        "still living at home a year later.", ("E-112", 9, "41 remained at home"),
        confidence=low, confidence_reason="one source only", age_ids=("5-16",),
    )  # fmt: skip
    out.say(
        2, 2,
        "Children in the north should not wait longer because of where they live. The gap has narrowed by three weeks "
        "since June, which is too little.", ("E-131", 7, "38 and 26 weeks"), confidence=high, partner_ids=both,
    )  # fmt: skip
    out.say(
        2, 2,
        "One in four plans audited this term lacked health advice a teacher could use.",
        ("E-141", 5, "8 of 32 without usable advice"), " We cannot yet say whether children in care fare better or worse.",
        confidence=medium, partner_ids=("council", "icb", "forum"),
    )  # fmt: skip
    out.say(
        2, 2,
        "We do not know enough about whether help arrives in time for young people over 16. No evidence is cited for "
        "this yet; the youth forum will report in February.", confidence=low, partner_ids=both, age_ids=("16-25",),
    )  # fmt: skip
    return waits


def _others(out: Writing) -> None:
    quotes = (("E-104", 6, "149 of 212 said home was calmer"), ("E-137", 2, "nobody asked me what I wanted"))
    for at, words in enumerate(_WORKING):
        if at != 2:
            out.say(
                at,
                1,
                words,
                quotes[at % 2],
                confidence=Confidence.MEDIUM,
                partner_ids=("council",),
                agreed=("council",),
            )
            out.say(at, 2, _WEAK[at], quotes[(at + 1) % 2], confidence=Confidence.HIGH, partner_ids=("icb",))
    out.say(
        8, 0,
        "We visited 14 of 23 alternative provision providers this term and have not yet asked pupils there.",
        ("E-141", 2, "14 of 23 visited"), cohort_ids=("alternative_provision",), confidence=Confidence.HIGH,
    )  # fmt: skip


def _evaluation(pack: Framework) -> Evaluation:
    return Evaluation(
        "v", "Self-evaluation 2026–27", pack.id, pack.edition, DAY, "0.9",
        "Children in Alderbrook are known and valued, and families help shape what we do. Too many still wait too long "
        "for an assessment or a good plan, and how long depends on where they live. We do not yet have one shared "
        "picture of need.",
        "Alderbrook has 68,400 children and young people under 25 in six localities. 2,904 have an EHC plan, 4.2% of "
        "pupils against 4.8% in England in January 2026.\n"
        "Our schools and services:\n- 94 primary, 17 secondary and 5 special schools\n- 23 alternative provision providers\n"
        "- one acute and one community health trust",
        "Every child is known, belongs, and gets help early enough for it to matter.",
        "The SEND Partnership Board meets every second month, is led by the council and the ICB, and answers to both.",
        "The Forum wrote the chapters on families with us; 62 young people took part in four sessions.",
        "We look at it again every quarter, after each release of figures.",
    )  # fmt: skip


_PARTNERS = (
    Partner("council", "Alderbrook Council", "Council", "council", "education", position=1),
    Partner("icb", "NHS Three Rivers Integrated Care Board", "NHS Three Rivers ICB", "icb", "health", position=2),
    Partner("trust", "Three Rivers Community Health Trust", "Community Trust", "trust", "health", position=3),
    Partner("forum", "Alderbrook Parent Carer Forum", "Parent Carer Forum", "forum", "parents", position=4),
)
_PEOPLE = (
    Person("p1", "Wanjiru Odhiambo", "council"),
    Person("p2", "Gareth Llewellyn", "icb"),
    Person("p3", "Siân Pryce", "forum"),
)


def _holdings(pack: Framework) -> tuple[RoleHolding, ...]:
    roles = [role.id for role in pack.roles]
    return (
        RoleHolding("h1", roles[0], "council", "p1", date(2024, 9, 1)),
        RoleHolding("h2", roles[2], "icb", "p2", date(2026, 1, 5)),
        RoleHolding("h3", roles[3], "icb", None, date(2026, 10, 1)),
        RoleHolding("h4", "forum_chair", "forum", "p3", date(2025, 3, 1)),
    )


def _plan(pack: Framework, waits: Statement) -> dict[str, Any]:
    first = Priority(
        "q1", "Long waits, and little help while waiting", "Where you live does not decide how long you wait.", 1
    )
    second = Priority("q2", "Health and care advice late or thin in plans", "A plan that fits them this year.", 2)
    strand = pack.strands[2].id

    def action(key: str, priority: str, title: str, lead: str, due: date, delivery: Delivery) -> Action:
        return Action(
            key, priority, title, lead_partner_id=lead, due=due, delivery=delivery, strand_ids=(strand,),
            statement_ids=(waits.id,),
        )  # fmt: skip

    return {
        "priorities": (first, second),
        "actions": (
            action("x1", "q1", "Offer the Bridge in all six localities", "icb", date(2027, 3, 31), Delivery.ON_TRACK),
            action("x2", "q1", "Hold two clinics a month in the north", "trust", date(2027, 3, 31), Delivery.SLIPPING),
            action("x3", "q2", "Put a named health adviser in each plan-writing team", "icb", date(2027, 2, 28), Delivery.ON_TRACK),
            action("x4", "q2", "Clear overdue annual reviews", "council", date(2027, 2, 15), Delivery.OFF_TRACK),
        ),
    }  # fmt: skip


_ITEMS = (
    ("E-088", "SEN2 and school census", "data", "education", date(2026, 1, 31)),
    ("E-104", "Bridge yearly report", "parents", "health", date(2026, 9, 30)),
    ("E-109", "Local offer audit", "document", "joint", date(2026, 5, 31)),
    ("E-112", "Short breaks review", "document", "social_care", date(2026, 4, 30)),
    ("E-118", "Family calls", "parents", "health", date(2026, 7, 31)),
    ("E-122", "Travel times", "data", "health", date(2026, 6, 30)),
    ("E-127", "Forum survey", "parents", "parents", date(2026, 3, 31)),
    ("E-131", "Therapy and assessment waits", "data", "health", date(2026, 9, 30)),
    ("E-137", "Young people’s sessions", "children", "young_people", date(2026, 6, 30)),
    ("E-140", "Reception teachers’ survey", "practitioners", "education", date(2026, 9, 30)),
    ("E-141", "Plan audit, autumn", "audit", "joint", date(2026, 10, 31)),
    ("E-145", "Timetables", "data", "education", date(2026, 10, 31)),
)
_REASONS = (
    "Most children wait over 20 weeks for a plan. Screening at two now reaches nine children in ten.",
    "Young people are asked more often, and told the result less often.",
    "Help is arriving sooner for children with speech and language needs, and families get support while they wait. "
    "But a child in the northern villages still waits half as long again as a child in the towns, and health and care "
    "advice does not always reach the plan.",
    "Good planning to 16, thin after 18.",
    "More clubs, more friends, fewer exclusions.",
    "Ambition is clear; young people did not set it.",
    "The Forum helps design what changes.",
    "Services plan from an old picture of need.",
    "Nine alternative provision providers are not yet visited.",
    "Audits happen; families hear little back.",
    "",
)
_WORKING = (
    "Screening at age two reaches 91% of children, up from 74% in 2024.",
    "Of 180 young people reviewed this year, 151 spoke at their own review.",
    "",
    "All Year 9 reviews now have an adviser for adulthood in the room.",
    "Disabled children now go to 38 local clubs each week, up from 22.",
    "The Board hears a young person’s story first, at every meeting.",
    "The Forum co-wrote the short breaks offer; complaints about it fell from 31 to 9 in a year.",
    "Five services now share one list of children who wait.",
    "Six alternative provision places were bought together with health this year.",
    "Every quarter 32 plans are audited by two services together.",
    "One team for children under five works in two localities.",
)
_WEAK = (
    "42.7% of plans were finished within 20 weeks in 2024; England 46.4%.",
    "Four in ten do not remember what was decided.",
    "",
    "After 18, only one in five has a named worker.",
    "Children on part-time timetables miss friends and clubs.",
    "No young person sits on the Board.",
    "Families in the north say they hear of changes last.",
    "Our joint needs assessment is 14 months old.",
    "We have not asked pupils in alternative provision what it is like for them.",
    "What audits find is not told to families.",
    "Families with several services still tell their story several times.",
)
_FINDINGS = (
    Finding(
        "f1", FindingKind.IMPROVEMENT, "Leaders should reduce the time that children wait for autism and ADHD assessment.",
        "1", "Area SEND inspection report", date(2023, 8, 30), "The council and the ICB", 8, None, ("i3",),
        "Two clinics a month in the north since October.\nThe Bridge offer in four of six localities.",
        "The wait in the north fell from 43 to 38 weeks.", "The gap of 12 weeks between north and towns.", 1,
    ),
    Finding(
        "f2", FindingKind.IMPROVEMENT, "Leaders should make sure that health and care advice reaches plans in time.",
        "2", "Area SEND inspection report", date(2023, 8, 30), "The ICB", 8, None, (), "", "", "", 2,
    ),
    Finding(
        "f3", FindingKind.EFFECTIVE, "Families shape the short breaks offer.", "", "Area SEND inspection report",
        date(2023, 8, 30), "", 5, None, (), "Kept up.", "Complaints fell from 31 to 9.", "Nothing.", 3,
    ),
)  # fmt: skip
