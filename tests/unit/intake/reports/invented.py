"""Invented reports: what they say, apart from how they are printed. Areas, bodies and sentences exist nowhere."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

_WHO = (
    "Leaders",
    "Health visitors",
    "School leaders",
    "Practitioners",
    "Social workers",
    "Parents and carers",
    "Early years staff",
)
_DO = ("work with", "listen to", "plan with", "know", "support", "share what they learn with", "hear regularly from")
_WHOM = (
    "families",
    "children who wait",
    "young people moving on",
    "schools and colleges",
    "children with complex needs",
)
_WHERE = (
    "across the area",
    "in most settings",
    "at an early stage",
    "before and after an assessment",
    "when plans change",
)
_ASK = (
    "Leaders across the partnership should",
    "Health leaders must",
    "Local authority leaders need to",
    "The partnership should",
)
_WHAT = (
    "improve the quality of plans",
    "reduce how long children wait",
    "check that support helps",
    "work at pace on joint plans",
)

STEMS = {
    "positive": "The local area partnership’s special educational needs and/or disability (SEND) arrangements typically "
    "lead to positive experiences and outcomes for children and young people with SEND. The local area partnership is "
    "taking action where improvements are needed.",
    "inconsistent": "The local area partnership’s arrangements lead to inconsistent experiences and outcomes for children "
    "and young people with special educational needs and/disabilities (SEND). The local area partnership must work "
    "jointly to make improvements.",
    "systemic_failings": "There are widespread and/or systemic failings leading to significant concerns about the "
    "experiences and outcomes of children and young people with SEND, which the partnership must address urgently.",
}
NEXT = {
    "positive": "The next full Area SEND inspection will be within five years.",
    "inconsistent": "The next full area SEND inspection will take place within approximately 3 years.",
    "systemic_failings": "A monitoring inspection will be carried out within approximately 18 months. The next full "
    "reinspection will be within approximately three years.",
}
ASKED = {
    "positive": "Ofsted and the Quality Care Commission (CQC) ask that the local area partnership updates and publishes "
    "its strategic plan based on the recommendations set out in this report.",
    "inconsistent": "Ofsted and CQC ask that the local area partnership updates and publishes its strategic plan.",
    "systemic_failings": "As a result of this inspection, HMCI requires the local area partnership to prepare and submit "
    "a priority action plan (area SEND) to address the identified areas for priority action.",
}
YEARS = {"positive": 5, "inconsistent": 3, "systemic_failings": 3}

Part = tuple[str, str]  # a bullet or number (or nothing), and the text after it


@dataclass
class Item:
    """An item of a table: parts with or without a bullet, and the bodies beside it."""

    parts: list[Part]
    body: str = ""

    @property
    def text(self) -> str:
        """Return the item as one text, bullets and all."""
        return " ".join(f"{mark} {text}".strip() for mark, text in self.parts)


@dataclass
class Invented:
    """What an invented report says."""

    area: str = "Marlbridge"
    dates: str = "8 to 12 July 2024"
    start: str | None = "2024-07-08"
    end: str | None = "2024-07-12"
    previous: str = "Dates of previous inspection: 3 to 7 July 2017"
    previous_start: str | None = "2017-07-03"
    previous_end: str | None = "2017-07-07"
    outcome: str = "inconsistent"
    information: list[str] = field(default_factory=list)
    experience: list[str] = field(default_factory=list)
    effective: list[str] = field(default_factory=list)
    better: list[str] = field(default_factory=list)
    priority: list[Item] = field(default_factory=list)
    improvement: list[Item] = field(default_factory=list)

    def wanted(self) -> dict[str, object]:
        """Return what a reader should find, without pages."""
        systemic = self.outcome == "systemic_failings"
        return {
            "area": self.area,
            "start": self.start,
            "end": self.end,
            "previous_start": self.previous_start,
            "previous_end": self.previous_end,
            "outcome": self.outcome,
            "next_full_inspection_years": YEARS[self.outcome],
            "monitoring_inspection": systemic,
            "priority_action_plan_required": systemic,
            "information": self.information,
            "experience": self.experience,
            "effective": self.effective,
            "better": self.better,
            "priority_action": [{"body": item.body, "text": item.text} for item in self.priority],
            "improvement": [item.text for item in self.improvement],
        }


class Author:
    """Writes sentences that mean nothing, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def sentence(self) -> str:
        """Return a statement without an ask."""
        pick = self.random.choice
        return f"{pick(_WHO)} {pick(_DO)} {pick(_WHOM)} {pick(_WHERE)} and {pick(_DO)} {pick(_WHOM)} {pick(_WHERE)}."

    def paragraph(self, least: int = 2, most: int = 6) -> str:
        """Return some sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(least, most)))

    def ask(self) -> str:
        """Return a recommendation."""
        pick = self.random.choice
        return f"{pick(_ASK)} {pick(_WHAT)} {pick(_WHERE)} so that {pick(_WHOM)} get help {pick(_WHERE)}."

    def listed(self, mark: str, count: int = 3) -> Item:
        """Return a recommendation with sub-points."""
        pick = self.random.choice
        ends = [";"] * (count - 2) + ["; and", "."]
        points = [(mark, f"{pick(_WHAT)} for {pick(_WHOM)} {pick(_WHERE)}{end}") for end in ends]
        return Item([("", f"{pick(_ASK)} ensure that they:"), *points])

    def report(self, outcome: str = "inconsistent", mark: str = "•", **changes: object) -> Invented:
        """Return a whole report."""
        made = Invented(outcome=outcome)
        made.information = [self.paragraph(1, 3) for _ in range(3)]
        made.experience = [self.paragraph() for _ in range(7)]
        made.effective = [self.paragraph(1, 5) for _ in range(12)]
        made.better = [self.paragraph(1, 5) for _ in range(10)]
        made.improvement = [Item([("", self.ask())]), self.listed(mark), Item([("", self.ask())]), self.listed(mark, 4)]
        if outcome == "systemic_failings":
            both = "Marlbridge County Council and NHS Marlbridge and Weir Integrated Care Board"
            made.priority = [Item([("", self.ask()), ("", self.ask())], both), self.listed(mark), self.listed(mark, 4)]
            made.priority[1].body = "NHS Marlbridge and Weir Integrated Care Board"
            made.priority[2].body = both
            made.priority += [Item([("", self.ask())], both) for _ in range(3)]
        for name, value in changes.items():
            setattr(made, name, value)
        return made
