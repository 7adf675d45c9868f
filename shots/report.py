"""The inspection report that the picture of the review reads: an invented one, printed as published ones are."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.unit.intake.reports.invented import Invented, Item
from tests.unit.intake.reports.printing import print_report

_INFORMATION: Final = (
    "Alderbrook Council and NHS Three Rivers Integrated Care Board are jointly responsible for the planning and "
    "commissioning of services for children and young people with SEND in Alderbrook.",
    "The commissioning of health services changed across the area in April 2026, when the northern villages joined "
    "NHS Three Rivers Integrated Care Board.",
)
_EXPERIENCE: Final = (
    "Many children and young people are known well by the adults who work with them. Families speak warmly of special "
    "schools and of the parent carer forum.",
    "Too much still depends on the address. A family in a northern village waits longer and travels further, and has "
    "fewer clubs to choose from.",
    "Young people over 16 often find that the help they had at school ends there. Some are not told who will help next.",
)
_EFFECTIVE: Final = (
    "Leaders write with families, not for them. The parent carer forum helps to decide what is bought and how it is "
    "checked.",
    "Special schools share what they know with mainstream schools. Staff there meet more needs themselves.",
    "Families who wait for an assessment are offered help in the meantime. In four localities most take it up.",
)
_BETTER: Final = (
    "Children in the north wait too long to be seen by a therapist. Leaders know this, but have not closed the gap.",
    "Annual reviews do not keep plans up to date. Too many are held late, and changes agreed in them are slow to arrive.",
    "Leaders do not know enough about children on part-time timetables and in alternative provision.",
)
_IMPROVEMENT: Final = (
    "Leaders across the partnership should shorten the wait for therapies in the north, and show families what they can "
    "use meanwhile.",
    "Leaders should make sure that annual reviews are held on time, and that what they change is written into plans "
    "without delay.",
    "Alderbrook Council should know, for each child on a part-time timetable or in alternative provision, what is "
    "learned and when it will end.",
)


def printed(folder: Path) -> Path:
    """Return the report as a PDF in the folder."""
    path = folder / "Alderbrook area SEND report.pdf"
    print_report(
        path,
        Invented(
            area="Alderbrook",
            dates="14 to 18 September 2026",
            previous="Dates of previous inspection: 10 to 14 June 2024",
            information=list(_INFORMATION),
            experience=list(_EXPERIENCE),
            effective=list(_EFFECTIVE),
            better=list(_BETTER),
            improvement=[Item([("", text)]) for text in _IMPROVEMENT],
        ),
    )
    return path
