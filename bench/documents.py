"""A self-evaluation of more than a hundred pages as tagged PDF, against plain ReportLab and typst setting the same words."""

from __future__ import annotations

import html
import json
import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from areasef.domain.identity import new_id
from areasef.domain.statement import Statement
from areasef.services.session import Session
from bench.filling import fill_evidence, new_session, room
from bench.measure import Row, Run, bench, best

STATEMENTS, ITEMS, LINES = 16, 300, 6
CLAIM = "Children in this part of the area get help sooner than they did, and their families say what is still missing."


def fill(session: Session) -> None:
    """Write statements under every section of every strand, and add evidence."""
    chance, evaluation = random.Random(3), session.evaluation
    fill_evidence(session, ITEMS, 1)
    with session.store.write("Fill", undoable=False) as batch:
        for strand in session.framework.strands:
            for section in session.framework.sections:
                for number in range(STATEMENTS):
                    body = " ".join([CLAIM] * chance.randrange(1, 6)) + f" This is claim {number}."
                    batch.put(Statement(new_id(), evaluation.id, strand.id, section.id, body, position=float(number)))


def measured(make: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU seconds of making something, all threads together, and what was made."""
    start = time.process_time()
    made = make()
    return time.process_time() - start, made


def ours(document: str, target: str) -> list[float]:
    """Gather, build, lay out, tag and write; return CPU seconds and pages."""
    from areasef.documents.catalogue import DOCUMENTS
    from areasef.documents.model import DocumentOptions
    from areasef.documents.pdf.writer import write_pdf
    from areasef.services.gathering import gather
    from areasef.services.workspaces import open_workspace

    os.environ["AREASEF_PROFILE"] = str(Path(document).parent / "profile")
    session = open_workspace(Path(document), read_only=True)
    build = DOCUMENTS["self-evaluation"].build
    options = DocumentOptions()
    seconds, receipt = measured(lambda: write_pdf(build(gather(session), options), Path(target), options))
    session.close()
    return [seconds, receipt.pages]


def reportlab(words: str, target: str) -> list[float]:
    """Set the same words as plain paragraphs: no tags, no tables, no contents."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["BodyText"]
    texts = json.loads(Path(words).read_text("utf-8"))
    made = SimpleDocTemplate(target, pagesize=A4)
    seconds, _ = measured(lambda: made.build([Paragraph(html.escape(text), style) for text in texts]))
    return [seconds, made.page]


def typst(words: str, target: str) -> list[float]:
    """Set the same words with typst, which tags its PDF by default."""
    import pypdfium2
    import typst as compiler

    texts = json.loads(Path(words).read_text("utf-8"))
    source = Path(target).with_suffix(".typ")
    lines = [f"#text({json.dumps(text, ensure_ascii=False)})\n" for text in texts]
    source.write_text('#set page(paper: "a4")\n' + "\n".join(lines), "utf-8")
    seconds, _ = measured(lambda: compiler.compile(str(source), output=target))
    return [seconds, len(pypdfium2.PdfDocument(target))]


def words_of(pdf: Path) -> list[str]:
    """Return the words of a PDF as paragraphs of some lines."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    lines = [
        line.replace("\ufffe", "-").replace("\x02", "-")
        for number in range(len(document))
        for line in document[number].get_textpage().get_text_range().splitlines()
        if line.strip()
    ]
    return [" ".join(lines[at : at + LINES]) for at in range(0, len(lines), LINES)]


@bench("documents")
def documents() -> Iterator[Row]:
    """Measure CPU time and peak memory of the three, each in a process of its own."""
    with room() as folder:
        session = new_session(folder)
        fill(session)
        session.close()
        target, words = folder / "sef.pdf", folder / "words.json"
        mine = best("bench.documents:ours", str(session.document), str(target))
        words.write_text(json.dumps(words_of(target)), "utf-8")
        peers: dict[str, Run] = {
            "plain ReportLab": best("bench.documents:reportlab", str(words), str(folder / "reportlab.pdf")),
            "typst": best("bench.documents:typst", str(words), str(folder / "typst.pdf")),
        }
    cpu, pages = mine.returned
    for name, run in peers.items():
        seconds, theirs = run.returned
        said = f"{pages:.0f} pages tagged, read from the workspace; the peer {theirs:.0f} pages of the same words; best of 3"
        yield Row("self-evaluation, CPU time", cpu, "s", name, seconds, said)
        yield Row("self-evaluation, CPU time a page", cpu / pages * 1000, "ms", name, seconds / theirs * 1000, "")
        yield Row("memory at most", mine.peak_mb, "MB", name, run.peak_mb, "")
