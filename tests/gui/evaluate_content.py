"""An invented strand to look at and to work on: statements, a survey of several pages, citations, what bodies say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from areasef.domain.citation import Stance
from areasef.domain.evaluation import Answer
from areasef.domain.partner import Partner
from areasef.domain.statement import Confidence
from areasef.services import adding, citing, evaluating, keeping, partnering, writing
from areasef.services.adding import SharedFields
from areasef.services.session import Session

QUOTE = "61 of 84 teachers said the programme had reached them by the first half term"
_PAGES = (
    ("Reception teachers’ survey, autumn 2026", ("We asked every school with a Reception class.",)),
    (
        "Speech and language programmes",
        (
            "We asked teachers of every Reception child with a therapy programme what was in",
            "place when the child started.",
            "",
            f"{QUOTE}, and 57",
            "said they felt able to use it.",
            "",
            "Fourteen programmes arrived after half term. Nine of these were for children who moved",
            "in over the summer. Teachers in small village schools were least likely to have met the",
            "therapist.",
        ),
    ),
    ("What teachers asked for", ("A named therapist for each school, one short call before term starts.",)),
)


def write_pdf(path: Path, pages: tuple[tuple[str, tuple[str, ...]], ...] = _PAGES) -> Path:
    """Write a PDF with a heading and lines on each page."""
    canvas = Canvas(str(path), pagesize=(595, 842))
    for title, lines in pages:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(60, 760, title)
        canvas.setFont("Helvetica", 12)
        for at, line in enumerate(lines):
            canvas.drawString(60, 728 - at * 18, line)
        canvas.showPage()
    canvas.save()
    return path


def fill(session: Session, folder: Path) -> dict[str, str]:
    """Write under *Right help at the right time* and return the ids by name."""
    council, icb, forum = partnering.partners(session)
    for partner, short in ((council, "Council"), (icb, "NHS Three Rivers ICB"), (forum, "Forum")):
        kept: Partner = replace(partner, short_name=short)
        partnering.keep(session, kept)
    strand = session.framework.strands[2]
    survey = write_pdf(folder / "reception_teachers_survey.pdf")
    waits = write_pdf(
        folder / "therapy_waits.pdf",
        tuple(
            (f"Therapy waits, part {n}", (f"The average wait fell from 31 weeks to 19 weeks in part {n}.",))
            for n in range(1, 8)
        ),
    )
    shared = SharedFields(
        source_type_id="practitioners", agency_id="education", covers_to=date(2026, 9, 30), strand_ids=(strand.id,)
    )
    added = adding.add_files(session, [survey, waits], shared).added
    ids = {"strand": strand.id, "survey": added[0], "waits": added[1], "council": council.id, "icb": icb.id}
    ids["forum"] = forum.id
    older = SharedFields(source_type_id="parents", covers_to=date(2026, 3, 15), strand_ids=(strand.id,))
    note = adding.add_note(session, "Forum survey: waiting well", "Parents who work shifts are hard to reach.", older)
    ids["note"] = note.id
    texts = {
        "bridge": "Families can now get help before a diagnosis. In the year to September 2026, 212 families used the"
        " Bridge offer and 7 in 10 said home life was calmer within three months. Parents who work shifts are still hard"
        " to reach.",
        "speech": "The average wait for a first speech and language appointment fell from 31 weeks in March 2025 to 19"
        " weeks in September 2026. Most children who need it now benefit from a programme their teacher knows how to use.",
        "north": "Where a family lives still decides how long they wait. In the northern villages the average wait for an"
        " autism assessment is 38 weeks; in the towns it is 26.",
    }
    for name, body in texts.items():
        made = writing.add_statement(session, strand.id, "impact", body)
        ids[name] = made.id
    _say_more(session, ids)
    return ids


def _say_more(session: Session, ids: dict[str, str]) -> None:
    waits, survey = (keeping.newest_revision(session, ids[name]) for name in ("waits", "survey"))
    assert waits is not None
    assert survey is not None
    cited = citing.cite(session, ids["speech"], citing.Selection(waits.id, 4, 24, 60), Stance.SUPPORTS, at=10)
    ids["cited"] = cited.id
    citing.cite(session, ids["bridge"], citing.Selection(survey.id, 2, 0, 30), Stance.SUPPORTS)
    note = keeping.newest_revision(session, ids["note"])
    assert note is not None
    citing.cite(session, ids["bridge"], citing.Selection(note.id, 1, 0, 30), Stance.CHALLENGES)
    for name, confidence, who in (("bridge", Confidence.MEDIUM, "icb"), ("north", Confidence.HIGH, "council")):
        kept = writing.statement(session, ids[name])
        assert kept is not None
        writing.change_statement(session, replace(kept, confidence=confidence, partner_ids=(ids[who],)))
    evaluating.agree(session, ids["bridge"], (ids["icb"],))
    evaluating.set_level(session, ids["strand"], "to_improve")
    evaluating.respond(session, "strand", ids["strand"], ids["council"], Answer.ENDORSES)
    evaluating.respond(session, "strand", ids["strand"], ids["forum"], Answer.DIFFERS, "Families wait longer.")
