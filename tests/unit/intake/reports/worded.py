"""Recommendations in many wordings: who is asked and how, what is wrong first, what else is asked, and what is listed."""

from __future__ import annotations

import random
from collections.abc import Callable

from .invented import Author, Invented, Item

_WHO = (
    "Leaders",
    "Leaders across the partnership",
    "Area leaders",
    "Local area leaders",
    "The local area partnership",
    "The partnership",
    "The local authority and the ICB",
    "Marlbridge Council and NHS Weir ICB",
    "Health leaders",
    "The integrated care board",
    "Senior leaders in education, health and social care",
    "Partners",
    "Commissioners",
    "Local authority leaders",
    "Leaders in the local authority",
    "Education, health and care leaders",
    "All partners",
    "Strategic leaders",
)
_MODAL = (
    "should",
    "should",
    "should",
    "must",
    "need to",
    "should continue to",
    "should work together to",
    "should urgently",
)
_WHAT = (
    "reduce how long children and young people wait for an assessment of their needs",
    "improve the timeliness and the quality of new and amended plans",
    "make sure that annual reviews are carried out on time and that changes are made swiftly",
    "strengthen the governance and oversight of the partnership’s work",
    "develop a joint commissioning strategy that is based on accurate data",
    "further embed co-production at a strategic level",
    "review the sufficiency of specialist places",
    "ensure that preparation for adulthood begins early enough",
    "improve communication with parents and carers, including about the local offer",
    "work with schools, settings and colleges to reduce suspensions and absence",
    "accelerate the work on the neurodevelopmental pathway",
    "check that alternative provision is suitable and that children attend it",
)
_END = (
    "",
    "",
    " so that needs are identified and met at the earliest opportunity",
    " across the area",
    ", including for those who are educated outside the area",
    " and check whether this makes a difference",
    ", particularly in speech and language therapy and in wheelchair services",
)
_MORE = (
    "This should include the work of the designated clinical officer.",
    "They should use what they learn to plan services.",
    "This is to ensure that no child waits without help.",
    "In particular, they should look at the youngest and the oldest children.",
    "These plans need to be shared with families.",
    "This includes children who are electively home educated.",
    "It is important that families can see what has changed.",
    "Plans should say clearly who will do what by when.",
    "Data should be shared by all services and used to spot gaps.",
)
_WRONG = (
    "Too many children and young people wait too long for what they need.",
    "The quality of plans varies too much.",
    "Some families do not know where to turn for help.",
    "Data about children and young people is not shared well enough.",
    "The arrangements for transition are not yet consistent.",
)
_LEAD = ("to ensure that:", "by:", "to make sure that:", "so that:", "including:")
_POINT = (
    "plans are written in plain language",
    "the views of children and young people are heard",
    "information is shared between education, health and social care",
    "waiting times fall and help is given meanwhile",
    "oversight of placements is robust",
    "staff have the training they need",
)
_BODIES = (
    "Marlbridge Council",
    "Marlbridge County Council and NHS Marlbridge and Weir Integrated Care Board",
    "NHS Marl, Weir and Wold Integrated Care Board (ICB)",
    "Marlbridge City Council and NHS Mid Weir ICB",
    "Weirshire Children’s Trust, Weirshire Council and NHS Weirshire Integrated Care Board",
    "Children First Weir, Weir Borough Council and NHS Weir ICB",
    "Marlbridge Council, NHS Weir ICB and school and college leaders",
    "The Royal Borough of Marl and NHS Marl ICB",
    "The local area partnership",
    "Marlbridge Metropolitan Borough Council and Weir and Marl Integrated Care Board",
)


def recommended(author: Author, mark: str) -> Item:
    """Return a recommendation in any wording, with or without sub-points under ``mark``."""
    chance = author.random
    pick: Callable[[tuple[str, ...]], str] = chance.choice
    ask = f"{pick(_WHO)} {pick(_MODAL)} {pick(_WHAT)}{pick(_END)}"
    before = pick(_WRONG) + " " if chance.random() < 0.15 else ""
    if chance.random() < 0.3:
        count = chance.randrange(2, 5)
        ends = chance.choice(
            [[";"] * (count - 2) + ["; and", "."], [""] * (count - 1) + ["."], [","] * (count - 1) + ["."]]
        )
        points = [(mark, point + end) for point, end in zip(chance.sample(_POINT, count), ends, strict=True)]
        after = [("", f"{pick(_WHO)} should also {pick(_WHAT)}.")] if chance.random() < 0.2 else []
        return Item([("", f"{before}{ask} {pick(_LEAD)}"), *points, *after])
    more = " " + pick(_MORE) if chance.random() < 0.35 else ""
    return Item([("", f"{before}{ask}.{more}")])


def worded(seed: int, outcome: str = "", mark: str = "•") -> Invented:
    """Return a report whose recommendations and bodies are worded in many ways."""
    author = Author(seed)
    chance: random.Random = author.random
    made = author.report(outcome or chance.choice(["positive", "inconsistent", "systemic_failings"]), mark)
    made.improvement = [recommended(author, mark) for _ in range(chance.randrange(2, 8))]
    bodies = chance.sample(_BODIES, 3) if chance.random() < 0.5 else [chance.choice(_BODIES)]
    for item in made.priority:
        item.parts = recommended(author, mark).parts
        item.body = chance.choice(bodies)
    return made
