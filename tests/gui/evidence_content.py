"""An invented library to look at and to work on, from files that are made here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import docx
import xlsxwriter
from PySide6.QtGui import QColor, QImage
from reportlab.pdfgen.canvas import Canvas

from areasef.domain.citation import Stance
from areasef.domain.evidence import Evidence, Revision
from areasef.services import adding, citing, keeping, partnering, writing
from areasef.services.session import Session

QUOTE = "61 of 84 teachers said the programme had reached them"
_SURVEY = (
    ("Reception teachers’ survey, autumn 2026", "What the survey asked, and of whom."),
    (
        "Speech and language programmes",
        "We asked teachers of every Reception child with a therapy programme what was",
        "in place when the child started.",
        "",
        f"{QUOTE} by the",
        "first half term, and 57 said they felt able to use it.",
        "",
        "Fourteen programmes arrived after half term. Nine of these were for children",
        "who moved in over the summer.",
    ),
    ("What teachers want next", "A named therapist to call."),
)
_ROWS = (
    ("Joint needs assessment 2025", "document", "joint", (2025, 3), ("l3",)),
    ("Forum survey: waiting well", "parents", "parents", (2026, 3), ("i3", "l2")),
    ("Therapy waiting times, quarter 2", "data", "health", (2026, 9), ("i1", "i3", "l4")),
    ("Case audit: first term at school", "audit", "joint", (2026, 7), ("i3", "i4")),
    ("Reception teachers’ survey", "practitioners", "education", (2026, 9), ("i1", "i3")),
    ("Tuition hours and part-time timetables", "data", "education", (2026, 10), ("i3", "l4")),
    ("Youth forum: what belonging means", "children", "young_people", (2026, 10), ("i5",)),
    ("Health checks at 14 and over, quarter 2", "data", "health", (2026, 9), ("i4",)),
)


def make_pdf(path: Path, pages: tuple[tuple[str, ...], ...] = _SURVEY) -> Path:
    """Write a PDF: a heading and lines for each page."""
    canvas = Canvas(str(path), pagesize=(420, 595))
    for heading, *lines in pages:
        canvas.setFont("Helvetica-Bold", 15)
        canvas.drawString(36, 520, heading)
        canvas.setFont("Helvetica", 10)
        for at, line in enumerate(lines):
            canvas.drawString(36, 490 - 16 * at, line)
        canvas.showPage()
    canvas.save()
    return path


def make_files(folder: Path) -> dict[str, Path]:
    """Write one good file of each kind, and return them by kind."""
    made = {kind: folder / f"{kind} notes.{kind}" for kind in ("docx", "xlsx", "eml", "png", "csv", "txt")}
    made["pdf"] = make_pdf(folder / "reception-teachers_survey.pdf")
    document = docx.Document()
    document.add_paragraph("The forum asked for a named therapist in each locality.")
    document.save(str(made["docx"]))
    book = xlsxwriter.Workbook(str(made["xlsx"]))
    book.add_worksheet("Waits").write_row(0, 0, ["Locality", "Weeks waited"])
    book.close()
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Therapy waits", "icb@example.org", "lead@example.org"
    mail.set_content("The north waits 41 weeks.")
    made["eml"].write_bytes(mail.as_bytes())
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor.fromHsv(200, 80, 200))
    assert picture.save(str(made["png"]))
    made["csv"].write_text("locality,weeks\nnorth,41\nsouth,18\n", "utf-8")
    made["txt"].write_text("Minutes of the transport group.\n", "utf-8")
    return made


def fill(session: Session, folder: Path) -> dict[str, str]:
    """Put eight items with their files and citations into a workspace and return their ids by title."""
    ids: dict[str, str] = {}
    council = partnering.partners(session)[0]
    known = {strand.code.lower(): strand.id for strand in session.framework.strands}
    for title, kind, agency, (year, month), codes in _ROWS:
        name = f"{title.split(':')[0].lower().replace(' ', '-')}.pdf"
        path = make_pdf(folder / name) if "teachers" in title else make_pdf(folder / name, ((title, "Figures."),))
        (made,) = adding.add_files(session, [path]).added
        item = session.store.get(Evidence, made)
        assert item is not None
        day = date(year, month, 18)
        strands = tuple(known[code] for code in codes)
        keeping.change_evidence(
            session,
            replace(
                item,
                title=title,
                source_type_id=kind,
                agency_id=agency,
                covers_from=day.replace(day=7),
                covers_to=day,
                strand_ids=strands,
                partner_id=council.id if "teachers" in title else None,
                owner="School support team" if "teachers" in title else "",
            ),
        )
        ids[title] = made
    _cite(session, ids)
    return ids


def _cite(session: Session, ids: dict[str, str]) -> None:
    strand, section = session.framework.strands[2], session.framework.sections[1]
    first = writing.add_statement(session, strand.id, section.id, "Most Reception teachers have the programme in time.")
    second = writing.add_statement(session, strand.id, section.id, "Families wait well for therapy.")
    ids["statement"] = first.id
    survey = newest(session, ids["Reception teachers’ survey"])
    page = keeping.page(session, survey.id, 2)
    assert page is not None
    start = page.text.index(QUOTE)
    citing.cite(session, first.id, citing.Selection(survey.id, 2, start, start + len(QUOTE)), Stance.SUPPORTS)
    forum = newest(session, ids["Forum survey: waiting well"])
    for stance in (Stance.SUPPORTS, Stance.SUPPORTS, Stance.CHALLENGES):
        citing.cite(session, second.id, citing.Selection(forum.id, 1), stance)


def newest(session: Session, evidence_id: str) -> Revision:
    """Return the newest revision of an item that has one."""
    found = keeping.newest_revision(session, evidence_id)
    assert found is not None
    return found
